import Bookkeeping
import Gatekeeping
import Notation

/// Something that was found.
enum Found {
    case visit(n: Int, Visit), stay(n: Int, Stay), thing(n: Int, Thing), task(n: Int, DutyTask), matter(n: Int, Matter)
    case returning(Seen)
    /// By its place in the estate.
    case vehicle(Int), resident(Int), deniedPlate(Int), deniedName(Int)
}

/// What was found, best first.
struct Findings {
    var best: [Found] = []
    /// The first is alone at its rank, and of the unit that was said.
    var isClear = false
    /// A plate on the deny list could be meant, not all of the plate was seen, or the unit may be another building's: nothing may be let in by habit.
    var isDoubtful = false
    /// The text says a unit, even where more than one may be meant.
    var isUnit = false
    /// The unit that the text names.
    var unit: String?
    /// What the text says of a unit, with the id of a building that it calls by name.
    var saidUnit: [UInt8] = []
    var refused = RefusedFound()
}

/// Who of those that were found was not let in when they came last.
struct RefusedFound {
    /// Of those who are expected or at the gate, by their visits or their vehicles.
    var atGate: [Int: Seen.Refusal] = [:]
    /// Of residents' vehicles, by their places in the estate.
    var vehicles: [Int: Seen.Refusal] = [:]

    subscript(found: Found) -> Seen.Refusal? {
        switch found {
        case .returning(let person): person.refused
        case .visit(let n, _), .stay(let n, _): atGate[n]
        case .vehicle(let place): vehicles[place]
        case .thing, .task, .matter, .resident, .deniedPlate, .deniedName: nil
        }
    }
}

extension FindingIndex {
    /// Finds people and vehicles by what was typed into the line: plate, name, unit, phone, badge, pass code.
    func find(_ query: Query, limit: Int = 30) -> Findings {
        var query = query
        query.spoken = query.spoken.resolved(estate.buildings)
        query.isFlat = estate.isFlat(query)
        var ranking = Ranking(limit: limit)
        noteGate(query, in: &ranking)
        let denied = estate.deniedPlates.found(query)
        for (place, fit) in denied { ranking.note(.deniedPlate(place), .deniedPlate, fit) }
        noteEstate(query, besides: denied, in: &ranking)
        noteReturning(query, in: &ranking)
        let best = ranking.best
        let refused = refused(best)
        return Findings(
            best: withoutRepeated(best.map { found($0) }, refused), isClear: ranking.isClear && !isPartedOtherwise(query, than: best.first),
            isDoubtful: !denied.isEmpty || query.plate.hasUnseen || estate.isDoubtful(query),
            isUnit: !query.isName && estate.isUnit(query), unit: query.isName ? nil : estate.unit(query), saidUnit: query.unit,
            refused: refused)
    }

    private func refused(_ places: [Ranking.Place]) -> RefusedFound {
        var refused = RefusedFound(atGate: refusedAtGate)
        for case .vehicle(let place) in places { refused.vehicles[place] = refusals(ofVehicle: estate.platesOfVehicles[place]).first }
        return refused
    }

    /// Of whoever stands at the gate or is announced: what came after somebody of that name was registered last.
    func refusal(of name: String, plate: String?) -> Seen.Refusal? {
        told(of: Seen(name: name, unit: "", plate: plate, last: Instant(milliseconds: 0), n: again(name))).refused
    }

    private func again(_ name: String) -> Int { today.refused.isEmpty && past.refused.isEmpty ? 0 : max(today.again(name), past.again(name)) }

    /// Of a vehicle and of those who drive it: what came after it was registered last, or came in by its plate.
    func refusals(ofVehicle plate: String, drivers: [String] = []) -> [Seen.Refusal] {
        let car = Seen(isVehicle: true, name: "", unit: "", plate: plate, last: Instant(milliseconds: 0))
        let known = seen(car.key) ?? car
        let registered = known.isOnlyRefused ? [] : Set(NameList.readings(of: known.name).map { Visit.counted(ofName: $0) })
        let people = drivers.map { name in
            Seen(name: name, unit: "", last: known.last, n: max(again(name), registered.contains(Visit.counted(ofName: name)) ? known.n : 0))
        }
        return ((Plate.isTelling(plate) ? [known] : []) + people).compactMap { told(of: $0).refused }
    }

    /// Without those of whom only a refusal is known that counts no more, or of which another row tells.
    private func withoutRepeated(_ found: [Found], _ refused: RefusedFound) -> [Found] {
        func isOnlyRefused(_ found: Found) -> Bool { if case .returning(let person) = found { person.isOnlyRefused } else { false } }
        guard found.contains(where: isOnlyRefused) else { return found }
        let told = Set(found.filter { !isOnlyRefused($0) }.compactMap { refused[$0]?.n })
        return found.filter { found in !isOnlyRefused(found) || refused[found].map { !told.contains($0.n) } ?? false }
    }

    /// The first is of another unit than the one that was said, for all that its letters and digits fit.
    private func isPartedOtherwise(_ query: Query, than first: Ranking.Place?) -> Bool {
        let unit: String? = switch first {
        case .vehicle(let place): estate.unitsOfVehicles[place]
        case .visit(let place): gate.visits[place].visit.unit
        case .stay(let place): gate.stays[place].stay.unit
        case .thing, .task, .matter, .deniedPlate, .deniedName, .resident, .today, .past, nil: nil
        }
        return unit.map(query.isPartedOtherwise) ?? false
    }

    private func found(_ place: Ranking.Place) -> Found {
        switch place {
        case .visit(let place): .visit(n: gate.visits[place].n, gate.visits[place].visit)
        case .stay(let place): .stay(n: gate.stays[place].n, gate.stays[place].stay)
        case .thing(let place): .thing(n: gate.things[place].n, gate.things[place].thing)
        case .task(let place): .task(n: gate.tasks[place].n, gate.tasks[place].task)
        case .matter(let place): .matter(n: gate.matters[place].n, gate.matters[place].matter)
        case .vehicle(let place): .vehicle(place)
        case .deniedPlate(let place): .deniedPlate(place)
        case .deniedName(let place): .deniedName(place)
        case .resident(let place): .resident(place)
        case .today(let place): .returning(told(of: today.keys.people[place]))
        case .past(let place): .returning(told(of: past.people[place]))
        }
    }

    // MARK: Where it looks

    private func noteGate(_ query: Query, in ranking: inout Ranking) {
        for (place, fit) in gate.visitKeys.found(query) {
            ranking.note(.visit(place), gate.visits[place].visit.step == .expected ? .expected : .present, fit)
        }
        for (place, fit) in gate.stayKeys.found(query) { ranking.note(.stay(place), .present, fit) }
        for (place, fit) in gate.thingKeys.found(query) { ranking.note(.thing(place), .thing, fit) }
        for (place, fit) in gate.taskKeys.found(query) { ranking.note(.task(place), .task, fit) }
        // At the desk a matter is what one looks for; elsewhere it never stands before a visitor.
        for (place, fit) in gate.matterKeys.found(query) { ranking.note(.matter(place), gate.isDesk ? .present : .matter, fit) }
    }

    /// - Parameter denied: who on the deny list is found by the plate already.
    private func noteEstate(_ query: Query, besides denied: [FindingKeys.Fitting], in ranking: inout Ranking) {
        for (place, fit) in estate.vehicles.found(query) where !elsewhere.vehicles.contains(place) { ranking.note(.vehicle(place), .vehicle, fit) }
        for (place, fit) in estate.deniedNames.found(query) where fit <= 3 && !denied.contains(where: { $0.place == place }) {
            ranking.note(.deniedName(place), .deniedName, fit)
        }
        for (place, fit) in estate.residents.found(query) { ranking.note(.resident(place), .resident, fit) }
    }

    /// Who came before and does not stand in another row, the latest first.
    private func noteReturning(_ query: Query, in ranking: inout Ranking) {
        for (place, fit) in today.keys.keys.found(query).reversed() where !elsewhere.today.contains(place) { ranking.note(.today(place), .returning, fit) }
        for (place, fit) in past.keys.found(query).reversed() where !elsewhere.past.contains(place) { ranking.note(.past(place), .returning, fit) }
    }
}
