import Foundation
import Glibc
import Notation
import Testing
import Witness

@Suite("Standard streams that cannot be used")
struct StreamTests {
    private let scratch: Scratch
    private static let guest = #"{"do":"visitor.expect","by":"G07","name":"王小明","unit":"3-1502","id":"first"}"#

    init() throws {
        scratch = try Scratch()
        try #require(try Program.run("record", data: scratch.folder, input: Data((Self.guest + "\n").utf8)).status == 0)
    }

    /// Runs the program from a line of shell, in which `$G` is the program and `${O[@]}` the options that say where the data are.
    private func shell(_ script: String) throws -> Program.Outcome {
        let options = "--language en --data '\(scratch.folder.path)' --config '\(Program.config.path)'"
        return try Program.shell("G='\(Program.url.path)'; O=(\(options)); \(script)", in: scratch.folder)
    }

    @Test("A command whose output cannot be written ends with 74 and one sentence", arguments: [
        "verify", "schema", "schema commands", "report on-site", "report pace --format html", "report shift --explain",
        "check-config", "guard list", "search 王小明", "search 王小明 --format json",
    ], [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")])
    func output(command: String, place: (redirection: String, reason: String)) throws {
        let outcome = try shell("$G \(command) ${O[@]} \(place.redirection)")
        #expect(outcome.status == 74, "\(outcome.complaint)")
        #expect(outcome.complaint == "The output cannot be written (\(place.reason)) and is not complete: see where it goes.\n")
    }

    @Test("The sentence stands in the language of the estate and in each other one")
    func languages() throws {
        let said = try ["zh-Hant", "zh-Hans", "en"].map { try shell("$G verify ${O[@]} --language \($0) >/dev/full").complaint }
        #expect(said[0].hasPrefix("輸出寫不出去") && said[1].hasPrefix("输出写不出去") && said[2].hasPrefix("The output"), "\(said)")
    }

    @Test("What cannot be said on stderr changes no status", arguments: ["2>/dev/full", "2>&-"])
    func complaint(redirection: String) throws {
        #expect(try shell("$G record ${O[@]} --post nowhere </dev/null \(redirection)").status == 64)
        #expect(try shell("$G report guard --guard G99 ${O[@]} \(redirection)").status == 64)
        #expect(try shell("$G verify ${O[@]} >/dev/full \(redirection)").status == 74)
    }

    @Test("A reader that is gone ends the command quietly, also where the signal is ignored")
    func readerGone() throws {
        let outcome = try shell("exec 3> >(exit 0); wait $!; trap '' PIPE; $G verify ${O[@]} >&3")
        #expect(outcome.status == 74 && outcome.complaint.isEmpty, "\(outcome.complaint)")
    }

    @Test("A pipe that does not block is waited for")
    func nonBlocking() throws {
        let whole = try Program.run("schema", data: scratch.folder).output
        let pipe = PipeEnds()
        let capacity = 65_536
        #expect(whole.count > capacity && fcntl(pipe.write, F_SETFL, O_NONBLOCK) == 0)
        let child = try Child([Program.url.path, "schema"], output: pipe.write)
        close(pipe.write)
        var waiting: Int32 = 0
        while ioctl(pipe.read, UInt(FIONREAD), &waiting) == 0, Int(waiting) < capacity { sched_yield() }
        let output = FileHandle(fileDescriptor: pipe.read, closeOnDealloc: true)
        #expect(try output.readToEnd() == whole)
        #expect(child.wait() == 0)
    }

    @Test("`record` stops at the first answer that cannot be written: that command is recorded, and repeated it is the same line")
    func answers() throws {
        let commands = ["second", "third"].map { Self.guest.replacing("first", with: $0) }.joined(separator: "\n") + "\n"
        try Data(commands.utf8).write(to: scratch.url("commands"))
        let outcome = try shell("$G record ${O[@]} <commands >/dev/full")
        #expect(outcome.status == 74)
        #expect(outcome.complaint.hasPrefix("An answer cannot be written (No space left on device).") && outcome.complaint.contains("same id"))
        let before = try Pages(data: scratch.folder).lines().compactMap { $0["id"]?.string }
        #expect(before == ["first", "second"])
        #expect(try shell("$G record ${O[@]} <commands").lines.count == 2)
        #expect(try Pages(data: scratch.folder).lines().compactMap { $0["id"]?.string } == ["first", "second", "third"])
    }

    @Test("A stream that was closed is never taken by a page")
    func closed() throws {
        try Data(Self.guest.replacing("first", with: "second").utf8).write(to: scratch.url("commands"))
        #expect(try shell("$G record ${O[@]} <commands >&- 2>&-").status == 74)
        #expect(try Program.run("verify", data: scratch.folder).status == 0)
        #expect(try Pages(data: scratch.folder).lines().last?["id"] == "second")
    }

    @Test("Input that cannot be read is not taken for its end", arguments: [("<.", "Is a directory"), ("<&-", "Bad file descriptor")])
    func input(redirection: String, reason: String) throws {
        let outcome = try shell("$G record ${O[@]} \(redirection)")
        #expect(outcome.status == 74)
        #expect(outcome.complaint == "The input cannot be read any further (\(reason)): send again what got no answer.\n")
        #expect(try shell("$G guard set-pin G07 ${O[@]} \(redirection)").status == 74)
    }

    @Test("Input that fails behind a command is said, too, and that has not come yet is waited for", arguments: [("EIO:when=2", 74), ("EAGAIN:when=1", 0), ("EINTR:when=1", 0)])
    func inputLater(fault: String, status: Int32) throws {
        let commands = scratch.url("commands")
        try Data((Self.guest.replacing("first", with: "second") + "\n").utf8).write(to: commands)
        let outcome = try shell("strace -f -o /dev/null -P '\(commands.path)' -e inject=read:error=\(fault) $G record ${O[@]} <commands")
        #expect(outcome.status == status, "\(outcome.complaint)")
        #expect(outcome.lines.count == 1 && outcome.text.hasPrefix("{\"ok\":true"))
        #expect(outcome.complaint.contains("Input/output error") == (status == 74))
    }
}
