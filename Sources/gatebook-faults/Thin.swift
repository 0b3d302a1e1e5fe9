import ArgumentParser
import Foundation
import Glibc

struct Thin: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A disk that promised room which it does not have, as a thin volume: one block of a line cannot be written; needs root, else it is skipped.")
    @OptionGroup var common: CommonOptions

    func run() throws {
        allow(seconds: 600)
        let bench = try Bench(common)
        var problems: [String] = []
        do {
            // Whoever comes after the failed sync sends that command again, or another one first.
            let orders = [["b", "c"], ["c", "b"]]
            for (later, writer) in orders.flatMap({ later in Writer.allCases.map { (later, $0) } }) {
                let name = "\(later.joined(separator: " then ")), \(writer.rawValue)"
                let found = try Thin.trial(bench, later, writer)
                say("\(name): \(found.count) problems")
                problems += found.map { "\(name): \($0)" }
            }
            for writer in Writer.allCases {
                let found = try Thin.trial(bench, ["b", "c", "b"], writer, isForGood: true)
                say("for good, \(writer.rawValue): \(found.count) problems")
                problems += found.map { "for good, \(writer.rawValue): \($0)" }
            }
            let forgotten = try Thin.forgotten(bench)
            say("forgotten by the cache: \(forgotten.count) problems")
            problems += forgotten.map { "forgotten by the cache: \($0)" }
            let found = try Thin.nextDay(bench)
            say("the next day, unsaid: \(found.count) problems")
            problems += found.map { "the next day, unsaid: \($0)" }
            try conclude("thin", "\((orders.count + 1) * Writer.allCases.count + 2) trials", problems: problems)
        } catch let reason as LoopDisk.Missing {
            say("thin: skipped: \(reason.why)")
        }
    }

    /// Who comes later.
    private enum Writer: String, CaseIterable {
        case new = "by new programs"
        /// It knows none of the pages yet.
        case early = "by one that was there before the book"
    }

    private static let noon = "2026-11-23T12:00:00+08:00"

    /// The cache forgets nothing and ext4 leaves the block marked as unwritten: what is acknowledged must be there after the next mount.
    /// - Parameter isForGood: nor is there ever room.
    private static func trial(_ bench: Bench, _ later: [String], _ writer: Writer, isForGood: Bool = false) throws -> [String] {
        let disk = try ThinDisk(in: bench.folder.appending(path: UUID().uuidString))
        defer { disk.end() }
        let place = Preparation(bench: bench, data: disk.mountPoint.appending(path: "data"))
        var known: [String: Int] = [:]
        func record(_ id: String) throws -> Transcript { try bench.record([Commands.expect(id, now: noon)], data: place.data) }
        let early = writer == .early ? try Session(bench, data: place.data) : nil
        // Its answer says that it has started.
        try early?.send(["{}"])
        _ = early?.answer()
        repeat { known.merge(try record("a\(known.count)").acknowledged) { first, _ in first } } while try !endsInFirstBlock(place)
        // Room that the page gives back would be used for other files.
        try disk.breakPromise(of: place.newestPage(), block: 1, isAlone: isForGood)
        let first = try record("b")
        if !isForGood { disk.makeRoom() }
        var problems = first.acknowledged.isEmpty ? [] : ["acknowledged what the disk did not take"]
        for id in later {
            let acknowledged = try early?.ask([Commands.expect(id, now: noon)]) ?? record(id).acknowledged
            known.merge(acknowledged) { first, _ in first }
        }
        early?.end()
        if !later.allSatisfy({ known[$0] != nil }) { problems.append("does not go on by itself: \(known)") }
        problems += try bench.verify(place.data)
        try disk.restart()
        return try problems + Judge(data: place.data).problems(acknowledged: known) + bench.verify(place.data)
    }

    /// Who has the page open read what another could not get to the disk, and the cache has forgotten it since.
    private static func forgotten(_ bench: Bench) throws -> [String] {
        let disk = try ThinDisk(in: bench.folder.appending(path: UUID().uuidString))
        defer { disk.end() }
        let place = Preparation(bench: bench, data: disk.mountPoint.appending(path: "data"))
        let session = try Session(bench, data: place.data)
        var known = try fillFirstBlock(place, session)
        let page = try place.newestPage()
        try disk.breakPromise(of: page, block: 1, isAlone: true)
        let first = try bench.record([Commands.expect("b", now: noon)], data: place.data)
        try session.send(["{\"do\":\"visitor.leave\",\"by\":\"G07\",\"ref\":99999}"])
        _ = session.answer()
        dropCache(of: page)
        for id in ["c", "b"] { known.merge(try session.ask([Commands.expect(id, now: noon)])) { first, _ in first } }
        session.end()
        var problems = (first.acknowledged.isEmpty ? [] : ["acknowledged what the disk did not take"]) + (known["b"] == nil || known["c"] == nil ? ["does not go on by itself"] : [])
        problems += try bench.verify(place.data)
        try disk.restart()
        return try problems + Judge(data: place.data).problems(acknowledged: known) + bench.verify(place.data)
    }

    /// - Returns: what was acknowledged.
    private static func fillFirstBlock(_ place: Preparation, _ session: Session) throws -> [String: Int] {
        var known: [String: Int] = [:]
        repeat { known.merge(try session.ask([Commands.expect("a\(known.count)", now: noon)])) { first, _ in first } } while try !endsInFirstBlock(place)
        return known
    }

    private static func dropCache(of file: URL) {
        let descriptor = open(file.path, O_RDONLY)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        close(descriptor)
    }

    /// Whoever saw the sync fail was killed before it could say so: who has the page open finds out when the next one is opened.
    private static func nextDay(_ bench: Bench) throws -> [String] {
        let disk = try ThinDisk(in: bench.folder.appending(path: UUID().uuidString))
        defer { disk.end() }
        let place = Preparation(bench: bench, data: disk.mountPoint.appending(path: "data"))
        let session = try Session(bench, data: place.data)
        var known = try fillFirstBlock(place, session)
        let lock = try place.lock()
        let note = try Data(contentsOf: lock)
        try disk.breakPromise(of: place.newestPage(), block: 1)
        let first = try bench.record([Commands.expect("b", now: noon)], data: place.data)
        disk.makeRoom()
        try note.write(to: lock)
        known.merge(try session.ask([Commands.expect("c", now: "2026-11-24T12:00:00+08:00")])) { first, _ in first }
        session.end()
        try disk.restart()
        let problems = (first.acknowledged.isEmpty ? [] : ["acknowledged what the disk did not take"]) + (known["c"] == nil ? ["does not go on by itself"] : [])
        return try problems + Judge(data: place.data).problems(acknowledged: known) + bench.verify(place.data)
    }

    /// The next line will reach into the second block.
    private static func endsInFirstBlock(_ place: Preparation) throws -> Bool {
        let size = try Data(contentsOf: place.newestPage()).count
        if size > 4096 { throw Failure("the page is longer than a block") }
        return 4096 - size < 250
    }
}
