import Gatekeeping

/// Settles what could not be judged before every file was read.
struct LedgerClosing {
    private typealias Key = Ledger.Key
    private typealias Place = Ledger.Place

    private var findings: [Finding] = []
    private var defined: [Key: Int] = [:]
    private var references: [(key: Key, place: Place)] = []
    private var incomplete: Set<Problem.Thing> = []
    private var codes: [String: Place] = [:]

    /// All findings of the ledgers' notes, by file and line.
    static func findings(of notes: some Sequence<Ledger.Note>, scans: ScanShapes) -> [Finding] {
        var closing = LedgerClosing()
        for note in notes { closing.take(note) }
        closing.settleReferences()
        closing.settleCodes(scans)
        return Set(closing.findings).sorted { left, right in
            (left.file, left.line, String(describing: left.problem)) < (right.file, right.line, String(describing: right.problem))
        }
    }

    private mutating func take(_ note: Ledger.Note) {
        switch note {
        case .finding(let finding): findings.append(finding)
        case .defined(let key, let place):
            if let first = defined[key] { report(.duplicateID(key.thing, id: key.id, firstLine: first), at: place) } else { defined[key] = place.line }
        case .tolerated(let key, let line): if defined[key] == nil { defined[key] = line }
        case .incomplete(let thing): incomplete.insert(thing)
        case .reference(let key, let place): references.append((key, place))
        case .code(let code, let place):
            if let first = codes[code] { report(.duplicateCode(code, firstFile: first.file, firstLine: first.line), at: place) } else { codes[code] = place }
        case .required(let ids, let thing, let place):
            guard !incomplete.contains(thing) else { return }
            for id in ids where defined[Key(thing: thing, id: id)] == nil { report(.missingEntry(thing, id: id), at: place) }
        }
    }

    private mutating func settleReferences() {
        for (key, place) in references where !incomplete.contains(key.thing) && defined[key] == nil {
            let known = defined.keys.filter { $0.thing == key.thing && $0.scope.isEmpty }.map(\.id)
            report(.danglingReference(key.thing, id: key.id, suggestion: likeliest(key.id, among: known)), at: place)
        }
    }

    private mutating func settleCodes(_ scans: ScanShapes) {
        guard scans.prefix == nil else { return }
        for (code, place) in codes where !scans.shapes.contains(where: { fits(code, shape: $0) }) { report(.unrecognisableCode(code), at: place) }
    }

    private mutating func report(_ problem: Problem, at place: Place) {
        findings.append(Finding(file: place.file, line: place.line, problem: problem))
    }
}
