import ArgumentParser
import Bookkeeping
import Foundation
import Gatekeeping
import Journal
import Notation
import Wording

struct Verify: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Check every page of the journal: seals, chain, numbers, contents, what is brought forward, rules, clocks.")
    @Flag(help: "Only each line's seal, the chain and the numbers: the quick look.") var chain = false
    @Option(help: "text, or json: one finding a line.") var format = Format.text
    @OptionGroup var options: Options

    func run() throws {
        let place = try Archive(options)
        var verification = Verification(GateLedger(zone: place.estate.zone), depth: chain ? .chain : .replay)
        var progress = ProgressBar()
        do throws(SystemFailure) { try verification.check(place.book) { done, all in progress.show(done, of: all) } } catch {
            complain(JournalFailure.system(error).text(place.language))
            throw Exit.inputOutput
        }
        progress.clear()
        switch format {
        case .text:
            for finding in verification.findings { put(finding.text(place.language) + "\n") }
            put(VerificationWords.summary(verification)[place.language] + "\n")
        case .json:
            for finding in verification.findings { put(JSON.object(finding.object(place.language)).text + "\n") }
        }
        if !verification.isSound { throw Exit.no }
    }
}

/// A bar on stderr, from one second of work on, and only on a terminal.
struct ProgressBar {
    private let begin = ContinuousClock.now
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var shown = -1

    mutating func show(_ done: Int, of all: Int) {
        let percent = all == 0 ? 100 : done * 100 / all
        guard isTerminal, percent != shown, ContinuousClock.now - begin > .seconds(1) else { return }
        shown = percent
        let filled = percent * 40 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 40 - filled)
        FileHandle.standardError.write(Data("\r\(bar) \(percent) %".utf8))
    }

    mutating func clear() {
        guard shown >= 0 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
        shown = -1
    }
}
