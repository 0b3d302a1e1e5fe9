import ArgumentParser
import Bookkeeping
import Foundation
import Gatekeeping
import Journal
import Notation
import Wording

struct SearchCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    /// It names the command above it, so that the parser does not first look whether a completion script is asked for: half of the time that options take.
    static let configuration = CommandConfiguration(
        commandName: "search", _superCommandName: "gatebook", abstract: "Find a text in all pages, newest first; letters in whatever case and width.")
    @Argument(help: "Any part of a line: a name, a plate, a unit, a word; #1042 for line 1042 and all that name it.") var text: String
    @Option(help: "Only lines written from this day on, as 2026-11-23.") var from: String?
    @Option(help: "Only lines written until this day.") var to: String?
    @Option(help: "Only events of this kind, as visitor.admitted, or visitor for all of them.") var kind: String?
    @Option(help: "At most so many, the newest.") var limit: Int?
    @Option(help: "text, or json: the lines as they stand in the journal.") var format = Format.text
    @OptionGroup var options: Options

    func run() throws {
        let place = try Archive(options.choices, reading: format == .text || options.post != nil ? .names : .book)
        let days = try Day.stretch(from: from, to: to, place.language)
        let filter = Search.Filter(post: options.post, from: days.first, to: days.last, kind: kind)
        var progress = ProgressBar()
        var output = BufferedOutput(place.language)
        var count = 0
        do throws(SystemFailure) {
            try Search(text, filter: filter, about: format == .text ? LineWords.amendments : nil, naming: LineWords.linesNamed).run(in: place.book) { done, all in
                if count == 0 { progress.show(done, of: all) }
                return true
            } take: { hit in
                if count == 0 { progress.clear() }
                guard limit.map({ count < $0 }) ?? true else { return false }
                count += 1
                return output.put(shown(hit, place)) && limit.map { count < $0 } ?? true
            }
        } catch {
            progress.clear()
            try output.flush()
            complain(JournalFailure.system(error).text(place.language))
            throw Exit.inputOutput
        }
        progress.clear()
        try output.flush()
        if count == 0 { throw foundNothing(place) }
    }

    /// Nothing was found: where no text could have been, that is said.
    private func foundNothing(_ place: Archive) -> ExitCode {
        let posts = place.estate.posts.map(\.id)
        // Where the configuration cannot be read it has no posts; and the book may be older than it.
        if let post = options.post, !posts.isEmpty, !posts.contains(post), !hasLine(Search(post, filter: Search.Filter(post: post)), place) {
            complain(OptionWords.unlisted("--post", post, known: posts)[place.language])
            return Exit.usage
        }
        if let kind, !Catalogue.hasKind(kind), !hasLine(Search(kind, filter: Search.Filter(kind: kind)), place) {
            complain(OptionWords.unknownKind(kind)[place.language])
        }
        return Exit.no
    }

    private func hasLine(_ search: Search, _ place: Archive) -> Bool {
        var isThere = false
        do throws(SystemFailure) {
            try search.run(in: place.book) { _ in
                isThere = true
                return false
            }
        } catch {}
        return isThere
    }

    private func shown(_ hit: Search.Hit, _ place: Archive) -> [UInt8] {
        switch format {
        case .json: return hit.bytes + [0x0A]
        case .text:
            guard let line = hit.line else { return Array("\(hit.page.file): \(JournalWords.unreadable[place.language])\n".utf8) }
            let text = LineWords(estate: place.estate, language: place.language).row(line, namedBy: hit.namedBy)
            return Array(((isatty(STDOUT_FILENO) == 1 ? text.marking(self.text) : text) + "\n").utf8)
        }
    }
}

extension String {
    /// What was searched for is marked, for a terminal.
    fileprivate func marking(_ wanted: String) -> String {
        var (result, end) = ("", startIndex)
        for place in places(of: wanted) {
            result += self[end..<place.lowerBound] + "\u{1B}[7m" + self[place] + "\u{1B}[27m"
            end = place.upperBound
        }
        return result + self[end...]
    }
}
