import Gatekeeping
import Notation

/// Which form a draft is of, in words that stay the same from version to version.
struct DraftKind: Equatable, Sendable {
    var name: String
    var ref: Int?
    var about: [String: String] = [:]

    init(name: String, ref: Int? = nil, about: [String: String] = [:]) {
        (self.name, self.ref, self.about) = (name, ref, about)
    }

    /// Nil for the forms of which no draft is kept.
    init?(_ kind: FormKind) {
        switch kind {
        case .visitor(let ref, _): self.init(name: "visitor", ref: ref)
        case .courier: self.init(name: "courier")
        case .expect: self.init(name: "expect")
        case .visitorLeaves(let ref): self.init(name: "visitor-leaves", ref: ref)
        case .refuse(let ref, let name, let plate, let reason, let denied):
            self.init(name: "refuse", ref: ref, about: ["name": name, "plate": plate])
            (about["reason"], about["denied"]) = (reason, denied)
        case .compare(let ref, let name, let denied): self.init(name: "compare", ref: ref, about: ["name": name, "denied": denied])
        case .exception(let ref, let matter): self.init(name: "exception", ref: ref, about: ["matter": matter.rawValue])
        case .confirm(let ref): self.init(name: "confirm", ref: ref)
        case .emergency: self.init(name: "emergency")
        case .completeEmergency(let ref): self.init(name: "complete-emergency", ref: ref)
        case .vehicle: self.init(name: "vehicle")
        case .vehicleLeaves(let ref, let plate): self.init(name: "vehicle-leaves", ref: ref, about: ["plate": plate])
        case .occurrence: self.init(name: "occurrence")
        case .updateOccurrence(let ref): self.init(name: "update-occurrence", ref: ref)
        case .resolveOccurrence(let ref): self.init(name: "resolve-occurrence", ref: ref)
        case .question: self.init(name: "question")
        case .startRound(let route): self.init(name: "start-round", about: ["route": route])
        case .tick(let ref, let checkpoint, let result):
            self.init(name: "tick", ref: ref, about: ["checkpoint": checkpoint, "result": result.rawValue])
        case .repair(let ref): self.init(name: "repair", ref: ref)
        case .offer: self.init(name: "offer")
        case .accept(let ref): self.init(name: "accept", ref: ref)
        case .outage(let ref): self.init(name: "outage", ref: ref)
        case .correct(let ref, _): self.init(name: "correct", ref: ref)
        case .record(let command, let known):
            let about = known.members.compactMap { member in member.value.string.map { (member.name, $0) } }
            self.init(name: DraftKind.recorded + command, ref: known["ref"]?.integer, about: Dictionary(about) { $1 })
        case .signOn, .figures, .time, .unlock: return nil
        }
    }

    /// What the names of drafts of one command begin with.
    private static let recorded = "record "

    /// The form of one command.
    private var sheet: FormKind? {
        guard name.hasPrefix(DraftKind.recorded), case let command = String(name.dropFirst(DraftKind.recorded.count)), Catalogue.commands[command] != nil
        else { return nil }
        var known: JSONObject = ref.map { ["ref": .integer($0)] } ?? [:]
        for (name, value) in about.sorted(by: { $0.key < $1.key }) { known[name] = .string(value) }
        return .record(command, about: known)
    }

    /// The form's kind again; nil where the draft does not say enough.
    var form: FormKind? {
        switch name {
        case "visitor": .visitor(ref: ref, prefill: VisitorPrefill())
        case "courier": .courier(VisitorPrefill())
        case "expect": .expect("")
        case "refuse": .refuse(ref: ref, name: about["name"] ?? "", plate: about["plate"] ?? "", reason: about["reason"], denied: about["denied"])
        case "exception": about["matter"].flatMap { Exception.Matter(rawValue: $0) }.map { .exception(ref: ref, matter: $0) }
        case "emergency": .emergency
        case "vehicle": .vehicle("")
        case "vehicle-leaves": .vehicleLeaves(ref: ref, plate: about["plate"] ?? "")
        case "occurrence": .occurrence("")
        case "question": .question("")
        case "start-round": about["route"].map { .startRound($0) }
        case "offer": .offer
        default: sheet ?? ref.flatMap(form)
        }
    }

    /// The forms that are about a line of the journal.
    private func form(about ref: Int) -> FormKind? {
        switch name {
        case "visitor-leaves": .visitorLeaves(ref)
        case "compare": about["denied"].map { .compare(ref: ref, name: about["name"] ?? "", denied: $0) }
        case "confirm": .confirm(ref)
        case "complete-emergency": .completeEmergency(ref)
        case "update-occurrence": .updateOccurrence(ref)
        case "resolve-occurrence": .resolveOccurrence(ref)
        case "tick":
            about["result"].flatMap { RoundTicked.Result(rawValue: $0) }.map { .tick(round: ref, checkpoint: about["checkpoint"] ?? "", $0) }
        case "repair": .repair(ref)
        case "accept": .accept(ref)
        case "outage": .outage(ref)
        case "correct": .correct(ref)
        default: nil
        }
    }
}
