import Foundation
import Gatekeeping
import Journal
import Synchronization

/// A book whose newest page is read while the rest of the configuration still is: the lines need no more of it than the book's name and
/// zone. Nothing is written.
public final class EarlyBook: Sendable {
    private enum Stage {
        case unknown
        /// Nobody has read it yet.
        case known(Book, GateLedger)
        case read(Book, Journal<GateLedger>)
        case taken
    }

    private let stage = Mutex(Stage.unknown)

    public init() {}

    /// Begins to read, on a thread of its own.
    /// - Parameter estate: as far as it is known.
    public func begin(_ estate: Estate, data: String, isPractice: Bool?) {
        let book = Book(data: data, estate, isPractice: isPractice)
        stage.withLock { $0 = .known(book, GateLedger(estate)) }
        Thread { [self] in stage.withLock { EarlyBook.read(&$0) } }.start()
    }

    private static func read(_ stage: inout sending Stage) {
        guard case .known(let book, let ledger) = stage else { return }
        do throws(JournalFailure) { stage = .read(book, try Journal(book, ledger: ledger)) } catch { stage = .taken }
    }

    /// What was read of `book`, once it is; nil where that is another one or could not be read. It is given away once.
    func take(_ book: Book) -> sending Journal<GateLedger>? {
        stage.withLock { stage in
            EarlyBook.read(&stage)
            guard case .read(book, let journal) = stage else { return nil }
            stage = .taken
            return journal
        }
    }
}

extension Book {
    /// The book of an estate.
    /// - Parameter isPractice: nil for what the configuration says.
    init(data: String, _ estate: Estate, isPractice: Bool?) {
        self.init(data: data, name: estate.book, zone: estate.zone, isPractice: isPractice ?? estate.isPractice)
    }
}
