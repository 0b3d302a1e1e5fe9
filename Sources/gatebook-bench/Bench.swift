import ArgumentParser
import Foundation

/// Measures the journal against what the machine itself can do, in the same run.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gatebook-bench",
        abstract: "Measure the journal: each figure as a ratio to a limit measured in the same run.",
        subcommands: [Measure.self, Append.self], defaultSubcommand: Measure.self)
}

struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make years of journal and measure everything; prints one table.")
    @Option(help: "Years of journal.") var years = 5.0
    @Option(help: "Events a day.") var perDay = 2000
    @Option(help: "Interleaved rounds of each measurement.") var rounds = 7
    @Option(help: "The seed of the made-up years.") var seed: UInt64 = 1
    @Option(help: "Folder to work in; it should lie on the disk that is to be measured.") var folder = FileManager.default.temporaryDirectory.path
    @Option(help: "Only the measurements whose name contains this, as memory.") var only: String?
    @Flag(help: "Keep the journal that was made.") var keep = false

    func run() throws {
        let place = URL(filePath: folder).appending(path: "gatebook-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { if !keep { try? FileManager.default.removeItem(at: place) } }
        let site = try Site(place)
        say("making \(Int(years * 365)) days of \(perDay) events …")
        let truth = try Years(site: site, seed: seed).make(days: max(3, Int(years * 365)), perDay: perDay)
        try site.shell("sync")
        say("\(truth.events) events, \(truth.bytes >> 20) MiB, \(truth.pages) pages; \(Machine.description)")
        var table = Table()
        for measurement in Measurement.all(site, truth, rounds) where only.map(measurement.name.contains) ?? true {
            do { table.add(try measurement.take()) } catch { table.add(.failure(measurement.name, "\(error)")) }
            say(table.lastLine)
        }
        say("\n" + table.text)
    }
}

/// Says something at once, also where the output is no terminal.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
