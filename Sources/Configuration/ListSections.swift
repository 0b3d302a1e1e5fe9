import Gatekeeping

extension Section {
    private enum Role: String, CaseIterable {
        case `guard`, supervisor
    }

    @Sendable static func guards(_ table: CSVTable, _ estate: EstateDraft) {
        estate.guards = table.map { row in
            Guard(
                number: row.named("number", .person) { isGuardNumber($0) ? nil : .badGuardNumber($0) },
                name: row.text("name", limit: 60), isSupervisor: row.choice("role", or: Role.guard) == .supervisor,
                badge: row.code("badge"))
        }
    }

    @Sendable static func units(_ table: CSVTable, _ estate: EstateDraft) {
        estate.units = table.map { row in
            Unit(
                id: row.named("unit", .unit) { _ in nil }, building: row.reference("building", to: .building),
                household: row.text("household", limit: 60), phone: row.optionalText("phone", limit: 40))
        }
    }

    @Sendable static func residents(_ table: CSVTable, _ estate: EstateDraft) {
        estate.residents = table.map { row in
            Resident(
                name: row.text("name", limit: 60), unit: row.reference("unit", to: .unit),
                phone: row.optionalText("phone", limit: 40), badge: row.code("badge"))
        }
    }

    @Sendable static func vehicles(_ table: CSVTable, _ estate: EstateDraft) {
        var lines: [String: Int] = [:]
        estate.vehicles = table.map { row in
            let vehicle = ResidentVehicle(
                plate: row.text("plate", limit: 20), unit: row.reference("unit", to: .unit),
                kind: row.reference("kind", to: .vehicleKind), colour: row.text("colour", limit: 20),
                owner: row.text("owner", limit: 60))
            let plate = vehicle.plate.uppercased()
            if let first = lines[plate] {
                row.source.report(.duplicatePlate(vehicle.plate, firstLine: first), line: row.line)
            } else if !plate.isEmpty {
                lines[plate] = row.line
            }
            return vehicle
        }
    }

    @Sendable static func denied(_ table: CSVTable, _ estate: EstateDraft) {
        estate.denied = table.map { row in
            let names = (row.optionalText("names") ?? "").split { ";\u{FF1B}、".contains($0) }.map { trimmed(String($0)) }
            let denied = Denied(
                id: row.id(of: .denied), names: names.filter { !$0.isEmpty },
                plate: row.optionalText("plate", limit: 20),
                documentTail: row.converted(
                    "document_tail", required: false, or: Problem.badDocumentTail,
                    convert: { isDocumentTail($0) ? $0 : nil }),
                reason: row.text("reason"), looks: row.optionalText("looks") ?? "")
            if denied.names.isEmpty, denied.plate == nil { row.source.report(.deniedNobody, line: row.line) }
            return denied
        }
    }
}
