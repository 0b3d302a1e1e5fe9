import Foundation
import Notation
import Testing

@testable import Journal

/// Somebody cuts or takes a page away that a program has only read: it goes on behind what it knows, so that the chain shows the break.
@Suite("A page that is cut under a program that read it")
struct CutPageTests {
    /// How the program that goes on came to know the page.
    enum Knowledge: CaseIterable { case opening, refusal, repeating, refreshing }
    enum Loss: CaseIterable { case cutLine, cutWithinLine, emptied, removed, olderCopy }

    private static let noon = "2026-11-23T12:00:00+08:00"

    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private func reader(_ knowledge: Knowledge) throws -> Journal<TallyLedger> {
        let journal = try shelf.open(at: CutPageTests.noon)
        switch knowledge {
        case .opening: break
        case .refusal: _ = journal.append { _, _ in Decision.refuse(Objection.no) }
        case .repeating: _ = journal.append { state, _ in Decision<Objection>.already(state.numbers[0]) }
        case .refreshing: _ = try journal.refresh()
        }
        return journal
    }

    private func lose(_ loss: Loss, _ page: PageName) throws {
        let older: [UInt8] = try shelf.rawLines(of: page).dropLast().flatMap { $0 + [0x0A] }
        switch loss {
        case .cutLine: try shelf.spoil(page) { $0 = older }
        case .cutWithinLine: try shelf.spoil(page) { $0.removeLast(100) }
        case .emptied: try shelf.spoil(page) { $0 = [] }
        case .removed: try shelf.remove(page)
        case .olderCopy:
            try shelf.remove(page)
            try Data(older).write(to: URL(fileURLWithPath: shelf.path(page)))
        }
    }

    @Test("No number is used again, and the break is found", arguments: Knowledge.allCases.flatMap { knowledge in
        Loss.allCases.flatMap { loss in [true, false].map { (knowledge, loss, $0) } }
    })
    func goesOnBehindIt(knowledge: Knowledge, loss: Loss, hasNote: Bool) throws {
        let writer = try shelf.open(at: CutPageTests.noon)
        for word in ["one", "two", "three"] { writer.note(word) }
        let journal = try reader(knowledge)
        let last = journal.lastNumber
        try lose(loss, shelf.newestPage())
        if !hasNote { try FileManager.default.removeItem(atPath: shelf.book.lockPath) }
        let next = try #require(journal.note("four").line)
        #expect(next.n > last)
        #expect(journal.state.words == ["one", "two", "three", "four"])
        let found = try AttackTests.verified(shelf)
        // The only page that is left begins behind lines that are not there.
        #expect(!found.isSound || found.goneUntil == last)
    }
}
