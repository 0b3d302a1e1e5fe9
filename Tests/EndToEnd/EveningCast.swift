import Foundation
import Randomness
import Testing

/// Who comes to the gate: names and plates of real life, and the residents' own vehicles.
struct Cast {
    private var names: ArraySlice<String>
    private var plates: ArraySlice<String>
    private let residents: [String]
    private let units: [String]
    private var badge = 0

    /// Whether digits are a unit's number, too, or that of a flat in any building.
    func isUnit(_ digits: String) -> Bool { units.contains { $0.filter { $0 != "-" } == digits || $0.split(separator: "-").last.map(String.init) == digits } }

    init() throws {
        let data = Bundle.module.bundleURL.appending(path: "Data")
        let denied = try String(contentsOf: Program.config.appending(path: "deny.csv"), encoding: .utf8)
        residents = try Cast.rows("vehicles.csv")
        units = try Cast.rows("units.csv")
        names = try Cast.lines(data.appending(path: "names.txt")).filter { !denied.contains($0) }[...]
        plates = try Cast.lines(data.appending(path: "plates.txt")).filter { [residents] in
            !denied.contains($0) && !residents.contains($0)
        }[...]
    }

    private static func lines(_ file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// The first column of a table of the example estate.
    private static func rows(_ name: String) throws -> [String] {
        try lines(Program.config.appending(path: name)).filter { !$0.hasPrefix("#") }.dropFirst()
            .compactMap { $0.split(separator: ",").first.map(String.init) }
    }

    mutating func name() throws -> String { try Cast.next(&names) }
    mutating func plate() throws -> String { try Cast.next(&plates) }
    func unit(_ random: inout SeededGenerator) throws -> String {
        let drawn = units.randomElement(using: &random)
        return try #require(drawn)
    }

    /// Residents' vehicles, each once, in a drawn order.
    func vehicles(_ random: inout SeededGenerator) -> [String] { residents.shuffled(using: &random) }

    private static func next(_ texts: inout ArraySlice<String>) throws -> String {
        let text = texts.popFirst()
        return try #require(text, "the file is used up")
    }

    mutating func nextBadge() -> String {
        badge += 1
        return "VB-" + String(9000 + badge)
    }
}
