import Gatekeeping

extension Section {
    /// `rules.yaml`: what may be chosen at the gate, and the times that go with it.
    @Sendable static func rules(_ file: YAMLEntry, _ estate: EstateDraft) {
        estate.purposes = file.list("purposes", of: .purpose) { entry in
            Purpose(
                id: entry.id(of: .purpose), name: entry.names(),
                allowedMinutes: entry.number("allowed_minutes", in: 1...100_000))
        }
        estate.identifications = file.list("identifications", of: .identification) { entry in
            Identification(
                id: entry.id(of: .identification), name: entry.names(), proof: entry.choice("proof", or: .document))
        }
        estate.emergencyServices = file.labelled("emergency_services", of: .emergencyService)
        estate.vehicleKinds = file.labelled("vehicle_kinds", of: .vehicleKind)
        estate.refusalReasons = file.labelled("refusal_reasons", of: .refusalReason)
        file.source.ledger.require(RefusalReason.allCases.map(\.rawValue), of: .refusalReason, at: file.place(of: "refusal_reasons"))
        estate.occurrenceKinds = file.list("occurrence_kinds", of: .occurrenceKind) { entry in
            let id = entry.id(of: .occurrenceKind)
            return OccurrenceKind(
                id: id, name: entry.names(), silenceMinutes: entry.number("silence_minutes", in: 1...100_000),
                steps: entry.has("steps") ? entry.labelled("steps", of: .step, within: id, mayBeEmpty: true) : [],
                isCriminal: entry.yesOrNo("criminal"))
        }
    }

    /// `orders.yaml`: the post orders.
    @Sendable static func orders(_ file: YAMLEntry, _ estate: EstateDraft) {
        estate.orders = file.list("orders", of: .order, mayBeEmpty: true) { entry in
            Order(
                id: entry.id(of: .order), title: entry.names("title"), version: entry.number("version", in: 1...9_999),
                posts: entry.references("posts", to: .post, required: false, mayBeEmpty: true),
                text: entry.text("text", limit: 20_000, allowsLines: true))
        }
    }
}
