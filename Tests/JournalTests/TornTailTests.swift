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
        (300, 512..<1200, false, true), (300, 300..<1199, true, false), (300, 700..<701, true, false), (300, 700..<701, false, false), (300, 512..<1000, true, false),
        (300, 600..<1024, true, false),
    ])
    func sectors(place: Int, nul: Range<Int>, lineEnd: Bool, isTorn: Bool) {
        #expect(TornTail.isOne(tail(at: place, 900, nul: nul, lineEnd: lineEnd)) == isTorn)
    }

    @Test("Of two lines that were not synced, the second may lack all of itself")
    func secondNeverCame() {
        let first = tail(at: 300, 900, nul: 512..<1024, lineEnd: true)
        let page = [UInt8](repeating: 0, count: 300) + first + [UInt8](repeating: 0, count: 400)
        #expect(TornTail.isOne(page[300...]))
    }

    @Test("Each line of a tail must be one that a disk can have left: a torn one excuses none behind it")
    func several() {
        let torn = tail(at: 300, 900, nul: 512..<1024, lineEnd: true)
        let unfinished = Array("{\"n\":9,\"t\":\"2026-11".utf8)
        let changed = Array("{\"n\":9,\"h\":\"\(firstSeal)\"}\n".utf8)
        let page = { (more: [UInt8]) in ([UInt8](repeating: 0, count: 300) + torn + more)[300...] }
        #expect(TornTail.isOne(page([])) && TornTail.isOne(page(unfinished)))
        #expect(!TornTail.isOne(page(changed)) && !TornTail.isOne(page(changed + unfinished)))
        #expect(!TornTail.isOne((Array(torn) + [0, 0x0A] + changed)[...]))
    }
}
