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
        guard (5...10).contains(normal.count), normal.contains(where: \.isDigit), normal.isPlateLike, !isUnit, !isDocument, !isScanned, !panes.estate.isKnown(code: text),
            panes.registers.inside(plate: plate) == nil
        else { return [] }
        let similar = panes.registers.similarInside(to: plate).prefix(3).map { n, stay in
            Row(
                id: .plate("similar:\(n)"), text: "≈ \(stay.plate ?? "")  \(stay.unit ?? "") \(stay.driver ?? "")", style: .warning,
                hint: HintWords.leavesAs, intent: write(VehicleLeft(ref: n, plate: plate), plate))
        }
        return similar + [
            Row(
                id: .plate("stray"), text: plate, style: .warning, hint: panes.registers.visitor(in: plate) == nil ? HintWords.neverCameIn : HintWords.carLeaves,
                intent: write(VehicleLeft(plate: plate), plate))
        ]
    }

    private func write(_ fact: VehicleLeft, _ plate: String) -> Intent {
        .write([Step(by: panes.holder, fact)], opener: nil, done: DoneWords.vehicleOut(plate))
    }

    /// Certainly a document's number, of which nothing but its end is ever kept (P3), also with a name beside it.
    private var isDocument: Bool { DocumentNumber(text)?.isUnmistakable ?? false || besideDocument != nil }

    /// The name that stands beside a document's number.
    private var besideDocument: String? {
        let rest = DocumentNumber.cut(in: text, where: \.isUnmistakable, keeping: { _ in "" }).shown
        return rest == text.shown || rest.isEmpty ? nil : rest
    }

    /// A new visitor and a new vehicle, with the text in the fitting field.
    func newcomers(_ findings: Findings) -> [Row] {
        let words = panes.language
        let isPlate = !query.isName && !isDocument && !isScanned && !findings.isUnit
        let plate = isPlate ? query.plate.plate : ""
        var prefill = VisitorPrefill()
        (prefill.name, prefill.unit) = (query.isName ? text : besideDocument ?? "", query.isName ? "" : findings.unit ?? "")
        if isScanned, !panes.estate.isKnown(code: text) { prefill.badge = text }
        func labelled(_ label: Text, _ text: String) -> String { text.isEmpty ? label[words] : words.labelled(label[words], text) }
        return [
            Row(
                id: .newVisitor, text: labelled(HintWords.newVisitor, prefill.name + prefill.badge), hint: HintWords.register,
                intent: .open(.visitor(ref: nil, prefill: prefill)),
                actions: [RowAction(name: FormWords.courier, intent: .open(.courier(prefill)))]),
            Row(
                id: .newVehicle, text: labelled(HintWords.newVehicle, plate), hint: HintWords.register,
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
