import Foundation

/// A change that takes one precaution out of the program, and the subcommand that must notice.
struct Mutant {
    let name: String
    /// What is missing then, in words.
    let meaning: String
    /// The arguments of the test that fails.
    let killer: [String]
    let find: String
    let replacement: String

    /// All of a folder's `*.mutant` files.
    static func all(in folder: URL) throws -> [Mutant] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "mutant" }.sorted { $0.path < $1.path }.map(Mutant.init)
    }

    /// `# killed by: ARGUMENTS` and other comments, then one line `find: TEXT` and one line `replace: TEXT`.
    private init(_ file: URL) throws {
        name = file.deletingPathExtension().lastPathComponent
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        func value(_ mark: String) throws -> String {
            guard let line = lines.first(where: { $0.hasPrefix(mark) }) else { throw Failure("\(file.path) has no line `\(mark)`") }
            return line.dropFirst(mark.count).trimmingCharacters(in: .whitespaces)
        }
        killer = try value("# killed by:").split(separator: " ").map(String.init)
        meaning = try value("# without")
        find = try value("find:")
        replacement = try value("replace:")
        guard !find.isEmpty, !killer.isEmpty else { throw Failure("\(file.path) is empty") }
    }

    /// The one source file that holds the text, once, and what it says.
    func place(in sources: URL) throws -> (file: URL, text: String) {
        let found = try Mutant.sources(sources).flatMap { file in
            let text = try String(contentsOf: file, encoding: .utf8)
            return Array(repeating: (file: file, text: text), count: text.ranges(of: find).count)
        }
        guard found.count == 1, let place = found.first else { throw Failure("`\(find)` stands \(found.count) times in the sources, not once") }
        return place
    }

    /// Replaces the text; gives back what the file was.
    func apply(in sources: URL) throws -> (file: URL, before: String) {
        let (file, text) = try place(in: sources)
        try text.replacing(find, with: replacement).write(to: file, atomically: true, encoding: .utf8)
        return (file, text)
    }

    private static func sources(_ folder: URL) throws -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { ["swift", "c"].contains($0.pathExtension) && !$0.path.contains("/gatebook-faults/") }
    }
}
