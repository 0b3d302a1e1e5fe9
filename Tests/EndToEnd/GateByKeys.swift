import Testing

/// Visitors and vehicles, by keys, in the Chinese screen.
extension Keyboard {
    /// Up to the host's answer in the form for visitors; a returning one needs no unit and no purpose.
    private func fill(_ document: String?, unit: String?) throws {
        try see("來訪登記")
        if let document {
            try press("1")
            try type(document)
            try press("Enter", "1")
        } else {
            try press("0", "1")
        }
        if let unit {
            try type(unit)
            try press("Enter", "1", "1")
        } else {
            try press("1")
        }
        try press("Enter")
    }

    /// Somebody who was here before: all is filled in but the verification.
    func admitAgain(_ name: String, unit: String, tail: String) throws {
        try find(name)
        try take("\(name) → \(unit)")
        for blank in ["*證件", "*與本人相符"] { try see(blank) }
        try fill(tail, unit: nil)
        try see("已放行 \(name)")
    }

    func admitNew(_ name: String, unit: String, tail: String) throws {
        try find(name)
        try take("新訪客：\(name)")
        try fill(tail, unit: unit)
        try see("已放行 \(name)")
    }

    /// Nothing shown: the screen says so, and the first of the actions is the refusal.
    func turnAway(_ name: String, unit: String) throws {
        try find(name)
        try take("新訪客：\(name)")
        try fill(nil, unit: unit)
        try see("1  禁止入內")
        terminal.look()
        try press("1")
        try see("原因")
        try press("1", "C-d")
        try see("已記下")
    }

    /// Name and document are those of the deny list: the refusal opens by itself.
    func deny(_ name: String, unit: String, tail: String) throws {
        try find(name)
        try take("⛔ \(name)")
        try fill(tail, unit: unit)
        try see("┌ 禁止入內")
        try press("C-d")
        try see("已記下")
    }

    /// Somebody inside leaves; a badge is asked back.
    func leave(_ name: String, hasBadge: Bool = false) throws {
        try find(name)
        try take("離開")
        guard hasBadge else { return try see("已離開 \(name)") }
        try see("訪客證收回")
        try press("1", "Enter")
        try see("已記下")
    }

    func enter(_ plate: String) throws {
        try find(String(plate.suffix(4)))
        try take(plate)
        try see("車輛進入 \(plate)")
    }

    func drive(out plate: String) throws {
        try find(String(plate.suffix(4)))
        try take(plate)
        try see("車輛離開 \(plate)")
    }

    /// A vehicle that nobody knows: registered, then in.
    func enterUnknown(_ plate: String, unit: String) throws {
        try find(plate)
        try take("新車輛：\(plate)")
        try see("陌生車輛登記")
        try press("1")
        try type(unit)
        try press("Enter", "1", "Enter")
        try see("車輛進入 \(plate)")
    }

    func ambulance(to place: String) throws {
        try press("C-e")
        try see("┌ 緊急放行")
        try press("1")
        try type(place)
        try press("Enter", "Enter")
        try see("已記下")
    }

    /// The wrong one signed out, and taken back.
    func leaveByMistake(_ name: String) throws {
        try leave(name)
        try press("C-u")
        try see("已收回")
    }

    /// Another unit, and why.
    func correctUnit(of name: String, to unit: String) throws {
        try find(name)
        try press("Down", "Right")
        try see("3  更正")
        try press("3")
        try see("┌ 更正")
        try press("2")
        for words in [unit, "聽錯了"] {
            try type(words)
            try press("Enter")
        }
        try press("Enter")
        try see("已記下")
    }
}
