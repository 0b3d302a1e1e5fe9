import Bookkeeping
import CBaseline
import Foundation
import Gatekeeping
import Glibc
import Journal
import Notation

/// One row of the table and how it is taken.
struct Measurement {
    let name: String
    let take: () throws -> Result

    static func all(_ site: Site, _ truth: Truth, _ rounds: Int) -> [Measurement] {
        [
            Measurement(name: "append") { try appending(site, rounds) },
            Measurement(name: "start") { try starting(site, truth, rounds) },
            Measurement(name: "memory") { try memory(site, truth) },
            Measurement(name: "search, all hits") { try searching(site, truth, rounds, limit: nil, goal: 1.0) },
            Measurement(name: "search, newest 50") { try searching(site, truth, rounds, limit: 50, goal: 0.1) },
            Measurement(name: "reading all back") { try readingBack(site, rounds) },
            Measurement(name: "the chain") { try chain(site, rounds) },
            Measurement(name: "8 writers") { try writers(site, rounds) },
            Measurement(name: "report shift") { try shiftReport(site, rounds) },
        ]
    }

    // MARK: Writing

    private static func appending(_ site: Site, _ rounds: Int) throws -> Result {
        let desk = try AppendingDesk(Site(site.folder, data: site.folder.appending(path: "append").path))
        let file = open(site.folder.appending(path: "raw").path, O_WRONLY | O_APPEND | O_CREAT, 0o600)
        defer { close(file) }
        let line = [UInt8](repeating: 0x78, count: 400)
        func raw() -> Double {
            Rounds.median((0..<200).map { _ in Double(line.withUnsafeBytes { baseline_append(file, $0.baseAddress, $0.count) }) / 1000 })
        }
        _ = (raw(), try desk.medianOfAppends(50))
        let values = try Rounds.medians(rounds, [{ raw() }, { try desk.medianOfAppends(200) }, { raw() }])
        let extra = values[1] - values[0]
        return Result(
            what: "append, whole path", figure: String(format: "%.0f µs", values[1]), limit: String(format: "%.0f µs write + fdatasync in C", values[0]),
            ratio: values[1] / values[0], goal: 1.1, otherwise: extra <= 60 ? String(format: "+ %.0f µs", extra) : nil, noise: values[2] / values[0])
    }

    private static func writers(_ site: Site, _ rounds: Int) throws -> Result {
        let place = Site.self
        func perSecond(_ processes: Int, _ total: Int) throws -> Double {
            let other = try place.init(site.folder, data: site.folder.appending(path: "writers-\(UUID().uuidString)").path)
            _ = try AppendingDesk(other)
            let own = CommandLine.arguments.first ?? ""
            let took = try timed {
                let ends = try (0..<processes).map { worker in
                    try site.start(own, ["append", "--data", other.data, "--count", String(total / processes), "--worker", String(worker)])
                }
                for end in ends { end.wait() }
            }
            return Double(total) / took * 1000
        }
        let values = try Rounds.medians(max(3, rounds / 2), [{ try perSecond(1, 2400) }, { try perSecond(8, 2400) }, { try perSecond(1, 2400) }])
        return Result(
            what: "8 writers", figure: String(format: "%.0f appends/s", values[1]), limit: String(format: "%.0f appends/s of one", values[0]),
            ratio: values[1] / values[0], goal: 0.8, isAtLeast: true, noise: values[2] / values[0])
    }

    // MARK: Reading

    private static func searching(_ site: Site, _ truth: Truth, _ rounds: Int, limit: Int?, goal: Double) throws -> Result {
        let (mine, theirs) = (site.folder.appending(path: "hits"), site.folder.appending(path: "grepped"))
        let arguments = ["search", Years.commonName, "--format", "json", "--data", site.data] + (limit.map { ["--limit", String($0)] } ?? [])
        let tool = try site.shell("command -v rg") == 0 ? "rg -F --no-filename -N" : "LC_ALL=C grep -F -h -r"
        let values = try Rounds.medians(
            rounds,
            [
                { try timed { try site.run(site.program, arguments, output: mine) } },
                { try timed { try site.shell("\(tool) \(Years.commonName) '\(site.book.folder)'", output: theirs) } },
                { try timed { try site.shell("\(tool) \(Years.commonName) '\(site.book.folder)'", output: theirs) } },
            ])
        let found = try lines(in: mine) { _ in true }
        let wanted = try lines(in: theirs) { !$0.contains("\"e\":\"forward.") }
        guard found == min(limit ?? .max, truth.hits), wanted == truth.hits else {
            return .failure("search", "found \(found), grep \(wanted), truth \(truth.hits)")
        }
        return Result(
            what: limit.map { "search, newest \($0)" } ?? "search, all \(found) hits", figure: milliseconds(values[0]),
            limit: "\(milliseconds(values[1])) \(tool.prefix(2) == "rg" ? "rg" : "grep")", ratio: values[0] / values[1], goal: goal,
            noise: values[2] / values[1])
    }

    private static func lines(in file: URL, where isWanted: (String) -> Bool) throws -> Int {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count { isWanted(String($0)) }
    }

    private static func readingBack(_ site: Site, _ rounds: Int) throws -> Result {
        let cat = { try timed { _ = try site.shell("cat '\(site.book.folder)'/*.jsonl > /dev/null") } }
        let values = try Rounds.medians(max(1, rounds / 3), [{ try timed { try site.run(site.program, ["verify", "--data", site.data]) } }, cat, cat])
        return Result(
            what: "reading all back into state (verify)", figure: milliseconds(values[0]), limit: "\(milliseconds(values[1])) cat",
            ratio: values[0] / values[1], goal: 3, noise: values[2] / values[1])
    }

    private static func chain(_ site: Site, _ rounds: Int) throws -> Result {
        let digest = { try timed { _ = try site.shell("cat '\(site.book.folder)'/*.jsonl | openssl dgst -sha256 > /dev/null") } }
        let values = try Rounds.medians(
            rounds, [{ try timed { try site.run(site.program, ["verify", "--chain", "--data", site.data]) } }, digest, digest])
        return Result(
            what: "verifying the chain", figure: milliseconds(values[0]), limit: "\(milliseconds(values[1])) openssl dgst",
            ratio: values[0] / values[1], goal: 1.1, noise: values[2] / values[1])
    }

    private static func shiftReport(_ site: Site, _ rounds: Int) throws -> Result {
        let yesterday = Day(site.now, in: site.estate.zone).adding(days: -1).at(ClockTime(minutes: 720), in: site.estate.zone)
        func report(_ place: Site) throws -> Double {
            try timed { try place.run(place.program, ["report", "shift", "--at", yesterday.text(in: place.estate.zone), "--data", place.data]) }
        }
        let two = try site.newest(2)
        let values = try Rounds.medians(rounds * 3, [{ try report(site) }, { try report(two) }, { try report(two) }])
        return Result(
            what: "`report shift` of yesterday", figure: milliseconds(values[0]), limit: "\(milliseconds(values[1])) with two pages",
            ratio: values[0] / values[1], goal: 1.2, noise: values[2] / values[1])
    }

    // MARK: The screen

    private static func starting(_ site: Site, _ truth: Truth, _ rounds: Int) throws -> Result {
        let alone = try site.newest(1)
        func start(_ place: Site) throws -> Double {
            let screen = try ScreenUnderTest(place)
            defer { screen.end() }
            return try timed {
                screen.type(String(truth.plateInside.suffix(5)))
                try screen.wait(for: "⏎離開")
            }
        }
        let values = try Rounds.medians(rounds * 3, [{ try start(site) }, { try start(alone) }, { try start(alone) }])
        return Result(
            what: "start to a plate inside is found", figure: milliseconds(values[0]), limit: "\(milliseconds(values[1])) without the years",
            ratio: values[0] / values[1], goal: 1.2, noise: values[2] / values[1])
    }

    private static func memory(_ site: Site, _ truth: Truth) throws -> Result {
        let screen = try ScreenUnderTest(site)
        defer { screen.end() }
        // The row of somebody who was here before ends with the day; no other row does.
        let year = Day(site.now, in: site.estate.zone).parts.year
        let years = [year, year - 1].map { "\($0)-" }
        for _ in 0..<60 {
            screen.type("\u{1B}" + truth.rarelySeen)
            if (try? screen.wait(for: years, seconds: 1)) != nil { break }
        }
        try screen.wait(for: years, seconds: 1)
        let peak = Double(screen.peakKilobytes) / 1024
        return Result(
            what: "peak resident memory, five years and the 90-day index", figure: String(format: "%.0f MB", peak), limit: "40 MB", ratio: peak / 40, goal: 1)
    }
}
