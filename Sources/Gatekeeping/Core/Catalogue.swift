import Notation

/// The one list of everything that can happen. Coding, schema, documentation and `record` all come from it.
public enum Catalogue {
    /// All facts in the order of the documentation.
    public static let facts: [any Fact.Type] = [
        VisitorExpected.self, VisitorVerified.self, VisitorCompared.self, VisitorRegistered.self, VisitorAdmitted.self,
        VisitorLeft.self, VisitorRefused.self, EmergencyPassed.self, EmergencyCompleted.self,
        ExceptionGranted.self, ExceptionConfirmed.self,
        VehicleRegistered.self, VehicleEntered.self, VehicleLeft.self,
        OccurrenceOpened.self, OccurrenceUpdated.self, OccurrenceResolved.self, ProcedureTicked.self, SceneSecured.self,
        WitnessHeard.self, InjuryNoted.self, EvidenceTaken.self, EvidencePassed.self, PersonDetained.self, PersonReleased.self,
        CaseTransferred.self, CaseDismissed.self, Questioned.self,
        RoundStarted.self, RoundTicked.self, RoundReturned.self, CheckpointLooked.self, RoundMissed.self, RoundsUnwatched.self,
        DefectFound.self, DefectAssigned.self, DefectRepaired.self, DefectConfirmed.self,
        ThingKept.self, ThingLent.self, ThingReturned.self, ThingFetched.self, PassIssued.self, PassCancelled.self, GoodsLetOut.self, GoodsHeld.self,
        TaskGiven.self, TaskFinished.self, OrderAcknowledged.self, InspectionMade.self, TrainingRecorded.self, ViolationCorrected.self,
        AlertPostponed.self,
        MatterReceived.self, MatterVerified.self, MatterReported.self, MatterHandedOn.self, MatterPlanned.self, MatterEscalated.self,
        MatterDecided.self, MatterResolved.self, MatterAnswered.self, MatterExplained.self, MatterClosed.self,
        SuggestionPosted.self, HouseholdCommended.self, RevisitMade.self, ActivityHeld.self, StudyVisitReceived.self,
        PostTaken.self, HandoverOffered.self, HandoverAnswered.self, HandoverExplained.self, HandoverAccepted.self, PostLeft.self,
        ReliefLate.self, ReliefUnfit.self, ReliefAbsent.self, ReferralConfirmed.self,
        ConsoleOpened.self, ConsoleClosed.self, OutageSettled.self,
        PINSet.self, PINRefused.self, SignatureConfirmed.self,
        Withdrawal.self, Correction.self,
        Forward<Visit>.self, Forward<Stay>.self, Forward<Occurrence>.self, Forward<Evidence>.self,
        Forward<Detained>.self, Forward<Round>.self, Forward<Defect>.self,
        Forward<Exception>.self, Forward<Custody>.self, Forward<RouteAccount>.self, Forward<ConsolePresence>.self,
        Forward<Outage>.self, Forward<DutyTask>.self, Forward<Thing>.self, Forward<GoodsPass>.self, Forward<Certificate>.self,
        Forward<LineAnswer>.self, Forward<Referral>.self, Forward<MissedRound>.self,
        Forward<OrderReading>.self, Forward<InspectedPost>.self, Forward<Postponed>.self, Forward<Looks>.self,
        Forward<PINHeld>.self, Forward<WitnessedSignature>.self, Forward<BookAge>.self,
        Forward<Matter>.self, Forward<Calling>.self, Forward<HeldActivity>.self, CommandIDs.self,
    ]

    /// Whether a kind of event is the desk's own business, which other posts see by unit and state only.
    public static func isOfDesk(_ kind: String) -> Bool {
        guard let name = kind.split(separator: ".").first else { return false }
        return ["matter", "suggestion", "household", "revisit"].contains(name) || kind == Forward<Matter>.kind
    }

    /// Whether a line of these fields may be shown whole at a post that is no desk: neither the desk's business nor a correction of it, nor one of
    /// which nobody can tell what it corrects.
    public static func isForEverybody(_ kind: String, _ fields: JSONObject) -> Bool {
        if kind == Withdrawal.kind { return fields["why"] == nil }
        guard kind == Correction.kind else { return !isOfDesk(kind) }
        return fields["of"]?.string.map { !isOfDesk($0) } ?? false
    }

    /// The facts by the kind of their events.
    public static let kinds: [String: any Fact.Type] = Dictionary(uniqueKeysWithValues: facts.map { ($0.kind, $0) })

    /// The lines that a line of these fields names, as the table of its kind says; of a kind that this program does not know, its `ref`.
    public static func linesNamed(by kind: String, _ fields: JSONObject) -> Set<Int> {
        kinds[kind]?.linesNamed(by: fields) ?? Set([fields["ref"]?.integer].compactMap { $0 })
    }

    /// Whether there is an event of the kind, or one whose kind begins so up to a dot: `visitor` stands for `visitor.admitted`.
    public static func hasKind(_ kind: String) -> Bool {
        let beginning = kind.hasSuffix(".") ? kind : kind + "."
        return kinds.keys.contains { $0 == kind || $0.hasPrefix(beginning) }
    }

    /// The facts by the name of their commands.
    public static let commands: [String: any Fact.Type] = Dictionary(
        uniqueKeysWithValues: facts.compactMap { type in type.command.map { ($0, type) } })
}

extension Fact {
    fileprivate static func linesNamed(by object: JSONObject) -> Set<Int> {
        Set(
            fields.filter { $0.naming != .nothing }.flatMap { field in
                guard let value = object[field.name] else { return [] as [Int] }
                return (value.array ?? [value]).compactMap(field.naming.line)
            })
    }
}

extension Field.Naming {
    /// The line that a value names.
    fileprivate func line(_ value: JSON) -> Int? {
        switch self {
        case .nothing: nil
        case .line: value.integer
        case .key: value.string?.split(separator: ":").last.flatMap { Int($0) }
        }
    }
}
