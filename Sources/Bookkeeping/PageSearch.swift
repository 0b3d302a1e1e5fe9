import Foundation
import Gatekeeping
import Journal
import Notation
import Synchronization
import Wording

/// A line that a search found, as people read it.
public struct FoundLine: Equatable, Sendable {
    /// The line's number; 0 where it cannot be read.
    public let n: Int
    public let text: String
    /// The page's file name.
    public let page: String
    /// What the line says; nil where it cannot be read.
    public var event: Event?
}

/// How far a search of all pages is.
public enum SearchProgress: Equatable, Sendable {
    case underway
    /// All that there is was handed over.
    case complete
    /// The newest hits were handed over, and there are older ones.
    case cut

    public var isOver: Bool { self != .underway }
}

/// Searches all pages beside the writing, newest first. A later search ends the one before.
public final class PageSearch: Sendable {
    /// The most lines that one search hands over: more than anybody scrolls through.
    public static let limit = 500
    private static let piece = 20

    private let book: Book
    private let words: LineWords
    private let language: Language
    /// Whether lines of the desk are shown: they name who complained of whom.
    private let showsDesk: Bool
    private let limit: Int
    /// The search that is wanted now.
    private let wanted = Mutex(0)

    /// - Parameter limit: the most lines that one search hands over.
    public init(book: Book, estate: Estate, language: Language, showsDesk: Bool, limit: Int = PageSearch.limit) {
        (self.showsDesk, self.limit) = (showsDesk, limit)
        self.book = book
        words = LineWords(estate: estate, language: language)
        self.language = language
    }

    /// Looks for `text`; `found` gets the hits in pieces, the last of them when it is over. Called on another thread.
    public func run(_ text: String, number: Int, found: @escaping @Sendable (_ lines: [FoundLine], _ progress: SearchProgress) -> Void) {
        wanted.withLock { $0 = number }
        let thread = Thread { [self] in
            var piece: [FoundLine] = []
            var (count, progress) = (0, SearchProgress.complete)
            do throws(SystemFailure) {
                try Search(text, about: LineWords.amendments, naming: LineWords.linesNamed).run(in: book) { _, _ in
                    wanted.withLock { $0 == number }
                } take: { hit in
                    guard showsDesk || hit.line.map({ Catalogue.isForEverybody($0.e, $0.fields) }) ?? true else { return true }
                    guard count < limit else {
                        progress = .cut
                        return false
                    }
                    count += 1
                    piece.append(shown(hit))
                    if piece.count == PageSearch.piece {
                        found(piece, .underway)
                        piece = []
                    }
                    return true
                }
            } catch {
                piece.append(FoundLine(n: 0, text: JournalFailure.system(error).text(language), page: error.path))
            }
            found(piece, progress)
        }
        thread.start()
    }

    private func shown(_ hit: Search.Hit) -> FoundLine {
        guard let line = hit.line else { return FoundLine(n: 0, text: JournalWords.unreadable[language], page: hit.page.file) }
        return FoundLine(n: line.n, text: words.row(line, namedBy: hit.namedBy), page: hit.page.file, event: line.event)
    }
}
