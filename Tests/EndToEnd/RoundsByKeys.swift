import Testing

/// Rounds and occurrences, by keys, in the Chinese screen.
extension Keyboard {
    func patrol(_ row: String) throws {
        try press("F4")
        try see(row)
    }

    func depart(_ route: String) throws {
        try patrol("● \(route)")
        try select("● \(route)")
        try press("Enter")
        try see("▶ \(route) 0/")
    }

    /// Checkpoints that are intact, from one count of the screen to another.
    func tick(_ route: String, from done: Int, to last: Int) throws {
        for count in done..<last {
            try select("▶ \(route) \(count)/")
            try press("Enter")
            try see("▶ \(route) \(count + 1)/")
            try see("✓ 完好")
        }
    }

    func tickDamaged(_ round: String, _ words: String) throws {
        try select("▶ \(round)")
        try press("Right")
        try see("1  損壞")
        try press("1")
        try see("哪裡損壞")
        try press("1")
        try type(words)
        try press("Enter", "Enter")
        try see("✗ ")
        try see("✓ 已記下")
    }

    func comeBack(_ round: String) throws {
        try select("▶ \(round)")
        try press("Enter")
        try see("已返回")
    }

    func writeOccurrence(_ words: String, at place: String) throws {
        try press("F5")
        try see("記一件新的值班情況")
        try press("Home", "Enter")
        try see("什麼事")
        try press("9")
        for text in [words, place] {
            try type(text)
            try press("Enter")
        }
        try press("Enter")
        try see("已記下")
    }

    func update(_ occurrence: String, _ words: String) throws {
        try press("F5")
        try see(occurrence)
        try select(occurrence)
        try press("Enter")
        try see("新情況")
        try type(words)
        try press("Enter", "Enter")
        try see("已記下")
    }

    /// The next checkpoint in order, whatever is open.
    func tickNext(_ route: String, _ count: Int) throws {
        try press("C-o")
        try see("▶ \(route) \(count)/")
        try see("✓ 完好：")
    }
}
