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
        return items.count > 1 ? items + [text] : items
    }

    /// Whoever is named in a field for one name. `Smith, John` is one person; `李娜/王強` and `李娜和王強` are two.
    static func people(in name: String) -> [String] {
        let parts = parts(name)
        let isOne = parts.count == 2 && parts.contains { !$0.contains(" ") } && name.contains { ",，".contains($0) }
            && parts.joined().unicodeScalars.allSatisfy { $0.value < 0x2E80 }
        return isOne ? [name] : parts.flatMap(beside).flatMap(joined)
    }

    /// What stands beside a stroke or a plus, where it is enough for a name.
    private static func beside(_ part: String) -> [String] {
        let names = part.split { "/／&＆+＋".contains($0) }.map { $0.split(separator: " ").joined(separator: " ") }
        return names.allSatisfy { $0.count > 1 } ? names : [part]
    }

    /// Chinese names that a word for "and" joins: on either side stands enough for a name, so 和 within one is none.
    private static func joined(_ part: String) -> [String] {
        guard part.unicodeScalars.allSatisfy({ $0.value >= 0x2E80 }) else { return [part] }
        var names: [String] = []
        var begin = part.startIndex
        for place in part.indices where "和與与跟及".contains(part[place]) {
            let (before, behind) = (part[begin..<place], part[part.index(after: place)...])
            guard before.count > 1, behind.count > 1 else { continue }
            names.append(String(before))
            begin = behind.startIndex
        }
        return names + [String(part[begin...])]
    }

    /// Chinese names have no spaces: what stands between spaces is a name each, unless it is too short for one. Others keep their spaces.
    private static func names(_ part: String) -> [String] {
        let words = part.split(separator: " ").map(String.init)
        return words.allSatisfy { $0.count > 1 && $0.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } } ? words : [part]
    }
}
