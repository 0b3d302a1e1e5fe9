import Gatekeeping
import Journal
import Notation
import Wording

/// What lines of the journal say to people: with the names that the configuration gives, and marks of what was entered late.
public struct LineWords: Sendable {
    let estate: Estate
    let language: Language
    /// The kind of the occurrence whose procedure is told; nil where it is not known.
    var occurrence: String?

    public init(estate: Estate, language: Language) { (self.estate, self.language) = (estate, language) }

    /// What the kinds of lines begin with that take an earlier one back or correct it.
    public static let amendments = "entry."

    /// The lines that a line names, in whatever field.
    @Sendable public static func linesNamed(by line: Line) -> Set<Int> { Catalogue.linesNamed(by: line.e, line.fields) }

    /// The line in one row: number, time, who, what, and its fields. That it was entered late stands beside the time, which a narrow screen shows, too;
    /// so does that a later line takes it back or corrects it.
    /// - Parameters:
    ///   - showsDesk: else the lines of the desk say their unit only.
    ///   - namedBy: kinds of the later lines about it.
    public func row(_ line: Line, showsDesk: Bool = true, namedBy: Set<String> = []) -> String {
        let isWhole = showsDesk || Catalogue.isForEverybody(line.e, line.fields)
        let said = line.fields.members.filter { $0.name != "id" && (isWhole || ["ref", "unit"].contains($0.name)) }
        let entered = late(line)
        let time = line.happened.text(in: estate.zone).prefix(19) + (entered == nil ? "" : language.bracketed(HintWords.late[language])) + amended(namedBy)
        let heading = [String(line.n), String(time), line.by == "gatebook" ? line.by : person(line.by), EventWords.name(line.e)[language]]
        return (heading + said.map { field($0, of: line) } + [entered].compactMap { $0 }).joined(separator: "  ").cleaned
    }

    private func amended(_ kinds: Set<String>) -> String {
        let said = kinds.contains(Withdrawal.kind) ? HintWords.takenBack : kinds.contains(Correction.kind) ? HintWords.corrected : nil
        return said.map { language.bracketed($0[language]) } ?? ""
    }

    /// Of a line that was entered later than the clock showed when it happened: that it was, and when; nil for any other.
    func late(_ line: Line) -> String? {
        guard let at = line.at, line.t.clockMinutes(since: at) > 0 else { return nil }
        return "\(HintWords.late[language]) \(moment(line.t))"
    }

    /// A field with its label.
    func field(_ member: JSONObject.Member, of line: Line) -> String {
        let command = Catalogue.kinds[line.e]?.command ?? line.e
        if line.e == AlertPostponed.kind, member.name == "alert", let key = member.value.string {
            return language.labelled(FieldWords.label("alert")[language], alert(key))
        }
        if member.name == "about", let said = refused(member.value, of: line) {
            return language.labelled(FieldWords.label("about", ofLine: command)[language], said)
        }
        if line.e == Correction.kind, let said = corrected(member, of: line) {
            return language.labelled(FieldWords.label(member.name, ofLine: command)[language], said)
        }
        return language.labelled(FieldWords.label(member.name, ofLine: command)[language], value(member.value, of: member.name))
    }

    /// What a refused line of the handover said of its matter.
    private func refused(_ words: JSON, of line: Line) -> String? {
        guard let words = words.object, let item = line.fields["item"]?.string.flatMap({ HandoverItem(key: $0) }) else { return nil }
        return HandoverTitles(Registers(telling: item, words, at: line.g), estate: estate, post: line.g, language).title(item)
    }

    /// Which field of which kind of line was corrected, and what stood there and stands there, in the words of that line.
    private func corrected(_ member: JSONObject.Member, of line: Line) -> String? {
        let kind = line.fields["of"]?.string ?? ""
        switch member.name {
        case "field": return member.value.string.map { FieldWords.label($0, ofLine: Catalogue.kinds[kind]?.command ?? kind)[language] }
        case "of": return EventWords.name(kind)[language]
        case "was", "value": return line.fields["field"]?.string.map { value(member.value, of: $0) }
        default: return nil
        }
    }

    /// What stands in a field: names for ids, clock times, and words for fixed choices.
    func value(_ value: JSON, of field: String) -> String {
        if let items = value.array { return items.map { self.value($0, of: field) }.joined(separator: language.listSeparator) }
        guard let text = value.string else { return FieldWords.value(value, of: field)[language] }
        if let time = Instant(text) { return moment(time) }
        return configured(text, field) ?? FieldWords.value(value, of: field)[language]
    }

    /// The name of an id of the configuration; nil for what is none.
    private func configured(_ id: String, _ field: String) -> String? {
        func name(_ items: [Labelled]?) -> String? { items?.first { $0.id == id }?.name[language] }
        switch field {
        case "occurrence": return estate.occurrenceKind(id)?.name[language]
        case "step": return name(steps)
        case "purpose": return estate.purpose(id)?.name[language]
        case "document": return estate.identification(id)?.name[language]
        case "vehicle": return name(estate.vehicleKinds)
        case "emergency", "service": return name(estate.emergencyServices)
        case "reason": return name(estate.refusalReasons)
        case "department": return name(estate.desk?.departments)
        case "topic": return name(estate.desk?.topics)
        case "activity": return estate.desk?.activity(id)?.name[language]
        case "area": return estate.buildings.first { $0.id == id }?.name[language]
        case "route", "routes": return estate.route(id)?.name[language]
        case "checkpoint", "unseen", "place", "post": return (estate.checkpoint(id)?.name ?? estate.post(id)?.name)?[language]
        case "order": return estate.order(id)?.title[language]
        case "missing": return RoundMissed.Missing(rawValue: id) == nil ? items(id) : nil
        case "item", "refused", "gone": return HandoverItem(key: id).map(handoverLine) ?? items(id)
        default: return estate.person(id) == nil ? nil : person(id)
        }
    }

    /// Steps are told apart by the kind of their occurrence, where it is known.
    private var steps: [Labelled] {
        occurrence.flatMap { estate.occurrenceKind($0)?.steps } ?? estate.occurrenceKinds.flatMap(\.steps)
    }

    /// A line of the handover by its key, when what it was about may be over.
    private func handoverLine(_ item: HandoverItem) -> String {
        let label = HandoverWords.name(item.matter)[language]
        guard let subject = item.number.map({ "#\($0)" }) ?? item.name.map({ name(of: item.matter, $0) }) else { return label }
        return "\(label) \(subject)"
    }

    private func name(of matter: HandoverItem.Matter, _ id: String) -> String {
        switch matter {
        case .order: estate.order(id)?.title[language] ?? id
        case .thing: FieldWords.choice(id, of: "sort")[language]
        default: items(id)
        }
    }

    /// An alert by its key.
    private func alert(_ key: String) -> String {
        let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Alert.Kind(rawValue: parts[0]) else { return key }
        let subject = ["route", "post", "order"].lazy.compactMap { configured(parts[1], $0) }.first ?? (Int(parts[1]) == nil ? parts[1] : "#" + parts[1])
        return "\(AlertWords.name(kind)[language]) \(subject)"
    }

    /// Items of a checkpoint or of a post's equipment, which may stand together with spaces between.
    private func items(_ ids: String) -> String {
        let known = estate.checkpoints.flatMap(\.items) + estate.posts.flatMap(\.equipment)
        return ids.split(separator: " ").map { id in known.first { $0.id == id }?.name[language] ?? String(id) }.joined(separator: language.listSeparator)
    }

    func person(_ number: String) -> String { estate.person(number).map { "\(number) \($0.name)" } ?? number }

    func moment(_ time: Instant) -> String { String(time.text(in: estate.zone).prefix(16)).replacing("T", with: " ") }
}
