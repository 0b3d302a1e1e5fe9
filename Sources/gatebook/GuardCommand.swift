import ArgumentParser
import Bookkeeping
import Foundation
import Gatekeeping
import Journal
import Notation
import Wording

struct GuardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guard", abstract: "Who signs with a PIN, and setting one.", subcommands: [List.self, SetPIN.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Everybody of the estate, and who has a PIN.")
        @OptionGroup var options: Options

        func run() throws {
            let place = try Workplace(options.choices)
            let office = try place.office()
            let holders = try refusing(place.language, with: Exit.inputOutput) { () throws(Refusal) in try office.pins.holders() }
            for person in place.estate.guards {
                let words = holders.contains(person.number) ? GuardWords.hasPIN : GuardWords.hasNone
                try put("\(person.number)  \(words[place.language])  \(person.name)\n", place.language)
            }
        }
    }

    struct SetPIN: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-pin", abstract: "Set somebody's PIN, 4 to 12 digits, asked twice; from stdin: the old one if there is one, then the new one twice.")
        @Argument(help: "Number of who gets the PIN, as G07.") var number: String
        @Option(help: "Number of the supervisor who allows it with their own PIN, where the old one is forgotten.") var supervisor: String?
        @OptionGroup var options: Options

        func run() throws {
            let place = try Workplace(options.choices)
            let (office, language) = (try place.office(), place.language)
            try requirePeople(of: place)
            var input = SecretInput()
            let allower = supervisor ?? number
            let holders = try refusing(language, with: Exit.inputOutput) { () throws(Refusal) in try office.pins.holders() }
            if supervisor != nil || holders.contains(number) {
                let old = try pin(from: &input, supervisor == nil ? GuardWords.old : GuardWords.supervisors(allower), language)
                try refusing(language, with: Exit.no) { () throws(Refusal) in try office.requirePIN(old, of: allower, at: place.post.id) }
            }
            let new = try pin(from: &input, GuardWords.new(number), language)
            if let weakness = new.weakness(for: number) {
                complain(GuardWords.weak(weakness)[language])
                throw Exit.badData
            }
            guard new.isSame(as: try pin(from: &input, GuardWords.again, language)) else {
                complain(GuardWords.different[language])
                throw Exit.badData
            }
            let answer = try refusing(language, with: Exit.inputOutput) { () throws(Refusal) in
                try office.setPIN(new, of: number, allowedBy: allower, at: place.post.id)
            }
            try say(answer, language)
        }

        private func requirePeople(of place: Workplace) throws {
            for one in [number, supervisor].compactMap({ $0 }) where !place.estate.guards.contains(where: { $0.number == one }) {
                complain(Refusal.unknownGuard(one).text(place.language))
                throw Exit.usage
            }
            guard let supervisor, place.estate.guards.first(where: { $0.number == supervisor })?.isSupervisor != true else { return }
            complain(Refusal.notSupervisor(supervisor).text(place.language))
            throw Exit.usage
        }

        private func pin(from input: inout SecretInput, _ question: Text, _ language: Language) throws -> PIN {
            guard let pin = try input.ask(question, language).flatMap({ PIN($0) }) else {
                complain(GuardWords.noPIN[language])
                throw Exit.badData
            }
            return pin
        }

        private func say(_ answer: Answer<Refusal>, _ language: Language) throws {
            switch answer {
            case .written(let line): try put(GuardWords.set(number, line.n)[language] + "\n", language)
            case .already(let n): try put(GuardWords.set(number, n)[language] + "\n", language)
            case .refused(let refusal):
                complain(refusal.text(language))
                throw Exit.no
            case .failed(let failure), .unknown(let failure):
                complain(failure.text(language))
                throw Exit.inputOutput
            }
        }
    }
}

/// Runs `body`; a refusal is said, and ends with `exit`.
private func refusing<T>(_ language: Language, with exit: ExitCode, _ body: () throws(Refusal) -> T) throws -> T {
    do throws(Refusal) { return try body() } catch {
        complain(error.text(language))
        throw exit
    }
}

private enum GuardWords {
    static let hasPIN = Text("有 PIN", "有 PIN", "PIN   ")
    static let hasNone = Text("沒有  ", "没有  ", "no PIN")
    static let old = Text("原來的 PIN：", "原来的 PIN：", "The PIN until now: ")
    static let again = Text("再打一次：", "再打一次：", "Once more: ")
    static let different = Text("兩次不一樣，沒有改變。請再來一次。", "两次不一样，没有改变。请再来一次。", "Not the same twice; nothing is changed. Run it again.")
    static let noPIN = Text("PIN 是 4 到 12 個數字，沒有改變。請再來一次。", "PIN 是 4 到 12 个数字，没有改变。请再来一次。", "A PIN is 4 to 12 digits; nothing is changed. Run it again.")
    static func weak(_ weakness: PIN.Weakness) -> Text {
        let why = switch weakness {
        case .oneDigit: Text("都是同一個數字", "都是同一个数字", "all one digit")
        case .run: Text("數字照順序", "数字照顺序", "digits in a row")
        case .ownNumber: Text("就是工號", "就是工号", "the guard's own number")
        }
        return Text(
            "這個 PIN 一猜就中（\(why.hant)），沒有改變。請換一個再來一次。", "这个 PIN 一猜就中（\(why.hans)），没有改变。请换一个再来一次。",
            "This PIN is guessed at once (\(why.english)); nothing is changed. Choose another one and run it again.")
    }
    static func supervisors(_ number: String) -> Text { Text("主管 \(number) 的 PIN：", "主管 \(number) 的 PIN：", "PIN of the supervisor \(number): ") }
    static func new(_ number: String) -> Text {
        Text("\(number) 的新 PIN（4 到 12 個數字）：", "\(number) 的新 PIN（4 到 12 个数字）：", "New PIN of \(number) (4 to 12 digits): ")
    }
    static func set(_ number: String, _ n: Int) -> Text {
        Text("\(number) 的 PIN 設好了，記在第 \(n) 號。", "\(number) 的 PIN 设好了，记在第 \(n) 号。", "The PIN of \(number) is set; recorded as line \(n).")
    }
}
