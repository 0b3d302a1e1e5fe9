import Foundation
import Testing

/// A form that is half filled when the terminal or the program is lost.
@Suite(.serialized)
struct DraftScreenTests {
    private func half() throws -> Tmux {
        let terminal = try Tmux()
        try terminal.wait(for: "Sign on")
        for key in ["7", "1", "1", "Enter"] { try terminal.press(key) }
        try terminal.wait(for: "G07 is on duty")
        try terminal.type("蘇東坡")
        try terminal.wait(for: "> 蘇東坡")
        try terminal.press("Enter")
        try terminal.wait(for: "Fits the person")
        try terminal.type("1")
        try terminal.type("A123456")
        try terminal.type("789")
        try terminal.wait(for: "A123456789")
        try terminal.press("Enter")
        try terminal.wait(for: " 6789")
        try terminal.type("1")
        try terminal.type("3-1502")
        try terminal.wait(for: "3-1502")
        return terminal
    }

    /// All files of the data folder, whatever they are.
    private func files(_ terminal: Tmux) -> [(name: String, text: String)] {
        let data = FileManager.default.enumerator(at: terminal.folder.appending(path: "data"), includingPropertiesForKeys: nil)
        return (data?.compactMap { $0 as? URL } ?? []).compactMap { url in
            FileManager.default.contents(atPath: url.path).map { (url.lastPathComponent, String(decoding: $0, as: UTF8.self)) }
        }
    }

    private func waitForDraft(_ terminal: Tmux, with part: String) throws {
        try terminal.wait("a draft with \(part)") { _ in files(terminal).contains { $0.name.hasSuffix(".json") && $0.text.contains(part) } }
    }

    @Test("After SIGKILL the next start offers the form, and no file holds the document's number")
    func killed() throws {
        let terminal = try half()
        try waitForDraft(terminal, with: "3-1502")
        kill(try terminal.programID(), SIGKILL)
        try terminal.wait(for: "exit=137")
        #expect(files(terminal).allSatisfy { !$0.text.contains("A123456") })
        try terminal.press("C-j")
        try terminal.wait(for: "Left half filled last time: 1")
        try terminal.press("C-p")
        try terminal.wait("the form") { $0.contains("蘇東坡") && $0.contains("6789") && $0.contains("3-1502") }
        for keys in ["1", "1", "1"] { try terminal.type(keys) }
        try terminal.press("Enter")
        try terminal.wait(for: "Let in 蘇東坡")
        try terminal.wait("no draft") { _ in files(terminal).allSatisfy { !$0.name.hasSuffix(".json") } }
    }

    @Test("A lost terminal and a SIGTERM leave the form for the next start too", arguments: [SIGHUP, SIGTERM])
    func signalled(signal: Int32) throws {
        let terminal = try half()
        kill(try terminal.programID(), signal)
        try terminal.wait(for: "exit=")
        try waitForDraft(terminal, with: "3-1502")
        try terminal.press("C-j")
        try terminal.wait(for: "Left half filled last time: 1")
        try terminal.press("C-p")
        try terminal.wait(for: "蘇東坡")
        try terminal.press("Escape")
        try terminal.wait(for: "Discard it?")
        try terminal.press("Enter")
        try terminal.wait("no draft") { _ in files(terminal).allSatisfy { !$0.name.hasSuffix(".json") } }
    }
}
