import Notation

extension Situation {
    /// Whoever writes must be known: a person of the estate, or a device for what devices see.
    func requireKnownWriter() throws(Refusal) {
        guard !by.hasPrefix("device:") else { return }
        try requireStaff()
    }

    /// A person of the estate writes.
    func requireStaff() throws(Refusal) {
        guard estate.person(by) != nil else { throw .unknownGuard(by) }
    }

    /// How many people one entry can be about.
    static let people = 1...999

    func require(people count: Int?, field: String) throws(Refusal) {
        let possible = Situation.people
        if let count, !possible.contains(count) { throw .unknownValue(field: field, value: String(count), known: ["\(possible.lowerBound)…\(possible.upperBound)"]) }
    }

    /// A decision is made by somebody who holds the post, or takes it over just now.
    func requireOnDuty() throws(Refusal) {
        try requireStaff()
        guard let custody = registers.custody[post] else { throw .postUnattended }
        guard custody.holder == by || custody.relief == by else { throw .notOnDuty(by) }
    }

    /// Only the program itself records this.
    func requireProgram() throws(Refusal) {
        guard by == "gatebook" else { throw .unknownGuard(by) }
    }
}

extension Estate {
    /// Somebody who may sign in the book: at the gate or at the desk.
    public func person(_ number: String) -> Guard? { guards.first { $0.number == number } ?? desk?.officer(number)?.person }
    public func purpose(_ id: String) -> Purpose? { purposes.first { $0.id == id } }
    public func identification(_ id: String) -> Identification? { identifications.first { $0.id == id } }
    public func unit(_ id: String) -> Unit? { units.first { $0.id == id } }
    public func post(_ id: String) -> Post? { posts.first { $0.id == id } }
    public func route(_ id: String) -> Route? { routes.first { $0.id == id } }
    public func checkpoint(_ id: String) -> Checkpoint? { checkpoints.first { $0.id == id } }
    /// The id of the checkpoint or post that people call so, in whichever language.
    func place(named text: String) -> String? {
        let bare = { (text: String) in text.folded.filter { !$0.isWhitespace } }
        let wanted = bare(text)
        let isCalled = { (names: Names) in [names.hant, names.hans, names.english].compactMap { $0.map(bare) }.contains(wanted) }
        return checkpoints.first { isCalled($0.name) }?.id ?? posts.first { isCalled($0.name) }?.id
    }
    public func occurrenceKind(_ id: String) -> OccurrenceKind? { occurrenceKinds.first { $0.id == id } }
    public func order(_ id: String) -> Order? { orders.first { $0.id == id } }
    public func denied(_ id: String) -> Denied? { denied.first { $0.id == id } }

    /// A choice from the configuration must be one of its ids.
    func require(_ value: String?, in known: [String], field: String) throws(Refusal) {
        guard let value else { return }
        guard known.contains(value) else { throw .unknownValue(field: field, value: value, known: Array(known.prefix(20))) }
    }

    func require(unit: String?, purpose: String?) throws(Refusal) {
        if let unit, self.unit(unit) == nil { throw .unknownValue(field: "unit", value: unit, known: []) }
        try require(purpose, in: purposes.map(\.id), field: "purpose")
    }
}
