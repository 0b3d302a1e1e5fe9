import Gatekeeping

/// What the reading of one file has gathered, in its order: what is wrong, which ids there are, which are referred to.
///
/// Files are read side by side, each with a ledger of its own. What one says of another is settled when all have been read, by `LedgerClosing`.
final class Ledger {
    typealias Thing = Problem.Thing

    struct Place: Sendable {
        var file: String
        var line: Int
    }

    /// An id, unique only within its whole where there is one.
    struct Key: Hashable, Sendable {
        var thing: Thing
        var id: String
        var scope = ""
    }

    /// One thing that was noted.
    enum Note: Sendable {
        case finding(Finding)
        case defined(Key, Place)
        case tolerated(Key, line: Int)
        case incomplete(Thing)
        case reference(Key, Place)
        case code(String, Place)
        case required([String], Thing, Place)

        var isFinding: Bool { if case .finding = self { true } else { false } }
    }

    private(set) var notes: [Note] = []

    func report(_ problem: Problem, at place: Place) {
        notes.append(.finding(Finding(file: place.file, line: place.line, problem: problem)))
    }

    /// Notes that `id` exists. Ids of parts are unique only `within` their whole.
    func define(_ thing: Thing, _ id: String, within scope: String = "", at place: Place) {
        notes.append(.defined(Key(thing: thing, id: id, scope: scope), place))
    }

    /// Notes an id that stands in a row too damaged to be read, so that references to it are not called dangling.
    func tolerate(_ thing: Thing, _ id: String, line: Int) { notes.append(.tolerated(Key(thing: thing, id: id), line: line)) }

    /// Notes that the list of these could not be read, so that nothing is said about references into it.
    func markIncomplete(_ thing: Thing) { notes.append(.incomplete(thing)) }

    func refer(to thing: Thing, _ id: String, at place: Place) { notes.append(.reference(Key(thing: thing, id: id), place)) }

    /// Notes what a scanner types for a person or a checkpoint: no two may be the same.
    func code(_ code: String, at place: Place) { notes.append(.code(code, place)) }

    /// Notes ids that a list must have because the program itself uses them.
    func require(_ ids: [String], of thing: Thing, at place: Place) { notes.append(.required(ids, thing, place)) }
}
