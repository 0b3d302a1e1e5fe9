import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The handover: the next step first, then all that is open and passes to the relief (G10, P5).
    var handover: [Row] { steps + openMatters }

    private var steps: [Row] {
        guard let custody = registers.custody[post] else {
            return [step("opening", FormWords.signOn(.opening), .open(.signOn(.opening)))]
        }
        var rows = [Row(id: .command("holder"), text: HintWords.holder[language] + person(custody.holder), trailing: clock(custody.since), style: .title, hint: HintWords.nothing, intent: .say(HintWords.nothing))]
        if let relieved = custody.relieved {
            let leaving = Intent.write([Step(by: relieved, PostLeft(leaving: .relieved))], opener: nil, done: DoneWords.signedOff)
            rows.append(step("sign-off", HintWords.signOff, leaving, person(relieved)))
        }
        if custody.offered == nil { rows.append(step("offer", FormWords.offer, .open(.offer))) }
        if custody.relief == nil { rows.append(step("relief", FormWords.signOn(.relief), .open(.signOn(.relief)))) }
        if let offered = custody.offered, let relief = custody.relief {
            rows.append(step("accept", FormWords.accept, .open(.accept(offered)), person(relief)))
        }
        let closing = Intent.write([Step(by: custody.holder, PostLeft(leaving: .closing))], opener: nil, done: DoneWords.signedOff)
        if custody.relieved == nil {
            let leaving = Intent.write([Step(by: custody.holder, PostLeft(leaving: .relieved))], opener: nil, done: DoneWords.signedOff)
            rows.append(step("sign-off", HintWords.signOff, leaving, person(custody.holder)))
        }
        if estate.post(post)?.closes != nil { rows.append(step("close", HintWords.closePost, closing)) }
        rows.append(step("exception", HintWords.leaveByException, .open(.exception(ref: nil, matter: .signOff))))
        rows.append(step("covering", FormWords.signOn(.covering), .open(.signOn(.covering))))
        rows.append(step("unattended", FormWords.signOn(.unattended), .open(.signOn(.unattended))))
        return rows
    }

    private func step(_ id: String, _ name: Text, _ intent: Intent, _ trailing: String = "") -> Row {
        Row(id: .command(id), text: name[language], trailing: trailing, style: .accent, hint: HintWords.doIt, intent: intent)
    }

    private var openMatters: [Row] {
        let board = OnSite(registers, estate: estate, now: now)
        let summary = Row(
            id: .command("inside"), text: HintWords.insideCounts(board.count, board.vehicles.count)[language], hint: HintWords.nothing,
            intent: .say(HintWords.nothing))
        let exceptions = registers.exceptions.sorted { $0.key < $1.key }.map { n, exception in
            Row(
                id: .exception(n), text: "\(FormWords.exception[language]) \(person(exception.supervisor))：\(exception.reason)",
                trailing: clock(exception.granted), style: .warning, hint: HintWords.confirm, intent: .open(.confirm(n)))
        }
        let outages = registers.outages.sorted { $0.key < $1.key }.map { n, outage in
            Row(
                id: .outage(n), text: HintWords.outage(clock(outage.from), clock(outage.until))[language], style: .warning,
                hint: HintWords.settle, intent: .open(.outage(n)))
        }
        let defects = patrol.filter { if case .defect = $0.id { true } else { false } }
        return [summary] + outages + exceptions + openOccurrences + defects
    }
}
