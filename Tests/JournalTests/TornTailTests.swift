import Testing

@testable import Journal

@Suite("Tails that a power cut leaves")
struct TornTailTests {
    /// A line from `place` on in a page, with NUL bytes in a part of it.
    private func tail(at place: Int, _ count: Int, nul: Range<Int>, lineEnd: Bool) -> ArraySlice<UInt8> {
        var page = [UInt8](repeating: 0x78, count: place + count)
        for index in nul { page[index] = 0 }
        if lineEnd { page[page.count - 1] = 0x0A }
        return page[place...]
    }

    @Test("NUL bytes are what a sector lacks, or all there is", arguments: [
        (place: 300, nul: 512..<1024, lineEnd: true, isTorn: true), (300, 300..<512, true, true), (300, 300..<512, false, true), (300, 1024..<1200, false, true),
        (300, 512..<1200, false, true), (300, 300..<1199, true, true), (300, 700..<701, true, false), (300, 700..<701, false, false), (300, 512..<1000, true, false),
        (300, 600..<1024, true, false),
    ])
    func sectors(place: Int, nul: Range<Int>, lineEnd: Bool, isTorn: Bool) {
        #expect(TornTail.isOne(tail(at: place, 900, nul: nul, lineEnd: lineEnd)) == isTorn)
    }
}
