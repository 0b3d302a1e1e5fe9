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
        commandName: "verify", abstract: "Check every page of the journal: seals, chain, numbers, contents, what is brought forward, rules, clocks.")
    @Flag(help: "Only each line's seal, the chain and the numbers: the quick look.") var chain = false
    @Option(help: "text, or json: one finding a line.") var format = Format.text
    @Option(parsing: .upToNextOption, help: "The eight words of a slip: proves that the journal still contains that head, and says at which line.")
    var words: [String] = []
    @OptionGroup var options: Options

    func run() throws {
        let place = try Archive(options.choices, reading: chain ? .book : .names)
        let heads = HeadWords.seals(of: words.joined(separator: " "))
        if !words.isEmpty, heads.isEmpty { throw ValidationError(HandoverWords.notWords[place.language]) }
        var verification = Verification(GateLedger(place.estate), depth: chain ? .chain : .replay)
        var progress = ProgressBar()
        do throws(SystemFailure) { try verification.check(place.book) { done, all in progress.show(done, of: all) } } catch {
            complain(JournalFailure.system(error).text(place.language))
            throw Exit.inputOutput
        }
        progress.clear()
        guard verification.pages > 0 else {
            complain(VerificationWords.noBook(in: place.book.folder)[place.language])
            throw Exit.no
        }
        switch format {
        case .text:
            for finding in verification.findings { try put(finding.text(place.language) + "\n", place.language) }
            try put(VerificationWords.summary(verification)[place.language] + "\n", place.language)
        case .json:
            for finding in verification.findings { try put(JSON.object(finding.object(place.language)).text + "\n", place.language) }
        }
        let isThere = try words.isEmpty || hasHead(heads, verification, place)
        if !verification.isSound || !isThere { throw Exit.no }
    }

    /// Says at which line the journal has one of the heads that the words may stand for, and whether all up to it is sound.
    private func hasHead(_ heads: [String], _ verification: Verification<GateLedger>, _ place: Archive) throws -> Bool {
        var found: (file: String, line: Int, n: Int)?
        do throws(SystemFailure) {
            for head in heads where found == nil { found = try PageReader(place.book).place(ofSeal: head) }
        } catch {
            complain(JournalFailure.system(error).text(place.language))
            throw Exit.inputOutput
        }
        let (kind, what) = found.map { head in
            let line = "\(head.file):\(head.line)"
            return verification.isSound(upTo: head.line, of: head.file)
                ? ("head-found", HandoverWords.headFound(head.n, line, gone: verification.goneUntil)) : ("head-behind-damage", HandoverWords.headBehindDamage(head.n, line))
        } ?? ("head-missing", HandoverWords.headMissing(gone: verification.goneUntil))
        var object: JSONObject = ["kind": .string(kind), "what": .string(what[place.language])]
        if let found { (object["file"], object["line"], object["n"]) = (.string(found.file), .integer(found.line), .integer(found.n)) }
        if let gone = verification.goneUntil { object["from"] = .integer(gone + 1) }
        try put((format == .json ? JSON.object(object).text : what[place.language]) + "\n", place.language)
        return found != nil
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
        complain("\r\(bar) \(percent) %", terminator: "")
    }

    mutating func clear() {
        guard shown >= 0 else { return }
        complain("\r\u{1B}[K", terminator: "")
        shown = -1
    }
}
