import Foundation
import Gatekeeping
import Journal
import Notation

/// What each guard did and missed in a period (S5): the figures, and how each is computed from the pages.
public struct GuardFigures: Sendable {
    let estate: Estate
    let from: Day?
    let to: Day?
    let now: Instant
    let rows: [(number: String, figures: [GuardTally.Figure: Int])]
    /// When nobody was responsible for a post.
    let gaps: [CustodyTimeline.Gap]
    /// Up to which line it was looked.
    let lastNumber: Int
    let query: GuardQuery

    /// Counts it from the pages of a book.
    /// - Parameters:
    ///   - from: the first day; nil for the first of the book.
    ///   - to: the last day; nil for today.
    ///   - now: until when silence counts.
    public init(_ book: Book, estate: Estate, from: Day?, to: Day?, now: Instant) throws(SystemFailure) {
        let (pages, reader) = (try book.pages(), PageReader(book))
        let first = from.map(estate.dayOfClosing).flatMap { pages.first(from: $0) }
        var tally = GuardTally(estate, from: from, to: to, homes: try GuardFigures.homes(before: first, pages, reader))
        var last = 0
        try reader.read(from: first) { _, line in
            last = max(last, line.n)
            if let event = line.event { tally.note(event, line.stamp, machine: line.written(in: book).machine) }
        }
        tally.now = now
        (self.estate, self.from, self.to, self.now) = (estate, from, to, now)
        (rows, gaps, lastNumber) = (tally.rows, tally.gaps, last)
        query = GuardQuery(estate, from: from, to: to, now: now, isPractice: book.isPractice)
    }

    /// Where the occurrences were written that a page brings forward without saying it, as those of earlier versions do.
    private static func homes(before page: PageName?, _ pages: [PageName], _ reader: PageReader) throws(SystemFailure) -> [Int: String] {
        guard let page else { return [:] }
        let forwarded = try reader.lines(of: page).prefix { $0.e != PageKind.ready }.filter { $0.e == Forward<Occurrence>.kind && $0.fields["post"] == nil }
        var homes: [Int: String] = [:]
        for ref in forwarded.compactMap({ $0.fields["ref"]?.integer }) {
            guard let name = pages.last(where: { $0.first <= ref }) else { continue }
            homes[ref] = try reader.lines(of: name).first { $0.n == ref }?.g
        }
        return homes
    }
}

extension GuardFigures {
    /// Counts on a thread of its own; `found` gets the figures, or nil where the pages cannot be read.
    public static func count(_ book: Book, estate: Estate, from: Day, to: Day, now: Instant, found: @escaping @Sendable (GuardFigures?) -> Void) {
        let thread = Thread {
            do throws(SystemFailure) { found(try GuardFigures(book, estate: estate, from: from, to: to, now: now)) } catch { found(nil) }
        }
        thread.start()
    }
}

extension Estate {
    /// The earliest day on which a post was closed that must be attended again on `day`: the one before, for the desk the last that was worked.
    fileprivate func dayOfClosing(before day: Day) -> Day {
        let earlier = (1...31).map { day.adding(days: -$0) }
        return earlier.first { desk?.calendar.isWorked($0) ?? true } ?? day.adding(days: -31)
    }
}
