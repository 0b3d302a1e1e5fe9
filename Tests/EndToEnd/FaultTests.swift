import Foundation
import Testing

/// The short versions of the fault tests; the long ones are commands of their own, see README.md.
@Suite("Faults", .serialized)
struct FaultTests {
    private static let program = Program.url.deletingLastPathComponent().appending(path: "gatebook-faults")

    @Test(arguments: ["sweep", "order", "press", "reserve", "tails", "swap", "race", "kill", "power", "blocks", "thin", "thin-race", "mutants"])
    func theProgramKeepsItsWord(_ subcommand: String) throws {
        let scratch = try Scratch()
        let outcome = try Program.finish(Self.program, [subcommand, "--short", "--scratch", scratch.folder.path])
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.complaint)")
    }
}
