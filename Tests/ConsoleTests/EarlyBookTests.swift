import Configuration
import Foundation
import Gatekeeping
import Notation
import Synchronization
import Testing

@testable import Bookkeeping
@testable import Journal

/// The newest page is read while the configuration still is; the console starts from what was read.
@Suite struct EarlyBookTests {
    /// What of the estate is known once `estate.yaml` is read.
    private static func known(_ files: ConfigurationFiles = .example) throws -> Estate? {
        let known = Mutex<[Estate]>([])
        _ = EstateReader.read(files) { estate in known.withLock { $0.append(estate) } }
        let estates = known.withLock { $0 }
        try #require(estates.count < 2)
        return estates.first
    }

    @Test("The estate's file alone says which book it is; with a mistake in it nothing is opened")
    func known() throws {
        let estate = try #require(try Self.known())
        #expect(estate.book == "cuihu" && estate.zone.minutes == 480 && estate.isPractice)
        var files = ConfigurationFiles.example
        files.files["guards.csv"] = Array("number,name\n".utf8)
        #expect(try Self.known(files) != nil)
        files.files[EstateReader.bookFile]? += Array("no_such_key: 1\n".utf8)
        #expect(try Self.known(files) == nil)
    }

    @Test("What was read early is what the office goes on from, with what others wrote meanwhile; it is given away once")
    func goesOn() throws {
        let desk = try Desk(holder: "G07")
        let early = EarlyBook()
        let known = try #require(try Self.known())
        early.begin(known, data: desk.office.book.data, isPractice: true)
        let journal = try #require(early.take(desk.office.book))
        #expect(journal.lastNumber == desk.office.lastNumber && journal.state.registers == desk.office.state.registers)
        #expect(early.take(desk.office.book) == nil)

        var visitor = VisitorExpected()
        (visitor.name, visitor.unit) = ("王小明", "3-1502")
        let again = EarlyBook()
        again.begin(known, data: desk.office.book.data, isPractice: true)
        _ = try desk.record(visitor, by: "G07")
        let office = try Office(estate: desk.office.estate, data: desk.office.book.data, isPractice: true, early: again)
        _ = try office.refresh()
        #expect(office.lastNumber == desk.office.lastNumber && office.state.registers == desk.office.state.registers)
    }

    @Test("Another book than the one that was read early is opened by itself, as one of which nothing is known")
    func another() throws {
        let desk = try Desk(holder: "G07")
        let early = EarlyBook()
        #expect(early.take(desk.office.book) == nil)
        early.begin(try #require(try Self.known()), data: desk.office.book.data, isPractice: false)
        let office = try Office(estate: desk.office.estate, data: desk.office.book.data, isPractice: true, early: early)
        #expect(office.lastNumber == desk.office.lastNumber)
    }
}
