import CSystem
import Glibc

/// The first keys of a line, found by their fixed order without reading the line.
struct LineHead {
    let time: Slice<UnsafeRawBufferPointer>
    let post: Slice<UnsafeRawBufferPointer>
    let kind: Slice<UnsafeRawBufferPointer>

    init?(_ line: UnsafeRawBufferPointer) {
        var position = 0
        func value(after key: StaticString) -> Slice<UnsafeRawBufferPointer>? {
            guard let start = line.firstIndex(of: key, from: position) else { return nil }
            let begin = start + key.utf8CodeUnitCount
            guard let end = line[begin...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            position = end
            return line[begin..<end]
        }
        guard let time = value(after: ",\"t\":\""), let post = value(after: ",\"g\":\""), value(after: ",\"by\":\"") != nil,
            let kind = value(after: ",\"e\":\"")
        else { return nil }
        (self.time, self.post, self.kind) = (time, post, kind)
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func firstIndex(of text: StaticString, from start: Int) -> Int? {
        guard let baseAddress, let found = gatebook_find(baseAddress + start, count - start, text.utf8Start, text.utf8CodeUnitCount) else { return nil }
        return UnsafeRawPointer(found) - baseAddress
    }

    func startOfLine(at place: Int) -> Int {
        guard let baseAddress, let found = gatebook_find_last(baseAddress, 0x0A, place) else { return 0 }
        return UnsafeRawPointer(found) - baseAddress + 1
    }
}
