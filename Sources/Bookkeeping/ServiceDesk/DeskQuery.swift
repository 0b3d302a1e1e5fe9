import Gatekeeping
import Notation

/// The figures of the desk, for `jq`: the same fold as `DeskTally`.
struct DeskQuery: Equatable, Sendable {
    private let values: [String: JSON]
    private let definitions: String

    init(_ estate: Estate, _ scope: DeskTally.Scope) {
        var values: [String: JSON] = ["from": .string(scope.from.text), "to": .string(scope.to.text)]
        var place = "true"
        if let building = scope.building {
            let isNowhere = building == DeskTally.Scope.nowhere
            values["units"] = .array(estate.units.filter { isNowhere || $0.building == building }.map { .string($0.id) })
            place = "(.u as $u | $units | index($u) \(isNowhere ? "==" : "!=") null)"
        }
        var about = "true"
        if let topic = scope.topic { (values["topic"], about) = (.string(topic), about + " and .o == $topic") }
        if let kind = scope.kind { (values["kind"], about) = (.string(kind.rawValue), about + " and .k == $kind") }
        self.values = values
        let ofMatter = about == "true" ? "true" : "(.b != null and ($m[.b | tostring] | . != null and (\(about))))"
        definitions =
            "def day: .d >= $from and .d <= $to; def fits: \(place); def matters: [.m[] | select(day and fits and \(about))]; "
            + "def visits: .m as $m | [.r[] | select(day and fits and \(ofMatter))]; def others($e): [.o[] | select(.e == $e and day)]; "
            + "def pc($a; $b): if $b == 0 then \"—\" else (($a * 20000 + $b) / (2 * $b) | floor) as $r | "
            + "\"\\($r / 100 | floor).\\($r % 100 | if . < 10 then \"0\\(.)\" else tostring end)%\" end; "
    }

    func command(_ item: DeskFigures.Item, households: Int) -> String {
        var query = PageQuery.all
        query.definitions = definitions
        query.values = values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return query.fold("{m: {}, r: {}, q: {}, o: []}", DeskQuery.steps, result(item, households))
    }

    private func result(_ item: DeskFigures.Item, _ households: Int) -> String {
        switch item {
        case .handledRate: "pc([visits[] | select(.p | not)] | length; visits | length)"
        case .complaintRate: "pc([matters[] | select(.k == \"complaint\" and .v == true)] | length; \(households))"
        case .figure(let figure): "\(list(figure)) | length"
        }
    }

    private func list(_ figure: DeskTally.Figure) -> String {
        func matters(_ condition: String) -> String { "[matters[] | select(\(condition))]" }
        func visits(_ condition: String) -> String { "[visits[] | select(\(condition))]" }
        return switch figure {
        case .received: "matters"
        case .complaints: matters(".k == \"complaint\"")
        case .suggestions: matters(".k == \"suggestion\"")
        case .enquiries: matters(".k == \"enquiry\"")
        case .repairs: matters(".k == \"repair\"")
        case .valid: matters(".k == \"complaint\" and .v == true")
        case .unfounded: matters(".k == \"complaint\" and .v == false")
        case .sameDay: matters(".vd == .d")
        case .escalated: matters(".x")
        case .reopened: matters(".a")
        case .closed: matters(".c")
        case .open: matters(".c | not")
        case .revisits: "visits"
        case .drawn: matters(".dr")
        case .drawnVisited: matters(".dv")
        case .handled: visits(".p | not")
        case .content: visits(".w == \"content\"")
        case .fairly: visits(".w == \"fairly\"")
        case .notContent: visits(".w == \"not\"")
        case .posted: "[others(\"suggestion.posted\")[] | select(fits)]"
        case .commended: "[others(\"household.commended\")[] | select(fits)]"
        case .activities: "others(\"activity.held\")"
        case .studies: "others(\"study.received\")"
        }
    }

    /// What each line changes: matters by their numbers, return visits, and the rest in a list.
    private static let steps =
        "($x.ref | tostring) as $k | (($x.at // $x.t)[:10]) as $d"
        + " | if $x.e == \"matter.received\" then .m[$x.n | tostring] = {k: $x.matter, o: $x.topic, u: $x.unit, d: $d}"
        + " elif $x.e == \"revisit.made\" then (if $x.opens then .m[$x.n | tostring] = {k: $x.opens, o: \"other\", u: $x.unit, d: $d} else . end)"
        + " | (if .m[$k] and $x.outcome == \"not\" then .m[$k] |= (.a = true | if .v == false then del(.v, .vd) else . end) else . end)"
        + " | (if .m[$k].dr then .m[$k].dv = true else . end)"
        + " | .r[$x.n | tostring] = {u: $x.unit, w: $x.outcome, b: $x.ref, d: $d, p: ($x.outcome == \"not\" or $x.promised != null)}"
        + " | if .r[$x.n | tostring].p then .q[$x.ref // $x.n | tostring] += [$x.n | tostring] else . end"
        + " elif $x.e == \"matter.answered\" and $x.to == \"resident\" then reduce (.q[$k] // [])[] as $v (.; .r[$v].p = false) | del(.q[$k])"
        + " elif $x.e == \"suggestion.posted\" then .o += [{e: $x.e, d: $d, u: .m[$k].u}]"
        + " elif ($x.e | test(\"^(household.commended|activity.held|study.received)$\")) then .o += [{e: $x.e, d: $d, u: $x.unit}]"
        + " elif .m[$k] == null then ."
        + " elif $x.e == \"matter.verified\" then .m[$k] |= (.v = $x.valid | .vd = (.vd // $d))"
        + " elif $x.e == \"matter.resolved\" then (if $x.draw and $x.h[:8] < $x.draw then .m[$k].dr = true else . end)"
        + " elif $x.e == \"matter.escalated\" or ($x.e == \"matter.handed\" and $x.director) then .m[$k].x = true"
        + " elif $x.e == \"matter.closed\" then .m[$k].c = true"
        + " elif $x.e == \"entry.corrected\" and $x.field == \"unit\" then .m[$k].u = $x.value"
        + " elif $x.e == \"entry.corrected\" and $x.field == \"topic\" then .m[$k].o = $x.value else . end"
}
