import Notation

extension Evening {
    /// A resident's car: in, and out again after so many minutes, if it goes out at all this evening.
    func resident(_ plate: String, minutes: Int?) throws {
        try ask("vehicle.enter", ["plate": .string(plate)])
        guard let minutes else { return }
        later(minutes: minutes) { try $0.ask("vehicle.leave", ["plate": .string(plate)]) }
    }

    /// A vehicle that nobody knows: registered first, then in (P8).
    func stranger(_ plate: String, unit: String, driver: String, minutes: Int) throws {
        try refused("register-first", "vehicle.enter", ["plate": .string(plate)])
        let line = try ask(
            "vehicle.register",
            [
                "plate": .string(plate), "vehicle": "van", "colour": "白", "driver": .string(driver), "unit": .string(unit),
                "purpose": "repair", "people": 2,
            ])
        try ask("vehicle.enter", ["ref": .integer(line)])
        later(minutes: minutes) { try $0.ask("vehicle.leave", ["ref": .integer(line), "carried": "工具箱", "why": "自己帶進來的工具"]) }
    }

    /// What contradicts the book is recorded all the same: out without in, in twice.
    func contradict(_ first: String, _ second: String) throws {
        try ask("vehicle.leave", ["plate": .string(first)])
        try ask("vehicle.enter", ["plate": .string(second)])
        try ask("vehicle.enter", ["plate": .string(second)])
        try refused("denied", "vehicle.enter", ["plate": "豫KD9053"])
        try ask("visitor.refuse", ["plate": "豫KD9053", "reason": "denied", "denied": "d-003"])
    }

    /// An ambulance passes at once; its details follow.
    func ambulance(_ plate: String, to unit: String) throws {
        let entry = try ask("emergency.pass", ["service": "ambulance", "place": .string(unit)])
        later(minutes: 6) { evening in
            try evening.ask(
                "emergency.complete", ["ref": .integer(entry), "plate": .string(plate), "count": 3, "unit": .string(unit), "text": "老人跌倒"])
            try evening.refused("wrong-step", "emergency.complete", ["ref": .integer(entry)])
        }
        later(minutes: 35) { try $0.ask("visitor.leave", ["ref": .integer(entry)]) }
    }
}
