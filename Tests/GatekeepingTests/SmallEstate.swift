import Notation

@testable import Gatekeeping

extension Estate {
    /// Two posts, three people, one route that is walked at 22:00, 23:00 and 01:00.
    static let small: Estate = {
        var estate = Estate()
        estate.gates = [EstateGate(id: "south", name: Names("南門"))]
        estate.posts = [
            Post(id: "main", name: Names("正門"), gate: "south", equipment: [Labelled(id: "radio", name: Names("對講機"))]),
            Post(
                id: "side", name: Names("側門"), gate: "south", equipment: [], closes: ClockTime(minutes: 22 * 60 + 30),
                opens: ClockTime(minutes: 6 * 60)),
        ]
        estate.guards = [
            Guard(number: "G07", name: "張三", isSupervisor: false), Guard(number: "G12", name: "李四", isSupervisor: false),
            Guard(number: "S01", name: "陳五", isSupervisor: true),
        ]
        estate.buildings = [Building(id: "3", name: Names("3座"))]
        estate.units = [Unit(id: "3-1502", building: "3", household: "王家")]
        estate.vehicles = [
            ResidentVehicle(plate: "粤B·12345", unit: "3-1502", kind: "car", colour: "white", owner: "王大明"),
            ResidentVehicle(plate: "AB 1234", unit: "3-1502", kind: "car", colour: "red", owner: "王大明"),
        ]
        estate.purposes = [Purpose(id: "family", name: Names("探親"), allowedMinutes: 240)]
        estate.identifications = [
            Identification(id: "id-card", name: Names("身份證"), proof: .document),
            Identification(id: "host", name: Names("住戶擔保"), proof: .host),
            Identification(id: "child", name: Names("小童"), proof: .adult),
        ]
        estate.emergencyServices = [Labelled(id: "fire", name: Names("消防"))]
        estate.vehicleKinds = [Labelled(id: "car", name: Names("私家車"))]
        estate.refusalReasons = [Labelled(id: "no-id", name: Names("無證件"))]
        estate.occurrenceKinds = [OccurrenceKind(id: "noise", name: Names("噪音"), silenceMinutes: 30)]
        estate.checkpoints = [
            Checkpoint(id: "hydrant", name: Names("消防栓"), kind: .fire, items: [], longestMinutes: 1440),
            Checkpoint(id: "roof", name: Names("天台"), kind: .door, items: [], longestMinutes: 1440),
        ]
        estate.routes = [
            Route(
                id: "night", name: Names("夜巡"), checkpoints: ["hydrant", "roof"],
                times: [ClockTime(minutes: 22 * 60), ClockTime(minutes: 23 * 60), ClockTime(minutes: 60)], graceMinutes: 15,
                longestMinutes: 45)
        ]
        estate.orders = [
            Order(id: "gate", title: Names("門崗職責"), version: 2, posts: ["main"], text: "先驗證"),
            Order(id: "all", title: Names("護衛職責"), version: 1, posts: [], text: "守時"),
            Order(id: "side", title: Names("側門職責"), version: 1, posts: ["side"], text: "關門"),
        ]
        estate.desk = .small
        estate.denied = [
            Denied(id: "D1", names: ["何偉", "阿偉"], documentTail: "9999", reason: "theft"),
            Denied(id: "D2", names: [], plate: "ZZ 999", reason: "fraud"),
        ]
        return estate
    }()
}

extension DeskRules {
    /// A director, two officers, four departments; a holiday on the Wednesday after the Monday of the scenes.
    static let small: DeskRules = {
        var desk = DeskRules()
        desk.staff = [
            DeskOfficer(person: Guard(number: "D01", name: "林主任", isSupervisor: false), role: .director),
            DeskOfficer(person: Guard(number: "W01", name: "何姐", isSupervisor: false), role: .officer, areas: ["3"]),
            DeskOfficer(person: Guard(number: "W02", name: "梁哥", isSupervisor: false), role: .officer),
        ]
        desk.departments = ["director", "works", "guards", "clean", "garden"].map { Labelled(id: $0, name: Names($0)) }
        desk.topics = ["noise", "leak", "other"].map { Labelled(id: $0, name: Names($0)) }
        desk.calendar.holidays = [Day(number: 20_782)]
        desk.activities = [PlannedActivity(id: "meeting", name: Names("座談會"), kind: .meeting, month: 12, day: 5)]
        return desk
    }()
}
