import Notation
import Testing

@testable import Journal

/// What somebody could do who knows how lines are sealed.
enum Forgery {
    /// Changes a line and seals it again.
    static func reseal(_ raw: inout [UInt8], word: String? = nil, previous: String? = nil, _ change: (inout Line) -> Void = { _ in }) throws {
        var line = try Line.read(raw[...])
        if let word { line.fields["word"] = .string(word) }
        change(&line)
        raw = sealed(line, previous: previous ?? line.previous)
    }

    static func sealed(_ line: Line, previous: String) -> [UInt8] {
        let draft = Draft(g: line.g, by: line.by, e: line.e, at: line.at, fields: line.fields)
        let moment = Moment(t: line.t, boot: line.boot, uptime: line.uptime)
        return Array(Line.sealed(draft, n: line.n, moment: moment, zone: Shelf.zone, previous: previous).bytes.dropLast())
    }

    /// Any bytes with a seal that fits them.
    static func sealed(_ content: [UInt8]) -> [UInt8] { content + Array(",\"h\":\"\(Seal.of(content))\"}".utf8) }

    /// Changes lines of a page and makes the chain whole again from there to the end of the book.
    static func change(_ shelf: Shelf, _ page: PageName, line number: Int, _ change: (inout Line) -> Void) throws {
        var previous = firstSeal
        for name in try shelf.book.pages() {
            var lines = try shelf.rawLines(of: name)
            for index in lines.indices {
                let isWanted = name == page && index == number - 1
                try reseal(&lines[index], previous: previous) { if isWanted { change(&$0) } }
                previous = try Line.read(lines[index][...]).seal
            }
            try shelf.spoil(name) { $0 = Array(lines.joined(separator: [0x0A])) + [0x0A] }
        }
    }
}
