/// Numbers of buildings and flats as people write them: `三棟1502`, `十二號樓一五〇二`.
enum UnitNumerals {
    private static let digits: [UInt16: UInt8] = [
        0x3007: 0, 0x96F6: 0, 0x4E00: 1, 0x4E8C: 2, 0x4E24: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
    ]
    private static let ten: UInt16 = 0x5341
    /// 栋 幢 座 号 楼 单 室 层 and 棟 號 樓: a numeral before one of them is no part of a name.
    private static let counted: Set<UInt16> = [0x680B, 0x5E62, 0x5EA7, 0x53F7, 0x697C, 0x5355, 0x5BA4, 0x5C42, 0x68DF, 0x865F, 0x6A13]

    /// What else people say around the numbers: 元 户 房 期 区 之 第.
    private static let besides: Set<UInt16> = [0x5143, 0x6237, 0x623F, 0x671F, 0x533A, 0x4E4B, 0x7B2C]

    /// Whether the character says only that what stands beside it is a number of a unit.
    static func isSilent(_ unit: UInt16) -> Bool { counted.contains(unit) || besides.contains(unit) }

    /// 楼 层 and 樓 層: what stands behind the number of a floor is a room of it.
    private static let floors: Set<UInt16> = [0x697C, 0x5C42, 0x6A13, 0x5C64]

    static func isFloor(_ unit: UInt16) -> Bool { floors.contains(unit) }

    /// The text with its Chinese numerals as digits, where one of them counts a building, a floor or a flat; else as it is. Of a floor the second room
    /// is room 02.
    static func asDigits(_ units: [UInt16]) -> [UInt16] { withWholeRooms(withDigits(units)) }

    /// 栋 幢 座 and 棟.
    private static let buildings: Set<UInt16> = [0x680B, 0x5E62, 0x5EA7, 0x68DF]

    /// Whether the number before it is a building's or a floor's.
    static func endsNumber(_ unit: UInt16) -> Bool { floors.contains(unit) || buildings.contains(unit) }

    private static func withWholeRooms(_ units: [UInt16]) -> [UInt16] {
        guard units.contains(where: floors.contains) else { return units }
        func isDigit(_ place: Int) -> Bool { units.indices.contains(place) && (0x30...0x39).contains(units[place]) }
        return units.indices.flatMap { place in
            // 樓2, or 樓之2.
            let begin = units.indices.contains(place - 1) && units[place] == 0x4E4B ? place - 1 : place
            let isRoom = floors.contains(units[begin]) && isDigit(begin - 1) && isDigit(place + 1) && !isDigit(place + 2)
            return isRoom ? [units[place], 0x30] : [units[place]]
        }
    }

    private static func withDigits(_ units: [UInt16]) -> [UInt16] {
        guard units.indices.dropFirst().contains(where: { units[$0] > 0x7F && counted.contains(units[$0]) && isNumeral(units[$0 - 1]) }) else { return units }
        var result: [UInt16] = []
        var run: [UInt16] = []
        for unit in units {
            if isNumeral(unit) {
                run.append(unit)
            } else {
                result += number(run)
                run = []
                result.append(unit)
            }
        }
        return result + number(run)
    }

    private static func isNumeral(_ unit: UInt16) -> Bool { unit == ten || digits[unit] != nil }

    /// 十二 is 12, 二十 is 20; without tens each stands for itself, as 一五〇二.
    private static func number(_ run: [UInt16]) -> [UInt16] {
        guard !run.isEmpty else { return [] }
        guard let tens = run.firstIndex(of: ten) else { return run.compactMap { digits[$0].map { UInt16($0) + 0x30 } } }
        let before = run[..<tens].compactMap { digits[$0] }
        let after = run[(tens + 1)...].compactMap { digits[$0] }
        return (before.isEmpty ? [1] : before).map { UInt16($0) + 0x30 } + (after.isEmpty ? [0] : after).map { UInt16($0) + 0x30 }
    }
}
