import Notation
import Randomness

/// A made-up quarter at the desk: matters on every path, as commands in order of time, with its own truth counted while it is made.
struct DeskQuarter {
    /// One command; `number` is the matter it is about, in the order in which they come.
    struct Deed {
        var time: Int
        var number: Int
        var command: JSONObject
        /// A repair: whether its seal drew a visit shows only when it is to be closed.
        var closesRepair = false
    }

    static let start = "2026-07-01T08:30:00+08:00"
    private(set) var deeds: [Deed] = []
    /// What the figures must be, by their names in the report.
    private(set) var truth: [String: Int] = [:]
    /// Matters that came, by building.
    private(set) var buildings: [String: Int] = [:]

    private var units: [String]
    private var random: SeededGenerator

    /// - Parameter visits: homes that officers visit by the plan besides.
    init(seed: UInt64, days: Int, matters: Int, visits: Int, units: [String]) {
        (random, self.units) = (SeededGenerator(seed: seed), units)
        for number in 0..<matters + visits {
            let isVisit = number >= matters
            var way = Way(quarter: self, number: number, time: isVisit ? (number - matters) * days * 1440 / visits : number * days * 1440 / matters)
            if isVisit { way.visit() } else { way.go() }
            self = way.quarter
        }
        deeds = deeds.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }

    /// The way of one matter through the desk.
    private struct Way {
        var quarter: DeskQuarter
        let number: Int
        var time: Int

        private mutating func count(_ figure: String) { quarter.truth[figure, default: 0] += 1 }
        private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &quarter.random) < percent }
        private mutating func one<Item>(of items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &quarter.random)] }

        private mutating func ask(_ name: String, by: String = "W01", _ fields: JSONObject = [:], closesRepair: Bool = false) {
            var command: JSONObject = ["do": .string(name), "by": .string(by), "post": "desk"]
            for member in fields.members { command[member.name] = member.value }
            quarter.deeds.append(Deed(time: time, number: number, command: command, closesRepair: closesRepair))
            time += 1
        }

        mutating func go() {
            let kind = one(of: ["complaint", "complaint", "suggestion", "enquiry", "repair", "repair"])
            var received: JSONObject = ["matter": .string(kind), "who": "住戶", "what": "事情", "channel": "phone"]
            received["topic"] = .string(one(of: ["noise", "leak", "parking", "fees", "other"]))
            let unit = chance(95) ? one(of: quarter.units) : nil
            if let unit { received["unit"] = .string(unit) }
            ask("matter.receive", received)
            count("received")
            count(kind)
            quarter.buildings[unit.map { String($0.prefix { $0 != "-" }) } ?? "", default: 0] += 1
            if chance(10) { ask("matter.explain", ["text": "師傅在路上", "promised": "2026-12-24T18:00:00+08:00"]) }
            if kind == "enquiry" { return answerAndClose() }
            guard chance(95) else { return }
            verified(kind, unit)
        }

        /// A visit of the plan: what it brings up becomes a matter, and it is handled only if it brings up nothing.
        mutating func visit() {
            let unit = one(of: quarter.units)
            let outcome = one(of: ["content", "content", "fairly", "not"])
            var visit: JSONObject = ["unit": .string(unit), "opinion": "意見", "outcome": .string(outcome)]
            let isPromised = chance(20)
            if isPromised { visit["promised"] = "2026-12-24T18:00:00+08:00" }
            ask("revisit.make", by: one(of: ["W01", "W02", "D01"]), visit)
            count("revisits")
            count(outcome)
            guard outcome == "not" || isPromised else { return count("handled") }
            count("received")
            count(outcome == "not" ? "complaint" : "enquiry")
            quarter.buildings[String(unit.prefix { $0 != "-" }), default: 0] += 1
        }

        private mutating func verified(_ kind: String, _ unit: String?) {
            let isValid = chance(70)
            if chance(10) { time += 1440 }
            if isSameDay(came, time) { count("same-day") }
            ask("matter.verify", ["valid": .bool(isValid), "reason": "看過"])
            if kind == "complaint" { count(isValid ? "valid" : "unfounded") }
            guard isValid else { return kind == "complaint" ? answerAndVisit(canReturn: false) : answerAndClose() }
            ask("matter.report", ["department": "engineering", "director": "D01", "manner": "phone"])
            handOn()
            ask("matter.plan", ["text": "計劃"])
            switch kind {
            case "suggestion": post(unit)
            case "repair":
                ask("matter.resolve", ["text": "修好"])
                answer()
                ask("matter.close", closesRepair: true)
                count("closed")
            default:
                ask("matter.resolve", ["text": "解決"])
                answerAndVisit(canReturn: true)
            }
        }

        /// When it came.
        private var came: Int { quarter.deeds.first { $0.number == number }?.time ?? time }

        private func isSameDay(_ one: Int, _ other: Int) -> Bool { (510 + one) / 1440 == (510 + other) / 1440 }

        /// Some go on to another department, some so often that the director decides, some to the director at once.
        private mutating func handOn() {
            let times = one(of: [0, 0, 0, 1, 2, 3])
            for department in ["security", "cleaning", "gardening"].prefix(times) { ask("matter.hand", ["department": .string(department), "why": "歸他們"]) }
            let isEscalated = times < 3 && chance(10)
            if isEscalated { ask("matter.escalate", ["why": "沒有經費"]) }
            guard times == 3 || isEscalated else { return }
            ask("matter.decide", ["director": "D01", "department": "engineering", "text": "辦"])
            count("escalated")
        }

        private mutating func post(_ unit: String?) {
            ask("suggestion.post", ["text": "公布"])
            count("posted")
            if unit != nil, chance(30) {
                ask("household.commend", ["text": "表揚"])
                count("commended")
            }
            answerAndClose()
        }

        private mutating func answer() {
            for reply in ["resident", "director"] { ask("matter.answer", ["to": .string(reply), "text": "已回復"]) }
        }

        private mutating func answerAndClose() {
            answer()
            guard chance(90) else { return }
            ask("matter.close")
            count("closed")
        }

        /// Somebody else calls; whose resident is not content goes its way again, if it had one.
        private mutating func answerAndVisit(canReturn: Bool) {
            answer()
            guard chance(80) else { return }
            time += 1440
            let outcome = one(of: ["content", "content", "content", "fairly", "not"])
            ask("revisit.make", by: "W02", ["opinion": "意見", "outcome": .string(outcome)])
            count("revisits")
            count(outcome)
            if outcome != "not" {
                count("handled")
                ask("matter.close")
                return count("closed")
            }
            count("reopened")
            guard canReturn else {
                // Unfounded no more and not looked at again: it counts as neither until somebody does.
                quarter.truth["unfounded", default: 0] -= 1
                quarter.truth["same-day", default: 0] -= wasSameDay ? 1 : 0
                return
            }
            guard chance(50) else { return }
            ask("matter.plan", ["text": "再辦"])
            ask("matter.resolve", ["text": "再解決"])
            answer()
            count("handled")
        }

        /// Whether the verification that was just undone had been made on the day it came.
        private var wasSameDay: Bool {
            let verified = quarter.deeds.first { $0.number == number && $0.command["do"] == "matter.verify" }
            return verified.map { isSameDay(came, $0.time) } ?? false
        }
    }
}
