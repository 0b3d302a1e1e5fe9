import Gatekeeping
import Notation

extension Section {
    /// `patrol.yaml`: what is looked at, on which ways and when.
    @Sendable static func patrol(_ file: YAMLEntry, _ estate: EstateDraft) {
        estate.checkpoints = file.list("checkpoints", of: .checkpoint, mayBeEmpty: true, read: checkpoint)
        if file.has("uses") { estate.uses = file.labelled("uses", of: .use, mayBeEmpty: true) }
        estate.routes = file.list("routes", of: .route, mayBeEmpty: true, read: route)
    }

    private static func checkpoint(_ entry: YAMLEntry) -> Checkpoint {
        let id = entry.id(of: .checkpoint)
        return Checkpoint(
            id: id, name: entry.names(), kind: entry.choice("kind", or: .place),
            items: entry.labelled("items", of: .item, within: id),
            longestMinutes: entry.number("longest_minutes", in: 1...100_000), tag: entry.code("tag"))
    }

    private static func route(_ entry: YAMLEntry) -> Route {
        Route(
            id: entry.id(of: .route), name: entry.names(),
            checkpoints: entry.references("checkpoints", to: .checkpoint, required: true, mayBeEmpty: false),
            times: times(entry), graceMinutes: entry.number("grace_minutes", in: 1...720),
            longestMinutes: entry.number("longest_minutes", in: 1...720), post: entry.has("post") ? entry.reference("post", to: .post) : nil)
    }

    private static func times(_ entry: YAMLEntry) -> [ClockTime] {
        entry.texts("times", required: true, mayBeEmpty: false).compactMap { found in
            if let time = ClockTime(found.text) { return time }
            entry.source.report(.badTime(found.text), line: found.line)
            return nil
        }
    }
}
