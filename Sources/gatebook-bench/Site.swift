import Configuration
import Foundation
import Gatekeeping
import Journal
import Notation

/// Where the measurements are made: a data folder, the example estate, and the built program.
struct Site {
    let folder: URL
    let data: String
    let estate: Estate
    let book: Book
    let now: Instant
    /// The program that is measured, beside this one.
    let program = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent().appending(path: "gatebook").path

    init(_ folder: URL, data: String? = nil) throws {
        self.folder = folder
        self.data = data ?? folder.appending(path: "years").path
        let reading = EstateReader.read(.example)
        estate = reading.estate
        book = Book(data: self.data, name: estate.book, zone: estate.zone, isPractice: true)
        now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// The same site with its newest pages only.
    func newest(_ count: Int) throws -> Site {
        let other = try Site(folder, data: folder.appending(path: "newest-\(count)").path)
        guard !FileManager.default.fileExists(atPath: other.book.folder) else { return other }
        try FileManager.default.createDirectory(atPath: other.book.folder, withIntermediateDirectories: true)
        for page in try book.pages().suffix(count) {
            try FileManager.default.copyItem(atPath: book.folder + "/" + page.file, toPath: other.book.folder + "/" + page.file)
        }
        return other
    }

    /// Runs a command to its end; its standard output goes to `output`.
    @discardableResult
    func run(_ command: String, _ arguments: [String], output: URL? = nil) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: command)
        process.arguments = arguments
        let target = output ?? URL(filePath: "/dev/null")
        if output != nil { _ = FileManager.default.createFile(atPath: target.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: target)
        process.standardError = FileHandle.nullDevice
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        end.wait()
        return process.terminationStatus
    }

    /// Starts a command; the semaphore tells its end.
    func start(_ command: String, _ arguments: [String]) throws -> DispatchSemaphore {
        let process = Process()
        process.executableURL = URL(filePath: command)
        process.arguments = arguments
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        return end
    }

    @discardableResult
    func shell(_ script: String, output: URL? = nil) throws -> Int32 { try run("/bin/sh", ["-c", script], output: output) }
}
