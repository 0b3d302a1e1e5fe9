import Bookkeeping
import Gatekeeping
import Notation
import Readings
import Terminal
import Wording

/// Makes the rows of what was found: what each shows, and what Enter does with it.
struct FoundRows {
    let panes: PaneRows
    let query: Query
    let text: String
    /// A code came from a scanner: no plate is.
    var isScanned = false

    private var estate: Estate { panes.estate }

    /// The rows of what was found, then "new visitor" and "new vehicle".
    /// `isClear`: Enter may act on the first, which is alone at its rank, is what was typed and not only like it, and lets nobody in by habit.
    func all(_ findings: Findings) -> (rows: [Row], isClear: Bool) {
        let tagged = tagged
        let listed = listed(besides: findings.best)
        let alarms = listed.map { denied($0, isPlate: !query.isName, seen: query.isName ? nil : query.plate.plate) }
        let rows = alarms + tagged + findings.best.map { row($0, findings.refused[$0]) } + strayExits(isUnit: findings.isUnit) + newcomers(findings)
        guard tagged.isEmpty else { return (rows, alarms.isEmpty && tagged.count == 1 && findings.best.isEmpty) }
        guard let first = findings.best.first else { return (rows, query.isName && listed.count < 2) }
        let isAlike = first.otherPlate.map { query.plate.lookAlikes(in: $0) != nil } ?? false
        let isMeant = listed.isEmpty && findings.isClear && !isAlike && findings.refused[first] == nil
        return (rows, isMeant && !(findings.isDoubtful && first.isResidents || query.isName && first.isLetIn || rows[0].isWritten && isByUnit(first, findings)))
    }

    /// What was typed is a unit, or it was found by its unit: that says where somebody goes and not who comes or goes.
    private func isByUnit(_ found: Found, _ findings: Findings) -> Bool {
        let said = findings.saidUnit
        if findings.isUnit, !isScanned { return true }
        guard !query.isName, let unit = found.unit(in: estate), UnitNames.bare(unit).starts(with: said) || UnitNames.flat(of: unit) == said else { return false }
        return !(found.plate(in: estate).map(Plate.normal)?.contains(Plate.normal(text)) ?? false)
    }

    /// The checkpoint whose label was read.
    private var tagged: [Row] {
        guard !query.isName else { return [] }
        let code = text.folded
        return estate.checkpoints.first { $0.tag.map { $0.utf8.count == code.utf8.count && $0.folded == code } ?? false }.map(panes.tagged) ?? []
    }

    /// Who of the deny list is meant by what was typed around the name or the plate, and is not found by it.
    private func listed(besides best: [Found]) -> [Denied] {
        let known = Set(best.compactMap { found in
            switch found {
            case .deniedPlate(let place), .deniedName(let place): estate.denied[place].id
            case .visit, .stay, .thing, .task, .matter, .returning, .vehicle, .resident: nil
            }
        })
        let meant = query.isName ? estate.denied(named: text) : estate.denied(plate: text).map { [$0] } ?? []
        return meant.filter { !known.contains($0.id) }
    }

    private func row(_ found: Found, _ refusal: Seen.Refusal?) -> Row {
        switch found {
        case .visit(let n, let visit): refused(alike(party(panes.visit(n, visit), visit), visit.plate), visit.name, refusal)
        case .stay(let n, let stay): alike(panes.marked(n, stay), stay.plate)
        case .thing(let n, let thing): panes.thing(n, thing)
        case .task(let n, let task): panes.task(n, task)
        case .matter(let n, let matter): panes.matter(n, matter)
        case .vehicle(let place): refused(vehicle(estate.vehicles[place]), marked(estate.vehicles[place].plate), refusal)
        case .deniedPlate(let place): denied(estate.denied[place], isPlate: true)
        case .deniedName(let place): denied(estate.denied[place], isPlate: false)
        case .resident(let place): resident(estate.residents[place])
        case .returning(let person): refused(returning(person), person.isVehicle ? marked(person.plate ?? "") : person.name, refusal)
        }
    }

    /// Says that they were refused when they came last, when and why.
    private func refused(_ row: Row, _ who: String, _ refusal: Seen.Refusal?) -> Row {
        guard let refusal else { return row }
        var row = panes.refused(row, who, refusal)
        switch row.intent {
        case .open(.visitor(let ref, var prefill)):
            prefill.told = panes.wasRefused(who, refusal)
            (row.intent, row.hint) = (.open(.visitor(ref: ref, prefill: prefill)), HintWords.refusedBefore)
        case .open(.vehicle): row.hint = HintWords.refusedBefore
        default: break
        }
        return row
    }

    /// The plate, with the look-alikes by which alone it fits.
    private func marked(_ plate: String) -> String { query.plate.lookAlikes(in: plate).map { "\(plate) (\($0))" } ?? plate }

    /// Says who else is of the party: it may be found by any of them.
    private func party(_ row: Row, _ visit: Visit) -> Row {
        guard query.isName, !visit.companions.isEmpty else { return row }
        var row = row
        row.text = row.text.replacing(visit.name, with: "\(visit.name)(\(NameList(visit.companions).text))", maxReplacements: 1)
        return row
    }

    /// Says in the row that it fits by look-alikes.
    private func alike(_ row: Row, _ plate: String?) -> Row {
        guard let plate, let pairs = query.plate.lookAlikes(in: plate) else { return row }
        var row = row
        row.text = row.text.contains(plate) ? row.text.replacing(plate, with: "\(plate) (\(pairs))", maxReplacements: 1) : "\(row.text) (\(pairs))"
        return row
    }

    // MARK: Rows

    private func vehicle(_ vehicle: ResidentVehicle) -> Row {
        let entering = Intent.write(
            [Step(by: panes.holder, VehicleEntered(plate: vehicle.plate))], opener: nil, done: DoneWords.vehicleIn(vehicle.plate))
        let leaving = Intent.write(
            [Step(by: panes.holder, VehicleLeft(plate: vehicle.plate))], opener: nil, done: DoneWords.vehicleOut(vehicle.plate))
        var row = Row(
            id: .plate(Plate.normal(vehicle.plate)), text: "\(marked(vehicle.plate))  \(vehicle.unit) \(vehicle.owner)  \(vehicle.colour)",
            hint: HintWords.letIn, intent: entering,
            actions: [
                RowAction(name: HintWords.neverCameIn, intent: leaving),
                RowAction(name: HintWords.question, intent: .open(.question(vehicle.plate))),
            ])
        if query.plate.lookAlikes(in: vehicle.plate) != nil {
            row.style = .warning
            row.hint = HintWords.looksAlike
            row.intent = .open(.vehicle(query.plate.plate))
            row.actions.insert(RowAction(name: HintWords.permitChecked, intent: entering), at: 0)
        } else if let entry = estate.denied(plate: vehicle.plate) {
            row.style = .alarm
            row.text = "⛔ " + row.text
            row.hint = HintWords.refusalForm
            row.intent = .open(refusal(entry, vehicle.plate))
        }
        return row
    }

    private func refusal(_ entry: Denied, _ plate: String) -> FormKind {
        .refuse(ref: nil, name: entry.names.first ?? "", plate: plate, reason: RefusalReason.denied.rawValue, denied: entry.id)
    }

    /// - Parameter seen: the plate as it was typed, where it is not found by that.
    private func denied(_ entry: Denied, isPlate: Bool, seen: String? = nil) -> Row {
        var prefill = VisitorPrefill()
        prefill.name = typedName(of: entry)
        let isAlike = entry.plate.map { query.plate.lookAlikes(in: $0) != nil && Plate.normal($0).count == Plate.normal(query.plate.plate).count } ?? false
        let refusal = refusal(entry, seen ?? (isAlike ? query.plate.plate : entry.plate ?? ""))
        return Row(
            id: .person("deny:" + entry.id), text: "⛔ \(entry.names.joined(separator: "／")) \(entry.plate.map(marked) ?? "")  \(entry.reason)",
            style: .alarm, hint: isPlate ? HintWords.refusalForm : HintWords.registerAndCompare,
            intent: .open(isPlate ? refusal : .visitor(ref: nil, prefill: prefill)),
            actions: [RowAction(name: HintWords.refuse, intent: .open(refusal))])
    }

    /// Who comes may be somebody else of that name: what was typed stands in the book, not the list's spelling. By pinyin the list's is all there is.
    private func typedName(of entry: Denied) -> String {
        let isChinese = text.unicodeScalars.contains { $0.value >= 0x2E80 } && query.isName
        return isChinese ? text : entry.names.first { Readings.folded($0) == Readings.folded(text) } ?? entry.names.first ?? ""
    }

    private func returning(_ person: Seen) -> Row {
        let last = Day(person.last, in: estate.zone).text
        let plate = person.plate ?? ""
        guard !person.isVehicle else {
            return Row(
                id: .plate("seen:" + Plate.normal(plate)), text: "\(marked(plate))  \(person.unit) \(person.name)", trailing: last,
                hint: HintWords.register, intent: .open(.vehicle(plate, before: person)),
                actions: [RowAction(name: HintWords.question, intent: .open(.question(plate)))])
        }
        var prefill = VisitorPrefill()
        (prefill.name, prefill.unit, prefill.host) = (person.name, person.unit, person.host ?? "")
        (prefill.purpose, prefill.plate, prefill.phone) = (person.purpose, plate, person.phone ?? "")
        let car = query.plate.lookAlikes(in: plate).map { "  \(plate) (\($0))" } ?? ""
        let isNamed = !estate.denied(named: person.name).isEmpty
        return Row(
            id: .person("seen:\(person.name)/\(person.unit)"),
            text: "\(isNamed ? "? " : "")\(person.name)\(person.unit.isEmpty ? "" : " → \(person.unit)") \(person.host ?? "")\(car)", trailing: last,
            style: isNamed ? .warning : .plain, hint: isNamed ? HintWords.registerAndCompare : HintWords.register,
            intent: .open(.visitor(ref: nil, prefill: prefill)),
            actions: [
                RowAction(name: HintWords.refuse, intent: .open(.refuse(ref: nil, name: person.name, plate: "", reason: nil, denied: nil))),
                RowAction(name: HintWords.question, intent: .open(.question(person.name))),
            ])
    }

    private func resident(_ resident: Resident) -> Row {
        var prefill = VisitorPrefill()
        (prefill.unit, prefill.host) = (resident.unit, resident.name)
        return Row(
            id: .person("resident:\(resident.name)/\(resident.unit)"), text: "\(resident.unit) \(resident.name)  \(resident.phone ?? "")",
            hint: HintWords.visitorFor, intent: .open(.visitor(ref: nil, prefill: prefill)))
    }
}

extension Found {
    /// The plate of a car that a permit does not ask for: a resident's look-alike leads to registering what was typed.
    fileprivate var otherPlate: String? {
        switch self {
        case .visit(_, let visit): visit.plate
        case .stay(_, let stay): stay.plate
        case .returning(let person): person.isVehicle ? person.plate : nil
        case .thing, .task, .matter, .vehicle, .deniedPlate, .deniedName, .resident: nil
        }
    }

    /// The unit, and the plate, of somebody or a vehicle that comes or goes.
    fileprivate func unit(in estate: Estate) -> String? {
        switch self {
        case .visit(_, let visit): visit.unit
        case .stay(_, let stay): stay.unit
        case .vehicle(let place): estate.vehicles[place].unit
        case .thing, .task, .matter, .deniedPlate, .deniedName, .resident, .returning: nil
        }
    }

    fileprivate func plate(in estate: Estate) -> String? { if case .vehicle(let place) = self { estate.vehicles[place].plate } else { otherPlate } }

    /// A resident's vehicle, which Enter would let in.
    fileprivate var isResidents: Bool { if case .vehicle = self { true } else { false } }

    /// Enter would let a vehicle in.
    fileprivate var isLetIn: Bool { if case .stay(_, let stay) = self { stay.entered == nil } else { isResidents } }
}
