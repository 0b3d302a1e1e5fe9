import Foundation
import Gatekeeping
import Notation
import Testing

@testable import Bookkeeping

extension PINEntry.Cost {
    /// The tests derive hundreds of PINs; the test of 32 MiB looks at the real cost.
    static let cheap = PINEntry.Cost(rounds: 16)
}

/// The file of the PINs: for its owner alone, and five wrong ones pause.
struct PINBookTests {
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "pins-" + UUID().uuidString).path
        deinit { try? FileManager.default.removeItem(atPath: path) }
        var book: PINBook { PINBook(data: path, book: "estate", cost: .cheap) }
        var secrets: String { path + "/secrets" }
        var file: String { secrets + "/estate.pins.json" }
    }

    private static let now = Instant(milliseconds: 1_795_000_000_000)
    private static let right = "482913"

    private func made() throws -> Folder {
        let folder = Folder()
        try #require(try folder.book.set(try pin(PINBookTests.right), of: "G07") { true })
        return folder
    }

    private func pin(_ text: String) throws -> PIN { try #require(PIN(text)) }
    private func mode(_ path: String) throws -> Int? { try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int }

    @Test("Outside of the tests a derivation takes 32 MiB")
    func everythingIsDerivedDearly() throws {
        let folder = Folder()
        try #require(try PINBook(data: folder.path, book: "estate").set(try pin(PINBookTests.right), of: "G07") { true })
        let object = try #require(try JSON.read(Array(try Data(contentsOf: URL(filePath: folder.file))).filter { $0 != 0x0A }).object)
        let entry = try #require(object["pins"]?.array?.first.flatMap { PINEntry($0) })
        #expect(entry.cost.rounds * entry.cost.blockSize * 128 == 32 << 20)
    }

    @Test("A PIN is four to twelve digits, full-width ones too, and prints as dots")
    func shape() throws {
        for text in ["123", "1234567890123", "12a4", "", "１２３", "12 34", "٤٥٦٧"] { #expect(PIN(text) == nil, "\(text)") }
        for text in ["1234", "123456789012", "１２３４"] { #expect(PIN(text) != nil, "\(text)") }
        let one = try pin("7391")
        var dumped = ""
        dump(one, to: &dumped)
        dump(Credentials(pin: one), to: &dumped)
        for text in ["\(one)", String(reflecting: one), dumped] { #expect(!text.contains("7391") && !text.contains("55"), "\(text)") }
    }

    @Test("One digit, digits in a row and one's own number are guessed at once", arguments: [
        ("1111", "G07", PIN.Weakness.oneDigit), ("1234", "G07", .run), ("4321", "G07", .run), ("7890", "G07", .run), ("109876", "G07", .run),
        ("0707", "G07", .ownNumber), ("0007", "G07", .ownNumber), ("8123", "A8123", .ownNumber), ("１２３４", "G07", .run),
        ("482913", "G07", nil), ("1123", "G07", nil), ("1357", "G07", nil), ("0708", "G07", nil), ("1212", "S01", nil),
    ] as [(String, String, PIN.Weakness?)])
    func weak(text: String, number: String, weakness: PIN.Weakness?) throws {
        #expect(try pin(text).weakness(for: number) == weakness)
    }

    @Test("The file is its owner's alone, holds no PIN, and salts the same PIN twice differently")
    func file() throws {
        let folder = try made()
        try #require(try folder.book.set(try pin(PINBookTests.right), of: "G08") { true })
        #expect(try mode(folder.file) == 0o600)
        #expect(try mode(folder.secrets) == 0o700)
        let text = try String(contentsOfFile: folder.file, encoding: .utf8)
        #expect(!text.contains(PINBookTests.right))
        let pins = try #require(try JSON.read(Array(text.utf8).dropLast()).object?["pins"]?.array)
        #expect(Set(pins.map { $0.object?["hash"]?.string }).count == 2 && Set(pins.map { $0.object?["salt"]?.string }).count == 2)
        #expect(pins.allSatisfy { $0.object?["kdf"] == .string("scrypt") })
        #expect(try folder.book.holders() == ["G07", "G08"])
    }

    @Test("Five wrong ones pause for five minutes, for the right one too and after a restart; the next pause is longer")
    func pause() throws {
        let folder = try made()
        let (wrong, right, start) = (try pin("0000"), try pin(PINBookTests.right), PINBookTests.now)
        for left in [4, 3, 2, 1] { #expect(try folder.book.check(wrong, of: "G07", at: start) == .wrong(left: left)) }
        #expect(try folder.book.check(wrong, of: "G07", at: start) == .stopped(count: 5, until: start.adding(minutes: 5)))
        #expect(try folder.book.check(right, of: "G07", at: start.adding(minutes: 4)) == .paused(until: start.adding(minutes: 5)))
        let later = start.adding(minutes: 5)
        for _ in 0..<4 { _ = try folder.book.check(wrong, of: "G07", at: later) }
        #expect(try folder.book.check(wrong, of: "G07", at: later) == .stopped(count: 5, until: later.adding(minutes: 10)))
        #expect(try folder.book.check(right, of: "G07", at: later.adding(minutes: 9)) == .paused(until: later.adding(minutes: 10)))
        #expect(try folder.book.check(right, of: "G07", at: later.adding(minutes: 10)) == .right(before: 0))
        #expect(try folder.book.check(wrong, of: "G07", at: later.adding(minutes: 11)) == .wrong(left: 4))
    }

    @Test("A right one forgets the wrong ones before it and says how many; a pause is one person's own")
    func forgets() throws {
        let folder = try made()
        try #require(try folder.book.set(try pin("5555"), of: "G08") { true })
        for _ in 0..<3 { _ = try folder.book.check(try pin("0000"), of: "G07", at: PINBookTests.now) }
        #expect(try folder.book.check(try pin("5555"), of: "G08", at: PINBookTests.now) == .right(before: 0))
        #expect(try folder.book.check(try pin(PINBookTests.right), of: "G07", at: PINBookTests.now) == .right(before: 3))
        #expect(try folder.book.check(try pin("0000"), of: "G07", at: PINBookTests.now) == .wrong(left: 4))
        #expect(try folder.book.check(try pin("0000"), of: "S01", at: PINBookTests.now) == PINBook.Verdict.none)
    }

    @Test("A clock that was set back by a day does not make the pause a day long")
    func clockSetBack() throws {
        let folder = try made()
        for _ in 0..<5 { _ = try folder.book.check(try pin("0000"), of: "G07", at: PINBookTests.now) }
        #expect(try folder.book.check(try pin(PINBookTests.right), of: "G07", at: PINBookTests.now.adding(minutes: -1440)) == .right(before: 0))
    }

    @Test("What the journal does not take changes nothing and leaves nothing behind")
    func notRecorded() throws {
        let folder = try made()
        #expect(try !folder.book.set(try pin("9999"), of: "G07") { false })
        #expect(try folder.book.check(try pin(PINBookTests.right), of: "G07", at: PINBookTests.now) == .right(before: 0))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.secrets).sorted() == ["estate.pins.json", "estate.pins.json.lock"])
    }

    @Test("A file or a folder that others may read, a link, and a damaged file are not used", arguments: ["file", "folder", "link", "damaged", "number"])
    func unusable(what: String) throws {
        let folder = try made()
        switch what {
        case "file": try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file)
        case "folder": try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: folder.secrets)
        case "link":
            try FileManager.default.moveItem(atPath: folder.file, toPath: folder.path + "/elsewhere")
            try FileManager.default.createSymbolicLink(atPath: folder.file, withDestinationPath: folder.path + "/elsewhere")
        case "number":
            let text = try String(contentsOfFile: folder.file, encoding: .utf8).replacing("\"n\":16", with: "\"n\":1073741824")
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.file)
        default:
            try Data("{}\n".utf8).write(to: URL(fileURLWithPath: folder.file))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.file)
        }
        let fault: PINFileFault = ["damaged", "number"].contains(what) ? .damaged : .mode
        #expect(throws: Refusal.pinsUnusable(file: folder.file, fault)) { try folder.book.check(try pin(PINBookTests.right), of: "G07", at: PINBookTests.now) }
        #expect(throws: Refusal.pinsUnusable(file: folder.file, fault)) { try folder.book.set(try pin("9999"), of: "G08") { true } }
    }
}
