import Gatekeeping
import Notation
import Terminal
import Wording

/// How the line looks in which one types: all that its drawing reads.
struct InputLine: Hashable {
    let text: String
    let language: Language
    /// The earlier time that the next entry is for, as it is said.
    let earlier: String?
    /// How many of the rows that were found are above and below those that are shown; stands at the end.
    let passedOver: [String]

    /// - Returns: the column behind what was typed.
    @discardableResult
    func draw(in region: Region, on canvas: inout Canvas) -> Int {
        canvas.write(foot, at: Position(row: region.row, column: region.columns - Width.columns(of: foot)), width: region.columns, style: .faint)
        let begin = canvas.write(mark, at: region.origin, width: region.columns, style: Style(.accent, bold: true))
        let room = room(in: region, behind: begin)
        guard !text.isEmpty else {
            canvas.write(ScreenWords.prompt[language], at: Position(row: region.row, column: begin), width: room, style: .faint)
            return begin
        }
        return begin + canvas.write(shown(in: room), at: Position(row: region.row, column: begin), width: room, style: .input)
    }

    /// The column behind what was typed, in a region that shows it.
    func end(in region: Region) -> Int {
        let begin = Width.columns(of: mark)
        return begin + Width.columns(of: shown(in: room(in: region, behind: begin)))
    }

    private var mark: String { earlier.map { ScreenWords.earlier($0)[language] + " > " } ?? "> " }
    private var foot: String { passedOver.joined(separator: " ") }

    private func room(in region: Region, behind begin: Int) -> Int { max(1, region.columns - begin - 1 - Width.columns(of: foot)) }

    private func shown(in room: Int) -> String { String(Width.suffix(of: text, fitting: room)) }
}
