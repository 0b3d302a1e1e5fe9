import Glibc

/// A text to be found in the bytes of pages. Letters of ASCII are found in either case.
///
/// Two of its bytes, the rarest in the pages at hand, are compared sixteen places at a time; only where both fit is the rest looked at.
struct Needle: Sendable {
    private let lower: [UInt8]
    private let upper: [UInt8]
    private let first: Int
    private let second: Int

    /// The rarest byte has one case and is so rare that it is looked for alone: libc does that fastest.
    private let isRare: Bool

    var count: Int { lower.count }

    /// - Parameter sample: bytes like those to be searched, to tell which bytes are rare.
    init(_ bytes: [UInt8], sample: some Sequence<UInt8>) {
        lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        upper = bytes.map { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }
        var frequency = [Int](repeating: 0, count: 256)
        for byte in sample { frequency[Int(byte)] += 1 }
        let (lower, upper) = (lower, upper)
        func commonness(_ index: Int) -> Int {
            let (low, up) = (Int(lower[index]), Int(upper[index]))
            return low == up ? frequency[low] : frequency[low] + frequency[up]
        }
        let ranked = lower.indices.sorted { commonness($0) < commonness($1) }
        first = ranked.first ?? 0
        isRare = lower[first] == upper[first] && frequency[Int(lower[first])] * 100 < frequency.reduce(0, +)
        second = ranked.dropFirst().first { lower[$0] != lower[ranked[0]] } ?? first
    }

    /// The place of the first occurrence in `bytes` from `start` on.
    func firstIndex(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, count > 0 else { return nil }
        return isRare ? firstByRarest(base, bytes.count, from: start) : firstByTwo(base, bytes.count, from: start)
    }

    private func firstByRarest(_ base: UnsafeRawPointer, _ size: Int, from start: Int) -> Int? {
        var position = start + first
        let end = size - (count - 1 - first)
        while position < end, let found = memchr(base + position, Int32(lower[first]), end - position) {
            let place = UnsafeRawPointer(found) - base - first
            if isHere(base + place) { return place }
            position = place + first + 1
        }
        return nil
    }

    private func firstByTwo(_ base: UnsafeRawPointer, _ size: Int, from start: Int) -> Int? {
        var position = start
        let last = size - count
        typealias Block = SIMD16<UInt8>
        let (low1, up1) = (Block(repeating: lower[first]), Block(repeating: upper[first]))
        let (low2, up2) = (Block(repeating: lower[second]), Block(repeating: upper[second]))
        let hasCase = low1 != up1 || low2 != up2
        let end = size - max(first, second) - Block.scalarCount
        while position <= end {
            let one = (base + position + first).loadUnaligned(as: Block.self)
            let two = (base + position + second).loadUnaligned(as: Block.self)
            let fits = hasCase ? (one .== low1 .| one .== up1) .& (two .== low2 .| two .== up2) : one .== low1 .& two .== low2
            if any(fits) {
                for place in position..<position + Block.scalarCount where place <= last && isHere(base + place) { return place }
            }
            position += Block.scalarCount
        }
        while position <= last {
            if isHere(base + position) { return position }
            position += 1
        }
        return nil
    }

    private func isHere(_ place: UnsafeRawPointer) -> Bool {
        for index in lower.indices {
            let byte = place.load(fromByteOffset: index, as: UInt8.self)
            guard byte == lower[index] || byte == upper[index] else { return false }
        }
        return true
    }
}
