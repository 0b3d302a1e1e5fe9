import Foundation
import Notation
import Testing

/// The pages of the practice journal under a data folder, as anybody reads them.
struct Pages {
    let folder: URL
    let files: [URL]

    init(data: URL, book: String = "cuihu-practice") throws {
        folder = data.appending(path: "journal").appending(path: book)
        files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "jsonl" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// The lines of all pages as bytes, without their LF.
    func rawLines() throws -> [Data] {
        try files.flatMap { try Data(contentsOf: $0).split(separator: 0x0A) }
    }

    /// The lines of all pages.
    func lines() throws -> [JSONObject] {
        try rawLines().map { try #require(try JSON.read(Array($0)).object) }
    }
}

/// The recipes of README.md: what stands there is what is tested.
enum Readme {
    /// The code block that follows the paragraph with `words`.
    static func block(after words: String) throws -> String {
        let text = try String(contentsOf: Program.repository.appending(path: "README.md"), encoding: .utf8)
        let paragraph = try #require(text.range(of: words))
        let fence = try #require(text[paragraph.upperBound...].range(of: "```sh"))
        let start = try #require(text[fence.upperBound...].firstIndex(of: "\n"))
        let end = try #require(text[start...].range(of: "\n```"))
        return String(text[start..<end.lowerBound])
    }
}
