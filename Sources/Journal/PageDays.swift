import Notation

/// Which pages a stretch of days needs. The dates of pages rise with their numbers only while nobody moves the clock.
extension [PageName] {
    /// The page from which on all lines that were written on these days stand, and later ones that tell of them; the newest one where there are none, nil where there
    /// is no page.
    /// A page holds lines of its own day and, where the clock was set back by less than one, of the day before: the journal opens another for any other day.
    /// - Parameter to: the last day; nil for no end. A page behind it, of a clock that was once ahead, does not make all that came after it count.
    public func first(from: Day, to: Day? = nil) -> PageName? {
        first { page in page.day >= from && to.map { page.day <= $0.adding(days: 1) } ?? true } ?? first { $0.day >= from } ?? last
    }
}
