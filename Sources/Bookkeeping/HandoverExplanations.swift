import Gatekeeping
import Notation
import Wording

/// The figures of a handover, as the slip shows them, and how `jq` computes each from the pages (G10).
public struct HandoverExplanations {
    /// What the relief's answers come to, each in the words that stand behind its lines.
    fileprivate enum Figure: CaseIterable {
        case accepted, asked, explained, askedBefore, refused, differing
    }

    private let list: HandoverList
    private let registers: Registers
    private let estate: Estate
    private let post: String
    /// What was answered and is no line any more: the matter was settled meanwhile.
    private let gone: [String]
    /// The line that signed it, and how many lines of the list it says; nil while it is under way.
    private let signed: (n: Int, lines: Int)?
    /// The lines that are read.
    private let pages: PageQuery

    /// - Parameters:
    ///   - registers: just before the signature, or now.
    ///   - time: it was under way then, and these are the registers of that time; nil for now.
    public init(_ list: HandoverList, _ registers: Registers, estate: Estate, post: String, signed: (n: Int, lines: Int)? = nil, at time: Instant? = nil) {
        (self.list, self.registers, self.estate, self.post, self.signed) = (list, registers, estate, post, signed)
        gone = Set(registers.answers.values.filter { $0.offer == list.offer }.map(\.item)).filter { list[$0] == nil }.sorted()
        pages = time.map { PageQuery.all.until($0, in: estate.zone) } ?? .all
    }

    /// The lines that were signed, the answers by what was said, and each count.
    public func all(_ language: Language) -> [Explanation] {
        let lines = signed.map { signed in
            Explanation(
                figure: FieldWords.label("lines", ofLine: "")[language], value: String(signed.lines),
                command: pages.lines("$l[] | select(.n == \(signed.n)).lines"))
        }
        // What must be answered again counts as not answered.
        let changed = list.entries.filter { $0.standing == .changed }.map(\.item.key)
        let figures = Figure.allCases.map { figure in
            Explanation(
                figure: figure.name[language], value: String(list.entries.count(where: figure.counts)), command: query(without(changed) + "map(select(\(figure.condition))) | length"))
        }
        let titles = HandoverTitles(registers, estate: estate, post: post, language)
        let counts = list.entries.compactMap { entry in
            entry.answer?.count.map { count in
                Explanation(figure: HandoverWords.countedOf(titles.name(entry.item))[language], value: String(count), command: query("map(select(.item == \"\(entry.item.key)\"))[0].count"))
            }
        }
        return (lines.map { [$0] } ?? []) + figures + counts
    }

    /// Leaves out some lines.
    private func without(_ keys: [String]) -> String { keys.isEmpty ? "" : "map(select(.item | IN(\(keys.map { JSON.string($0).text }.joined(separator: ", "))) | not)) | " }

    /// `result` of the latest answer to each line, with what was asked and explained before, corrections applied; without what is no line any more.
    private func query(_ result: String) -> String {
        let isBefore = signed.map { " and $x.n < \($0.n)" } ?? ""
        return pages.fold(
            "{}",
            "if $x.e == \"handover.answered\" and $x.ref == \(list.offer)\(isBefore) then ([to_entries[] | select(.value.item == $x.item)] | max_by(.key | tonumber) | .value) as $b"
                + " | .[$x.n | tostring] = $x + if $b.explanation then {asked: ($b.asked // $b.text), explanation: $b.explanation} else {} end"
                + " elif $x.e == \"handover.explained\" and .[$x.ref | tostring]\(isBefore) then .[$x.ref | tostring].explanation = $x.text"
                + " elif $x.e == \"forward.answer\" and $x.offer == \(list.offer) then .[$x.ref | tostring] //= $x"
                + " elif $x.e == \"entry.corrected\" and .[$x.ref | tostring]\(isBefore) then .[$x.ref | tostring][$x.field] = ($x.value | tonumber? // $x.value) else . end",
            "to_entries | sort_by(.key | tonumber) | map(.value) | group_by(.item) | map(last) | \(without(gone))\(result)")
    }
}

extension HandoverExplanations.Figure {
    fileprivate var name: Text {
        switch self {
        case .accepted: HandoverWords.standing(.accepted)
        case .asked: HandoverWords.standing(.asked)
        case .explained: HandoverWords.standing(.explained)
        case .askedBefore: HandoverWords.askedBefore
        case .refused: HandoverWords.standing(.refused)
        case .differing: HandoverWords.differing
        }
    }

    fileprivate func counts(_ entry: HandoverList.Entry) -> Bool {
        guard let answer = entry.answer, entry.standing != .changed else { return false }
        return switch self {
        case .accepted: entry.standing == .accepted
        case .asked: entry.standing == .asked
        case .explained: entry.standing == .explained
        case .askedBefore: answer.asked != nil
        case .refused: entry.standing == .refused
        case .differing: answer.differs
        }
    }

    fileprivate var condition: String {
        switch self {
        case .accepted: ".answer == \"accepted\""
        case .asked: ".answer == \"queried\" and .explanation == null"
        case .explained: ".answer == \"queried\" and .explanation != null"
        case .askedBefore: ".asked != null"
        case .refused: ".answer == \"refused\""
        case .differing: ".answer == \"accepted\" and .count != .expected"
        }
    }
}
