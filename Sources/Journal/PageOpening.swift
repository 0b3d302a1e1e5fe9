import CSystem
import Glibc
import Notation

/// The block that opens a page: `page.opened`, what is brought forward (承前), `page.ready`.
struct PageOpening {
    let book: Book
    let moment: Moment
    let forward: [Draft]
    /// The page before, read to its end; nil for the first ever.
    let before: Page?

    private var first: Int { before?.nextFree ?? 1 }
    /// The number of its last line.
    var last: Int { first + forward.count + 1 }

    /// Writes the block aside, syncs it, gives it its name and syncs the folder.
    func write() throws(SystemFailure) -> PageName {
        let (name, bytes) = try block()
        let aside = try Reserve(book: book).nextPage()
        do throws(SystemFailure) {
            try aside.writeAll(bytes)
            try aside.syncData()
            guard gatebook_rename_new(aside.path, book.path(name.file)) == 0 else { throw aside.failure("rename") }
        } catch {
            unlink(aside.path)
            throw error
        }
        try syncFolder(of: book)
        return name
    }

    private func block() throws(SystemFailure) -> (PageName, [UInt8]) {
        let behind = try bytesBehind()
        let end = before?.trusted.end ?? ChainEnd()
        var drafts = [Draft(g: "", by: "gatebook", e: PageKind.opened, fields: opened(first: first, end: end, behind: behind))]
        drafts += forward
        drafts.append(Draft(g: "", by: "gatebook", e: PageKind.ready, fields: ["lines": .integer(forward.count)]))
        var bytes: [UInt8] = []
        var previous = end.seal
        for (index, draft) in drafts.enumerated() {
            let sealed = Line.sealed(draft, n: first + index, moment: moment, zone: book.zone, previous: previous)
            bytes += sealed.bytes
            previous = sealed.line.seal
        }
        return (PageName(book: book.name, first: first, day: Day(moment.t, in: book.zone)), bytes)
    }

    private func opened(first: Int, end: ChainEnd, behind: JSONObject?) -> JSONObject {
        var fields: JSONObject = ["v": .integer(formatVersion), "book": .string(book.name)]
        if book.isPractice { fields["practice"] = .bool(true) }
        guard let before else { return fields }
        fields["before"] = .string(before.name.file)
        fields["last"] = .integer(end.n)
        fields["seal"] = .string(end.seal)
        if first > end.n + 1 { fields["gap"] = .integer(first - end.n - 1) }
        if let behind { fields["behind"] = .object(behind) }
        return fields
    }

    private func bytesBehind() throws(SystemFailure) -> JSONObject? {
        guard let before else { return nil }
        let bytes = try before.bytesBehind()
        guard !bytes.isEmpty else { return nil }
        return [
            "offset": .integer(before.trusted.offset), "length": .integer(bytes.count), "sha256": .string(Seal.of(bytes)),
        ]
    }

    /// Whether the lines of a page begin with a whole block.
    static func isWhole(_ items: [PageBytes.Item]) -> Bool {
        guard case .success(let first)? = items.first?.reading, first.e == PageKind.opened else { return false }
        var previous: Line?
        for (index, item) in items.enumerated() {
            guard case .success(let line) = item.reading else { return false }
            if let previous, line.previous != previous.seal { return false }
            if line.e == PageKind.ready { return line.fields["lines"]?.integer == index - 1 }
            guard index == 0 || line.isForward else { return false }
            previous = line
        }
        return false
    }
}
