/// Numbers with leading zeros and signs between them: each line says some times, and put together of strings they took longer than its seal.
struct DigitText {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(32) }

    mutating func put(_ sign: Unicode.Scalar) { bytes.append(UInt8(ascii: sign)) }

    /// - Parameter digits: how many there are at least.
    mutating func put(_ value: Int, _ digits: Int) {
        if value < 0 { put("-") }
        let size = value.magnitude
        var (scale, count): (UInt, Int) = (1, 1)
        while count < digits || size / scale > 9 { (scale, count) = (scale * 10, count + 1) }
        while scale > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(size / scale % 10))
            scale /= 10
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
