import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The handover: the next step first, then all that is open and passes to the relief (G10, P5). While the relief goes through the list, the
    /// list stands first and what is seldom needed last.
    var handover: [Row] {
        guard let custody = registers.custody[post] else {
            return [step("opening", FormWords.signOn(.opening), .open(.signOn(.opening))), slip] + openMatters
        }
        let holder = [holderRow(custody)] + head(custody)
        guard let relief = custody.relief, let list = HandoverList(registers, estate: estate, post: post, now: now) else {
            return holder + steps(custody) + seldom(custody) + openMatters
        }
        let left = HandoverWords.left(list.unanswered, of: list.entries.count, list.unexplained)[language]
        let accept = step("accept", FormWords.accept, .open(.accept(list.offer)), "\(left) · \(person(relief))")
        return holder + [accept] + lines(of: list, relief: relief) + referrals(besides: list) + steps(custody) + seldom(custody)
    }

    private func holderRow(_ custody: Custody) -> Row {
        Row(
            id: .command("holder"), text: HintWords.holder[language] + person(custody.holder), trailing: clock(custody.since), style: .title,
            hint: HintWords.nothing, intent: .say(HintWords.nothing))
    }

    /// The journal's head at the last handover; four long words are what a narrow screen can show.
    private func head(_ custody: Custody) -> [Row] {
        let words = custody.head.map { HeadWords.words(of: $0, language) } ?? []
        guard !words.isEmpty else { return [] }
        let parts = language == .english ? [words.prefix(4), words.suffix(4)] : [words[...]]
        return ([HandoverWords.head[language]] + parts.map { "  " + $0.joined(separator: " ") }).enumerated().map { index, text in
            Row(id: .command("head\(index)"), text: text, style: .good, hint: HintWords.read, intent: .slip)
        }
    }

    private func steps(_ custody: Custody) -> [Row] {
        var rows: [Row] = []
        if let relieved = custody.relieved {
            let leaving = Intent.write([Step(by: relieved, PostLeft(leaving: .relieved))], opener: nil, done: DoneWords.signedOff)
            rows.append(step("sign-off", HintWords.signOff, leaving, person(relieved)))
        }
        if custody.offered == nil { rows.append(step("offer", FormWords.offer, .open(.offer))) }
        if custody.relief == nil { rows.append(step("relief", FormWords.signOn(.relief), .open(.signOn(.relief)))) }
        if custody.relieved == nil {
            let leaving = Intent.write([Step(by: custody.holder, PostLeft(leaving: .relieved))], opener: nil, done: DoneWords.signedOff)
            rows.append(step("sign-off", HintWords.signOff, leaving, person(custody.holder)))
        }
        return rows
    }

    /// Closing, exceptions, and what the rules say of a relief who is late, unfit or absent.
    private func seldom(_ custody: Custody) -> [Row] {
        let closing = Intent.open(.record("post.leave", about: ["leaving": .string(PostLeft.Leaving.closing.rawValue)]))
        let closes = estate.post(post)?.closes == nil ? [] : [step("close", HintWords.closePost, closing)]
        let relief =
            custody.relief == nil
            ? step("absent", HandoverWords.absent, .open(.record("relief.report", about: [:])))
            : step("unfit", HandoverWords.unfit, .open(.record("relief.reject", about: [:])))
        return [slip] + anew(custody) + closes + [
            relief, step("exception", HintWords.leaveByException, .open(.exception(ref: nil, matter: .signOff))),
            step("covering", FormWords.signOn(.covering), .open(.signOn(.covering))),
            step("unattended", FormWords.signOn(.unattended), .open(.signOn(.unattended))),
        ]
    }

    /// What was offered otherwise than it was meant, or signed by a witness who is to take over, is offered once more.
    private func anew(_ custody: Custody) -> [Row] {
        custody.offered == nil ? [] : [step("offer", HandoverWords.offerAnew, .open(.offer), HandoverWords.answersAnew[language])]
    }

    /// Leads to the list as it was signed.
    private var slip: Row { step("slip", HandoverWords.slip, .slip) }

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
                id: .exception(n), text: language.labelled("\(FormWords.exception[language]) \(person(exception.supervisor))", exception.reason),
                trailing: clock(exception.granted), style: .warning, hint: HintWords.confirm, intent: .open(.confirm(n)))
        }
        let outages = registers.outages.sorted { $0.key < $1.key }.map { n, outage in
            Row(
                id: .outage(n), text: HintWords.outage(clock(outage.from), clock(outage.until))[language], style: .warning,
                hint: HintWords.settle, intent: .open(.outage(n)))
        }
        let defects = patrol.filter { if case .defect = $0.id { true } else { false } }
        return [summary] + outages + referrals() + exceptions + signatures + openOccurrences + defects
    }

    /// Signatures that a witness gave: a supervisor has to look at them.
    private var signatures: [Row] {
        registers.witnessed.sorted { $0.key < $1.key }.map { n, signature in
            let text = SignatureWords.witnessed(person(signature.signer), person(signature.witness), signature.matter)
            return Row(
                id: .signature(n), text: text[language], trailing: clock(signature.since), style: .warning, hint: HintWords.confirm,
                intent: .open(.record("signature.confirm", ref: n)))
        }
    }
}
