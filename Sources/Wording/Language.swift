import Gatekeeping

/// A language of the screen, the messages and the reports.
public enum Language: String, CaseIterable, Sendable {
    case hant = "zh-Hant"
    case hans = "zh-Hans"
    case english = "en"
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
