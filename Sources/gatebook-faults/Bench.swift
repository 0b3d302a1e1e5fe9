import ArgumentParser
import Foundation
import Glibc

/// The options that every subcommand takes.
struct CommonOptions: ParsableArguments {
    @Option(help: "The program to test; else the gatebook beside this one.") var program: String?
    @Option(help: "Where scratch folders are made; else the system's temporary folder.") var scratch: String?
    @Flag(help: "A selection that takes seconds, for the tests.") var short = false
}

/// Something about the test itself went wrong, or the program broke its word.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// The last system call failed.
    static func system(_ call: String) -> Failure { Failure("\(call): \(String(cString: strerror(errno)))") }
}

/// The program under test and a scratch folder, gone when nobody holds it any more.
final class Bench: Sendable {
    let program: String
    let folder: URL
    /// /dev/null, for what the program complains of on the way.
    let nowhere: Int32

    init(_ options: CommonOptions) throws {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        program = URL(filePath: options.program ?? own.deletingLastPathComponent().appending(path: "gatebook").path).path
        guard access(program, X_OK) == 0 else { throw Failure("\(program) cannot be run; build it, or name it with --program.") }
        let parent = options.scratch.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
        nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
        folder = parent.appending(path: "gatebook-faults-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        unsetenv("GATEBOOK_CONFIG")
        unsetenv("GATEBOOK_DATA")
        signal(SIGPIPE, SIG_IGN)
        // No configuration here: the program takes its built-in example estate, which keeps a practice journal.
        guard chdir(folder.path) == 0 else { throw Failure.system("chdir") }
    }

    deinit {
        close(nowhere)
        try? FileManager.default.removeItem(at: folder)
    }

    /// The arguments that run the program on some data.
    func arguments(_ command: String..., data: URL) -> [String] {
        [program] + command + ["--data", data.path, "--language", "en"]
    }

    /// What `gatebook verify --language en` says behind a finding that is all right because a later page declares it.
    private static let declared = "(the next page says so)"

    /// What `gatebook verify` finds beside what is declared in the pages or `known`.
    func verify(_ data: URL, known: Set<String> = []) throws -> [String] {
        let outcome = try Child.run(arguments("verify", data: data))
        if outcome.status == 0 { return [] }
        let findings = outcome.text.split(separator: "\n").map(String.init).dropLast()
        if findings.isEmpty { return ["verify ended with \(outcome.status): \(outcome.text)"] }
        return findings.filter { !known.contains($0) && !$0.contains(Bench.declared) }.map { "verify: \($0)" }
    }

    /// Plays lines of commands through `gatebook record` to the end.
    func record(_ lines: [String], data: URL) throws -> Transcript {
        let outcome = try Child.run(arguments("record", data: data), input: Data((lines.joined(separator: "\n") + "\n").utf8))
        return Transcript(outcome.output)
    }
}

/// Ends the whole test when something hangs: what is traced dies with it.
func allow(seconds: UInt32) { alarm(seconds) }

/// One line on stdout, at once.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

/// Says how a subcommand ended; status 1 if there were problems.
func conclude(_ name: String, _ summary: String, problems: [String]) throws {
    for problem in problems.prefix(40) { say("  ✗ \(problem)") }
    if problems.count > 40 { say("  ✗ and \(problems.count - 40) more") }
    say("\(name): \(summary): \(problems.isEmpty ? "held" : "\(problems.count) PROBLEMS")")
    guard problems.isEmpty else { throw ExitCode(1) }
}
