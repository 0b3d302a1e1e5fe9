import ArgumentParser
import Foundation

struct Race: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Many processes append to one journal at once, across midnight; readers look on.")
    @OptionGroup var common: CommonOptions
    @Option(help: "How many processes write.") var processes: Int?
    @Option(help: "How many events each of them writes.") var appends: Int?
    @Option(help: "The same seed gives the same commands.") var seed: UInt64 = 1

    func run() throws {
        allow(seconds: common.short ? 600 : 3600)
        let bench = try Bench(common)
        let count = processes ?? (common.short ? 4 : 8)
        let each = appends ?? (common.short ? 50 : 2000)
        let data = bench.folder.appending(path: "data")
        let (reader, follower) = (PageReader(data: data), try Follower(bench, data: data))
        reader.start()
        var (known, problems) = race(count, each, bench, data)
        problems += reader.stop()
        problems += try Judge(data: data).problems(acknowledged: known)
        problems += try Judge(data: data).run(Race.decisions)
        problems += try bench.verify(data)
        problems += try follower.stop(Judge(data: data))
        if known.count != count * each { problems.append("\(known.count) of \(count * each) appends were acknowledged") }
        say("\(reader.passes) looks of the reader on \(reader.lines) lines, \(follower.lines) lines followed")
        try conclude("race", "\(count) processes × \(each) appends", problems: problems)
    }

    private func race(_ count: Int, _ each: Int, _ bench: Bench, _ data: URL) -> ([String: Int], [String]) {
        together(count) { index in
            var racer = try Racer(index, of: count, Session(bench, data: data), seed: seed)
            try racer.write(each)
            return racer.known
        }
    }

    /// Replays who has which badge and which car is inside, and compares what the lines say. A round is missed once.
    private static let decisions = #"""
        def wrong($text): .problems += ["line \(.line.n): \($text)"];
        reduce (inputs | try fromjson catch empty | objects | select(.e)) as $line ({badges: {}, inside: {}, missed: {}, problems: []};
          .line = $line
          | if $line.e == "visitor.registered" and $line.badge then
              if .badges[$line.badge] then wrong("badge \($line.badge) is out already") else . end | .badges[$line.badge] = $line.ref
            elif $line.e == "visitor.left" or $line.e == "visitor.refused" then .badges |= with_entries(select(.value != $line.ref))
            elif $line.e == "vehicle.entered" then
              (if .inside[$line.plate] then "inside-already" else null end) as $flag
              | if $line.flag != $flag or $line.contradicts != .inside[$line.plate] then wrong("\($line.plate) should say \($flag)") else . end
              | .inside[$line.plate] = $line.n
            elif $line.e == "vehicle.left" then
              (if .inside[$line.plate] then null else "never-entered" end) as $flag
              | if $line.flag != $flag or $line.settles != .inside[$line.plate] then wrong("\($line.plate) should say \($flag)") else . end
              | del(.inside[$line.plate])
            elif $line.e == "round.missed" then
              "\($line.route) \($line.due)" as $round
              | if .missed[$round] then wrong("\($round) is missed twice") else . end | .missed[$round] = true
            else . end)
        | .problems[]
        """#
}
