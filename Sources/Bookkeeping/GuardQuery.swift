import Gatekeeping
import Notation

/// The figures of `GuardTally`, for `jq`.
struct GuardQuery: Sendable {
    private var query = PageQuery.all

    init(_ estate: Estate, from: Day?, to: Day?, now: Instant, isPractice: Bool) {
        var silence = JSONObject()
        for kind in estate.occurrenceKinds { silence[kind.id] = .integer(kind.silenceMinutes) }
        var orders = JSONObject()
        for order in estate.orders { orders[order.id] = .object(["v": .integer(order.version), "p": .array(order.posts.map(JSON.string))]) }
        var posts = JSONObject()
        for route in estate.routes { posts[route.id] = route.post.map(JSON.string) }
        query.values = [
            ("now", .string(now.text(in: estate.zone))), ("posts", .object(posts)), ("plan", .object(estate.hours)), ("free", .object(estate.freeDays)),
            ("from", .string(from?.text ?? "0000")), ("to", .string(to?.text ?? "9999")), ("silence", .object(silence)), ("orders", .object(orders)),
            ("measured", .bool(!isPractice)), ("only", .string(estate.onlyGuardedPost?.id ?? "")), ("over", .bool(GuardTally.isOver(to, at: now, in: estate))),
        ]
        query.definitions =
            "def s: if type == \"number\" then . else (.[:19] + \"Z\" | fromdate) + (.[20:23] | tonumber) / 1000 end; def minutes($a; $b): (($b | s) - ($a | s)) / 60 | floor; def clock($a; $b): (($b | s) / 60 | floor) - (($a | s) / 60 | floor); "
            + "def add($x; $g; $k; $c): if $g != null and $c > 0 and $x.t[:10] >= $from and $x.t[:10] <= $to then .c[$g][$k] += $c else . end; "
            // Minutes in which a post was closed by its plan.
            + "def free($d): ($d * 86400 | todate | .[:10]) as $t | if ($free.work | index($t)) != null then false else ($free.days | index($t)) != null or ($free.week | index(($d + 3) % 7 + 1)) != null end; "
            + "def closed($p; $a; $b): $plan[$p] as $h | (($a | s) / 60 | floor) as $f | (($b | s) / 60 | floor) as $u | if $h == null then 0 else reduce range($f / 1440 | floor; ($u / 1440 | floor) + 1) as $d (0; . + "
            + "((if $h.desk and free($d) then [[0, 1440]] elif $h.closes < $h.opens then [[$h.closes, $h.opens]] else [[0, $h.opens], [$h.closes, 1440]] end) | map([([.[1] + $d * 1440, $u] | min) - ([.[0] + $d * 1440, $f] | max), 0] | max) | add)) end; "
            // From when on somebody should be at a post: the time itself, or when its plan has it attended again.
            + "def attend($p; $t): $plan[$p] as $h | if closed($p; $t; ($t | s) + 60) == 0 then $t else first((range(0; 32) | . + (($t | s) / 86400 | floor) | select(($h.desk and free(.)) | not)"
            + " | . * 86400 + $h.opens * 60 | select(. > ($t | s)) | todate | .[:19] + \".000\"), $t) end; "
            // Minutes in which nobody was responsible, none where there were none: by the machine's own clock where the other was moved by a minute or more.
            + "def gap($p; $left; $x): (if $measured and $left.b == $x.b and $x.m >= $left.u then ($left.t | s) + ($x.m - $left.u) / 1000 else null end) as $own"
            + " | (if $own and ($own - ($x.t | s) | fabs) >= 60 then $own elif $own == null and ($x.t | s) < ($left.t | s) then null else ($x.t | s) end) as $until"
            + " | if $until == null then [$left] elif minutes($left.f; $until) < 1 then [] else [$left + {m: (clock($left.f; $until) - closed($p; $left.f; $until))} | select(.m > 0)] end; "
            // Who held a post at a time; a watch begins anew where the holder changes.
            + "def watch($p; $h; $f): if (.k[$p] // [{h: \"\"}] | last | .h) == $h then . else .k[$p] += [{h: $h, f: $f}] end; "
            + "def who($p; $t): [(.k[$p // \"\"] // [])[] | select((.f | s) <= $t)] | last // {} | .h; "
            + "def silent($o; $t): $silence[.o[$o].k] as $m | $m != null and minutes(.o[$o].u; $t) > $m; "
            + "def hush($o): ((.o[$o].u | s) + $silence[.o[$o].k] * 60) as $t | ($t | floor | todate | .[:10]) as $day | (who(.o[$o].g // $only; $t) // \"\") as $w"
            + " | if $day >= $from and $day <= $to then .c[$w][\"late-updates\"] += 1 else . end; "
    }

    /// The figure of one guard.
    func command(_ figure: GuardTally.Figure, of number: String) -> String { command(figure) { $0("\"\(number)\"") } }

    /// The figure of each of some guards who have any.
    func table(_ figure: GuardTally.Figure, of numbers: [String]) -> String {
        let all = JSON.array(numbers.map(JSON.string)).text
        return command(figure) { value in
            ". as $all | [\(all)[] as $p | $all | \(value("$p")) | select(. > 0) | \"\\(if $p == \"\(GuardTally.nobody)\" then \"\(GuardQuery.nobody)\" else $p end) \\(.)\"]"
                + " | if length == 0 then \"0\" else join(\"\(GuardQuery.separator)\") end"
        }
    }

    /// What `table` says of figures, each with whose it is.
    static func shown(_ figures: [(number: String, count: Int)]) -> String {
        let some = figures.filter { $0.count > 0 }.map { "\($0.number == GuardTally.nobody ? nobody : $0.number) \($0.count)" }
        return some.isEmpty ? "0" : some.joined(separator: separator)
    }

    private static let nobody = "–"
    private static let separator = " · "

    /// - Parameter result: makes what is asked of the fold from what says a figure of who is given as jq writes them.
    private func command(_ figure: GuardTally.Figure, _ result: ((String) -> String) -> String) -> String {
        switch figure {
        case .unread: return unread(result)
        case .gaps: return gaps("length", result)
        case .gapMinutes: return gaps("map(.m) | add // 0", result)
        default: break
        }
        return query.fold(
            "{h: {}, r: {}, o: {}, v: {}, c: {}, k: {}}", GuardQuery.steps.joined(separator: " | "),
            "reduce (.o | keys[]) as $o (.; if silent($o; $now) then hush($o) else . end) | " + result { ".c[\($0)][\"\(figure.rawValue)\"] // 0" })
    }

    private func unread(_ result: ((String) -> String) -> String) -> String {
        query.fold(
            "{h: {}, k: {}, r: {}, z: false}",
            "(if $x.e == \"forward.order\" and (.z | not) then .r[$x.order] = {v: $x.version, n: $x.n, g: (((.r[$x.order] | select(.v == $x.version and .n == $x.n - 1) | .g) // []) + $x.readers)} elif $x.e == \"order.acknowledged\" and $x.t[:10] <= $to then "
                + "if .r[$x.order].v == $x.version then .r[$x.order].g += [$x.reader] else .r[$x.order] = {v: $x.version, g: [$x.reader]} end else . end)"
                + " | (if $x.t[:10] > $to and ($x.e | test(\"^(forward|page)[.]\") | not) then .z = true else . end) | ($x.at // $x.t) as $at | \(GuardQuery.holding) | \(GuardQuery.watching)",
            result { person in
                "{r: .r, p: (.k | map_values(. as $w | any(range($w | length); $w[.].h == \(person) and $w[.].f[:10] <= $to and ($w[. + 1].f // $from | .[:10]) >= $from)))} as $s | [$orders | to_entries[] | select((.value.p | length) == 0 or any(.value.p[]; $s.p[.])) | $s.r[.key] as $r"
                    + " | select($r == null or (($over | not) and $r.v != .value.v) or ($r.g | index(\(person))) == null)] | length"
            })
    }

    /// When nobody was responsible for a post after a guard: spans `r`, posts that were left `v`, the last line that each person wrote at each post `s`;
    /// of each the time `t`, and the boot `b` and the machine's own time `u`.
    private func gaps(_ measure: String, _ result: ((String) -> String) -> String) -> String {
        query.fold(
            "{s: {}, r: {}, v: {}, c: []}", GuardQuery.custody.joined(separator: " | "),
            result { "[(.c + [.v[] | select((.f | s) <= (.t | s) or (.f | s) < ($now | s))])[] | select(.h == \($0) and .f[:10] >= $from and .f[:10] <= $to)] | \(measure)" },
            ofAllLines: true)
    }

    private static let custody = [
        "$x.g as $g | {t: $x.t, b: $x.b, u: $x.m} as $w",
        "if $x.e == \"post.taken\" and $x.taking != \"relief\" then"
            + " (if $x.taking == \"unattended\" and .r[$g] then (.s[$g][.r[$g].h] // .r[$g]) + {h: .r[$g].h} | .f = attend($g; .t) else .v[$g] end) as $left"
            + " | del(.v[$g]) | if $left then .c += gap($g; $left; $x) else . end | .r[$g] = {h: $x.by} + $w"
            + " elif $x.e == \"handover.accepted\" then .r[$g] = {h: $x.by} + $w"
            + " elif $x.e == \"post.left\" and $x.leaving != \"relieved\" then (.r[$g].h // $x.by) as $h | del(.r[$g])"
            + " | if $x.leaving == \"exception\" then .v[$g] = {h: $h, f: attend($g; $x.t)} + $w elif $x.opens then .v[$g] = {h: \"\", f: $x.opens} + $w else . end"
            + " elif $x.e == \"forward.post\" then .r[$x.post] //= {h: $x.holder, t: $x.since} else . end",
        "if $x.by == \"gatebook\" or ($x.by | startswith(\"device:\")) then . else .s[$g][$x.by] = $w end",
    ]

    /// Each line: what it adds, and then what it changes.
    private static let steps = [
        ".h[$x.g] as $holder | ($x.at // $x.t) as $at | (.v[$x.ref | tostring] // ($x.ref | tostring)) as $o",
        "if $x.at and minutes($x.at; $x.t) > 60 then add($x; $x.by; \"late-entries\"; 1) else . end",
        "if ($x.e | test(\"^(forward|entry)[.]\") | not) and .o[$o] and silent($o; $x.t) then hush($o) else . end",
        "if $x.e == \"round.returned\" then add($x; .r[$x.ref | tostring]; \"walked\"; 1) | add($x; .r[$x.ref | tostring]; \"unseen\"; $x.unseen // [] | length)"
            + " elif $x.e == \"round.missed\" then add($x + {t: $x.due}; .r[$x.ref | tostring] // who($posts[$x.route] // $x.g; $x.due | s) // (if $posts[$x.route] then null else $holder end) // \"\"; \"missed\"; 1)"
            + " elif $x.e == \"exception.granted\" then add($x; $x.by; \"exceptions\"; 1)"
            + " else . end",
        GuardQuery.holding,
        "if $x.e == \"round.started\" then .r[$x.n | tostring] = $x.walker elif $x.e == \"forward.round\" then .r[$x.ref | tostring] = $x.walker"
            + " elif $x.e == \"handover.answered\" then del(.o[$x.undoes // \"\" | tostring]) | if $x.occurrence then .o[$x.n | tostring] = {k: $x.occurrence, u: $x.t, g: $x.g} else . end"
            + " elif $x.e == \"occurrence.opened\" then .o[$x.n | tostring] = {k: $x.occurrence, u: $x.t, g: $x.g}"
            + " elif $x.e == \"forward.occurrence\" then .o[$x.ref | tostring] = {k: $x.occurrence, u: ([$x.updated, $x.entered // $x.updated] | max_by(s)), g: ($x.post // .o[$x.ref | tostring].g)}"
            + " elif $x.e == \"occurrence.resolved\" then del(.o[$o]) elif ($x.e | test(\"^forward.(evidence|detained)$\")) then .v[$x.ref | tostring] = ($x.occurrence | tostring)"
            + " elif .o[$o] and ($x.e | startswith(\"entry.\") | not) then .o[$o].u = ([.o[$o].u, $x.t] | max_by(s)) | if ($x.e | test(\"^(evidence.taken|person.detained)$\")) then .v[$x.n | tostring] = $o else . end else . end",
        GuardQuery.watching,
    ]

    /// Who holds each post.
    private static let holding =
        "if $x.e == \"forward.post\" then .h[$x.post] = $x.holder elif $x.e == \"post.taken\" and $x.taking != \"relief\" then .h[$x.g] = $x.by"
        + " elif $x.e == \"handover.accepted\" then .h[$x.g] = $x.by elif $x.e == \"post.left\" and $x.leaving != \"relieved\" then del(.h[$x.g]) else . end"

    /// Who held each post from when on.
    private static let watching =
        "if $x.e == \"forward.post\" then watch($x.post; $x.holder; $x.since) elif ($x.e | test(\"^(post.taken|handover.accepted|post.left)$\")) then watch($x.g; .h[$x.g]; $at) else . end"
}

extension Estate {
    /// When each post is closed by its plan, in minutes of the day.
    fileprivate var hours: JSONObject {
        var hours = JSONObject()
        for post in posts {
            guard let closes = post.closes, let opens = post.opens else { continue }
            hours[post.id] = .object(["closes": .integer(closes.minutes), "opens": .integer(opens.minutes), "desk": .bool(post.isDesk)])
        }
        return hours
    }

    /// The days on which the desk is closed.
    fileprivate var freeDays: JSONObject {
        func days(_ days: Set<Day>?) -> JSON { .array((days ?? []).sorted().map { .string($0.text) }) }
        let calendar = desk?.calendar
        return ["week": .array((calendar?.weekend ?? []).sorted().map(JSON.integer)), "days": days(calendar?.holidays), "work": days(calendar?.workdays)]
    }
}
