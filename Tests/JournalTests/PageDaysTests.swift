import Notation
import Testing

@testable import Journal

@Suite("Which pages a stretch of days needs")
struct PageDaysTests {
    private func pages(_ days: Int...) -> [PageName] { days.enumerated().map { PageName(book: "b", first: $0.offset * 10 + 1, day: Day(number: $0.element)) } }

    private func first(_ pages: [PageName], from: Int, to: Int? = nil) -> Int? { pages.first(from: Day(number: from), to: to.map(Day.init(number:))).map { $0.first / 10 } }

    @Test("While nobody moves the clock, it is the page of the first day, or of the next one that has one")
    func inOrder() {
        #expect(first(pages(21, 22, 23, 25), from: 23, to: 23) == 2)
        #expect(first(pages(21, 22, 23, 25), from: 24, to: 24) == 3)
        #expect(first(pages(21, 22, 23, 25), from: 26, to: 26) == 3, "The newest tells how far the book goes.")
        #expect(first(pages(21, 22, 26, 27), from: 23, to: 23) == 2, "What was missed on a day without a page is written on the next one.")
        #expect(first(pages(), from: 26) == nil)
    }

    @Test("After the clock went back, the first page of the day counts, not the last one; a page of a day that never was does not")
    func moved() {
        #expect(first(pages(23, 25, 23), from: 23, to: 23) == 0)
        #expect(first(pages(22, 24, 25), from: 23, to: 23) == 1, "The clock may have gone back within that page.")
        #expect(first(pages(20, 900, 20, 21, 22, 23), from: 23, to: 24) == 5)
        #expect(first(pages(20, 900, 20, 21, 22, 23), from: 23) == 1, "Without an end it may hold such lines.")
    }
}
