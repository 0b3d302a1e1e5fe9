import Readings

/// Names taken apart once: each character with its readings, each Latin word with its letters.
struct NameKeys: Sendable {
    /// A character with its syllables, or a word with its letters; both lie in `units`.
    private struct Part: Sendable {
        /// The simplified character; 0 for a word.
        var character: UInt16
        var first: Int32
        var count: UInt8
    }

    private struct Key: Sendable {
        var owner: Int32
        var first: Int32
        var count: UInt8
        /// The parts that a query in letters may begin at, as bits.
        var starts: UInt8
    }

    private var keys: [Key] = []
    /// What each name may be begun with, for passing over most names at a glance.
    private var masks: [UInt64] = []
    /// The Latin letters that each name can be spelled with, as bits.
    private var letters: [UInt32] = []
    /// What all of them may be begun and spelled with.
    private var mask: UInt64 = 0
    private var letterMask: UInt32 = 0
    private var parts: [Part] = []
    private var units: [UInt16] = []

    /// Takes a name in.
    mutating func add(_ name: String, owner: Int) {
        let first = parts.count
        let gaps = takeApart(Readings.folded(name))
        let count = min(parts.count - first, 60)
        guard count > 0 else { return }
        let starts = self.starts(first, count) | gaps
        masks.append(mask(first, count, starts))
        letters.append(spelling(first, count))
        mask |= masks[masks.count - 1]
        letterMask |= letters[letters.count - 1]
        keys.append(Key(owner: Int32(owner), first: Int32(first), count: UInt8(count), starts: starts))
    }

    /// - Returns: the parts that something stands before which is none, as bits.
    private mutating func takeApart(_ folded: [UInt16]) -> UInt8 {
        let begin = parts.count
        var gaps: UInt8 = 0
        var isInWord = false
        for unit in folded {
            if isWordUnit(unit) {
                if !isInWord { parts.append(Part(character: 0, first: Int32(units.count), count: 0)) }
                if parts[parts.count - 1].count < .max { parts[parts.count - 1].count += 1; units.append(unit) }
                isInWord = true
            } else if unit > 0x7F, unit != 0xB7 {
                isInWord = false
                let syllables = Readings.syllables(of: unit)
                parts.append(Part(character: unit, first: Int32(units.count), count: UInt8(syllables.count)))
                units += syllables
            } else {
                isInWord = isInWord && unit == 0x27
                if parts.count - begin < 8 { gaps |= 1 << UInt8(parts.count - begin) }
            }
        }
        return gaps
    }

    private func isWordUnit(_ unit: UInt16) -> Bool { (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit) }

    /// The name's beginning, the given name, every word.
    private func starts(_ first: Int, _ count: Int) -> UInt8 {
        let isCompound = count > 2 && Surnames.isCompound(parts[first].character, parts[first + 1].character)
        return (0..<min(count, 8)).reduce(0) { bits, index in
            let isStart = index == 0 || parts[first + index].character == 0 || index == (isCompound ? 2 : 1) || index == 2 && count > 3
            return isStart ? bits | 1 << UInt8(index) : bits
        }
    }

    private func mask(_ first: Int, _ count: Int, _ starts: UInt8) -> UInt64 {
        var mask: UInt64 = 0
        for index in 0..<count {
            let part = parts[first + index]
            if part.character != 0 { mask |= NameKeys.bit(part.character) }
            guard index < 8, starts & 1 << UInt8(index) != 0 else { continue }
            if part.character == 0 { mask |= NameKeys.bit(units[Int(part.first)]) }
            for syllable in units[Int(part.first)..<Int(part.first) + (part.character == 0 ? 0 : Int(part.count))] {
                let initials = Readings.initials(syllable)
                mask |= NameKeys.bit(initials.pinyin) | NameKeys.bit(initials.zhuyin)
            }
        }
        return mask
    }

    private func spelling(_ first: Int, _ count: Int) -> UInt32 {
        parts[first..<first + count].reduce(0) { mask, part in
            let units = units[Int(part.first)..<Int(part.first) + Int(part.count)]
            return units.reduce(mask) { part.character == 0 ? $0 | NameKeys.letter($1) : $0 | Readings.letters($1) }
        }
    }

    /// The bit of a small Latin letter; none for anything else.
    private static func letter(_ unit: UInt16) -> UInt32 { (0x61...0x7A).contains(unit) ? 1 << UInt32(unit - 0x61) : 0 }

    private static func bit(_ unit: UInt16) -> UInt64 {
        switch unit {
        case 0x61...0x7A: 1 << UInt64(unit - 0x61)
        case 0x30...0x39: 1 << UInt64(unit - 0x30 + 26)
        default: 1 << UInt64(unit % 28 + 36)
        }
    }

    // MARK: Finding

    /// Offers how well each name fits, to its owner: 0 whole, 1 all parts by their beginnings, 2 from the beginning, 3 from the given name, 4 within.
    func find(_ typed: [UInt16], offer: (_ owner: Int, _ fit: UInt8) -> Void) {
        guard let letter = typed.first, let wanted = NameKeys.wanted(typed), wanted.isHeld(by: mask, letterMask) else { return }
        let isSpelled = isWordUnit(letter) || Readings.isZhuyin(letter)
        masks.withUnsafeBufferPointer { masks in
            for index in masks.indices where wanted.isHeld(by: masks[index], letters[index]) {
                if let fit = fit(typed, keys[index], isSpelled) { offer(Int(keys[index].owner), fit) }
            }
        }
    }

    /// Whether any name may fit: what is typed is passed over at a glance where not.
    func mayHold(_ typed: [UInt16]) -> Bool { NameKeys.wanted(typed)?.isHeld(by: mask, letterMask) ?? false }

    /// What a name must have so that it is looked at; nil where nothing was typed.
    private static func wanted(_ typed: [UInt16]) -> Wanted? {
        guard let first = typed.first else { return nil }
        return Wanted(
            start: typed.reduce(bit(first)) { Readings.isChinese($1) ? $0 | bit($1) : $0 }, letters: typed.reduce(0) { $0 | letter($1) })
    }

    private struct Wanted {
        let start: UInt64
        let letters: UInt32

        func isHeld(by mask: UInt64, _ letters: UInt32) -> Bool { mask & start == start && letters & self.letters == self.letters }
    }

    private func fit(_ typed: [UInt16], _ key: Key, _ isSpelled: Bool) -> UInt8? {
        var best: UInt8?
        for start in 0..<Int(key.count) where !isSpelled || start < 8 && key.starts & 1 << UInt8(start) != 0 {
            guard let cover = cover(typed[...], Int(key.first) + start, Int(key.first) + Int(key.count), true) else { continue }
            if start == 0 { return cover }
            best = min(best ?? .max, start == 1 && cover < 2 ? 3 : 4)
        }
        return best
    }

    /// Whether the rest of what was typed goes on over the parts from `part`: 0 over all of each, 1 over all parts, 2 over some.
    private func cover(_ typed: ArraySlice<UInt16>, _ part: Int, _ end: Int, _ isWhole: Bool) -> UInt8? {
        guard let letter = typed.first else { return part < end ? 2 : isWhole ? 0 : 1 }
        guard part < end else { return nil }
        let units = units[Int(parts[part].first)..<Int(parts[part].first) + Int(parts[part].count)]
        if letter == parts[part].character { return cover(typed.dropFirst(), part + 1, end, isWhole) }
        if parts[part].character == 0 {
            return split(typed, zip(typed, units).prefix { $0 == $1 }.count, units.count, part, end, isWhole)
        }
        var best: UInt8?
        for syllable in units where best != 0 {
            let common = Readings.common(syllable, typed)
            guard common > 0 else { continue }
            let length = Readings.length(syllable, inScriptOf: letter)
            if let cover = split(typed, common, length, part, end, isWhole) { best = min(best ?? .max, cover) }
        }
        return best
    }

    /// The best of taking 1 to `common` letters for this part of `length` letters.
    private func split(_ typed: ArraySlice<UInt16>, _ common: Int, _ length: Int, _ part: Int, _ end: Int, _ isWhole: Bool) -> UInt8? {
        var best: UInt8?
        for taken in stride(from: common, to: 0, by: -1) where best != 0 {
            if let cover = cover(typed.dropFirst(taken), part + 1, end, isWhole && taken == length) { best = min(best ?? .max, cover) }
        }
        return best
    }
}

/// Surnames of two characters.
enum Surnames {
    private static let compound: Set<[UInt16]> = Set(
        """
        万俟 尉迟 单于 欧阳 太史 端木 上官 司马 东方 独孤 南宫 闻人 夏侯 诸葛 公羊 赫连 澹台 皇甫 宗政 濮阳
        公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 徐离 淳于 百里 东郭 南门 呼延 羊舌
        微生 梁丘 左丘 西门 第五 闾丘 子车 亓官 司寇 巫马 颛孙 拓跋 轩辕 完颜 范姜 张简
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf16) })

    static func isCompound(_ first: UInt16, _ second: UInt16) -> Bool { compound.contains([first, second]) }
}
