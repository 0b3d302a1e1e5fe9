import ArgumentParser
import Glibc
import Wording

/// Asks for what nobody else may read: from a terminal without echo, else a line of stdin for each question.
struct SecretInput {
    private let isTerminal = isatty(STDIN_FILENO) == 1
    private var lines = LineInput(limit: 256)

    /// What was typed; nil at the end of the input, or where it was broken off with Ctrl-C.
    /// - Throws: 74 where stdin cannot be read, once that is said.
    mutating func ask(_ question: Text, _ language: Language) throws(ExitCode) -> String? {
        guard isTerminal else { return try lines.next(language).map { text($0) } }
        complain(question[language], terminator: "")
        defer { complain("") }
        return withoutEcho { readLineOfTerminal() }.map { text($0) }
    }

    /// A terminal gives out a line whole.
    private func readLineOfTerminal() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        guard count > 0, bytes[count - 1] == 0x0A else { return nil }
        return Array(bytes[..<(count - 1)])
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    /// Ctrl-C ends the line instead of the program, so that the terminal never stays without echo.
    private func withoutEcho(_ body: () -> [UInt8]?) -> [UInt8]? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO)
        withUnsafeMutableBytes(of: &quiet.c_cc) { $0[Int(VEOL)] = 3 }
        quiet.c_lflag &= ~tcflag_t(ISIG)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0 else { return nil }
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        return body()
    }
}
