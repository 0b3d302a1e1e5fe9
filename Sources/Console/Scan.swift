import Gatekeeping
import Notation
import Terminal
import Wording

/// Tells a badge scanner's burst from typing.
enum Scan {
    /// The code, when all keys of one read are a burst of ASCII with a terminator and have a known shape or the scanner's prefix, or are a
    /// document's whole number.
    static func code(in keys: [Key], shapes: ScanShapes) -> String? {
        guard keys.count >= 4, case .enter? = keys.last else { return nil }
        var text = ""
        for key in keys.dropLast() {
            if case .enter = key {
                text += "\n"
                continue
            }
            guard case .text(let part) = key, part.utf8.count == 1 else { return nil }
            text += part
        }
        if DocumentNumber(text)?.isUnmistakable == true { return text }
        if text.contains("\n") { return nil }
        if let prefix = shapes.prefix, !prefix.isEmpty, text.hasPrefix(prefix) { return String(text.dropFirst(prefix.count)) }
        return shapes.shapes.contains { fits(text, $0) } ? text : nil
    }

    private static func fits(_ text: String, _ shape: String) -> Bool {
        guard text.count == shape.count else { return false }
        return zip(text, shape).allSatisfy { character, wanted in
            switch wanted {
            case "9": character.isDigit
            case "A": character.isLetter
            default: character == wanted
            }
        }
    }
}

extension Model {
    /// A scan is handled whole: it fills the field of its kind, or is looked up where nothing is typed yet. It never submits.
    /// - Parameter time: when it was read, in milliseconds of the clock that never jumps.
    mutating func scan(_ code: String, at time: Int) {
        (lastPressed, lastTyped) = (PressedKey(key: .enter, time: time), time)
        message = nil
        if isLocked { guard case .signOn? = form?.kind else { return } }
        begin(isFirst: true)
        defer { count() }
        let clean = code.cleaned
        if let number = DocumentNumber(code), number.isUnmistakable { return scan(number) }
        if var form {
            guard form.ticket == nil, form.isOnFinish || !form.fields[form.focus].isSecret else { return }
            guard let (index, value) = place(of: clean, in: form) else {
                message = ScreenWords.scan[language] + clean
                return
            }
            form.fields[index].value = value
            if form.focus == index { form.goOn() }
            replaceForm(form)
        } else if layers.isEmpty, line.isEmpty || isLineScanned {
            line = clean
            (isLineScanned, isLineAside) = (true, false)
            find()
        } else {
            message = ScreenWords.scan[language] + clean
        }
    }

    /// Of a scanned document only the last four characters are kept, wherever the focus is (P3).
    private mutating func scan(_ document: DocumentNumber) {
        guard var form, form.ticket == nil, let index = form.fields.firstIndex(where: { $0.id == "tail" }) else {
            message = FormWords.documentElsewhere(document.tail)[language]
            return
        }
        form.fields[index].value = document.tail
        form.warning = document.warning
        if form.focus == index { form.goOn() }
        replaceForm(form)
    }

    /// The field of the code's kind and what it becomes there; nil where the form has none.
    private func place(of code: String, in form: Form) -> (index: Int, value: String)? {
        if let person = estate.guards.first(where: { $0.badge == code }) {
            return form.fields.firstIndex { field in
                guard ["number", "walker"].contains(field.id), case .choice(let options) = field.kind else { return false }
                return options.contains { $0.id == person.number }
            }.map { ($0, person.number) }
        }
        let isOther = estate.residents.contains { $0.badge == code } || estate.checkpoints.contains { $0.tag == code }
        guard !isOther, let index = form.fields.firstIndex(where: { ["badge", "badgeBack"].contains($0.id) }) else { return nil }
        guard case .visitorLeaves(let ref) = form.kind else { return (index, code) }
        return registers.visits[ref]?.badge == code ? (index, "yes") : nil
    }
}
