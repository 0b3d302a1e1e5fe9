import Foundation
import Testing
import Witness

/// The built program, beside the test bundle.
enum Program {
    static let url = Bundle.module.bundleURL.deletingLastPathComponent().appending(path: "gatebook")
    /// The repository's top folder.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The example estate.
    static let config = repository.appending(path: "config")

    /// What a finished process left behind.
    struct Outcome {
        let status: Int32
        let output: Data
        let complaint: String

        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [Substring] { text.split(separator: "\n") }
    }

    /// Runs the program on the data in `folder` to its end.
    static func run(
        _ arguments: String..., data: URL, config: URL = config, input: Data = Data()
    ) throws -> Outcome {
        try finish(url, arguments + ["--data", data.path, "--config", config.path], input: input)
    }

    /// Runs a line of shell in `folder` to its end.
    static func shell(_ script: String, in folder: URL) throws -> Outcome {
        try finish(URL(filePath: "/bin/bash"), ["-c", script], folder: folder)
    }

    /// Runs `executable` to its end. Input and output go through files, so that neither side can block the other.
    static func finish(
        _ executable: URL, _ arguments: [String], folder: URL = repository, input: Data = Data()
    ) throws -> Outcome {
        let scratch = try Scratch()
        let (inputFile, outputFile, errorFile) = (scratch.url("input"), scratch.url("output"), scratch.url("error"))
        try input.write(to: inputFile)
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        let files = try (FileHandle(forReadingFrom: inputFile), FileHandle(forWritingTo: outputFile), FileHandle(forWritingTo: errorFile))
        let status = try Child.run(
            [executable.path] + arguments, in: folder, input: files.0.fileDescriptor, output: files.1.fileDescriptor, error: files.2.fileDescriptor)
        return Outcome(
            status: status, output: try Data(contentsOf: outputFile), complaint: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }
}

/// A folder of its own, gone when nobody holds it any more.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "gatebook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do {
            let complaints = try LineWitness.complaints(ofPagesUnder: folder) { try Program.finish(Program.url, ["schema", "--config", Program.config.path]).output }
            #expect(complaints.isEmpty, "lines that the schema does not allow")
        } catch { Issue.record(error) }
        try? FileManager.default.removeItem(at: folder)
    }

    func url(_ name: String) -> URL { folder.appending(path: name) }
}
