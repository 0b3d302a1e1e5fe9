import Foundation
import Glibc
import Notation
import Testing
import Witness

/// A running `gatebook record`: a command goes in, its answer comes out.
final class RecordSession {
    private let child: Child
    private let input: FileHandle
    private let output: FileHandle
    private var unread = Data()

    /// - Parameter launcher: a command and its arguments that run the program, where it is not run as it is.
    init(data: URL, config: URL = Program.config, launcher: [String] = []) throws {
        signal(SIGPIPE, SIG_IGN)
        let command = launcher + [Program.url.path, "record", "--data", data.path, "--config", config.path, "--language", "en"]
        let (commands, answers) = (PipeEnds(), PipeEnds())
        child = try Child(command, input: commands.read, output: answers.write)
        Glibc.close(commands.read)
        Glibc.close(answers.write)
        input = FileHandle(fileDescriptor: commands.write, closeOnDealloc: true)
        output = FileHandle(fileDescriptor: answers.read, closeOnDealloc: true)
    }

    /// Writes one line; its answer is still to be read.
    func send(_ command: JSONObject) throws { try send(Data((JSON.object(command).text + "\n").utf8)) }

    /// Writes bytes as they are.
    func send(_ bytes: Data) throws { try input.write(contentsOf: bytes) }

    /// The next answer; nil when the program has ended.
    func answer() throws -> JSONObject? {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                let line = Array(unread[..<end])
                unread = Data(unread[(end + 1)...])
                return try JSON.read(line).object
            }
            let more = output.availableData
            guard !more.isEmpty else { return nil }
            unread += more
        }
    }

    /// Writes one command and reads its answer.
    func ask(_ command: JSONObject) throws -> JSONObject {
        try send(command)
        return try #require(try answer())
    }

    /// Ends the input and waits.
    /// - Returns: the exit status.
    @discardableResult
    func close() throws -> Int32 {
        try input.close()
        return child.wait()
    }

    /// Kills it at once (SIGKILL) and waits.
    func kill() {
        Glibc.kill(child.pid, SIGKILL)
        child.wait()
    }
}
