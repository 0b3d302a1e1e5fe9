import Testing

@testable import Terminal

@Suite struct RegionTests {
    private let region = Region(row: 2, column: 3, rows: 4, columns: 10)

    @Test(arguments: -1...12)
    func partsCoverTheWhole(count: Int) {
        for (part, rest) in [region.top(count), region.bottom(count)] {
            #expect(part.rows + rest.rows == region.rows && part.columns == region.columns && rest.columns == region.columns)
            #expect(part.intersection(rest).isEmpty)
        }
        for (part, rest) in [region.left(count), region.right(count)] {
            #expect(part.columns + rest.columns == region.columns && part.rows == region.rows && rest.rows == region.rows)
            #expect(part.intersection(rest).isEmpty)
        }
    }

    @Test func namesItsPlaces() {
        #expect(region.bottom(1).part == Region(row: 5, column: 3, rows: 1, columns: 10))
        #expect(region.right(2).part == Region(row: 2, column: 11, rows: 4, columns: 2))
        #expect(region.inset() == Region(row: 3, column: 4, rows: 2, columns: 8))
        #expect(region.inset(rows: 2, columns: 0).isEmpty)
        #expect(region.contains(region.origin) && !region.contains(Position(row: 6, column: 3)))
    }
}
