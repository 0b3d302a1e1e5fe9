import Notation
import Testing

@testable import Gatekeeping

/// A gate in which things happened, and what the rules make of the next command.
struct Scene {
    var estate = Estate.small
    var state = GateState()
    var now = Scene.evening
    var n = 0

    /// Monday, 22:00 at the gate.
    static let evening = Day(number: 20_780).at(ClockTime(minutes: 22 * 60), in: Zone(minutes: 480))

    /// G07 is on duty at the main post.
    static var onDuty: Scene {
        get throws {
            var scene = Scene()
            try scene.given(PostTaken().turnedOut())
            return scene
        }
    }

    mutating func pass(minutes: Int) { now = now.adding(minutes: minutes) }

    /// Lets a command happen that the rules must not refuse; gives its line number.
    @discardableResult
    mutating func given(
        _ fact: any Fact, by: String = "G07", post: String = "main", at: Instant? = nil, id: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Int {
        let command = Command(fact, by: by, post: post, at: at, id: id)
        guard case .event(let event) = try command.decide(on: state, in: estate, now: now) else {
            Issue.record("was written before", sourceLocation: sourceLocation)
            return 0
        }
        n += 1
        state.evolve(event, Stamp(n: n, t: now, at: at, by: by, post: post), command: id)
        return n
    }

    /// What the rules make of a command, without letting it happen.
    func when<F: Fact>(
        _ fact: F, by: String = "G07", post: String = "main", at: Instant? = nil
    ) throws -> F {
        let decided = try Command(fact, by: by, post: post, at: at).decide(on: state, in: estate, now: now)
        guard case .event(let event) = decided else { throw Refusal.alreadyRecorded }
        return try #require(event.shape as? F)
    }

    func expectRefused(
        _ fact: any Fact, _ refusal: Refusal, by: String = "G07", post: String = "main", at: Instant? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: refusal, sourceLocation: sourceLocation) {
            try Command(fact, by: by, post: post, at: at).decide(on: state, in: estate, now: now)
        }
    }

    /// The registers as the next page would have them.
    func broughtForward() throws -> GateState {
        var next = GateState()
        var number = n + 1
        for fact in state.broughtForward(at: now) {
            number += 1
            let written = JSON.object(fact.object(in: estate.zone)).bytes
            let object = try #require(try JSON.read(written).object)
            let event = try #require(Event(kind: type(of: fact).kind, object))
            next.evolve(event, Stamp(n: number, t: now, by: "gatebook", post: ""))
        }
        return next
    }
}

/// A blank fact, filled in.
func fact<F: Fact>(_ type: F.Type = F.self, _ fill: (inout F) -> Void) -> F {
    var blank = F()
    fill(&blank)
    return blank
}

extension PostTaken {
    func turnedOut(_ taking: Custody.Taking = .opening) -> PostTaken {
        fact { $0.isTurnedOut = true; $0.taking = taking }
    }
}

extension VisitorVerified {
    static func shown(_ document: String?, name: String = "王小明", tail: String? = "1234", matches: Bool = true) -> VisitorVerified {
        fact { $0.name = name; $0.document = document; $0.tail = tail; $0.matches = matches }
    }
}

extension VisitorRegistered {
    static func visit(_ ref: Int, count: Int = 1, badge: String? = nil) -> VisitorRegistered {
        fact {
            $0.ref = ref
            $0.unit = "3-1502"
            $0.purpose = "family"
            $0.count = count
            $0.badge = badge
        }
    }
}

extension Scene {
    /// Somebody is verified and registered; gives the visit's number.
    mutating func atTheGate(_ verified: VisitorVerified = .shown("id-card"), count: Int = 1, badge: String? = nil) throws -> Int {
        let visit = try given(verified)
        try given(VisitorRegistered.visit(visit, count: count, badge: badge))
        return visit
    }

    mutating func inside(count: Int = 1, badge: String? = nil) throws -> Int {
        let visit = try atTheGate(count: count, badge: badge)
        try given(VisitorAdmitted(ref: visit))
        return visit
    }

    /// The handover that is under way at a post.
    func handover(at post: String = "main") throws -> HandoverList {
        try #require(HandoverList(state.registers, estate: estate, post: post, now: now))
    }

    /// The relief accepts every line that is still open.
    mutating func acceptLines(by relief: String = "G12", post: String = "main") throws {
        let list = try handover(at: post)
        for entry in list.entries where entry.standing.needsAnswer {
            let count = entry.item.isCountedByHand ? entry.item.count : nil
            try given(HandoverAnswered(ref: list.offer, item: entry.item.key, count: count), by: relief, post: post)
        }
    }

    mutating func grant(_ matter: Exception.Matter, for ref: Int?) throws -> Int {
        try given(fact(ExceptionGranted.self) { $0.ref = ref; $0.matter = matter; $0.supervisor = "S01"; $0.reason = "known here" })
    }
}
