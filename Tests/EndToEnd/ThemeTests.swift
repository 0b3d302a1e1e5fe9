import Foundation
import Testing

@Suite("The colours of the screen", .serialized)
struct ThemeTests {
    /// The example estate with another theme.
    private func estate(_ theme: String) throws -> Scratch {
        let scratch = try Scratch()
        for file in try FileManager.default.contentsOfDirectory(at: Program.config, includingPropertiesForKeys: nil) where file.lastPathComponent != "estate.yaml" {
            try FileManager.default.copyItem(at: file, to: scratch.url(file.lastPathComponent))
        }
        let text = try String(contentsOf: Program.config.appending(path: "estate.yaml"), encoding: .utf8)
        try #require(text.contains("\ntheme: dark\n"))
        try Data(text.replacing("\ntheme: dark\n", with: "\ntheme: \(theme)\n").utf8).write(to: scratch.url("estate.yaml"))
        return scratch
    }

    private func firstScreen(_ config: Scratch, _ environment: String = "") throws -> Tmux {
        let terminal = try Tmux(environment: "TERM=xterm-256color GATEBOOK_CONFIG='\(config.folder.path)' \(environment)")
        try terminal.wait(for: "Sign on")
        return terminal
    }

    private func hasColours(_ terminal: Tmux) throws -> Bool { try terminal.coloured().contains("48;5;") }

    @Test("The configuration chooses them, $GATEBOOK_THEME comes before it, --theme before both, and Ctrl-Y changes them")
    func chosen() throws {
        let config = try estate("contrast")
        let terminal = try firstScreen(config)
        #expect(try !hasColours(terminal))
        try terminal.press("C-y")
        try terminal.wait(for: "Colours: dark")
        #expect(try hasColours(terminal))
        try terminal.press("C-y", "C-y")
        try terminal.wait(for: "Colours: contrast")
        #expect(try !hasColours(terminal))
        #expect(try hasColours(firstScreen(config, "GATEBOOK_THEME=light")))
        #expect(try !hasColours(firstScreen(config, #"GATEBOOK_THEME=light sh -c 'exec "$0" "$@" --theme contrast'"#)))
    }

    @Test("A wrong one is named with file and line")
    func wrong() throws {
        let config = try estate("blue")
        let data = try Scratch()
        let result = try Program.run("check-config", data: data.folder, config: config.folder)
        #expect(result.status == 78)
        #expect(result.complaint.contains("estate.yaml:") && result.complaint.contains("blue") && result.complaint.contains("contrast"))
    }
}
