/// Several names in one field, between enumeration commas: typed with whatever comma the keyboard has.
public struct NameList: Equatable, Sendable {
    public static let separator = "、"
    public var items: [String]

    public init(_ items: [String]) { self.items = items }

    public init(_ text: String) { items = NameList.parts(text).flatMap(NameList.names) }

    public var text: String { items.joined(separator: NameList.separator) }

    /// What stands between commas.
    private static func parts(_ text: String) -> [String] {
        text.split { "、,，;；\n".contains($0) }.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }

    /// Whoever may be named in a field for one name or more: `Smith, John` may be one, or two.
    public static func readings(of text: String) -> [String] {
        let items = NameList(text).items
        let others = everybody(in: text).filter { !items.contains($0) }
        return items.count + others.count > 1 ? items + others + [text].filter { !items.contains($0) } : items
    }

    /// Whoever is named in a field for one name, the first named first.
    public static func people(in name: String) -> [String] { NamedPeople.all(in: name, .one) }

    /// Whoever is named in a field for several.
    public static func everybody(in text: String) -> [String] { NamedPeople.all(in: text, .several) }

    /// Chinese names have no spaces: what stands between spaces is a name each, unless it is too short for one. Others keep their spaces.
    private static func names(_ part: String) -> [String] {
        let words = part.split(separator: " ").map(String.init)
        return words.allSatisfy { $0.count > 1 && $0.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } } ? words : [part]
    }
}
