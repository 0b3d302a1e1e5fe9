import Bookkeeping
import Gatekeeping
import Notation
import Wording

extension Form {
    /// Brings the field with the focus into the shape in which it is kept, before the focus leaves it.
    /// - Returns: false where the field says nothing that could be kept.
    mutating func tidy() -> Bool {
        guard !isOnFinish else { return true }
        return tidy(focus)
    }

    /// Every field; the first that cannot be kept gets the focus.
    mutating func tidyAll() -> Bool {
        for index in fields.indices where !tidy(index) {
            // What was cleared because it belongs elsewhere leads there.
            if !fields[index].value.isEmpty { focus = index }
            return false
        }
        return true
    }

    private mutating func tidy(_ index: Int) -> Bool {
        fault = nil
        strip(index)
        let value = fields[index].value
        guard !value.isEmpty else { return true }
        switch fields[index].kind {
        case .time: return tidyTime(index, value)
        case .moment:
            guard let time = SpokenTime(value) else {
                fault = ScreenWords.badMoment
                return false
            }
            if let clock = time.timeOfDay { fields[index].value = clock.text }
        case .list:
            let list = NameList(value).text
            if list != value { fields[index].value = list }
        case .document: tidyDocument(index, value)
        case .text where fields[index].id == "plate":
            let plate = Plate.written(value)
            if plate != value { fields[index].value = plate }
        case .text: return tidySecret(index, value)
        case .choice where value == notLooked:
            fields[index].value = ""
            fault = FormWords.lookFirst
            return false
        case .number where Int(value) == nil:
            fault = ScreenWords.badNumber
            return false
        case .number, .choice, .secret: break
        }
        return true
    }

    /// The control characters of a paste were shown while one typed; nothing of them is kept.
    private mutating func strip(_ index: Int) {
        let text = fields[index].value.withoutPictures
        if text != fields[index].value { fields[index].value = text }
    }

    /// A PIN that was typed into a text of a form that wants one does not stay in the clear: it is typed again where it belongs.
    private mutating func tidySecret(_ index: Int, _ value: String) -> Bool {
        guard let secret = fields.firstIndex(where: { $0.isSecret && $0.value.isEmpty }), PIN(value) != nil, !["told", "phone"].contains(fields[index].id) else { return true }
        fields[index].value = ""
        (focus, fault) = (secret, FormWords.openPIN)
        return false
    }

    private mutating func tidyTime(_ index: Int, _ value: String) -> Bool {
        guard let time = SpokenTime(value)?.timeOfDay else {
            fault = ScreenWords.badTime
            return false
        }
        fields[index].value = time.text
        return true
    }

    /// Days that are counted from today become dates: the form may be put aside until tomorrow. Not in the field where one types.
    mutating func dateDays(_ now: Instant, in zone: Zone) {
        for index in fields.indices where index != focus {
            guard case .moment = fields[index].kind, let time = SpokenTime(fields[index].value), time.isRelative else { continue }
            fields[index].value = time.dated(now, in: zone)
        }
    }

    /// Of a document's number only the last four characters are kept (P3). A check digit that fails warns and never blocks.
    private mutating func tidyDocument(_ index: Int, _ value: String) {
        if let number = DocumentNumber(value) ?? DocumentNumber(within: value) {
            fields[index].value = number.tail
            warning = number.warning
        } else if !isVouched(index) {
            let kept = Form.tail(of: value)
            if kept != value { fields[index].value = kept }
        }
    }

    /// The field says who vouches, not what a document says.
    func isVouched(_ index: Int) -> Bool {
        guard case .document(let vouched) = fields[index].kind, let document = self.value("document") else { return false }
        return vouched.contains(document)
    }

    /// The last four letters and digits, whatever is written beside them; where there are none, the last four characters that are not spaces.
    static func tail(of text: String) -> String {
        let number = text.folded.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return String((number.isEmpty ? text.filter { !$0.isWhitespace } : number).suffix(4))
    }
}

extension DocumentNumber {
    /// What is said where the check digit fails.
    var warning: Text? { isRight ? nil : FormWords.wrongCheckDigit(kind.name) }
}

extension DocumentNumber.Kind {
    fileprivate var name: Text {
        switch self {
        case .resident: FormWords.residentID
        case .hongKong: FormWords.hongKongID
        case .taiwan: FormWords.taiwanID
        case .machineReadable: FormWords.machineReadable
        }
    }
}
