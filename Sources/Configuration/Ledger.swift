import Gatekeeping

/// What one reading of a configuration has gathered: what is wrong, which ids there are, which are referred to.
///
/// References are settled when every file has been read, so the order of files does not matter.
final class Ledger {
    typealias Thing = Problem.Thing

    private(set) var findings: [Finding] = []
    private var defined: [Thing: [String: Int]] = [:]
    private var references: [Reference] = []
    private var incomplete: Set<Thing> = []
    private var codes: [String: Place] = [:]

    struct Place {
        var file: String
        var line: Int
    }

    private struct Reference {
        var thing: Thing
        var id: String
        var place: Place
    }

    func report(_ problem: Problem, at place: Place) {
        findings.append(Finding(file: place.file, line: place.line, problem: problem))
    }

    /// Notes that `id` exists. Ids of parts are unique only `within` their whole.
    func define(_ thing: Thing, _ id: String, within scope: String = "", at place: Place) {
        let key = scope.isEmpty ? id : scope + "\n" + id
        if let first = defined[thing, default: [:]][key] {
            report(.duplicateID(thing, id: id, firstLine: first), at: place)
        } else {
            defined[thing, default: [:]][key] = place.line
        }
    }

    /// Notes an id that stands in a row too damaged to be read, so that references to it are not called dangling.
    func tolerate(_ thing: Thing, _ id: String, line: Int) {
        if defined[thing, default: [:]][id] == nil { defined[thing, default: [:]][id] = line }
    }

    /// Notes that the list of these could not be read, so that nothing is said about references into it.
    func markIncomplete(_ thing: Thing) { incomplete.insert(thing) }

    func refer(to thing: Thing, _ id: String, at place: Place) {
        references.append(Reference(thing: thing, id: id, place: place))
    }

    /// Notes what a scanner types for a person or a checkpoint: no two may be the same.
    func code(_ code: String, at place: Place) {
        if let first = codes[code] {
            report(.duplicateCode(code, firstFile: first.file, firstLine: first.line), at: place)
        } else {
            codes[code] = place
        }
    }

    /// Reports ids that a list must have because the program itself uses them.
    func require(_ ids: [String], of thing: Thing, at place: Place) {
        guard !incomplete.contains(thing) else { return }
        for id in ids where defined[thing]?[id] == nil {
            report(.missingEntry(thing, id: id), at: place)
        }
    }

    /// Settles what could not be judged before everything was read; all findings by file and line.
    func close(scans: ScanShapes) -> [Finding] {
        for reference in references where !incomplete.contains(reference.thing) {
            let known = defined[reference.thing] ?? [:]
            if known[reference.id] != nil { continue }
            let likely = likeliest(reference.id, among: known.keys)
            report(.danglingReference(reference.thing, id: reference.id, suggestion: likely), at: reference.place)
        }
        if scans.prefix == nil {
            for (code, place) in codes where !scans.shapes.contains(where: { fits(code, shape: $0) }) {
                report(.unrecognisableCode(code), at: place)
            }
        }
        return Set(findings).sorted { left, right in
            (left.file, left.line, String(describing: left.problem))
                < (right.file, right.line, String(describing: right.problem))
        }
    }
}
