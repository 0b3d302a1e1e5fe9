import Gatekeeping
import Journal
import Notation

extension Office {
    /// The fact with the signature, if the PIN is right. Wrong ones go into the journal as one line.
    /// - Parameter writer: who writes the line: what they say that somebody else signs, another one witnesses.
    func sign(_ fact: any Signed, with credentials: Credentials, by writer: String, at post: String) throws(Refusal) -> any Signed {
        let signer = fact.signer(by: writer)
        if let witness = credentials.witness {
            guard estate.person(witness) != nil else { throw .unknownGuard(witness) }
            guard witness != signer, witness != writer else { throw .ownWitness }
        }
        try requirePIN(credentials.pin, of: credentials.witness ?? signer, at: post)
        var copy = fact
        (copy.signed, copy.witness) = (credentials.witness == nil ? .pin : .witness, credentials.witness)
        return copy
    }

    /// Lets somebody of the estate back to a locked screen: by their number, and their PIN if they have one.
    func admitToScreen(_ number: String, pin: PIN?, at post: String) throws(Refusal) {
        guard estate.person(number) != nil else { throw .unknownGuard(number) }
        if let pin { return try requirePIN(pin, of: number, at: post) }
        guard state.registers.pins[number] == nil, !(try pins.holders().contains(number)) else { throw .missingField("pin") }
    }

    /// What the screen is told.
    func answer(to unlocking: Unlocking, at post: String) -> News {
        do throws(Refusal) {
            try admitToScreen(unlocking.number, pin: unlocking.pin, at: post)
            return .unlocked(ticket: unlocking.ticket)
        } catch {
            return .refused(ticket: unlocking.ticket, opener: nil, error)
        }
    }

    /// Refuses every PIN but the right one.
    public func requirePIN(_ pin: PIN, of number: String, at post: String) throws(Refusal) {
        switch try pins.check(pin, of: number, at: now) {
        case .right(let before): if before > 0 { note(PINRefused(number: number, count: before, until: nil), at: post) }
        case .wrong(let left): throw .wrongPIN(number, left: left)
        case .stopped(let count, let until):
            note(PINRefused(number: number, count: count, until: until), at: post)
            throw .pinPaused(number, until: clock(after: until))
        case .paused(let until): throw .pinPaused(number, until: clock(after: until))
        case .none: throw state.registers.pins[number] == nil ? .noPIN(number) : .pinMissing(number)
        }
    }

    /// The first minute of the clock that begins after a time: before it the clock would show it already.
    private func clock(after time: Instant) -> ClockTime { ClockTime(Instant(milliseconds: time.milliseconds + 59_999), in: estate.zone) }

    /// Gives somebody a PIN. The line stands in the journal before the PIN counts.
    /// - Parameter allower: they themselves, or the supervisor who allows it.
    public func setPIN(_ pin: PIN, of number: String, allowedBy allower: String, at post: String) throws(Refusal) -> Answer<Refusal> {
        var answer: Answer<Refusal>?
        _ = try pins.set(pin, of: number) {
            let given = perform(Command(PINSet(number: number), by: allower, post: post))
            answer = given
            if case .written = given { return true }
            return false
        }
        return answer ?? .refused(.pinMissing(number))
    }

    /// Nobody waits for this line: whether it could be written changes nothing for the signer.
    private func note(_ refused: PINRefused, at post: String) { _ = perform(Command(refused, by: "gatebook", post: post)) }
}
