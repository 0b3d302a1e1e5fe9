import Foundation
import Glibc
import Testing

@Suite("The mouse in a terminal", .serialized)
struct MouseScreenTests {
    private func onDuty() throws -> Tmux {
        let terminal = try Tmux(environment: "SWIFT_BACKTRACE=enable=no")
        try terminal.wait(for: "Sign on")
        for key in ["7", "1", "1", "Enter"] { try terminal.press(key) }
        try terminal.wait(for: "G07 is on duty")
        return terminal
    }

    @Test("A click on the key bar opens the pane; on a row it selects and records nothing")
    func click() throws {
        let terminal = try onDuty()
        try terminal.type("\u{1B}[<0;20;24M\u{1B}[<0;20;24m")
        try terminal.wait(for: "┌ Vehicles")
        try terminal.type("7281")
        try terminal.wait(for: "BKX-7281")
        try terminal.type("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
        try terminal.press("Escape")
        try terminal.wait("the row to be gone") { !$0.contains("BKX-7281") }
        #expect(!terminal.journal.contains("vehicle.entered"))
    }

    @Test("It is on while the program runs and off when it has ended, however it ended", arguments: ["F10", "TERM", "SEGV"])
    func modes(end: String) throws {
        let terminal = try onDuty()
        #expect(try terminal.flag("mouse_sgr_flag") == "1")
        #expect(try terminal.flag("mouse_standard_flag") == "1")
        switch end {
        case "F10":
            try terminal.press("F10")
            try terminal.wait(for: "Quit?")
            try terminal.press("Enter")
        case "TERM": kill(try terminal.programID(), SIGTERM)
        default: kill(try terminal.programID(), SIGSEGV)
        }
        try terminal.wait(for: "exit=")
        #expect(try terminal.flag("mouse_sgr_flag") == "0")
        #expect(try terminal.flag("mouse_any_flag") == "0")
    }

    @Test("A terminal that has none is not asked for it")
    func none() throws {
        let terminal = try Tmux(environment: "TERM=vt220")
        try terminal.wait(for: "Sign on")
        #expect(try terminal.flag("mouse_any_flag") == "0")
    }
}
