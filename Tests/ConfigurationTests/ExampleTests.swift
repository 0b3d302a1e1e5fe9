import Foundation
import Gatekeeping
import Notation
import Testing

@testable import Configuration

@Suite struct ExampleTests {
    @Test func readsWithoutAFinding() throws {
        let reading = EstateReader.read(.example)
        #expect(reading.findings == [])
        let estate = reading.estate
        #expect(estate.book == "cuihu")
        #expect(estate.isPractice)
        #expect(estate.zone.minutes == 480)
        #expect(estate.gates.map(\.id) == ["main", "north"])
        #expect(estate.buildings.count == 8)
        #expect((190...210).contains(estate.units.count))
        #expect((400...440).contains(estate.residents.count))
        #expect((140...160).contains(estate.vehicles.count))
        #expect(estate.guards.filter { !$0.isSupervisor }.map(\.number) == (1...12).map { $0 < 10 ? "G0\($0)" : "G\($0)" })
        #expect(estate.guards.filter(\.isSupervisor).map(\.number) == ["S01", "S02"])
        #expect(estate.guards.allSatisfy { $0.badge != nil })
        #expect(estate.routes.count == 3)
        #expect((28...34).contains(estate.checkpoints.count))
        #expect(Set(estate.checkpoints.map(\.kind)) == Set(Checkpoint.Kind.allCases))
        #expect(Set(estate.identifications.map(\.proof)) == Set(Identification.Proof.allCases))
        #expect(estate.shifts.map(\.start.text) == ["07:00", "15:00", "23:00"])
        #expect(estate.posts.filter { $0.closes != nil && $0.opens != nil }.map(\.id) == ["gate-north", "desk"])
        #expect(estate.denied.count == 6)
        #expect(estate.orders.count == 3)
        let desk = try #require(estate.desk)
        #expect(desk.staff.map(\.person.number) == ["D01", "W01", "W02"])
        #expect(Set(desk.staff.flatMap(\.areas)) == Set(estate.buildings.map(\.id)))
        #expect(desk.urgent == DueTimes(plan: .hours(2), settle: .hours(24)) && desk.ordinary == DueTimes(plan: .hours(48), settle: .workingDays(7)))
        #expect(desk.drawLimit == "4ccccccc")
        #expect(desk.notice?.phone == "010-5550-0100")
    }

    @Test("G14, P4: units, residents and their vehicles are configuration, and like real ones")
    func peopleAreLikeReal() {
        let estate = EstateReader.read(.example).estate
        #expect(estate.residents.contains { $0.name == "王小明" && $0.unit == "3-1502" })
        #expect(Set(estate.residents.filter { $0.name == "陳怡君" }.map(\.unit)) == ["2-701", "6-1102"])
        #expect(Set(estate.residents.map(\.unit)) == Set(estate.units.map(\.id)))
        #expect(Set(estate.units.map(\.building)) == Set(estate.buildings.map(\.id)))
    }

    @Test func everyCheckpointIsOnARoute() {
        let estate = EstateReader.read(.example).estate
        #expect(Set(estate.routes.flatMap(\.checkpoints)) == Set(estate.checkpoints.map(\.id)))
        #expect(Set(estate.routes.map(\.times)).count == 3)
    }

    @Test func choicesHaveAllLanguages() {
        let estate = EstateReader.read(.example).estate
        let names =
            estate.purposes.map(\.name) + estate.identifications.map(\.name) + estate.emergencyServices.map(\.name)
            + estate.vehicleKinds.map(\.name) + estate.refusalReasons.map(\.name) + estate.occurrenceKinds.map(\.name)
            + estate.posts.map(\.name) + estate.shifts.map(\.name) + estate.checkpoints.map(\.name)
        for name in names { #expect(name.hans != nil && name.english != nil, "\(name.hant)") }
    }

    @Test func theBuiltInCopyIsTheFolder() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = try ConfigurationFiles.folder(root.appendingPathComponent("config").path)
        #expect(folder.files == ConfigurationFiles.example.files)
        #expect(folder.unreadable.isEmpty)
    }
}
