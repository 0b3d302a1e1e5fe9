import Gatekeeping
import Notation

extension Section {
    /// `estate.yaml`: what the estate is, its gates and buildings, what its scanners type.
    @Sendable static func estate(_ file: YAMLEntry, _ estate: EstateDraft) {
        estate.name = file.names()
        estate.book = file.converted("book", required: true, or: Problem.badID) { isID($0) ? $0 : nil } ?? estate.book
        estate.zone = file.converted("utc_offset", required: true, or: Problem.badOffset) { Zone($0) } ?? estate.zone
        estate.language = file.optionalChoice("language", among: ["zh-Hant", "zh-Hans", "en"]) ?? estate.language
        estate.theme = file.optionalChoice("theme", among: ["dark", "light", "contrast"])
        estate.isPractice = file.yesOrNo("practice")
        estate.hasGatesElsewhere = file.yesOrNo("gates_elsewhere")
        estate.requiresPINs = file.optionalChoice("pins", among: ["optional", "required"]) == "required"
        if file.has("lock_minutes") { estate.lockMinutes = file.number("lock_minutes", in: 1...1_440) }
        estate.gates = file.list("gates", of: .gate) { EstateGate(id: $0.id(of: .gate), name: $0.names()) }
        estate.buildings = file.list("buildings", of: .building) { Building(id: $0.id(of: .building), name: $0.names()) }
        estate.scans = file.nested("scans", read: scans) ?? estate.scans
    }

    private static func scans(_ entry: YAMLEntry) -> ScanShapes {
        let prefix = entry.converted("prefix", required: false, or: Problem.badShape) { isPrintable($0) ? $0 : nil }
        let shapes = entry.texts("shapes", required: false, mayBeEmpty: true)
        for shape in shapes where !isShape(shape.text) { entry.source.report(.badShape(shape.text), line: shape.line) }
        return ScanShapes(prefix: prefix, shapes: shapes.map(\.text))
    }

    /// `posts.yaml`: where guards stand, with what, and in which shifts.
    @Sendable static func posts(_ file: YAMLEntry, _ estate: EstateDraft) {
        estate.posts = file.list("posts", of: .post, read: post)
        estate.shifts = file.list("shifts", of: .shift) { entry in
            Shift(
                id: entry.id(of: .shift), name: entry.names(), start: entry.time("start"), end: entry.time("end"))
        }
    }

    private static func equipment(_ entry: YAMLEntry, of post: String) -> [Labelled] {
        entry.list("equipment", of: .equipment, mayBeEmpty: true) { entry in
            Labelled(
                id: entry.id(of: .equipment, within: post), name: entry.names(), count: entry.has("count") ? entry.number("count", in: 1...10_000) : 1)
        }
    }

    private static func post(_ entry: YAMLEntry) -> Post {
        let id = entry.id(of: .post)
        let post = Post(
            id: id, name: entry.names(), gate: entry.reference("gate", to: .gate),
            equipment: equipment(entry, of: id),
            closes: entry.optionalTime("closes"), opens: entry.optionalTime("opens"),
            isDesk: entry.yesOrNo("desk"))
        let (closes, opens) = (entry.has("closes"), entry.has("opens"))
        if closes != opens {
            entry.source.report(.halfOpeningHours(missing: closes ? "opens" : "closes"), line: entry.line)
        }
        return post
    }
}
