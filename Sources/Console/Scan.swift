import Gatekeeping
import Notation
import Terminal
import Wording

/// Tells a badge scanner's burst from typing.
enum Scan {
    /// The code, when all keys of one read are a burst of ASCII with a terminator and have a known shape or the scanner's prefix.
    static func code(in keys: [Key], shapes: ScanShapes) -> String? {
        guard keys.count >= 4, case .enter? = keys.last else { return nil }
        var text = ""
        for key in keys.dropLast() {
            guard case .text(let part) = key, part.utf8.count == 1 else { return nil }
            text += part
        }
        if let prefix = shapes.prefix, !prefix.isEmpty, text.hasPrefix(prefix) { return String(text.dropFirst(prefix.count)) }
        return shapes.shapes.contains { fits(text, $0) } ? text : nil
    }

    private static func fits(_ text: String, _ shape: String) -> Bool {
        guard text.count == shape.count else { return false }
        return zip(text, shape).allSatisfy { character, wanted in
            switch wanted {
            case "9": character.isWholeNumber
            case "A": character.isLetter
            default: character == wanted
            }
        }
    }
}

extension Model {
    /// A scan is handled whole: it fills the field of its kind, or is looked up where nothing is typed yet. It never submits.
    mutating func scan(_ code: String) {
        let clean = code.cleaned
        if var form {
            guard let index = form.fields.firstIndex(where: { ["badge", "number", "walker"].contains($0.id) }) else {
                message = ScreenWords.scan[language] + clean
                return
            }
            let person = estate.guards.first { $0.badge == clean }
            form.fields[index].value = form.fields[index].id == "badge" ? clean : person?.number ?? form.fields[index].value
            if form.focus == index { form.goOn() }
            replaceForm(form)
        } else if line.isEmpty, layers.isEmpty {
            line = clean
            find()
        } else {
            message = ScreenWords.scan[language] + clean
        }
    }
}
