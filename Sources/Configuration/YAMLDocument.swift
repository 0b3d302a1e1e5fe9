import Gatekeeping
import Yams

/// A YAML file as far as it can be read: a syntax error in one section does not hide the others.
struct YAMLDocument {
    /// The keys and values at the top, in order.
    private(set) var pairs: [(key: Node, value: Node)] = []
    /// Sections that stand there and could not be read.
    private(set) var brokenKeys: Set<String> = []
    /// The file says something, but not by keys.
    private(set) var isUnreadable = false

    private let source: Source

    init(_ text: SourceText) {
        source = text.source
        switch Self.compose(text.lines) {
        case .success(let node): take(node, line: 1)
        case .failure(let fault): readSections(of: text.lines, afterAll: fault)
        }
    }

    private mutating func take(_ node: Node?, line: Int) {
        switch node {
        case nil: break
        case .mapping(let mapping): pairs += mapping.map { (key: $0.key, value: $0.value) }
        default:
            isUnreadable = true
            source.report(.wrongType(key: "", expected: .mapping), line: node?.mark?.line ?? line)
        }
    }

    /// Reads each top section by itself, on the line numbers that it has in the file.
    private mutating func readSections(of lines: [String], afterAll whole: YAMLFault) {
        let starts = lines.indices.filter { Self.sectionKey(lines[$0]) != nil }
        for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
            switch Self.compose(Array(repeating: "", count: start) + lines[start..<end]) {
            case .success(let node): take(node, line: start + 1)
            case .failure(let fault):
                brokenKeys.insert(Self.sectionKey(lines[start]) ?? "")
                let isOnlyCutOff = fault.isAboutAlias && !whole.isAboutAlias
                if !isOnlyCutOff { source.report(.unreadableYAML(what: fault.what), line: min(fault.line, end)) }
            }
        }
        isUnreadable = starts.isEmpty
        if brokenKeys.isEmpty { source.report(.unreadableYAML(what: whole.what), line: whole.line) }
    }

    /// The key of a line that begins a top section.
    private static func sectionKey(_ line: String) -> String? {
        guard let first = line.unicodeScalars.first, first.properties.isAlphabetic || first == "\"" || first == "'",
            let colon = line.firstIndex(of: ":")
        else { return nil }
        return String(line[..<colon].filter { $0 != "\"" && $0 != "'" })
    }

    /// The root node, keys that occur twice set aside by `setAsideMark`: the parser stops at the first of them.
    private static func compose(_ lines: [String]) -> Result<Node?, YAMLFault> {
        var lines = lines
        for _ in 0..<100 {
            do {
                let text = lines.joined(separator: "\n") + "\n"
                return .success(try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot())
            } catch YamlError.duplicatedKeysInMapping(_, let context) {
                setAside(context.mark, in: &lines)
            } catch {
                return .failure(YAMLFault(error))
            }
        }
        return .failure(YAMLFault(what: "too many keys occur twice", line: 1))
    }

    private static func setAside(_ mark: Mark, in lines: inout [String]) {
        guard lines.indices.contains(mark.line - 1) else { return }
        var scalars = Array(lines[mark.line - 1].unicodeScalars)
        var column = mark.column - 1
        guard scalars.indices.contains(column) else { return }
        if scalars[column] == "\"" || scalars[column] == "'" { column += 1 }
        scalars.insert(setAsideMark, at: column)
        var line = String.UnicodeScalarView()
        line.append(contentsOf: scalars)
        lines[mark.line - 1] = String(line)
    }

    /// Precedes a key that occurs again below; a private-use character, which no real key begins with.
    static let setAsideMark: Unicode.Scalar = "\u{E000}"
}

/// Why a text is no YAML.
struct YAMLFault: Error {
    var what: String
    var line: Int
    var isAboutAlias = false

    init(what: String, line: Int) {
        self.what = what
        self.line = line
    }

    init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            what = [context?.text, problem].compactMap { $0 }.joined(separator: ", ")
            line = context.map { max(1, min($0.mark.line, mark.line)) } ?? mark.line
        case .composer(_, let problem, let mark, _):
            (what, line, isAboutAlias) = (problem, mark.line, problem.contains("alias"))
        case .reader(let problem, _, _, _): (what, line) = (problem, 1)
        default: (what, line) = ("not readable as YAML", 1)
        }
    }
}
