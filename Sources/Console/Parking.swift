import Bookkeeping
import Gatekeeping
import Terminal
import Wording

/// Forms that are put aside while somebody else is served.
extension Model {
    /// Puts the open form aside, or fetches the one that is next.
    mutating func park() {
        if form != nil {
            parkOpenForm()
        } else if var form = parked.popLast() {
            form.tell(refusedBefore(form) ?? form.told)
            form.isFetched = true
            layers.append(.form(form))
            if line.isEmpty { (line, isStale) = (form.line, true) }
        } else {
            say(ScreenWords.nothingParked)
        }
    }

    /// How many forms are put aside, and which is fetched next.
    var parkedText: Text? {
        parked.last.map { form in ScreenWords.parked(parked.count, next: form.subject.isEmpty ? form.title : Text(each: { _ in form.subject })) }
    }

    private mutating func parkOpenForm() {
        guard var form, form.ticket == nil else { return }
        _ = form.tidy()
        form.forgetSignature()
        layers.removeLast()
        let isParked = parked.contains { $0.kind == form.kind }
        let isFromLine = !form.line.isEmpty && form.line == line
        form.isPutAside = form.isPutAside || isFromLine
        // Put back, it is the last to be fetched again: with six cars waiting the one that can go on is reached by the same key.
        if form.isKept || form.isComparing && !isParked { parked.insert(form, at: form.isFetched ? 0 : parked.endIndex) }
        // What the form was opened with is the form's: whoever comes next is typed into a line that is free.
        if isFromLine { clearLine() } else { lookAgain(after: form) }
    }

    /// Clears the way to the panes: no form is lost, and one that waits for the disk stays.
    mutating func parkForms() {
        let forms = layers.compactMap { if case .form(let form) = $0 { form } else { nil } }
        parked += forms.filter { $0.ticket == nil && $0.isKept }.map(\.withoutSignature)
        layers = forms.filter { $0.ticket != nil }.map { .form($0) }
    }
}
