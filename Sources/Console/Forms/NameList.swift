/// Several names in one field, between enumeration commas: typed with whatever comma the keyboard has.
struct NameList: Equatable, Sendable {
    static let separator = "、"
    var items: [String]

    init(_ items: [String]) { self.items = items }

    init(_ text: String) {
        items = text.split { "、,，;；\n".contains($0) }.flatMap(NameList.names)
    }

    var text: String { items.joined(separator: NameList.separator) }

    /// Chinese names have no spaces: what stands between spaces is a name each. Others keep their spaces.
    private static func names(_ part: Substring) -> [String] {
        let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
        let isChinese = words.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } }
        return isChinese ? words : [words.joined(separator: " ")]
    }
}
