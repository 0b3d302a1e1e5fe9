import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// Finds people and vehicles by what was typed into the line: plate tail, name, unit, badge, pass code.
struct Finder {
    let estate: Estate
    let registers: Registers
    let seen: [Seen]
    let holder: String
    let language: Language
    let now: Instant

    /// A row with its rank: what fits wholly first; then inside before expected before resident before returning, then how well it fits.
    struct Found {
        var row: Row
        var rank: Int

        /// - Parameter fit: 0 is the whole name, plate or code.
        init(row: Row, kind: Int, fit: Int) {
            self.row = row
            rank = kind + fit + (fit == 0 ? 0 : 100)
        }
    }

    /// The rows for `text`, best first, at most `limit`, then "new visitor" and "new vehicle".
    func rows(for text: String, limit: Int = 30) -> (rows: [Row], isClear: Bool) {
        let query = Query(text)
        guard !query.isEmpty else { return ([], false) }
        let found = (visits(query) + stays(query) + residentVehicles(query) + deniedPeople(query) + returning(query) + residents(query))
            .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        let rows = found.prefix(limit).map(\.row) + strayExits(text) + newcomers(text)
        guard let best = found.first else { return (Array(rows), query.isName) }
        let equals = found.filter { $0.rank == best.rank }
        return (Array(rows), equals.count == 1)
    }

    // MARK: Where it looks

    private func visits(_ query: Query) -> [Found] {
        registers.visits.sorted { $0.key > $1.key }.compactMap { n, visit in
            let names = visit.people + [visit.title(estate, language)]
            let fit = query.fit(names: names, plate: visit.plate, unit: visit.unit, codes: [visit.badge, visit.code])
            guard let fit else { return nil }
            let row = PaneRows(self).visit(n, visit)
            return Found(row: row, kind: visit.step == .expected ? 20 : 10, fit: fit)
        }
    }

    private func stays(_ query: Query) -> [Found] {
        registers.stays.sorted { $0.key > $1.key }.compactMap { n, stay in
            guard let fit = query.fit(names: [stay.driver].compactMap { $0 }, plate: stay.plate, unit: stay.unit, codes: []) else { return nil }
            return Found(row: PaneRows(self).stay(n, stay), kind: 10, fit: fit)
        }
    }

    private func residentVehicles(_ query: Query) -> [Found] {
        estate.vehicles.compactMap { vehicle in
            guard registers.inside(plate: vehicle.plate) == nil,
                let fit = query.fit(names: [vehicle.owner], plate: vehicle.plate, unit: vehicle.unit, codes: [])
            else { return nil }
            let entering = Intent.write(
                [Step(by: holder, VehicleEntered(plate: vehicle.plate))], opener: nil, done: DoneWords.vehicleIn(vehicle.plate))
            let leaving = Intent.write(
                [Step(by: holder, VehicleLeft(plate: vehicle.plate))], opener: nil, done: DoneWords.vehicleOut(vehicle.plate))
            let row = Row(
                id: .plate(Plate.normal(vehicle.plate)), text: "\(vehicle.plate)  \(vehicle.unit) \(vehicle.owner)  \(vehicle.colour)",
                hint: HintWords.letIn, intent: entering,
                actions: [RowAction(name: HintWords.neverCameIn, intent: leaving), RowAction(name: HintWords.question, intent: .open(.question(vehicle.plate)))])
            return Found(row: row, kind: 30, fit: fit)
        }
    }

    private func deniedPeople(_ query: Query) -> [Found] {
        estate.denied.compactMap { entry in
            guard let fit = query.fit(names: entry.names, plate: entry.plate, unit: nil, codes: []), fit <= 2 else { return nil }
            let name = entry.names.first ?? ""
            let refusal = FormKind.refuse(ref: nil, name: name, plate: entry.plate ?? "", reason: "denied", denied: entry.id)
            let isCertain = query.fit(names: [], plate: entry.plate, unit: nil, codes: []) != nil
            var prefill = VisitorPrefill()
            prefill.name = name
            let row = Row(
                id: .person("deny:" + entry.id), text: "⛔ \(entry.names.joined(separator: "／")) \(entry.plate ?? "")  \(entry.reason)",
                style: .alarm, hint: isCertain ? HintWords.refusalForm : HintWords.registerAndCompare,
                intent: .open(isCertain ? refusal : .visitor(ref: nil, prefill: prefill)),
                actions: [RowAction(name: HintWords.refuse, intent: .open(refusal))])
            return Found(row: row, kind: 38, fit: fit)
        }
    }

    private func returning(_ query: Query) -> [Found] {
        let inside = Set(registers.visits.values.filter { $0.step == .inside }.map { [$0.name, $0.unit ?? ""] })
        return seen.compactMap { person in
            guard !inside.contains([person.name, person.unit]) else { return nil }
            guard let fit = query.fit(names: [person.name], plate: person.plate, unit: person.unit, codes: []) else { return nil }
            var prefill = VisitorPrefill()
            prefill.name = person.name
            prefill.unit = person.unit
            prefill.host = person.host ?? ""
            prefill.purpose = person.purpose
            prefill.plate = person.plate ?? ""
            prefill.phone = person.phone ?? ""
            let last = Day(person.last, in: estate.zone)
            let row = Row(
                id: .person("seen:\(person.name)/\(person.unit)"), text: "\(person.name) → \(person.unit) \(person.host ?? "")", trailing: last.text,
                hint: HintWords.register, intent: .open(.visitor(ref: nil, prefill: prefill)),
                actions: [
                    RowAction(name: HintWords.refuse, intent: .open(.refuse(ref: nil, name: person.name, plate: "", reason: nil, denied: nil))),
                    RowAction(name: HintWords.question, intent: .open(.question(person.name))),
                ])
            return Found(row: row, kind: 50, fit: fit)
        }
    }

    private func residents(_ query: Query) -> [Found] {
        estate.residents.compactMap { resident in
            guard let fit = query.fit(names: [resident.name], plate: nil, unit: resident.unit, codes: [resident.badge]) else { return nil }
            var prefill = VisitorPrefill()
            prefill.unit = resident.unit
            prefill.host = resident.name
            let row = Row(
                id: .person("resident:\(resident.name)/\(resident.unit)"), text: "\(resident.unit) \(resident.name)  \(resident.phone ?? "")",
                hint: HintWords.visitorFor, intent: .open(.visitor(ref: nil, prefill: prefill)))
            return Found(row: row, kind: 40, fit: fit)
        }
    }

    /// A plate that is not inside: the similar plates that are, and an exit without an entry (recorded and flagged, never refused).
    private func strayExits(_ text: String) -> [Row] {
        let plate = text.folded.uppercased()
        let normal = Plate.normal(text)
        guard normal.count >= 5, normal.contains(where: \.isDigit), registers.inside(plate: plate) == nil else { return [] }
        let similar = registers.similarInside(to: plate).prefix(3).map { n, stay in
            Row(
                id: .plate("similar:\(n)"), text: "≈ \(stay.plate ?? "")  \(stay.unit ?? "") \(stay.driver ?? "")", style: .warning,
                hint: HintWords.leavesAs,
                intent: .write([Step(by: holder, VehicleLeft(ref: n, plate: plate))], opener: nil, done: DoneWords.vehicleOut(plate)))
        }
        let stray = Row(
            id: .plate("stray"), text: plate, style: .warning, hint: HintWords.neverCameIn,
            intent: .write([Step(by: holder, VehicleLeft(plate: plate))], opener: nil, done: DoneWords.vehicleOut(plate)))
        return similar + [stray]
    }

    private func newcomers(_ text: String) -> [Row] {
        var prefill = VisitorPrefill()
        let isName = Query(text).isName
        if isName { prefill.name = text } else { prefill.unit = UnitNames(estate).known(text) ?? "" }
        return [
            Row(id: .newVisitor, text: HintWords.newVisitor[language] + (isName ? "：\(text)" : ""), hint: HintWords.register, intent: .open(.visitor(ref: nil, prefill: prefill))),
            Row(id: .newVehicle, text: HintWords.newVehicle[language] + (isName ? "" : "：\(text.folded.uppercased())"), hint: HintWords.register, intent: .open(.vehicle(isName ? "" : text.folded.uppercased()))),
        ]
    }
}

/// What was typed, in the forms in which it is compared.
struct Query {
    private let name: String
    private let plate: String
    private let unit: String

    init(_ text: String) {
        name = text.folded.filter { !$0.isWhitespace }
        plate = Plate.normal(text)
        unit = UnitNames.bare(text)
    }

    var isEmpty: Bool { name.isEmpty }
    /// Nothing in it that a plate or a unit would have.
    var isName: Bool { !name.contains(where: \.isDigit) }

    /// How well it fits, 0 the best; nil if not at all.
    func fit(names: [String], plate: String?, unit: String?, codes: [String?]) -> Int? {
        var best: Int?
        func offer(_ fit: Int) { best = min(best ?? fit, fit) }
        for candidate in names {
            let folded = candidate.folded.filter { !$0.isWhitespace }
            if folded == name { offer(0) } else if folded.hasPrefix(name) { offer(1) } else if folded.contains(name) { offer(2) }
        }
        if let plate, !self.plate.isEmpty {
            let normal = Plate.normal(plate)
            if normal == self.plate { offer(0) } else if normal.hasSuffix(self.plate) { offer(1) } else if normal.contains(self.plate), self.plate.count > 1 { offer(2) }
        }
        if let unit, self.unit.count > 1 {
            let bare = UnitNames.bare(unit)
            if bare == self.unit { offer(1) } else if bare.hasPrefix(self.unit) { offer(3) }
        }
        for code in codes.compactMap({ $0?.folded }) where code == name || code.hasSuffix(name) && name.count >= 3 { offer(0) }
        return best
    }
}
