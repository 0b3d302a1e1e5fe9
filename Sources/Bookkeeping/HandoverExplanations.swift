import Gatekeeping
import Notation
import Wording

/// The figures of a handover, as the slip shows them, and how `jq` computes each from the pages (G10).
public struct HandoverExplanations {
    /// What the relief's answers come to.
    fileprivate enum Figure: CaseIterable {
        case accepted, queried, refused, differing
    }

    private let list: HandoverList
    /// The answers to lines of the list.
    private let answers: [LineAnswer]
    /// What was answered and is no line any more: the matter was settled meanwhile.
    private let gone: [String]
    /// The line that signed it, and how many lines of the list it says; nil while it is under way.
    private let signed: (n: Int, lines: Int)?

    /// - Parameter registers: just before the signature, or now.
    public init(_ list: HandoverList, _ registers: Registers, signed: (n: Int, lines: Int)? = nil) {
        (self.list, self.signed) = (list, signed)
        let all = registers.answers.values.filter { $0.offer == list.offer }
        answers = all.filter { list[$0.item] != nil }
        gone = Set(all.map(\.item)).filter { list[$0] == nil }.sorted()
    }

    /// The lines that were signed, the answers by what was said, and each count.
    public func all(_ language: Language) -> [Explanation] {
        let lines = signed.map { signed in
            Explanation(
                figure: FieldWords.label("lines", ofLine: "")[language], value: String(signed.lines),
                command: PageQuery.all.lines("$l[] | select(.n == \(signed.n)).lines"))
        }
        let figures = Figure.allCases.map { figure in
            Explanation(figure: figure.name[language], value: String(answers.count(where: figure.counts)), command: query("map(select(\(figure.condition))) | length"))
        }
        let counts = list.entries.compactMap { entry in
            entry.answer?.count.map { count in
                Explanation(figure: HandoverWords.countedOf(entry.item.key)[language], value: String(count), command: query("map(select(.item == \"\(entry.item.key)\"))[0].count"))
            }
        }
        return (lines.map { [$0] } ?? []) + figures + counts
    }

    /// Leaves out what is no line of the list any more.
    private var onList: String { gone.isEmpty ? "" : "map(select([.item] | inside(\(JSON.array(gone.map(JSON.string)).text)) | not)) | " }

    /// `result` of the latest answer to each line, corrections applied.
    private func query(_ result: String) -> String {
        let isBefore = signed.map { " and $x.n < \($0.n)" } ?? ""
        return PageQuery.all.fold(
            "{}",
            "if $x.e == \"handover.answered\" and $x.ref == \(list.offer)\(isBefore) then .[$x.n | tostring] = $x"
                + " elif $x.e == \"forward.answer\" and $x.offer == \(list.offer) then .[$x.ref | tostring] //= $x"
                + " elif $x.e == \"entry.corrected\" and .[$x.ref | tostring]\(isBefore) then .[$x.ref | tostring][$x.field] = ($x.value | tonumber? // $x.value) else . end",
            "to_entries | sort_by(.key | tonumber) | map(.value) | group_by(.item) | map(last) | \(onList)\(result)")
    }
}

extension HandoverExplanations.Figure {
    fileprivate var name: Text {
        switch self {
        case .accepted: HandoverWords.standing(.accepted)
        case .queried: HandoverWords.query
        case .refused: HandoverWords.standing(.refused)
        case .differing: HandoverWords.differing
        }
    }

    fileprivate func counts(_ answer: LineAnswer) -> Bool {
        switch self {
        case .accepted: answer.answer == .accepted
        case .queried: answer.answer == .queried
        case .refused: answer.answer == .refused
        case .differing: answer.differs
        }
    }

    fileprivate var condition: String {
        switch self {
        case .accepted: ".answer == \"accepted\""
        case .queried: ".answer == \"queried\""
        case .refused: ".answer == \"refused\""
        case .differing: ".answer == \"accepted\" and .count != .expected"
        }
    }
}
