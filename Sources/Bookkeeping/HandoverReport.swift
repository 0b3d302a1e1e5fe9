import Gatekeeping
import Journal
import Notation
import Wording

/// A handover as it was signed, or as far as it is.
struct SignedHandover {
    /// The registers just before the signature, or now.
    var registers = Registers()
    var post = ""
    var outgoing = ""
    var relief = ""
    /// When it was signed, and by which line; nil while it is under way.
    var signature: (line: Line, fact: HandoverAccepted)?
    var list: HandoverList
    /// How the outgoing guard signed the offer.
    var offer = SignedBy()

    /// Each who signed and how, the outgoing guard first.
    var signers: [SignedBy] {
        var relief = SignedBy(number: relief, isRelief: true)
        if let fact = signature?.fact { (relief.signed, relief.witness, relief.protest) = (fact.signed, fact.witness, fact.protest) }
        var outgoing = offer
        if outgoing.number.isEmpty { outgoing.number = self.outgoing }
        return signature == nil ? [outgoing] : [outgoing, relief]
    }
}

/// How one side of a handover signed.
struct SignedBy {
    var number = ""
    var isRelief = false
    /// Nil where nobody gave a PIN.
    var signed: Signature?
    var witness: String?
    /// Why the relief accepted under protest.
    var protest: String?

    /// For programs.
    var object: JSONObject {
        var object: JSONObject = ["guard": .string(number), "role": .string(isRelief ? "relief" : "outgoing"), "signed": .string(signed?.rawValue ?? "none")]
        object["witness"] = witness.map(JSON.string)
        object["protest"] = protest.map(JSON.string)
        return object
    }
}

extension Office {
    /// The latest handover of a post that was signed until `time` (G10); one that is under way, or was then, comes first.
    /// - Parameter isSigned: what is under way is left out.
    public func handoverReport(post: String, at time: Instant? = nil, isSigned: Bool = false, _ language: Language) throws(JournalFailure) -> Report {
        let columns = HandoverWords.columns.map { $0[language] }
        guard let handover = try handover(of: post, at: time, isSigned: isSigned) else {
            return Report(
                title: "\(estate.name[language]) · \(HandoverWords.title[language])", columns: columns, ids: [0], rows: [],
                note: HandoverWords.none[language] + Words.lookedUpTo(lastNumber)[language])
        }
        let titles = HandoverTitles(handover.registers, estate: estate, post: post, language)
        let rows = handover.list.entries.map { entry in
            [entry.item.key, titles.whole(entry.item, count: entry.answer?.expected), entry.said(language), entry.n.map(String.init) ?? ""]
        }
        let heading = heading(of: handover, language)
        var report = Report(title: heading.joined(separator: " · "), columns: columns, ids: [0], rows: rows, note: note(of: handover, language))
        let words = handover.signature.map { HeadWords.words(of: $0.line.seal, language).joined(separator: " ") }
        let head = words.map { [HandoverWords.head[language], "  " + $0] } ?? []
        let signers = handover.signers.map { text(of: $0, language) }
        report.slip = heading + Slip.lines(rows.map { ($0[1], $0[2]) }) + signers + [report.note] + head + ["", HandoverWords.signatures[language]]
        report.screen = heading + head + [""] + rows.enumerated().flatMap { ["\($0 + 1). \($1[1])", "   → \($1[2])"] } + [""] + signers + [report.note]
        report.note = (signers + [report.note]).joined(separator: " · ")
        report.about = about(handover)
        let signature = handover.signature.map { ($0.line.n, $0.fact.lines) }
        let explanations = HandoverExplanations(
            handover.list, handover.registers, estate: estate, post: post, signed: signature, at: signature == nil ? time : nil)
        report.explanations = explanations.all(language)
        report.about["words"] = words.map(JSON.string)
        if let words { report.note += " · \(HandoverWords.head[language]) \(words)" }
        return report
    }

    private func heading(of handover: SignedHandover, _ language: Language) -> [String] {
        let when = handover.signature.map { String($0.line.happened.text(in: estate.zone).prefix(16)) }
        return [
            "\(estate.name[language]) · \(HandoverWords.title[language])", estate.post(handover.post)?.name[language] ?? handover.post,
            "\(person(handover.outgoing)) → \(handover.relief.isEmpty ? HandoverWords.noRelief[language] : person(handover.relief))", when ?? HandoverWords.notSigned[language],
        ]
    }

    private func note(of handover: SignedHandover, _ language: Language) -> String {
        guard let (line, fact) = handover.signature else { return Words.lookedUpTo(lastNumber)[language] }
        let remark = fact.remark.map { HandoverWords.reliefSays($0)[language] }
        return [remark, HandoverWords.signedAs(line.n)[language]].compactMap { $0 }.joined(separator: " · ")
    }

    /// What programs read besides the rows.
    private func about(_ handover: SignedHandover) -> JSONObject {
        var about: JSONObject = ["post": .string(handover.post), "outgoing": .string(handover.outgoing)]
        about["relief"] = handover.relief.isEmpty ? nil : .string(handover.relief)
        about["offer"] = .integer(handover.list.offer)
        let counted = handover.list.entries.map(\.item).filter(\.isCountedByHand)
        about["counted"] = .object(counted.reduce(into: JSONObject()) { $0[$1.key] = $1.count.map(JSON.integer) })
        about["signed"] = handover.signature.map { .string($0.line.happened.text(in: estate.zone)) }
        about["n"] = handover.signature.map { .integer($0.line.n) }
        about["signatures"] = .array(handover.signers.map { .object($0.object) })
        about["h"] = handover.signature.map { .string($0.line.seal) }
        return about
    }

    /// Who signed, how, and under which protest.
    private func text(of signer: SignedBy, _ language: Language) -> String {
        let how = SignatureWords.manner(signer.signed, witness: signer.witness.map(person))[language]
        let protest = signer.protest.map { language.labelled(HandoverWords.referral(.protest)[language], $0) }
        let role = (signer.isRelief ? HandoverWords.incoming : HandoverWords.outgoing)[language]
        return ([language.labelled("\(role) \(person(signer.number))", how)] + [protest].compactMap { $0 }).joined(separator: " · ")
    }

    private func person(_ number: String) -> String { estate.person(number).map { "\(number) \($0.name)" } ?? number }

    private func handover(of post: String, at time: Instant?, isSigned: Bool) throws(JournalFailure) -> SignedHandover? {
        if time == nil, !isSigned, let underWay = state.handover(under: post, estate, at: readersNow) { return underWay }
        let names: [PageName]
        do throws(SystemFailure) { names = try book.pages() } catch { throw .system(error) }
        let day = time.map { Day($0, in: estate.zone) }
        var isLatest = time != nil && !isSigned
        for name in names.reversed() where day.map({ name.day <= $0.adding(days: 1) }) ?? true {
            let (found, end) = try signed(at: post, until: time, in: name)
            if isLatest, let time, let underWay = end.handover(under: post, estate, at: time) { return underWay }
            if let found { return found }
            if !end.entries.isEmpty { isLatest = false }
        }
        return nil
    }

    /// The last handover of a post that was signed on one page: what was open is folded up to the signature. And how all stood at the time.
    private func signed(at post: String, until time: Instant?, in name: PageName) throws(JournalFailure) -> (handover: SignedHandover?, end: GateState) {
        var state = GateState()
        var found: SignedHandover?
        let lines: [Line]
        do throws(SystemFailure) { lines = try PageReader(book).lines(of: name) } catch { throw .system(error) }
        for line in time.map({ lines.written(until: $0) }) ?? lines {
            guard let event = line.event else { continue }
            defer { state.evolve(event, line.stamp) }
            guard line.g == post, case .fact(let fact) = event, let accepted = fact as? HandoverAccepted,
                let list = HandoverList(signed: accepted, state.registers, estate: estate, post: post, now: line.t)
            else { continue }
            let custody = state.registers.custody[post] ?? Custody()
            found = SignedHandover(
                registers: state.registers, post: post, outgoing: custody.holder, relief: line.by, signature: (line, accepted), list: list,
                offer: state.signedOffer(list.offer, of: custody))
        }
        return (found, state)
    }
}

extension GateState {
    /// The handover of a post that was offered and is not over; whoever relieves may not have come.
    fileprivate func handover(under post: String, _ estate: Estate, at now: Instant) -> SignedHandover? {
        guard let custody = registers.custody[post], let list = HandoverList(registers, estate: estate, post: post, now: now) else { return nil }
        return SignedHandover(
            registers: registers, post: post, outgoing: custody.holder, relief: custody.relief ?? "", list: list, offer: signedOffer(list.offer, of: custody))
    }

    /// How the offer was signed: as the post keeps it, or as its line says where it stands on the page.
    fileprivate func signedOffer(_ offer: Int, of custody: Custody) -> SignedBy {
        var signed = SignedBy(number: custody.offerer ?? "", signed: custody.offerSigned, witness: custody.offerWitness)
        if case .fact(let fact)? = entry(offer)?.event, let offered = fact as? HandoverOffered { (signed.signed, signed.witness) = (offered.signed, offered.witness) }
        return signed
    }
}

extension Office {
    /// The latest handover of a post as it was signed, for the screen: what the printer would print, in lines as long as they are.
    func signedSlip(post: String, _ language: Language) -> (text: String, figures: String) {
        do throws(JournalFailure) {
            let report = try handoverReport(post: post, isSigned: true, language)
            let text = (report.screen.isEmpty ? [report.title, report.note] : report.screen).joined(separator: "\n")
            return (text, report.explanations.map(\.text).joined(separator: "\n"))
        } catch {
            return (error.text(language), "")
        }
    }
}

/// The list of a slip for a printer of 80 columns.
enum Slip {
    static let columns = 80

    static func lines(_ rows: [(title: String, said: String)]) -> [String] {
        [String(repeating: "-", count: columns)]
            + rows.enumerated().flatMap { index, row in
                let number = String(index + 1)
                let mark = String(repeating: " ", count: max(0, 3 - number.count)) + number + ". "
                return wrapped(row.title, after: mark) + wrapped(row.said, after: "     → ")
            } + [String(repeating: "-", count: columns)]
    }

    /// The text behind a mark, broken so that no line is wider than the paper, at a blank where one is near; the rest stands under its beginning.
    static func wrapped(_ text: String, after mark: String = "") -> [String] {
        let indent = String(repeating: " ", count: width(mark))
        var lines: [String] = []
        var (start, line) = (mark, "")
        for character in text {
            if width(start) + width(line) + width(String(character)) > columns {
                let word = line.lastIndex(of: " ").map { line[line.index(after: $0)...] } ?? ""
                let rest = character == " " || word.count > columns / 3 ? "" : word
                lines.append(start + line.dropLast(rest.count))
                (start, line) = (indent, String(rest))
                if character == " " { continue }
            }
            line.append(character)
        }
        return lines + [start + line]
    }

    /// The text with blanks up to a column.
    static func padded(_ text: String, to columns: Int) -> String { text + String(repeating: " ", count: max(1, columns - width(text))) }

    /// Chinese characters take two columns of a printer.
    private static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && !(0x2000..<0x2E80).contains($1.value) ? 2 : 1) } }
}
