import Notation
import Testing

extension Evening {
    /// Plans the whole evening.
    func planAll() throws {
        var cast = try Cast()
        planShift()
        planRounds()
        planOccurrences()
        try planTraffic(&cast)
        try planGuests(&cast)
        try planTrouble(&cast)
    }

    private func planShift() {
        plan(17, 0) { try $0.ask("post.take", ["taking": "opening", "turnout": .bool(true), "missing": .array(["torch"]), "remark": "電池沒電", "told": "S01 電話"]) }
        plan(22, 45) { evening in
            try evening.refused("relief-missing", "post.leave", ["leaving": "relieved"])
            let offer = try evening.ask("handover.offer", ["remark": "湖邊路燈待修"])
            try evening.refused("own-handover", "handover.accept", ["ref": .integer(offer)])
            evening.later(minutes: 10) { try $0.ask("post.take", ["taking": "relief", "turnout": .bool(true)], by: "G08") }
            evening.later(minutes: 12) { try $0.refused("not-accepted", "post.leave", ["leaving": "relieved"]) }
            evening.later(minutes: 15) { evening in
                try evening.refused("lines-left", "handover.accept", ["ref": .integer(offer)], by: "G08")
                try evening.goThrough(offer, by: "G08")
                try evening.ask("handover.accept", ["ref": .integer(offer), "remark": "已點交"], by: "G08")
                try evening.ask("post.leave", ["leaving": "relieved"])
                evening.onDuty = "G08"
            }
        }
    }

    /// Perimeter 20:30 is never walked; that of 22:30 does not come back in time. Buildings 23:30 is under way at midnight.
    private func planRounds() {
        let damaged = ["lake-lamp": (item: "light", text: "兩盞不亮"), "waste-room": (item: "extinguisher", text: "壓力不足")]
        plan(18, 30) { try $0.walk(Walk(route: "perimeter", checkpoints: Walk.perimeter, damaged: damaged)) }
        plan(19, 33) { try $0.walk(Walk(route: "buildings", checkpoints: Walk.buildings, afterwards: 3)) }
        plan(20, 55) { try $0.walk(Walk(route: "garage", checkpoints: Walk.garage, walker: "G04")) }
        plan(21, 31) { try $0.walk(Walk(route: "buildings", checkpoints: Walk.buildings)) }
        plan(22, 31) { try $0.walk(Walk(route: "perimeter", checkpoints: Array(Walk.perimeter.prefix(4)), comesBack: false)) }
        plan(23, 44) { try $0.walk(Walk(route: "buildings", checkpoints: Walk.buildings, walker: "G05")) }
        plan(24, 29) { try $0.walk(Walk(route: "perimeter", checkpoints: Walk.perimeter, walker: "G05")) }
        plan(20, 50) { try $0.refused("no-round-due", "round.start", ["route": "perimeter"]) }
    }

    private func planOccurrences() {
        plan(17, 40) { evening in
            let line = try evening.ask("occurrence.open", ["occurrence": "noise", "text": "3 棟裝修超時", "place": "3-902"])
            evening.later(minutes: 20) { try $0.ask("occurrence.update", ["ref": .integer(line), "text": "已上門勸阻", "told": "物業值班"]) }
            evening.later(minutes: 55) { try $0.ask("occurrence.resolve", ["ref": .integer(line), "text": "停工，住戶道歉"]) }
        }
        plan(21, 20) { evening in
            let line = try evening.ask("occurrence.open", ["occurrence": "lift", "text": "5 棟電梯困人，一名男童", "told": "電梯維保"])
            evening.later(minutes: 18) { try $0.ask("occurrence.resolve", ["ref": .integer(line), "text": "已救出，無傷"]) }
        }
        plan(23, 20) { evening in
            let line = try evening.ask("occurrence.open", ["occurrence": "water", "text": "地下車庫 B 區滲水"])
            evening.later(minutes: 60) { try $0.ask("occurrence.update", ["ref": .integer(line), "text": "工程部天亮前來查"]) }
        }
        plan(20, 15) {
            try $0.ask("questioning.record", ["subject": "person", "who": "灰色外套男子，約四十歲", "finding": "在車庫徘徊，說找車", "outcome": "cleared"])
        }
        plan(24, 20) {
            try $0.ask("questioning.record", ["subject": "vehicle", "who": "无牌白色面包车", "finding": "停在北门外一小时", "outcome": "reported"])
        }
    }

    /// Residents come home from 17:05 on; some go out again, a few late at night.
    private func planTraffic(_ cast: inout Cast) throws {
        for (index, plate) in cast.vehicles(&random).prefix(78).enumerated() {
            let minute = index < 52 ? 5 + index * 3 : 165 + (index - 52) * 11
            let stay = index.isMultiple(of: 3) ? nil : 25 + Int.random(in: 0..<180, using: &random)
            plan(17, minute) { try $0.resident(plate, minutes: stay) }
        }
        for index in 0..<8 {
            let (plate, unit, driver) = (try cast.plate(), try cast.unit(&random), try cast.name())
            plan(17, 25 + index * 41) { try $0.stranger(plate, unit: unit, driver: driver, minutes: 50 + index * 9) }
        }
    }

    /// Couriers in the rush hour, guests all evening; every sixth guest comes twice.
    private func planGuests(_ cast: inout Cast) throws {
        for index in 0..<24 {
            let courier = Guest(name: try cast.name(), unit: try cast.unit(&random), purpose: index.isMultiple(of: 2) ? "parcel" : "meal", document: "work-card")
            plan(17, 20 + index * 5) { try $0.visit(courier, minutes: 8 + index % 14) }
        }
        for index in 0..<30 {
            let guest = Guest(
                name: try cast.name(), unit: try cast.unit(&random), tail: String(1000 + index * 37), count: 1 + index % 3, badge: cast.nextBadge())
            plan(17, 12 + index * 15) { try $0.visit(guest, minutes: 30 + index * 7) }
            var again = guest
            again.badge = nil
            if index.isMultiple(of: 6) { plan(17, 67 + index * 22) { [again] in try $0.visit(again, minutes: 300) } }
        }
        for index in 0..<6 {
            var guest = Guest(name: try cast.name(), unit: try cast.unit(&random), count: 2)
            let announcement: JSONObject = ["name": .string(guest.name), "unit": .string(guest.unit), "count": 2, "code": .string("P-40\(index)")]
            plan(17, 30 + index * 3) { evening in
                guest.expected = try evening.ask("visitor.expect", announcement)
                let arrived = guest
                guard index < 5 else { return }
                evening.later(minutes: 60 + index * 50) { try $0.visit(arrived, minutes: 80) }
            }
        }
    }

    private func planTrouble(_ cast: inout Cast) throws {
        func guest(_ name: String? = nil, document: String? = "id-card", tail: String = "7731", count: Int = 1) throws -> Guest {
            Guest(name: try name ?? cast.name(), unit: try cast.unit(&random), document: document, tail: tail, count: count)
        }
        let (noPaper, excepted, family) = (try guest(document: nil), try guest(document: nil), try guest(count: 4))
        let (denied, other) = (try guest("吳曉芳"), try guest("馬志剛"))
        let (stays, goes) = (try guest(), try guest())
        let (plate, unit) = (try cast.plate(), try cast.unit(&random))
        let vehicles = cast.vehicles(&random)
        plan(18, 7) { try $0.turnAway(noPaper) }
        plan(18, 52) { try $0.denySame(denied, entry: "d-002") }
        plan(19, 21) { try $0.clearOther(other, entry: "d-005") }
        plan(19, 48) { try $0.except(excepted) }
        plan(20, 3) { try $0.party(family) }
        plan(20, 37) { try $0.takeBack(stays, goes) }
        plan(20, 41) { try $0.ambulance(plate, to: unit) }
        plan(21, 5) { try $0.contradict(try #require(vehicles.first), try #require(vehicles.last)) }
        plan(23, 10) { try $0.refused("not-on-duty", "visitor.admit", ["ref": 1], by: "G07") }
        plan(24, 50) { try $0.ask("visitor.expect", ["name": "王小明", "unit": "3-1502", "purpose": "visit"]) }
    }
}
