import Gatekeeping
import Journal
import Notation

/// How a figure of a report is computed from the pages alone, without this program.
public struct Explanation: Equatable, Sendable {
    /// What is counted, in words.
    public var figure: String
    /// What the program says it is.
    public var value: String
    /// The shell command that says the same, for the folder of the pages.
    public var command: String

    /// As a comment and the command, to be pasted into a shell.
    public var text: String { "# \(figure): \(value)\n\(command)\n" }
}

/// A program for `jq` over some pages: lines that were taken back count as not written.
struct PageQuery {
    /// Which files, as the shell writes them.
    var files: String
    /// Definitions before the fold.
    var definitions = ""
    /// Named values, handed over as JSON.
    var values: [(name: String, json: JSON)] = []
    /// The lines that are read.
    private var input = "[inputs | fromjson?]"

    /// The newest page, in which all that is open stands.
    static let newest = PageQuery("\"$(ls *.jsonl | tail -n 1)\"")
    /// All pages.
    static let all = PageQuery("*.jsonl")

    private init(_ files: String) { self.files = files }

    /// Up to the last line that was not written after `time`: the book as it stood then.
    func until(_ time: Instant, in zone: Zone) -> PageQuery {
        var query = self
        query.input = "(\(input) | .[:([.[].t <= $at] | rindex(true) // -1) + 1])"
        query.values.append(("at", .string(time.text(in: zone))))
        return query
    }

    private var options: String {
        values.map { "--argjson \($0.name) \(PageQuery.quoted($0.json.text)) " }.joined()
    }

    /// `result` of the lines `$l` that count, read at once.
    func lines(_ result: String) -> String { command("\(input) as $all | [$all[] | select(.e == \"entry.withdrawn\").ref] as $w | [$all[] | select(.n as $n | $w | index($n) | not)] as $l | \(result)") }

    /// Folds each line `$x` that counts into what begins as `start`, and says `result` of it.
    /// - Parameter ofAllLines: those that were taken back count too.
    func fold(_ start: String, _ step: String, _ result: String, ofAllLines: Bool = false) -> String {
        let folded = "reduce $l[] as $x (\(start); \(step)) | \(result)"
        return ofAllLines ? command("\(input) as $l | \(folded)") : lines(folded)
    }

    /// Whole lines of the program's form, in Perl: neither one that a power cut left unfinished nor what somebody else put there.
    private static let linesOnly = #"print if /^\{"n":\d+,"t":".*","e":"\w.*","h":"\w{64}"\}\n/"#

    private func command(_ program: String) -> String {
        "perl -ne '\(PageQuery.linesOnly)' \(files) | jq -nrR \(options)\(PageQuery.quoted(definitions + program))"
    }

    /// A word for the shell.
    private static func quoted(_ text: String) -> String { "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'" }
}

extension PageQuery {
    /// How many of something are open: since a line of which `opens` is true, or brought forward, until a line of which `closes` is true names it.
    /// - Parameters:
    ///   - uses: a field by which a line of any kind closes one, but for what it says is the `rest`.
    ///   - canBeUndone: a later answer of the handover may have taken back what an earlier one opened.
    func open(_ opens: String, forward: String, closes: String, uses: String? = nil, canBeUndone: Bool = false) -> String {
        let undone = canBeUndone ? "(if $x.undoes then del(.[$x.undoes | tostring]) else . end) | " : ""
        let used = uses.map { "elif $x.\($0) and ($x.rest // 0) == 0 and ($x.e | startswith(\"forward.\") | not) then del(.[$x.\($0) | tostring]) " } ?? ""
        return fold(
            "{}", "\(undone)if \(opens) then .[$x.n | tostring] = 1 elif $x.e == \"forward.\(forward)\" then .[$x.ref | tostring] = 1 elif \(closes) then del(.[$x.ref | tostring]) \(used)else . end",
            "length")
    }
}

extension PageQuery {
    /// Lines of a kind that were written in a stretch of time; of missed rounds those that were due in it.
    func count(_ kind: String, from: String, until: String) -> String {
        let time = kind == RoundMissed.kind ? ".due" : ".t"
        return lines("[$l[] | select(.e == \"\(kind)\" and \(time) >= \"\(from)\" and \(time) < \"\(until)\")] | length")
    }

    /// Posts that were taken in a stretch of time though their guards had not handed them over.
    func seized(from: String, until: String) -> String {
        lines("[$l[] | select(.e == \"post.taken\" and .taking == \"unattended\" and .before and .t >= \"\(from)\" and .t < \"\(until)\")] | length")
    }

    /// Signatures of a stretch of time that a witness gave and nobody has confirmed.
    func witnessed(from: String, until: String) -> String {
        lines(
            "[$l[] | select(.e == \"signature.confirmed\").ref] as $c | [$l[] | select(.signed == \"witness\" and .t >= \"\(from)\" and .t < \"\(until)\" and (.e | startswith(\"forward.\") | not)"
                + " and (.n as $n | $c | index($n) | not))] | length")
    }

    /// People let in in a stretch of time, all of their parties.
    func peopleLetIn(from: String, until: String) -> String {
        fold(
            "{p: {}, c: 0}",
            "if $x.e == \"visitor.registered\" or $x.e == \"forward.visit\" then .p[$x.ref | tostring] = $x.count "
                + "elif $x.e == \"visitor.admitted\" and $x.t >= \"\(from)\" and $x.t < \"\(until)\" then .c += (.p[$x.ref | tostring] // 1) else . end",
            ".c")
    }

    /// Who and what is inside: one entry a stay, with the line that opened it; each line as it was corrected.
    private func inside(_ result: String) -> String {
        lines(
            "[$l[] | select(.e == \"entry.corrected\")] as $c | reduce $l[] as $raw ({}; (reduce ($c[] | select(.ref == $raw.n or ($raw.e | startswith(\"forward.\")) and .ref == $raw.ref)) as $y "
                + "($raw; .[$y.field] = ($y.value | tonumber? // $y.value))) as $x | (($x.ref // $x.n) | tostring) as $k "
                + "| if $x.e == \"visitor.left\" and $x.remaining > 0 then .[$k].count = $x.remaining "
                + "elif $x.e == \"visitor.left\" or $x.e == \"visitor.refused\" then del(.[$k]) elif $x.e == \"vehicle.left\" then del(.[$x.settles | tostring]) "
                + "elif ($x.e | test(\"^(visitor|vehicle|emergency)\\\\.|^forward\\\\.(visit|vehicle)$\")) then del(.[$x.contradicts | tostring]) | .[$k] += $x "
                + "| if ($x.e | test(\"admitted|passed|entered\")) then .[$k].inside = true | .[$k].entered = ($x.at // $x.t) else . end else . end) "
                + "| [to_entries[] | .value + {line: (.key | tonumber)} | select(.inside or .step == \"inside\" or .entered)] | \(result)")
    }

    /// Visitors inside, all of their parties.
    var peopleInside: String { inside("[.[] | select(.e | test(\"^vehicle|^forward.vehicle\") | not) | .count // 1] | add // 0") }

    /// How many minutes whoever came in by a line is over the time allowed for their purpose; 0 while they are within it.
    /// - Parameter allowed: minutes by purpose, as the configuration has them.
    func minutesOver(of line: Int, at time: Instant, allowed: JSONObject, in zone: Zone) -> String {
        var query = self
        query.values += [("now", .string(time.text(in: zone))), ("allowed", .object(allowed))]
        query.definitions += "def ms: (.[:19] + \"Z\" | fromdate) * 1000 + (.[20:23] | tonumber); "
        return query.inside("[.[] | select(.line == \(line) and $allowed[.purpose // \"\"]) | ((($now | ms) - (.entered | ms)) / 60000 | floor) - $allowed[.purpose]] + [0] | max")
    }

    /// Vehicles inside.
    var vehiclesInside: String { inside("[.[] | select(.e | test(\"^vehicle|^forward.vehicle\"))] | length") }
}
