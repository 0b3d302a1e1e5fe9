import Gatekeeping
import Notation
import Wording

extension Fact {
    /// The fact with what a form says in the fields of the same names; `preset` is what the form is about.
    init(_ form: Form, units: UnitNames, preset: JSONObject = [:]) {
        self.init()
        for field in form.fields where !field.value.isEmpty && !Signing.fields.contains(field.id) {
            let text = field.id == "unit" ? units.id(of: field.value) : FormDraft.recorded(field)
            let list = JSON.array(NameList(text).items.map(JSON.string))
            for value in [Int(text).map(JSON.integer), Form.truths[text].map(JSON.bool), .string(text), list].compactMap({ $0 }) {
                if (try? set(field.id, value, asCommand: true)) != nil { break }
            }
        }
        for member in preset.members { try? set(member.name, member.value) }
    }
}

extension Form {
    /// How a yes or no field stands in a form.
    static let truths = ["yes": true, "no": false]
}

extension FormSteps {
    /// The one fact of a form that takes one line; nil for a form that takes several, or none.
    func fact(_ form: Form) -> (any Fact)? {
        let units = UnitNames(estate)
        func about(_ ref: Int) -> JSONObject { ["ref": .integer(ref)] }
        switch form.kind {
        case .expect:
            var expected = VisitorExpected(form, units: units)
            expected.from = coming(form.value("from"), after: now)
            expected.until = coming(form.value("until"), after: expected.from ?? now)
            return expected
        case .visitorLeaves(let ref): return VisitorLeft(form, units: units, preset: about(ref))
        case .refuse(let ref, _, _, _, let denied):
            var preset = ref.map(about) ?? [:]
            preset["denied"] = denied.map(JSON.string)
            return VisitorRefused(form, units: units, preset: preset)
        case .confirm(let ref): return ExceptionConfirmed(form, units: units, preset: about(ref))
        case .emergency: return EmergencyPassed(form, units: units)
        case .completeEmergency(let ref): return EmergencyCompleted(form, units: units, preset: about(ref))
        case .vehicleLeaves(let ref, _): return VehicleLeft(form, units: units, preset: ref.map(about) ?? [:])
        case .occurrence: return OccurrenceOpened(form, units: units)
        case .updateOccurrence(let ref): return OccurrenceUpdated(form, units: units, preset: about(ref))
        case .resolveOccurrence(let ref): return OccurrenceResolved(form, units: units, preset: about(ref))
        case .question: return Questioned(form, units: units)
        case .startRound(let route): return RoundStarted(form, units: units, preset: ["route": .string(route)])
        case .tick(let round, let checkpoint, let result):
            var preset = about(round)
            preset["checkpoint"] = .string(checkpoint)
            preset["result"] = .string(result.rawValue)
            return RoundTicked(form, units: units, preset: preset)
        case .repair(let ref): return DefectRepaired(form, units: units, preset: about(ref))
        case .offer: return HandoverOffered(form, units: units)
        case .outage(let ref): return OutageSettled(form, units: units, preset: about(ref))
        case .correct(let n, _): return correction(form, of: n)
        case .record(let command, let known): return recorded(form, command, known)
        case .visitor, .courier, .vehicle, .compare, .exception, .signOn, .accept, .figures, .time, .unlock: return nil
        }
    }

    /// The next time that the clock shows this, from `earliest` on.
    private func coming(_ clock: String?, after earliest: Instant) -> Instant? {
        clock.flatMap { SpokenTime($0) }?.instant(after: earliest, in: estate.zone)
    }
}
