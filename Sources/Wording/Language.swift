import Gatekeeping

/// A language of the screen, the messages and the reports.
public enum Language: String, CaseIterable, Sendable {
    case hant = "zh-Hant"
    case hans = "zh-Hans"
    case english = "en"

    /// A label and what it names, with the colon of the language.
    public func labelled(_ label: String, _ text: String) -> String { label + (self == .english ? ": " : "：") + text }

    /// Brackets around what stands behind something else, with the space of the language before them.
    public func bracketed(_ text: String) -> String { self == .english ? " (\(text))" : "（\(text)）" }

    /// A mark that stands before everything else.
    public func marked(_ text: String) -> String { self == .english ? "[\(text)] " : "〔\(text)〕" }

    /// What stands between the items of a list.
    public var listSeparator: String { self == .english ? ", " : "、" }
}

/// One message in all languages: one that lacks a language does not compile.
public struct Text: Equatable, Sendable {
    public let hant: String
    public let hans: String
    public let english: String

    public init(_ hant: String, _ hans: String, _ english: String) {
        self.hant = hant
        self.hans = hans
        self.english = english
    }

    /// A message that is made for each language in turn.
    public init(each make: (Language) -> String) { self.init(make(.hant), make(.hans), make(.english)) }

    /// The message in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .hant: hant
        case .hans: hans
        case .english: english
        }
    }
}

extension Names {
    /// The name in `language`; the traditional Chinese one where it has none of its own.
    public subscript(language: Language) -> String {
        switch language {
        case .hant: hant
        case .hans: hans ?? hant
        case .english: english ?? hant
        }
    }
}
