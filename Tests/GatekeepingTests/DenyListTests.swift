import Gatekeeping
import Testing

struct DenyListTests {
    private var estate: Estate {
        var estate = Estate()
        estate.denied = [
            Denied(id: "d-1", names: ["張無忌"], plate: "粤B80125", reason: "theft"),
            Denied(id: "d-2", names: ["万俟卨"], plate: "BKX-7281", reason: "theft"),
        ]
        estate.vehicles = [ResidentVehicle(plate: "粤BB0125", unit: "3-1502", kind: "car", colour: "white", owner: "王小明")]
        return estate
    }

    @Test(
        "A plate that could be taken for one on the list counts as it",
        arguments: [("粤B8OI2S", "d-1"), ("粤b·80125", "d-1"), ("8KX-72B1", "d-2"), ("粤B80126", nil), ("粤880125", "d-1"), ("粵B80125", "d-1"), ("粤B8012?", "d-1"), ("?B80125", "d-1"), ("B80125", "d-1"), ("8012?", nil), ("粤B8012??", nil)])
    func alike(plate: String, id: String?) { #expect(estate.denied(plate: plate)?.id == id) }

    @Test("A resident's own plate does not, though it looks like one; a listed plate does, whoever has it")
    func resident() {
        #expect(estate.denied(plate: "粤BB0125") == nil)
        var estate = estate
        estate.vehicles.append(ResidentVehicle(plate: "粤B80125", unit: "3-1502", kind: "car", colour: "white", owner: "王小明"))
        #expect(estate.denied(plate: "粤B80125")?.id == "d-1")
    }

    @Test("A name counts in either script", arguments: [("张无忌", "d-1"), ("張無忌", "d-1"), ("万俟卨", "d-2"), ("萬俟卨", "d-2"), ("张无", nil), ("张\u{200B}无忌", "d-1")])
    func scripts(name: String, id: String?) { #expect(estate.denied(named: name).first?.id == id) }
}
