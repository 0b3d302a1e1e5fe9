import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension FoundRows {
    /// A plate that is not inside: the similar plates that are, and an exit without an entry (recorded and flagged, never refused).
    /// - Parameter isUnit: the text names a unit.
    func strayExits(isUnit: Bool) -> [Row] {
        guard !query.isName, !query.plate.hasUnseen else { return [] }
        let plate = query.plate.plate
        let normal = Plate.normal(plate)
        guard (5...10).contains(normal.count), normal.contains(where: \.isDigit), normal.isPlateLike, !isUnit, !isDocument, !panes.estate.isKnown(code: text),
            panes.registers.inside(plate: plate) == nil
        else { return [] }
        let similar = panes.registers.similarInside(to: plate).prefix(3).map { n, stay in
            Row(
                id: .plate("similar:\(n)"), text: "≈ \(stay.plate ?? "")  \(stay.unit ?? "") \(stay.driver ?? "")", style: .warning,
                hint: HintWords.leavesAs, intent: write(VehicleLeft(ref: n, plate: plate), plate))
        }
        return similar + [
            Row(id: .plate("stray"), text: plate, style: .warning, hint: HintWords.neverCameIn, intent: write(VehicleLeft(plate: plate), plate))
        ]
    }

    private func write(_ fact: VehicleLeft, _ plate: String) -> Intent {
        .write([Step(by: panes.holder, fact)], opener: nil, done: DoneWords.vehicleOut(plate))
    }

    /// Certainly a document's number, of which nothing but its end is ever kept (P3).
    private var isDocument: Bool { DocumentNumber(text)?.isUnmistakable ?? false }

    /// A new visitor and a new vehicle, with the text in the fitting field.
    /// - Parameter unit: the unit that the text names.
    func newcomers(of unit: String?) -> [Row] {
        let words = panes.language
        let plate = query.isName || isDocument ? "" : query.plate.plate
        var prefill = VisitorPrefill()
        if query.isName { prefill.name = text } else { prefill.unit = unit ?? "" }
        return [
            Row(
                id: .newVisitor, text: query.isName ? words.labelled(HintWords.newVisitor[words], text) : HintWords.newVisitor[words], hint: HintWords.register,
                intent: .open(.visitor(ref: nil, prefill: prefill)),
                actions: [RowAction(name: FormWords.courier, intent: .open(.courier(prefill)))]),
            Row(
                id: .newVehicle, text: query.isName ? HintWords.newVehicle[words] : words.labelled(HintWords.newVehicle[words], plate), hint: HintWords.register,
                intent: .open(.vehicle(plate))),
        ]
    }
}

extension String {
    /// Chinese characters stand at the beginning and the end of a plate only.
    fileprivate var isPlateLike: Bool { dropFirst().dropLast().allSatisfy(\.isASCII) }
}

extension Estate {
    /// The code of a badge or of a checkpoint: no plate.
    fileprivate func isKnown(code: String) -> Bool {
        func bare(_ code: String) -> String { code.folded.filter { $0 != "-" } }
        let wanted = bare(code)
        return (guards.map(\.badge) + residents.map(\.badge) + checkpoints.map(\.tag)).contains { $0.map(bare) == wanted }
    }
}
