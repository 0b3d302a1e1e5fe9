/// Gathers the scalars of one typed character until the next begins.
struct TextCluster: Sendable {
    private static let mostScalars = 32

    private var text = ""
    private var count = 0

    mutating func add(_ scalar: Unicode.Scalar, _ keys: inout [Key]) {
        if count > 0 {
            if count < Self.mostScalars && Self.mayContinue(scalar) {
                var longer = text
                longer.unicodeScalars.append(scalar)
                if longer.count == 1 {
                    text = longer
                    count += 1
                    return
                }
            }
            end(&keys)
        }
        text.unicodeScalars.append(scalar)
        count = 1
    }

    mutating func end(_ keys: inout [Key]) {
        guard count > 0 else { return }
        keys.append(.text(text))
        text = ""
        count = 0
    }

    /// False for what surely begins a character of its own, so that most text needs no closer look.
    private static func mayContinue(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && !(0x3400...0x9FFF).contains(scalar.value)
    }
}
