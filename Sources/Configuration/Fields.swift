import Gatekeeping
import Notation

/// A value as it stands in a file.
struct Found {
    var text: String
    var line: Int
}

/// Named values of one entry, be it a mapping in YAML or a row of a CSV file.
///
/// Every reader reports what is wrong and returns something harmless, so that reading goes on.
protocol Fields: AnyObject {
    var source: Source { get }
    /// The value of `key`, trimmed, never empty; reports one that is missing although it is `required`.
    func find(_ key: String, required: Bool) -> Found?
}

extension Fields {
    /// Text of at most `limit` characters; of more than one line only where `allowsLines`.
    func text(_ key: String, limit: Int = 120, allowsLines: Bool = false) -> String {
        checked(key, required: true, limit: limit, allowsLines: allowsLines)?.text ?? ""
    }

    func optionalText(_ key: String, limit: Int = 120) -> String? {
        checked(key, required: false, limit: limit, allowsLines: false)?.text
    }

    /// The entry's own id in the form that the journal keeps; unique among its kind.
    func id(_ key: String = "id", of thing: Problem.Thing, within scope: String = "") -> String {
        named(key, thing, within: scope) { isID($0) ? nil : .badID($0) }
    }

    /// The entry's own number or name, unique among its kind, in a form of its own.
    func named(
        _ key: String, _ thing: Problem.Thing, within scope: String = "", limit: Int = 32, problem: (String) -> Problem?
    ) -> String {
        guard let found = checked(key, required: true, limit: limit) else { return "" }
        if let problem = problem(found.text) { source.report(problem, line: found.line) }
        source.ledger.define(thing, found.text, within: scope, at: source.place(found.line))
        return found.text
    }

    /// The id of something that is described elsewhere.
    func reference(_ key: String, to thing: Problem.Thing) -> String {
        guard let found = checked(key, required: true, limit: 32) else { return "" }
        source.ledger.refer(to: thing, found.text, at: source.place(found.line))
        return found.text
    }

    func number(_ key: String, in range: ClosedRange<Int>) -> Int {
        let number = converted(
            key, required: true, or: { .badNumber($0, least: range.lowerBound, most: range.upperBound) },
            convert: { text in decimalNumber(text).flatMap { range.contains($0) ? $0 : nil } })
        return number ?? range.lowerBound
    }

    func time(_ key: String) -> ClockTime {
        converted(key, required: true, or: Problem.badTime, convert: { ClockTime($0) }) ?? ClockTime(minutes: 0)
    }

    func optionalTime(_ key: String) -> ClockTime? {
        converted(key, required: false, or: Problem.badTime, convert: { ClockTime($0) })
    }

    /// One of a fixed set of words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, or fallback: Choice) -> Choice
    where Choice.RawValue == String {
        let choices = Choice.allCases.map(\.rawValue)
        let choice = converted(
            key, required: true, or: { .badChoice($0, choices: choices) }, convert: { Choice(rawValue: $0) })
        return choice ?? fallback
    }

    /// What a badge or tag makes the scanner type.
    func code(_ key: String) -> String? {
        guard let found = checked(key, required: false, limit: 64) else { return nil }
        if isPrintable(found.text) {
            source.ledger.code(found.text, at: source.place(found.line))
        } else {
            source.report(.unrecognisableCode(found.text), line: found.line)
        }
        return found.text
    }

    /// A value that `convert` understands; of one that it does not, the `problem` is reported.
    func converted<Value>(
        _ key: String, required: Bool, or problem: (String) -> Problem, convert: (String) -> Value?
    ) -> Value? {
        guard let found = checked(key, required: required, limit: 120) else { return nil }
        if let value = convert(found.text) { return value }
        source.report(problem(found.text), line: found.line)
        return nil
    }

    private func checked(_ key: String, required: Bool, limit: Int, allowsLines: Bool = false) -> Found? {
        guard let found = find(key, required: required) else { return nil }
        source.check(found, field: key, limit: limit, allowsLines: allowsLines)
        return found
    }
}

extension Source {
    /// Reports what no value may contain, and a value that is too long.
    func check(_ found: Found, field: String, limit: Int, allowsLines: Bool = false) {
        let (text, scalars) = (found.text, found.text.unicodeScalars)
        if mayHoldForbidden(text), let forbidden = scalars.first(where: { isForbidden($0) && !(allowsLines && $0 == "\n") }) {
            report(.controlCharacter(forbidden.value, field: field), line: found.line)
        }
        if text.utf8.count > limit, scalars.count > limit { report(.tooLong(field: field, limit: limit), line: found.line) }
    }
}

/// `text` without the blanks around it.
func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "" }
    guard isBlank(first) || isBlank(last) else { return text }
    let start = scalars.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(start[...last])
}
