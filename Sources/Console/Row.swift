import Bookkeeping
import Gatekeeping
import Terminal
import Wording

/// What a row stands for, so that a selection survives somebody else's event.
enum RowID: Hashable, Sendable {
    case visit(Int), stay(Int), plate(String), person(String), newVisitor, newVehicle
    case due(String), round(Int), checkpoint(Int, String), defect(Int), occurrence(Int), exception(Int), signature(Int), outage(Int)
    /// A line of the handover, by its key.
    case line(String), referral(Int)
    case step(Int, String), evidence(Int), detained(Int)
    case task(Int), thing(Int), pass(Int), certificate(Int), equipment(String), order(String), fire(String), alert(String)
    case matter(Int), plan(String), home(String)
    case command(String)
}

/// What a key or a row leads to.
enum Intent: Sendable {
    /// Lines to be written; `done` is said once they are.
    case write([Step], opener: Int?, done: Text)
    case open(FormKind)
    /// The numbered actions of the row.
    case choose
    /// A row of another view, where the matter is settled.
    case go(Model.View, RowID)
    case read(Order)
    /// A text over the panes, in lines as long as the screen is wide.
    case reveal(String)
    /// The latest handover as it was signed.
    case slip
    /// All that was written of a line, the oldest first.
    case story(Int)
    /// One line to be written; the selection goes on to the next row of a list that is gone through key by key.
    case pass(Step, next: RowID?, done: Text)
    /// Nothing to do, and why.
    case say(Text)
}

/// A row of a list: what it shows, what Enter does, and its numbered further actions.
struct Row: Sendable {
    var id: RowID
    var text: String
    /// At the right end: since when, how long over.
    var trailing = ""
    var style = Style.plain
    /// What Enter will do, always shown in the row.
    var hint: Text
    var intent: Intent
    var actions: [RowAction] = []

    /// Enter records something at once.
    var isWritten: Bool { if case .write = intent { true } else { false } }
}

extension [Row] {
    /// Where the row of that id stands. Looked for at each key and in each frame, so no row is copied for it.
    func place(of id: RowID?) -> Int? {
        guard let id else { return nil }
        return withUnsafeBufferPointer { rows in rows.indices.first { rows[$0].id == id } }
    }
}

/// A further action of a row.
struct RowAction: Sendable {
    var name: Text
    var intent: Intent
}
