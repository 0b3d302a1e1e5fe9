/// What a whole escape sequence means.
enum EscapeSequence {
    enum Meaning {
        case key(Key)
        case pasteBegins
        /// Of no concern, as a button of the mouse that goes up.
        case nothing
    }

    /// `ESC [ parameters final`
    static func control(parameters: [UInt8], final: UInt8) -> Meaning {
        if parameters.first == UInt8(ascii: "<") { return mouse(numbers(in: Array(parameters.dropFirst())), final: final) }
        guard let numbers = numbers(in: parameters) else { return .key(.unknown) }
        let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) & 0x0F : 0
        switch final {
        case UInt8(ascii: "~"), UInt8(ascii: "^"):
            let code = numbers.first ?? 0
            return code == 200 ? .pasteBegins : .key(numbered(code, modifiers: modifiers))
        case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "S"), UInt8(ascii: "R"):
            // "R" with numbers is also the answer to a question about the cursor.
            guard modifiers == 0 && (final != UInt8(ascii: "R") || numbers.isEmpty) else { return .key(.unknown) }
            return .key(function(final))
        case UInt8(ascii: "Z"):
            return .key(.backTab)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            return .key(numbers.isEmpty ? motion(final & 0xDF, byWord: false) : .unknown)
        default:
            return .key(motion(final, byWord: modifiers & 0b0110 != 0))
        }
    }

    /// `ESC [ < button ; column ; row M`, or `m` where the button goes up; columns and rows begin at 1 (SGR 1006).
    private static func mouse(_ numbers: [Int]?, final: UInt8) -> Meaning {
        guard let numbers, numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return .key(.unknown) }
        let position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
        let modifiers = 0b1_1100
        switch (final, numbers[0] & ~modifiers) {
        case (UInt8(ascii: "M"), 0): return .key(.click(position))
        case (UInt8(ascii: "M"), 64): return .key(.wheel(-1, position))
        case (UInt8(ascii: "M"), 65): return .key(.wheel(1, position))
        case (UInt8(ascii: "M"), _), (UInt8(ascii: "m"), _): return .nothing
        default: return .key(.unknown)
        }
    }

    /// `ESC O final`: a keypad or an older terminal.
    static func shifted(parameters: [UInt8], final: UInt8) -> Key {
        let isModified = parameters.contains { $0 != UInt8(ascii: "1") }
        switch final {
        case UInt8(ascii: "P")...UInt8(ascii: "S"): return isModified ? .unknown : function(final)
        case UInt8(ascii: "a")...UInt8(ascii: "d"): return motion(final & 0xDF, byWord: true)
        case UInt8(ascii: "M"): return .enter
        case UInt8(ascii: "I"): return .tab
        case UInt8(ascii: "X"): return .text("=")
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            return .text(String(Unicode.Scalar(final - UInt8(ascii: "j") + UInt8(ascii: "*"))))
        default: return motion(final, byWord: parameters.contains(UInt8(ascii: "5")))
        }
    }

    /// `ESC [ [ final`: the first five function keys of the Linux console.
    static func console(final: UInt8) -> Key {
        switch final {
        case UInt8(ascii: "A")...UInt8(ascii: "E"): .function(Int(final - UInt8(ascii: "A")) + 1)
        default: .unknown
        }
    }

    /// Numbers between semicolons; `nil` when there is anything else, as in answers and private sequences.
    private static func numbers(in parameters: [UInt8]) -> [Int]? {
        guard !parameters.isEmpty else { return [] }
        var numbers = [0]
        for byte in parameters {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + Int(byte & 0x0F), 99_999)
            case UInt8(ascii: ";"): numbers.append(0)
            default: return nil
            }
        }
        return numbers
    }

    private static func numbered(_ code: Int, modifiers: Int) -> Key {
        switch code {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: modifiers == 0 ? .function(code - 10) : .unknown
        case 17...21: modifiers == 0 ? .function(code - 11) : .unknown
        case 23, 24: modifiers == 0 ? .function(code - 12) : .unknown
        default: .unknown
        }
    }

    private static func function(_ final: UInt8) -> Key {
        .function(Int(final - UInt8(ascii: "P")) + 1)
    }

    private static func motion(_ final: UInt8, byWord: Bool) -> Key {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): byWord ? .wordRight : .right
        case UInt8(ascii: "D"): byWord ? .wordLeft : .left
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "H"): .home
        default: .unknown
        }
    }
}
