import Bookkeeping
import Gatekeeping
import Terminal
import Wording

/// All that was written of one thing, over the panes: read beside everything else, the oldest first.
struct StoryBoard: Equatable, Sendable {
    /// The line that began it.
    let n: Int
    /// Tells the answer to this question from late ones to another.
    let number: Int
    var story: Story?
    /// The pages could not be read.
    var hasFailed = false
    var scroll = 0
}

extension Model {
    /// Opens the whole story of what the selected row stands for.
    mutating func openStory(of n: Int) -> [Effect] {
        tickets += 1
        layers.append(.story(StoryBoard(n: n, number: tickets)))
        return [.story(n, number: tickets)]
    }

    /// The line whose whole story belongs to a row; nil where there is none, or where this console may not show it.
    func storyLine(of row: Row) -> Int? {
        guard let n = row.id.line(in: registers) else { return nil }
        return registers.matters[n] == nil || estate.post(post)?.isDesk == true ? n : nil
    }

    mutating func hear(story: Story?, number: Int) {
        for index in layers.indices {
            guard case .story(var board) = layers[index], board.number == number else { continue }
            (board.story, board.hasFailed) = (story, story == nil)
            layers[index] = .story(board)
        }
    }

    /// The arrows move it, everything else leads back.
    mutating func pressInStory(_ key: Key, _ board: StoryBoard) -> [Effect] {
        let page = max(1, size.rows - 6)
        let last = max(0, LayerDrawing(model: self).lines(of: board, columns: size.columns - 2).count - page)
        layers.removeLast()
        var board = board
        switch key {
        case .down: board.scroll += 1
        case .up: board.scroll -= 1
        case .pageDown: board.scroll += page
        case .pageUp: board.scroll -= page
        case .home: board.scroll = 0
        case .end: board.scroll = last
        default: return []
        }
        board.scroll = min(max(0, board.scroll), last)
        layers.append(.story(board))
        return []
    }
}

extension LayerDrawing {
    /// The lines of the story as they fit.
    func lines(of board: StoryBoard, columns: Int) -> [String] {
        guard let story = board.story else { return [words(board.hasFailed ? DeskWords.unreadable : ScreenWords.stillReading)] }
        return (story.chapters.isEmpty ? words(ScreenWords.empty) : story.text).split(separator: "\n").flatMap { Width.lines(of: String($0), fitting: columns) }
    }
}

extension RowID {
    /// The line that began what the row stands for; what hangs on an occurrence is of its story.
    fileprivate func line(in registers: Registers) -> Int? {
        switch self {
        case .step(let n, _), .checkpoint(let n, _): n
        case .evidence(let n): registers.evidence[n]?.occurrence ?? n
        case .detained(let n): registers.detained[n]?.occurrence ?? n
        case .line(let key): HandoverItem(key: key)?.number
        case .alert(let key): key.split(separator: ":").last.flatMap { Int($0) }
        default: opener
        }
    }

    /// The line that opened what the row stands for.
    var opener: Int? {
        switch self {
        case .visit(let n), .stay(let n), .round(let n), .defect(let n), .occurrence(let n), .exception(let n), .signature(let n), .referral(let n),
            .outage(let n), .task(let n), .thing(let n), .pass(let n), .certificate(let n), .matter(let n), .evidence(let n), .detained(let n):
            n
        case .step, .checkpoint, .line, .alert, .plate, .person, .newVisitor, .newVehicle, .due, .equipment, .order, .fire, .plan, .home, .command: nil
        }
    }
}
