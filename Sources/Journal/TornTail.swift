/// What a writer that was stopped, or a power cut, can leave behind the last line: a line that does not end, or that lacks what lay on sectors which
/// did not get to the disk. A line that is there whole and does not fit its seal is somebody's.
enum TornTail {
    /// The least that a disk writes at once.
    private static let sector = 512

    /// - Parameter tail: the bytes of a page behind its last line, by their offsets in the page.
    static func isOne(_ tail: ArraySlice<UInt8>) -> Bool {
        var rest = tail
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A }
            guard isOne(line, of: tail) else { return false }
            rest = rest[line.endIndex...].dropFirst()
        }
        return true
    }

    private static func isOne(_ line: ArraySlice<UInt8>, of tail: ArraySlice<UInt8>) -> Bool {
        if line.contains(0) { return lacksSectors(line, of: tail) }
        return line.endIndex == tail.endIndex ? isUnfinished(line) : (try? Line.read(line)) != nil
    }

    /// Each run of NUL bytes reaches from one border of a sector, or the beginning of the line, to another one, or to the end of the page.
    private static func lacksSectors(_ line: ArraySlice<UInt8>, of tail: ArraySlice<UInt8>) -> Bool {
        line.split { $0 != 0 }.allSatisfy { run in
            let begins = run.startIndex == line.startIndex || run.startIndex.isMultiple(of: sector)
            return begins && (run.endIndex == tail.endIndex || run.endIndex.isMultiple(of: sector))
        }
    }

    /// A line that has its seal lacks nothing but its LF.
    private static func isUnfinished(_ line: ArraySlice<UInt8>) -> Bool {
        guard let seal = line.indices.last(where: { hasSeal(at: $0, in: line) }) else { return true }
        return seal + sealLength == line.endIndex && (try? Line.read(line)) != nil
    }

    private static func hasSeal(at place: Int, in line: ArraySlice<UInt8>) -> Bool {
        line.endIndex - place >= sealLength && line[place...].starts(with: ",\"h\":\"".utf8) && line[(place + 6)..<(place + 70)].allSatisfy(isDigitOfSeals)
            && line[(place + 70)...].starts(with: "\"}".utf8)
    }
}
