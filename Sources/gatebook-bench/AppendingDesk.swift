import ArgumentParser
import Bookkeeping
import CBaseline
import Foundation
import Gatekeeping
import Journal
import Notation

/// Someone on duty who lets cars in and out, as fast as the disk allows.
struct AppendingDesk {
    private let office: Office
    private let post: String
    /// Residents' cars, which need no registration.
    private let plates: [String]
    private let worker: Int

    init(_ site: Site, worker: Int = 0) throws {
        office = try Office(estate: site.estate, data: site.data, isPractice: true)
        post = site.estate.posts.first?.id ?? ""
        self.worker = worker
        plates = site.estate.vehicles.map(\.plate)
        guard office.state.registers.custody[post] == nil else { return }
        var taken = PostTaken()
        taken.isTurnedOut = true
        try AppendingDesk.require(office.perform(Command(taken, by: "G07", post: post)))
    }

    /// The median of `count` appends in microseconds.
    func medianOfAppends(_ count: Int) throws -> Double {
        try Rounds.median(
            (0..<count).map { number in
                let begin = baseline_now()
                try append(number)
                return Double(baseline_now() - begin) / 1000
            })
    }

    func append(_ number: Int) throws {
        let plate = plates[(worker * 10 + number / 2 % 10) % plates.count]
        let fact: any Fact = number % 2 == 0 ? VehicleEntered(plate: plate) : VehicleLeft(plate: plate)
        try AppendingDesk.require(office.perform(Command(fact, by: "G07", post: post)))
    }

    private static func require(_ answer: Answer<Refusal>) throws {
        guard case .written = answer else { throw NotWritten(answer: "\(answer)") }
    }
}

/// An append that was not acknowledged.
struct NotWritten: Error {
    let answer: String
}

struct Append: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Append events as one of several writers.", shouldDisplay: false)
    @Option var data: String
    @Option var count: Int
    @Option var worker: Int

    func run() throws {
        let desk = try AppendingDesk(Site(URL(filePath: data).deletingLastPathComponent(), data: data), worker: worker)
        for number in 0..<count { try desk.append(number) }
    }
}
