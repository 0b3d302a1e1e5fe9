import Bookkeeping
import Foundation
import Gatekeeping
import Journal
import Notation
import Randomness

/// What the made-up years hold, counted while they were made.
struct Truth {
    var events = 0
    var bytes = 0
    var pages = 0
    /// Lines that speak of `Years.commonName`, without what is brought forward.
    var hits = 0
    /// A car that is inside at the end.
    var plateInside = ""
    /// Somebody who was last here about two months ago.
    var rarelySeen = ""
    /// Visitors inside at the end.
    var inside = 0
}

/// Years of a gate, written straight into pages by a writer of its own: the format is a contract, and this is its second hand.
struct Years {
    static let commonName = "王芳"
    let site: Site
    private var random: SeededGenerator
    private var people: [(name: String, unit: String, lastDay: Int)] = []
    private var state = GateState()
    private var writer: PageWriter
    private var truth = Truth()
    private var insideCars: [(plate: String, ref: Int)] = []
    private var insideVisits: [Int] = []

    init(site: Site, seed: UInt64) {
        self.site = site
        random = SeededGenerator(seed: seed)
        writer = PageWriter(book: site.book)
        people = (0..<20_000).map { [units = site.estate.units.map(\.id)] number in (Years.name(number), units[number % units.count], -1) }
    }

    /// Makes so many days that end today.
    func make(days: Int, perDay: Int) throws -> Truth {
        var copy = self
        let today = Day(site.now, in: site.estate.zone)
        for number in 0..<days { try copy.makeDay(number, today.adding(days: number - days + 1), perDay: perDay) }
        try copy.writer.finish()
        copy.truth.bytes = copy.writer.bytes
        copy.truth.pages = days
        copy.truth.plateInside = copy.insideCars.last?.plate ?? ""
        copy.truth.inside = copy.insideVisits.count
        let rare = copy.people.last { $0.lastDay < days - 50 && $0.lastDay > days - 80 } ?? copy.people.last { $0.lastDay == 0 }
        copy.truth.rarelySeen = rare?.name ?? ""
        return copy.truth
    }

    private mutating func makeDay(_ number: Int, _ day: Day, perDay: Int) throws {
        let begin = day.at(ClockTime(minutes: 0), in: site.estate.zone)
        let end = min(begin.adding(minutes: 1439), site.now.adding(minutes: -1))
        let step = max(1, (end.milliseconds - begin.milliseconds) / Int64(perDay))
        var time = begin
        let forward = state.broughtForward(at: begin)
        state = GateState()
        try writer.open(day, at: begin, forward: forward, zone: site.estate.zone) { fact, stamp in state.evolve(.fact(fact), stamp) }
        var left = perDay
        while left > 0 {
            for fact in truth.events == 0 ? beginning : happening(number) {
                time = Instant(milliseconds: time.milliseconds + step)
                let stamp = writer.write(fact, at: time, by: "G07", post: "gate-main", zone: site.estate.zone)
                state.evolve(.fact(fact), stamp)
                left -= 1
                truth.events += 1
            }
        }
    }

    /// Somebody signs on, and no console watches the rounds of all these years.
    private var beginning: [any Fact] {
        var taken = PostTaken()
        taken.isTurnedOut = true
        return [taken, ConsoleOpened(isAlone: true, lastEntry: nil), ConsoleClosed(ref: writer.next + 1)]
    }

    /// The next thing that happens: a car in or out, a visitor in or out.
    private mutating func happening(_ day: Int) -> [any Fact] {
        switch random.next() % 4 {
        case 0 where insideCars.count > 120: return [carOut()]
        case 0: return [carIn()]
        case 1 where insideCars.count > 60: return [carOut()]
        case _ where insideVisits.count > 120, 2 where insideVisits.count > 60:
            let visit = insideVisits.removeFirst()
            return [VisitorLeft(ref: visit)]
        default: return visit(day)
        }
    }

    private mutating func carIn() -> any Fact {
        let plate = "粤B\(String(10_000 + random.next() % 30_000))"
        if insideCars.contains(where: { $0.plate == plate }) { return carOut() }
        insideCars.append((plate, writer.next))
        return VehicleEntered(plate: plate)
    }

    private mutating func carOut() -> any Fact {
        let car = insideCars.removeFirst()
        var left = VehicleLeft(ref: car.ref, plate: car.plate)
        left.settles = car.ref
        return left
    }

    private mutating func visit(_ day: Int) -> [any Fact] {
        let isCommon = random.next() % 100 == 0
        let index = Int(random.next() % UInt64(people.count))
        if !isCommon { people[index].lastDay = day }
        var verified = VisitorVerified()
        (verified.name, verified.document, verified.tail, verified.matches) = (isCommon ? Years.commonName : people[index].name, "id-card", "4321", true)
        var registered = VisitorRegistered()
        (registered.unit, registered.purpose, registered.ref) = (people[index].unit, "visit", writer.next)
        if isCommon { truth.hits += 1 }
        let number = writer.next
        insideVisits.append(number)
        return [verified, registered, VisitorAdmitted(ref: number)]
    }

    private static let surnames = Array("李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂")
    private static let given = Array("偉娜秀英敏靜麗強磊軍洋勇艷傑濤明超蘭霞平剛桂文華建國志海玉婷雪梅鵬飛宇浩然子涵")

    private static func name(_ number: Int) -> String {
        let (a, b) = (number % surnames.count, number / surnames.count)
        return String([surnames[a], given[b % given.count], given[b / given.count % given.count]])
    }
}
