import ArgumentParser
import Bookkeeping
import Configuration
import Foundation
import Gatekeeping
import Journal
import Notation
import Terminal
import Wording

extension Language: ExpressibleByArgument {}
extension Report.Format: ExpressibleByArgument {}
extension Matter.Kind: ExpressibleByArgument {}

/// The options that every command takes.
struct Options: ParsableArguments {
    @Option(help: "Folder of the configuration; else $GATEBOOK_CONFIG, ./config, /etc/gatebook, the built-in example.")
    var config: String?
    @Option(help: "Folder of the data; else $GATEBOOK_DATA, $XDG_STATE_HOME/gatebook, ~/.local/state/gatebook.")
    var data: String?
    @Option(help: "The post that this console serves, by its id; else the first of the configuration.")
    var post: String?
    @Option(help: "zh-Hant, zh-Hans or en; else that of the configuration.")
    var language: Language?

    var choices: Choices { Choices(config: config, data: data, post: post, language: language) }
}

/// What somebody chose by options; all of it may be left to the environment and the configuration.
struct Choices {
    var config: String?
    var data: String?
    var post: String?
    var language: Language?
}

extension Theme: ExpressibleByArgument {}

/// The options of the full screen besides.
struct ScreenOptions: ParsableArguments {
    @Option(help: "dark, light or contrast (no colours at all, for bright sun and weak eyes); else $GATEBOOK_THEME, the configuration's, dark.")
    var theme: Theme?
}

extension Theme {
    /// The one that was chosen, or what the environment or the configuration says.
    init(_ chosen: Theme?, in estate: Estate) {
        self = chosen ?? ProcessInfo.processInfo.environment["GATEBOOK_THEME"].flatMap(Theme.init) ?? estate.theme.flatMap(Theme.init) ?? .dark
    }
}

extension Day {
    /// A day as an option says it.
    init(option text: String, _ name: String, _ language: Language) throws {
        guard let day = Day(text) else { throw ValidationError(OptionWords.dayForm(name, text)[language]) }
        self = day
    }

    /// The days of `--from` and `--to`, where they are said; the first is no later than the last.
    static func stretch(from: String?, to: String?, _ language: Language) throws -> (first: Day?, last: Day?) {
        let (first, last) = (try from.map { try Day(option: $0, "--from", language) }, try to.map { try Day(option: $0, "--to", language) })
        if let first, let last, first > last { throw ValidationError(OptionWords.turnedAround(from: first.text, to: last.text)[language]) }
        return (first, last)
    }
}

extension Instant {
    /// A time as an option says it.
    init(option text: String, _ name: String, _ language: Language) throws {
        guard let time = Instant(text) else { throw ValidationError(OptionWords.timeForm(name, text)[language]) }
        self = time
    }
}

/// sysexits.h.
enum Exit {
    static let no = ExitCode(1)
    static let usage = ExitCode(64)
    static let badData = ExitCode(65)
    static let inputOutput = ExitCode(74)
    static let configuration = ExitCode(78)
}

/// What the options lead to.
struct Workplace {
    let estate: Estate
    let data: String
    let post: Post
    let language: Language
    /// The book, which is read while the configuration still is.
    let early = EarlyBook()

    /// - Parameter isPractice: nil for what the configuration says.
    /// - Parameter opensBook: the book will be opened.
    init(_ choices: Choices, isPractice: Bool? = nil, opensBook: Bool = true) throws {
        let early = early
        let archive = try Archive(choices, reading: .everything) { estate, data in
            if opensBook { early.begin(estate, data: data, isPractice: isPractice) }
        }
        (estate, data, language) = (archive.estate, archive.data, archive.language)
        guard let post = choices.post.map({ archive.estate.post($0) }) ?? archive.estate.posts.first else {
            complain(
                Refusal.unknownPost(choices.post ?? "").text(language) + " " + archive.estate.posts.map(\.id).joined(separator: " "))
            throw Exit.usage
        }
        self.post = post
    }

    /// Opens the book, or says why it cannot be.
    func office(isPractice: Bool? = nil) throws -> Office {
        do throws(JournalFailure) { return try Office(estate: estate, data: data, isPractice: isPractice, early: early) } catch {
            complain(error.text(language))
            throw Exit.inputOutput
        }
    }

    /// Runs `body`; a failure of the journal is said, and ends with 74.
    func orComplain<T>(_ body: () throws(JournalFailure) -> T) throws -> T {
        do throws(JournalFailure) { return try body() } catch {
            complain(error.text(language))
            throw Exit.inputOutput
        }
    }
}
