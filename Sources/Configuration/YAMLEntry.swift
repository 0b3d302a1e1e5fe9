import Gatekeeping
import Yams

/// A mapping of a YAML file that is being read by keys; keys that nobody asked for are unknown.
final class YAMLEntry: Fields {
    let source: Source
    let line: Int
    /// Where the entry stands, as `posts[2]`; empty for the file itself.
    let path: String

    private var values: [String: (node: Node, line: Int)] = [:]
    private var keys: [(name: String, line: Int)] = []
    private var asked: [String] = []
    private let unreadableKeys: Set<String>
    /// Nothing could be read, which has been reported: what is missing is not reported again.
    private let isSilent: Bool

    /// An entry of a list or a nested one.
    convenience init(_ mapping: Node.Mapping, source: Source, line: Int, path: String) {
        self.init(mapping.map { (key: $0.key, value: $0.value) }, source: source, line: line, path: path)
    }

    /// The file itself.
    convenience init(_ document: YAMLDocument, source: Source) {
        self.init(
            document.pairs, source: source, line: 1, path: "", unreadableKeys: document.brokenKeys,
            isSilent: document.isUnreadable)
    }

    /// - Parameter isSilent: the file is missing, which has been reported.
    init(
        _ pairs: [(key: Node, value: Node)], source: Source, line: Int, path: String, unreadableKeys: Set<String> = [],
        isSilent: Bool = false
    ) {
        self.source = source
        self.line = line
        self.path = path
        self.unreadableKeys = unreadableKeys
        self.isSilent = isSilent
        for pair in pairs { take(pair.key, pair.value) }
    }

    private func take(_ key: Node, _ value: Node) {
        let line = key.mark?.line ?? self.line
        guard case .scalar(let scalar) = key else {
            source.report(.wrongType(key: path, expected: .text), line: line)
            return
        }
        let marked = scalar.string.unicodeScalars
        let name = String(marked.drop { $0 == YAMLDocument.setAsideMark })
        if let first = keys.first(where: { $0.name == name }) {
            source.report(.duplicateKey(name, firstLine: first.line), line: line)
        }
        keys.append((name, line))
        values[name] = (value, line)
    }

    /// The value of `key` with the line of its key; reports one that is missing although it is `required`.
    func value(_ key: String, required: Bool) -> (node: Node, line: Int)? {
        asked.append(key)
        if let value = values[key] { return value }
        if required, !isSilent, !unreadableKeys.contains(key) {
            source.report(.missingKey(key, path: path), line: line)
        }
        return nil
    }

    func find(_ key: String, required: Bool) -> Found? {
        guard let value = value(key, required: required) else { return nil }
        return scalar(value.node, key: key, line: value.line)
    }

    /// The trimmed text of `node`; reports one that is empty or no text at all.
    func scalar(_ node: Node, key: String, line: Int) -> Found? {
        guard case .scalar(let scalar) = node else {
            source.report(.wrongType(key: key, expected: .text), line: line)
            return nil
        }
        let text = trimmed(scalar.string)
        if text.isEmpty || (scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(text)) {
            source.report(.emptyValue(key), line: line)
            return nil
        }
        return Found(text: text, line: line)
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    /// Where `key` stands; the entry itself where it does not.
    func place(of key: String) -> Ledger.Place { source.place(values[key]?.line ?? line) }

    /// Reports the keys that nobody asked for.
    func finish() {
        for key in keys where !asked.contains(key.name) {
            let missing = asked.filter { values[$0] == nil }
            let likely = likeliest(key.name, among: missing) ?? likeliest(key.name, among: asked)
            source.report(.unknownKey(key.name, path: path, suggestion: likely), line: key.line)
        }
    }
}
