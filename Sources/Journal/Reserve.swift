import CSystem
import Glibc

/// Room on the disk that is kept free for what must be written even when the disk is full: people leave, guards hand over, and
/// tomorrow begins with a page of its own. It lies behind the end of the files (`fallocate` with KEEP_SIZE), where no reader sees it.
struct Reserve {
    /// What is kept behind the last line of a page, in bytes: some 600 lines.
    static let behindPage = 262_144
    /// How much more a page takes at once, so that the disk is asked once in some 600 lines.
    static let step = 262_144
    /// The least that is kept for tomorrow's page: some 1,300 lines brought forward.
    static let nextPage = 524_288

    let book: Book

    /// Sees to it that `count` bytes can be added to `page` and the reserve stays whole.
    /// - Throws: when the disk is full, and where it cannot reserve at all, which need not stop anybody.
    func prepare(_ page: Page, for count: Int) throws(SystemFailure) {
        let isRoomy = try page.file.roomBehind() >= Reserve.behindPage + count
        if let until = page.reservedUntil, page.offset < until, isRoomy { return }
        if !isRoomy { try grow(page.file, to: Reserve.behindPage + Reserve.step) }
        try grow(nextPage(), to: Reserve.room(after: page))
        page.reservedUntil = page.offset + Reserve.step
    }

    /// What tomorrow's page may need: whatever is open was opened by a line of this page, which is not much shorter than what is brought forward of it.
    /// It is looked at anew after each step.
    private static func room(after page: Page) -> Int { max(nextPage, (page.offset + step) * 3 / 2) }

    /// Takes again what was given back by a write that went wrong, as far as there is room.
    func restore(behind page: Page) {
        page.reservedUntil = nil
        try? prepare(page, for: 0)
    }

    /// The file that becomes tomorrow's page, empty, with the room that it has got so far.
    func nextPage() throws(SystemFailure) -> OpenFile {
        let path = book.path(".\(book.name).new")
        let file = try OpenFile(path, flags: O_WRONLY | O_CREAT)
        guard try file.status().size > 0 else { return file }
        guard unlink(path) == 0 else { throw file.failure("unlink") }
        return try OpenFile(path, flags: O_WRONLY | O_CREAT | O_EXCL)
    }

    private func grow(_ file: OpenFile, to room: Int) throws(SystemFailure) {
        if try file.roomBehind() < room { try file.reserve(room) }
    }
}

extension OpenFile {
    /// Bytes that the file holds on the disk behind its end.
    func roomBehind() throws(SystemFailure) -> Int {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw failure("fstat") }
        return Int(info.st_blocks) * 512 - Int(info.st_size)
    }

    fileprivate func reserve(_ room: Int) throws(SystemFailure) {
        let size = try status().size
        if gatebook_reserve(descriptor, Int64(size), Int64(room)) < 0 { throw failure("fallocate") }
    }

    /// Gives back what is reserved behind the end; the content stays.
    func giveBack() {
        guard let size = try? status().size else { return }
        _ = ftruncate(descriptor, off_t(size))
    }
}

extension Book {
    /// Bytes that are left on the disk of the book, without the reserve; nil where the system does not say.
    public var freeBytes: Int? {
        let bytes = gatebook_free_bytes(folder)
        return bytes < 0 ? nil : Int(bytes)
    }
}
