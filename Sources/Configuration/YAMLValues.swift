import Gatekeeping
import Notation
import Yams

extension YAMLEntry {
    /// A name: plain text for traditional Chinese, or a mapping by language code.
    func names(_ key: String = "name") -> Names {
        guard let value = value(key, required: true) else { return Names("") }
        guard case .mapping(let mapping) = value.node else {
            guard let found = scalar(value.node, key: key, line: value.line) else { return Names("") }
            source.check(found, field: key, limit: 60)
            return Names(found.text)
        }
        return part(mapping, key: key, line: value.line) { entry in
            Names(
                entry.text("zh-Hant", limit: 60), hans: entry.optionalText("zh-Hans", limit: 60),
                english: entry.optionalText("en", limit: 60))
        }
    }

    /// `true` or `false`; `false` where nothing is said.
    func yesOrNo(_ key: String) -> Bool {
        guard let value = value(key, required: false), let found = scalar(value.node, key: key, line: value.line)
        else { return false }
        switch found.text {
        case "true": return true
        case "false": return false
        default:
            source.report(.wrongType(key: key, expected: .yesOrNo), line: found.line)
            return false
        }
    }

    /// One of a few words, if it is said.
    func optionalChoice(_ key: String, among choices: [String]) -> String? {
        converted(key, required: false, or: { .badChoice($0, choices: choices) }) { choices.contains($0) ? $0 : nil }
    }

    /// A list of entries, each read by `read`.
    func list<Element>(
        _ key: String, of thing: Problem.Thing, mayBeEmpty: Bool = false, read: (YAMLEntry) -> Element
    ) -> [Element] {
        guard let nodes = nodes(key, required: true, mayBeEmpty: mayBeEmpty) else {
            source.ledger.markIncomplete(thing)
            return []
        }
        return nodes.enumerated().compactMap { index, node in
            let place = "\(path.isEmpty ? "" : path + ".")\(key)[\(index + 1)]"
            let line = node.mark?.line ?? self.line
            guard case .mapping(let mapping) = node else {
                source.report(.wrongType(key: place, expected: .mapping), line: line)
                return nil
            }
            return entry(mapping, line: line, path: place, read: read)
        }
    }

    /// The common list of choices: an id and a name each.
    func labelled(
        _ key: String, of thing: Problem.Thing, within scope: String = "", mayBeEmpty: Bool = false
    ) -> [Labelled] {
        list(key, of: thing, mayBeEmpty: mayBeEmpty) { entry in
            Labelled(id: entry.id(of: thing, within: scope), name: entry.names())
        }
    }

    /// A list of plain values, none twice.
    func texts(_ key: String, required: Bool, mayBeEmpty: Bool) -> [Found] {
        var seen: Set<String> = []
        return (nodes(key, required: required, mayBeEmpty: mayBeEmpty) ?? []).compactMap { node in
            let line = node.mark?.line ?? self.line
            guard let found = scalar(node, key: key, line: line) else { return nil }
            source.check(found, field: key, limit: 64)
            if !seen.insert(found.text).inserted { source.report(.duplicateEntry(found.text, field: key), line: line) }
            return found
        }
    }

    /// A list of ids of things that are described elsewhere.
    func references(_ key: String, to thing: Problem.Thing, required: Bool, mayBeEmpty: Bool) -> [String] {
        texts(key, required: required, mayBeEmpty: mayBeEmpty).map { found in
            source.ledger.refer(to: thing, found.text, at: source.place(found.line))
            return found.text
        }
    }

    /// A nested mapping, if it is there.
    func nested<Value>(_ key: String, read: (YAMLEntry) -> Value) -> Value? {
        guard let value = value(key, required: false) else { return nil }
        guard case .mapping(let mapping) = value.node else {
            source.report(.wrongType(key: key, expected: .mapping), line: value.line)
            return nil
        }
        return part(mapping, key: key, line: value.line, read: read)
    }

    private func part<Value>(
        _ mapping: Node.Mapping, key: String, line: Int, read: (YAMLEntry) -> Value
    ) -> Value {
        entry(mapping, line: line, path: path.isEmpty ? key : path + "." + key, read: read)
    }

    private func entry<Value>(
        _ mapping: Node.Mapping, line: Int, path: String, read: (YAMLEntry) -> Value
    ) -> Value {
        let entry = YAMLEntry(mapping, source: source, line: line, path: path)
        defer { entry.finish() }
        return read(entry)
    }

    private func nodes(_ key: String, required: Bool, mayBeEmpty: Bool) -> [Node]? {
        guard let value = value(key, required: required) else { return nil }
        guard case .sequence(let sequence) = value.node else {
            source.report(.wrongType(key: key, expected: .list), line: value.line)
            return nil
        }
        if sequence.isEmpty, !mayBeEmpty { source.report(.emptyList(key), line: value.line) }
        return Array(sequence)
    }
}
