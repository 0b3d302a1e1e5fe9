import Gatekeeping
import Terminal
import Testing

@testable import Console

/// What the common tasks take at the keyboard, played on the example estate; the README shows this table.
enum KeysPerTask: String, CaseIterable, Sendable {
    case returning, leaving, carIn, carOut, unknownCar, courier, round, refusal

    var name: String {
        switch self {
        case .returning: "a returning visitor comes in · 熟客來訪"
        case .leaving: "a visitor leaves · 訪客離開"
        case .carIn: "a resident's car comes in · 住戶車進"
        case .carOut: "a resident's car goes out · 住戶車出"
        case .unknownCar: "an unknown car is registered and let in · 陌生車輛登記放行"
        case .courier: "a courier comes in · 快遞外賣"
        case .round: "a round of 10 checkpoints, from departing to being back · 巡邏一圈 10 點"
        case .refusal: "somebody is refused entry · 禁止入內"
        }
    }

    /// Characters that say who, which car, where and what: letters, a plate, a unit, a document's end.
    var characters: Int {
        switch self {
        case .returning: 6
        case .leaving: 2
        case .carIn, .carOut: 4
        case .unknownCar: 14
        case .courier: 12
        case .round: 0
        case .refusal: 3
        }
    }

    /// All other keys.
    var keys: Int {
        switch self {
        case .returning: 6
        case .leaving: 1
        case .carIn, .carOut: 1
        case .unknownCar: 6
        case .courier: 8
        case .round: 15
        case .refusal: 3
        }
    }

    /// When it is played: the round of the perimeter, with 10 checkpoints, is due at 18:30.
    var time: String { self == .round ? "2026-11-23T18:20:00+08:00" : Desk.morning }

    /// What must have happened before.
    func prepare(_ desk: Desk) throws {
        switch self {
        case .returning:
            try KeysPerTask.leaving.prepare(desk)
            try KeysPerTask.leaving.play(desk)
        case .leaving: desk.admit("蘇東坡")
        case .carOut: try KeysPerTask.carIn.play(desk)
        case .carIn, .unknownCar, .courier, .round, .refusal: break
        }
    }

    func play(_ desk: Desk) throws {
        switch self {
        case .returning:
            desk.type("蘇東")
            desk.press(.enter, .text("1"))
            desk.type("4321")
            desk.press(.enter, .text("1"), .text("1"), .enter)
        case .leaving:
            desk.type("東坡")
            desk.press(.enter)
        case .carIn, .carOut:
            desk.type("7281")
            desk.press(.enter)
        case .unknownCar:
            desk.type("ZZQ-0099")
            desk.press(.end, .enter, .text("1"))
            desk.type("3-1502")
            desk.press(.enter, .text("2"), .enter)
        case .courier:
            desk.press(.control("x"))
            desk.type("順豐")
            desk.press(.enter)
            desk.type("3-1502")
            desk.press(.enter, .text("6"))
            desk.type("4321")
            desk.press(.enter, .text("1"), .text("1"), .enter)
        case .round:
            desk.press(.function(4), .down, .enter)
            for _ in 0..<10 { desk.press(.control("o")) }
            desk.press(.down, .enter)
        case .refusal:
            desk.type("金大海")
            desk.press(.right, .text("1"), .control("d"))
        }
    }

    /// The kind of the line that the task ends with.
    var ends: String {
        switch self {
        case .returning, .courier: VisitorAdmitted.kind
        case .leaving: VisitorLeft.kind
        case .carIn, .unknownCar: VehicleEntered.kind
        case .carOut: VehicleLeft.kind
        case .round: RoundReturned.kind
        case .refusal: VisitorRefused.kind
        }
    }

    /// The README's table.
    static var markdown: String {
        "| task | characters typed | other keys |\n| --- | --- | --- |\n"
            + allCases.map { "| \($0.name) | \($0.characters) | \($0.keys) |\n" }.joined()
    }
}

struct KeysPerTaskTests {
    @Test("A task takes as many keys as the README says, and the admission says so too", arguments: KeysPerTask.allCases)
    func exact(task: KeysPerTask) throws {
        let desk = try Desk(at: task.time)
        try task.prepare(desk)
        let (before, lines) = (desk.keys, desk.kinds.count)
        try task.play(desk)
        #expect(desk.kinds.count > lines)
        #expect(desk.kinds.last == task.ends)
        #expect(desk.keys - before == task.characters + task.keys)
        if let admission = try desk.lastFact as? any Timed { #expect(admission.keys == task.characters + task.keys) }
    }

    @Test("A returning visitor stays under eight keys beyond the name and the document")
    func returning() { #expect(KeysPerTask.returning.keys < 8) }
}
