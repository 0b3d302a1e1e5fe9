import Gatekeeping
import Terminal
import Testing

@testable import Console

struct VehicleKeysTests {
    @Test("P8: a resident's vehicle goes in by the tail of its plate and Enter, and out by the same")
    func inAndOut() throws {
        let desk = try Desk()
        desk.type("7281")
        #expect(desk.model.isClear)
        #expect(desk.text.contains("⏎let in"))
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "BKX-7281") != nil)
        #expect(desk.model.line.isEmpty)
        #expect(desk.statusLine.contains("BKX-7281"))
        desk.type("7281")
        #expect(desk.text.contains("⏎leaves"))
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "BKX-7281") == nil)
        #expect(desk.kinds.suffix(2) == ["vehicle.entered", "vehicle.left"])
    }

    @Test("Full-width digits find the same vehicle")
    func fullWidth() throws {
        let desk = try Desk()
        desk.type("７２８１")
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "BKX-7281") != nil)
    }

    @Test("A second Enter records nothing, even while the disk is slow")
    func doubleEnter() throws {
        let desk = try Desk()
        desk.isDiskSlow = true
        desk.type("7281")
        desk.press(.enter, .enter)
        desk.disk()
        desk.press(.enter)
        desk.disk()
        #expect(desk.kinds.filter { $0 == "vehicle.entered" }.count == 1)
        #expect(desk.registers.stays.values.allSatisfy { !$0.isFlagged })
    }

    @Test("What is typed while the disk is slow is not cleared by the news")
    func typingOn() throws {
        let desk = try Desk()
        desk.isDiskSlow = true
        desk.type("7281")
        desk.press(.enter)
        desk.type("王小")
        desk.disk()
        #expect(desk.model.line == "王小")
        #expect(desk.registers.inside(plate: "BKX-7281") != nil)
    }

    @Test("The text is there again when the rules refuse")
    func refusedKeepsText() throws {
        let desk = try Desk()
        desk.type("7281")
        desk.press(.enter)
        desk.type("7281")
        let stay = try #require(desk.registers.inside(plate: "BKX-7281"))
        try desk.record(VehicleLeft(ref: stay.key), by: "G07")
        desk.press(.enter)
        #expect(desk.model.isAlarm)
        #expect(desk.model.line == "7281")
        #expect(desk.kinds.filter { $0 == "vehicle.left" }.count == 1)
    }

    @Test("P8, G12: an unknown vehicle is registered and let in by one form")
    func unknown() throws {
        let desk = try Desk()
        desk.type("ZZQ-0099")
        #expect(desk.model.found.suffix(2).map(\.id) == [.newVisitor, .newVehicle])
        desk.press(.end, .enter)
        #expect(try desk.form.value("plate") == "ZZQ-0099")
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter)
        desk.type("2")
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "ZZQ0099")?.value.unit == "3-1502")
        #expect(desk.kinds.suffix(2) == ["vehicle.registered", "vehicle.entered"])
    }

    @Test("A car that a visitor came in stands in the vehicles' pane, and leaves with the visitor")
    func visitorsCar() throws {
        let desk = try Desk()
        var verified = VisitorVerified()
        (verified.name, verified.document, verified.tail, verified.matches) = ("蘇東坡", "id-card", "4321", true)
        let visit = try desk.record(verified, by: "G07")
        var registered = VisitorRegistered()
        (registered.ref, registered.unit, registered.purpose, registered.plate) = (visit, "3-1502", "visit", "粤B12345")
        try desk.record(registered, by: "G07")
        try desk.elsewhere(VisitorAdmitted(ref: visit))
        let row = try #require(desk.model.rows(of: .vehicles).first)
        #expect(row.text.hasPrefix("粤B12345"))
        desk.press(.function(3), .down, .enter)
        #expect(desk.registers.visits.isEmpty)
    }

    @Test("What is filled in otherwise after the vehicle was registered is corrected before it comes in")
    func corrected() throws {
        let desk = try Desk()
        let stay = try desk.elsewhere(
            blank(VehicleRegistered.self) { ($0.plate, $0.vehicle, $0.driver, $0.unit, $0.purpose) = ("ZZ-9999", "car", "趙六", "3-1502", "visit") })
        var form = desk.model.factory.form(.vehicle("ZZ-9998"))
        let filled = ["vehicle": "car", "driver": "李四", "unit": "3-1502", "purpose": "visit"]
        for index in form.fields.indices { if let value = filled[form.fields[index].id] { form.fields[index].value = value } }
        form.opener = stay
        desk.model.layers = [.form(form)]
        desk.press(.control("d"))
        let (kinds, inside) = (desk.kinds, desk.registers.inside(plate: "ZZ-9998"))
        #expect(kinds.suffix(3) == ["entry.corrected", "entry.corrected", "vehicle.entered"])
        #expect(inside?.key == stay && inside?.value.driver == "李四")
    }
}
