import ArgumentParser
import Bookkeeping
import Console
import Gatekeeping
import Journal
import Notation
import Terminal
import Wording

struct Screen: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "screen", abstract: "The full screen.")
    @OptionGroup var options: Options
    @OptionGroup var screen: ScreenOptions

    func run() throws { try FullScreen(options.choices, theme: screen.theme).run() }
}

struct Practice: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "practice", abstract: "The full screen on a practice journal.")
    @Option(help: "The made-up time to start at, as 2026-11-23T17:00:00+08:00.") var now: String?
    @OptionGroup var options: Options
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let time = try now.map { try Instant(option: $0, "--now", options.language ?? .hant) }
        try FullScreen(options.choices, theme: screen.theme, isPractice: true, now: time).run()
    }
}

/// Wires the console to the terminal and the book.
struct FullScreen {
    private let place: Workplace
    private let isPractice: Bool?
    private let now: Instant?
    private let namedLanguage: Language?
    private let theme: Theme

    init(_ choices: Choices, theme: Theme? = nil, isPractice: Bool? = nil, now: Instant? = nil) throws {
        place = try Workplace(choices, isPractice: isPractice)
        self.isPractice = isPractice
        self.now = now
        namedLanguage = choices.language
        self.theme = Theme(theme, in: place.estate)
    }

    func run() throws {
        let signals: Signals
        let waker: Waker
        do {
            signals = try Signals()
            waker = try Waker()
        } catch {
            complain("gatebook: \(error.call): \(error.code)")
            throw Exit.inputOutput
        }
        let display = try openDisplay()
        defer { display.close() }
        let language = namedLanguage ?? (display.showsChinese ? place.language : .english)
        let clerk = Clerk(
            estate: place.estate, data: place.data, isPractice: isPractice, startingAt: now, post: place.post.id, language: language,
            early: place.early
        ) { waker.wake() }
        let watch = BookWatch(estate: place.estate, data: place.data, isPractice: isPractice)
        let machine = Clock()
        let drafts = Drafts(data: place.data, book: clerk.bookName, post: place.post.id) { waker.wake() }
        let loop = Loop(
            Loop.Parts(
                estate: place.estate, post: place.post.id, language: language, isPractice: isPractice ?? place.estate.isPractice,
                display: display, theme: theme, input: 0, signals: signals, waker: waker, clerk: clerk, watch: watch, drafts: drafts,
                clock: { machine.t }, uptime: { machine.uptime }))
        loop.run()
    }

    private func openDisplay() throws -> CursesDisplay {
        do throws(DisplayFailure) { return try CursesDisplay(theme: theme) } catch {
            complain(DisplayWords.text(error)[place.language])
            throw Exit.inputOutput
        }
    }
}

/// What is said when there is no screen to be had.
private enum DisplayWords {
    static func text(_ failure: DisplayFailure) -> Text {
        switch failure {
        case .notATerminal:
            Text(
                "這裡不是終端機，畫面開不起來。請在終端機裡執行 gatebook，或用 gatebook record。", "这里不是终端，画面开不起来。请在终端里运行 gatebook，或用 gatebook record。",
                "This is no terminal, so there is no screen. Run gatebook in a terminal, or use gatebook record.")
        case .noCursorAddressing(let term):
            Text(
                "終端機「\(term)」不能移動游標，畫面開不起來。請改用別的終端機。", "终端“\(term)”不能移动光标，画面开不起来。请改用别的终端。",
                "The terminal “\(term)” cannot move its cursor, so there is no screen. Use another terminal.")
        case .unknownTerminal(let term):
            Text(
                "不認識終端機「\(term)」。請設定 TERM，例如 TERM=xterm-256color。", "不认识终端“\(term)”。请设置 TERM，例如 TERM=xterm-256color。",
                "Unknown terminal “\(term)”. Set TERM, for instance TERM=xterm-256color.")
        }
    }
}
