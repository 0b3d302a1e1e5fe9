import Gatekeeping
import Notation

extension FormSteps {
    /// The one fact of a form that takes one line.
    func fact(_ form: Form) -> any Fact {
        switch form.kind {
        case .expect: expected(form)
        case .visitorLeaves(let ref):
            VisitorLeft(
                ref: ref, count: form.number("count"), seen: certainty(form),
                isBadgeBack: form.value("badge").map { $0 == "yes" }, carried: form.value("carried"))
        case .refuse(let ref, _, _, _, let denied): refused(form, ref, denied)
        case .confirm(let ref): confirmed(form, ref)
        case .emergency: emergency(form)
        case .completeEmergency(let ref): completed(form, ref)
        case .vehicleLeaves(let ref, _):
            VehicleLeft(ref: ref, plate: form.value("plate"), carried: form.value("carried"), seen: certainty(form))
        case .occurrence: occurrence(form)
        case .updateOccurrence(let ref): updated(form, ref)
        case .resolveOccurrence(let ref): resolved(form, ref)
        case .question: questioned(form)
        case .startRound(let route): RoundStarted(route: route, walker: form.value("walker"))
        case .tick(let round, let checkpoint, let result):
            RoundTicked(ref: round, checkpoint: checkpoint, result: result, item: form.value("item"), text: form.value("text"))
        case .repair(let ref): repaired(form, ref)
        case .offer: offered(form)
        case .outage(let ref): outageSettled(form, ref)
        case .correct(let n):
            Correction(
                ref: lineToCorrect(n, form.value("field") ?? ""), field: form.value("field") ?? "", value: form.value("value") ?? "", why: form.value("why") ?? "")
        case .visitor, .vehicle, .compare, .exception, .signOn, .accept, .time: Questioned()
        }
    }

    /// The latest line about what line `n` opened that says something in `field`; `n` itself where there is none.
    private func lineToCorrect(_ n: Int, _ field: String) -> Int {
        let about = state.entries.filter { entry in
            entry.stamp.n == n || entry.event.shape.subjects.contains(n)
        }
        let line = about.last { $0.event.isOrdinary && $0.event.shape.object(in: estate.zone)[field] != nil }
        return line?.stamp.n ?? n
    }

    private func certainty(_ form: Form) -> Certainty { form.value("seen").flatMap { Certainty(rawValue: $0) } ?? .seen }

    private func expected(_ form: Form) -> VisitorExpected {
        var fact = VisitorExpected()
        fact.name = form.value("name") ?? ""
        fact.unit = UnitNames(estate).id(of: form.value("unit") ?? "")
        fact.host = form.value("host")
        fact.count = form.number("count")
        fact.purpose = form.value("purpose")
        fact.plate = form.value("plate")
        fact.code = form.value("code")
        fact.phone = form.value("phone")
        return fact
    }

    private func refused(_ form: Form, _ ref: Int?, _ denied: String?) -> VisitorRefused {
        var fact = VisitorRefused()
        fact.ref = ref
        fact.name = form.value("name")
        fact.plate = form.value("plate")
        fact.reason = form.value("reason") ?? ""
        fact.denied = denied
        fact.text = form.value("text")
        return fact
    }

    private func confirmed(_ form: Form, _ ref: Int) -> ExceptionConfirmed {
        var fact = ExceptionConfirmed()
        fact.ref = ref
        fact.supervisor = form.value("supervisor") ?? ""
        return fact
    }

    private func emergency(_ form: Form) -> EmergencyPassed {
        var fact = EmergencyPassed()
        fact.service = form.value("service") ?? ""
        fact.place = form.value("place")
        return fact
    }

    private func completed(_ form: Form, _ ref: Int) -> EmergencyCompleted {
        var fact = EmergencyCompleted()
        fact.ref = ref
        fact.plate = form.value("plate")
        fact.count = form.number("count")
        fact.unit = form.value("unit")
        fact.name = form.value("name")
        fact.text = form.value("text")
        return fact
    }

    private func occurrence(_ form: Form) -> OccurrenceOpened {
        var fact = OccurrenceOpened()
        fact.occurrence = form.value("occurrence") ?? ""
        fact.text = form.value("text") ?? ""
        fact.place = form.value("place")
        fact.told = form.value("told")
        return fact
    }

    private func updated(_ form: Form, _ ref: Int) -> OccurrenceUpdated {
        var fact = OccurrenceUpdated()
        fact.ref = ref
        fact.text = form.value("text")
        fact.told = form.value("told")
        return fact
    }

    private func resolved(_ form: Form, _ ref: Int) -> OccurrenceResolved {
        var fact = OccurrenceResolved()
        fact.ref = ref
        fact.text = form.value("text") ?? ""
        return fact
    }

    private func questioned(_ form: Form) -> Questioned {
        var fact = Questioned()
        fact.subject = form.value("subject").flatMap { Questioned.Subject(rawValue: $0) } ?? .person
        fact.who = form.value("who") ?? ""
        fact.finding = form.value("finding") ?? ""
        fact.outcome = form.value("outcome").flatMap { Questioned.Outcome(rawValue: $0) } ?? .cleared
        return fact
    }

    private func repaired(_ form: Form, _ ref: Int) -> DefectRepaired {
        var fact = DefectRepaired()
        fact.ref = ref
        fact.text = form.value("text")
        return fact
    }

    private func offered(_ form: Form) -> HandoverOffered {
        var fact = HandoverOffered()
        fact.remark = form.value("remark")
        return fact
    }

    private func outageSettled(_ form: Form, _ ref: Int) -> OutageSettled {
        var fact = OutageSettled()
        fact.ref = ref
        fact.text = form.value("text")
        return fact
    }
}
