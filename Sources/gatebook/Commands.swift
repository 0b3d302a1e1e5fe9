import ArgumentParser
import Bookkeeping
import Configuration
import Foundation
import Gatekeeping
import Journal
import Notation
import Wording

struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Read commands as JSON Lines from stdin, answer one line each on stdout; see `schema commands`.")
    @OptionGroup var options: Options

    func run() throws {
        let place = try Workplace(options.choices)
        let office = try place.office()
        let recorder = Recorder(office: office, post: place.post.id, language: place.language)
        var hasWarned = false
        var isRefused = false
        var hasFailed = false
        var input = LineInput(limit: 65_536)
        while let line = try input.next(place.language) {
            guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else { continue }
            let answer = recorder.answer(to: line)
            if answer["ok"]?.bool != true { isRefused = true }
            if answer["unknown"] != nil || answer["refused"] == .string(Recorder.cannotWrite) { hasFailed = true }
            try put(JSON.object(answer).text + "\n", place.language, orSay: StreamWords.unanswered)
            if let failure = office.reserveFailure, !hasWarned {
                hasWarned = true
                complain(JournalWords.noReserve(failure)[place.language])
            }
        }
        if hasFailed { throw Exit.inputOutput }
        if isRefused { throw Exit.no }
    }
}

struct ReportCommand: ParsableCommand {
    enum Name: String, CaseIterable, ExpressibleByArgument {
        case onSite = "on-site"
        case shift, pace, handover, desk, plan, notice, posting
        case byGuard = "guard"
    }

    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Who is inside; what a shift did; how long admissions take; what each guard did and missed; a handover as it was signed; what the desk did, plans and posts.")
    @Argument(help: "on-site, shift, pace, guard, handover, desk, plan, notice or posting.") var name: Name
    @Option(help: "text, json, csv or html.") var format = Report.Format.text
    @Option(help: "on-site, shift, handover: as it was then, as 2026-11-23T22:00:00+08:00.") var at: String?
    @Option(help: "pace, guard, desk, posting: only from this day on, as 2026-11-23; desk: else the first of the month; plan: the year of this day.") var from: String?
    @Option(help: "pace, guard, desk, posting: only until this day.") var to: String?
    @Option(name: .customLong("guard"), help: "guard: only this one, by number.") var number: String?
    @Option(help: "desk: only this building, by id.") var building: String?
    @Option(help: "desk: only this topic, by id.") var topic: String?
    @Option(help: "desk: only complaint, suggestion, enquiry or repair.") var kind: Matter.Kind?
    @Flag(help: "The jq command that computes each figure from the pages, to be run in their folder.") var explain = false
    @OptionGroup var options: Options

    func run() throws {
        let place = try Workplace(options.choices)
        let office = try place.office()
        let time = try at.map { try Instant(option: $0, "--at", place.language) }
        let (first, last) = try Day.stretch(from: from, to: to, place.language)
        let deskScope = try scope(first, last, office, place.language)
        let report = try place.orComplain { () throws(JournalFailure) in
            switch name {
            case .onSite: try office.onSiteReport(at: time, place.language)
            case .shift: try office.shiftReport(at: time, place.language)
            case .handover: try office.handoverReport(post: place.post.id, at: time, place.language)
            case .pace: try office.paceReport(from: first, to: last, place.language)
            case .desk: try office.deskReport(deskScope, place.language)
            case .plan: try office.planReport(of: first?.parts.year, place.language)
            case .notice: office.noticeReport(place.language)
            case .posting: try office.postingReport(from: first, to: last, place.language)
            case .byGuard: try office.guardReport(number, from: first, to: last, place.language)
            }
        }
        if name == .byGuard, report.rows.isEmpty, let number, office.estate.person(number) == nil { throw unknown(number, place) }
        try put(explain ? report.explained : report.formatted(format), place.language)
    }

    /// Nobody of the estate has the number, and nobody of the journal either.
    private func unknown(_ number: String, _ place: Workplace) -> ExitCode {
        let people = place.estate.guards + (place.estate.desk?.staff ?? []).map(\.person)
        complain(([OptionWords.unknownGuard(number)[place.language]] + people.map(\.number)).joined(separator: " "))
        return Exit.usage
    }

    /// This month, where nothing else is asked for.
    private func scope(_ from: Day?, _ to: Day?, _ office: Office, _ language: Language) throws -> DeskTally.Scope {
        let (buildings, topics) = (office.estate.buildings.map(\.id), office.estate.desk?.topics.map(\.id) ?? [])
        for (option, given, known) in [("--building", building, buildings), ("--topic", topic, topics)] {
            if let given, !known.contains(given) { throw ValidationError(OptionWords.unlisted(option, given, known: known)[language]) }
        }
        let today = Day(office.readersNow, in: office.estate.zone)
        let last = max(to ?? today, from ?? today)
        return DeskTally.Scope(from: from ?? last.adding(days: 1 - last.parts.day), to: last, building: building, topic: topic, kind: kind)
    }
}

struct Follow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "follow", abstract: "Show new lines as they are written.")
    @OptionGroup var options: Options

    func run() throws {
        let place = try Workplace(options.choices)
        let office = try place.office()
        let watch: FolderWatch
        do throws(SystemFailure) { watch = try FolderWatch(office.book) } catch {
            complain(JournalFailure.system(error).text(place.language))
            throw Exit.inputOutput
        }
        while true {
            let lines = try place.orComplain { () throws(JournalFailure) in try office.refresh() }
            for line in lines {
                let row = LineWords(estate: office.estate, language: place.language).row(line, showsDesk: options.post == nil || place.post.isDesk)
                try put(row + "\n", place.language)
            }
            watch.wait()
        }
    }
}

struct CheckConfig: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config", abstract: "Name every error of the configuration, with file and line.")
    @OptionGroup var options: Options

    func run() throws {
        let place = try Workplace(options.choices, opensBook: false)
        try put(
            Text(
                "設定沒有錯誤：\(place.estate.name.hant)，\(place.estate.units.count) 個單元，\(place.estate.guards.count) 人。",
                "配置没有错误：\(place.estate.name[.hans])，\(place.estate.units.count) 个单元，\(place.estate.guards.count) 人。",
                "The configuration has no error: \(place.estate.name[.english]), \(place.estate.units.count) units, \(place.estate.guards.count) people.")[
                    place.language] + "\n", place.language)
    }
}

struct Schema: ParsableCommand {
    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case events, commands
    }

    static let configuration = CommandConfiguration(commandName: "schema", abstract: "JSON Schema of every event, or of every command of `record`.")
    @Argument(help: "events or commands.") var subject = Subject.events
    @OptionGroup var options: Options

    func run() throws {
        let document = switch subject {
        case .events: SchemaDocument.events
        case .commands: SchemaDocument.commands
        }
        try put(document.text + "\n", options.language ?? .hant)
    }
}
