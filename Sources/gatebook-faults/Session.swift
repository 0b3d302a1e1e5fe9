import Foundation
import Glibc

/// A running `gatebook record`: commands go in, answers come out.
final class Session {
    private let child: Child
    private let input: Int32
    private let output: Int32
    private var unread: [UInt8] = []
    private var isClosed = false

    init(_ bench: Bench, data: URL) throws {
        let (commands, answers) = (try PipeEnds(), try PipeEnds())
        child = try Child(bench.arguments("record", data: data), input: commands.reading, output: answers.writing)
        close(commands.reading)
        close(answers.writing)
        (input, output) = (commands.writing, answers.reading)
    }

    deinit {
        end()
        close(output)
    }

    /// Writes lines without waiting for their answers.
    func send(_ lines: [String]) throws {
        var rest = Array((lines.joined(separator: "\n") + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure.system("write") }
            rest = rest.dropFirst(count)
        }
    }

    /// The next answer; nil when the program has ended.
    func answer() -> Transcript.Answer? {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                let line = Data(unread[...end])
                unread.removeFirst(end + 1)
                return Transcript(line).answers.first
            }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = read(output, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            unread += bytes.prefix(count)
        }
    }

    /// The answers that are there already.
    func answersSoFar() -> [Transcript.Answer] {
        var answers: [Transcript.Answer] = []
        var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        while unread.contains(0x0A) || poll(&entry, 1, 0) > 0, let answer = answer() { answers.append(answer) }
        return answers
    }

    /// Writes one command and takes its answer.
    func ask(_ line: String) throws -> Transcript.Answer {
        try send([line])
        guard let answer = answer() else { throw Failure("no answer to \(line)") }
        return answer
    }

    /// Writes commands one after the other, each after the answer to the one before; what was acknowledged.
    func ask(_ lines: [String]) throws -> [String: Int] {
        var known: [String: Int] = [:]
        for line in lines {
            let answer = try ask(line)
            known[answer.id] = answer.n
        }
        return known
    }

    /// Ends its input, and waits.
    func end() {
        guard !isClosed else { return }
        isClosed = true
        close(input)
        child.wait()
    }

    /// SIGKILL; what it had answered by then can still be read.
    func kill() {
        guard !isClosed else { return }
        isClosed = true
        close(input)
        child.kill()
    }
}
