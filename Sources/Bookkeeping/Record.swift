import Gatekeeping
import Journal
import Notation
import Wording

/// The `record` contract: one command a line in, one answer a line out.
public struct Recorder {
    /// The code of a command that the disk did not take.
    public static let cannotWrite = "cannot-write"

    private let office: Office
    private let post: String
    private let language: Language

    /// - Parameter post: where commands are recorded that name no post of their own.
    public init(office: Office, post: String, language: Language) {
        self.office = office
        self.post = post
        self.language = language
    }

    /// The answer to one line of input, without its LF.
    public func answer(to bytes: [UInt8]) -> JSONObject {
        var id: JSON?
        do throws(Refusal) {
            guard bytes.count <= 65_536 else { throw .lineTooLong(bytes: bytes.count) }
            let object = try read(bytes)
            id = object["id"]
            return answer(office.perform(try command(object)), id: id)
        } catch {
            return refusal(error, id: id)
        }
    }

    private func read(_ bytes: [UInt8]) throws(Refusal) -> JSONObject {
        let value: JSON
        do throws(JSONError) { value = try JSON.read(bytes) } catch { throw .notJSON(offset: error.offset) }
        guard let object = value.object else { throw .notJSON(offset: 0) }
        return object
    }

    private func command(_ object: JSONObject) throws(Refusal) -> Command {
        var fields = object
        func take(_ name: String) throws(Refusal) -> String? {
            guard let value = fields[name] else { return nil }
            fields[name] = nil
            guard let text = value.string else { throw .wrongType(name, expected: .text) }
            return text.cleaned
        }
        guard let name = try take("do") else { throw .missingField("do") }
        guard let type = Catalogue.commands[name] else {
            throw .unknownCommand(name, nearest: Catalogue.commands.keys.sorted().first { $0.hasPrefix(name.prefix(6)) })
        }
        guard let by = try take("by") else { throw .missingField("by") }
        if object["id"]?.string?.unicodeScalars.contains(where: \.isHarmful) ?? false { throw .unsayableID }
        // An empty one is none: else every command with it would be the first one again.
        let id = try take("id").flatMap { $0.isEmpty ? nil : $0 }
        if let id, id.hasPrefix(Office.ownIDs) { throw .ownID(id) }
        let post = try take("post") ?? self.post
        let at = try time(try take("at"), "at")
        if let now = try time(try take("now"), "now") { try office.pretend(now) }
        let isSigned = type is any Signed.Type
        let (pin, witness) = isSigned ? (try take("pin"), try take("witness")) : (nil, nil)
        var fact: any Fact
        do throws(FieldProblem) { fact = try type.init(cleaned(fields), asCommand: true) } catch { throw Refusal(error) }
        if let signed = fact as? any Signed, let credentials = try credentials(pin, witness) {
            fact = try office.sign(signed, with: credentials, by: by, at: post)
        }
        return Command(fact, by: by, post: post, at: at, id: id)
    }

    private func credentials(_ pin: String?, _ witness: String?) throws(Refusal) -> Credentials? {
        guard let pin else {
            if witness != nil { throw .missingField("pin") }
            return nil
        }
        guard let pin = PIN(pin) else { throw .wrongType("pin", expected: .text) }
        return Credentials(pin: pin, witness: witness)
    }

    private func time(_ text: String?, _ field: String) throws(Refusal) -> Instant? {
        guard let text else { return nil }
        guard let instant = Instant(text) else { throw .wrongType(field, expected: .time) }
        return instant
    }

    private func cleaned(_ object: JSONObject) -> JSONObject {
        var result = JSONObject()
        for member in object.members { result[member.name] = cleaned(member.value) }
        return result
    }

    private func cleaned(_ value: JSON) -> JSON {
        switch value {
        case .string(let text): .string(text.cleaned)
        case .array(let values): .array(values.map(cleaned))
        case .object, .null, .bool, .integer, .number: value
        }
    }

    private func answer(_ answer: Answer<Refusal>, id: JSON?) -> JSONObject {
        switch answer {
        case .written(let line): result(.bool(true), id, ["n": .integer(line.n)])
        case .already(let n): result(.bool(true), id, ["n": .integer(n)])
        case .refused(let reason): refusal(reason, id: id)
        case .failed(.tooLong(let bytes)): refusal(.tooLong(bytes: bytes), id: id)
        case .failed(let failure):
            result(.bool(false), id, ["refused": .string(Recorder.cannotWrite), "why": .string(failure.text(language))])
        case .unknown(let failure): result(.null, id, ["unknown": .string(failure.doubt(language, canRepeat: id?.string?.isEmpty == false))])
        }
    }

    private func refusal(_ reason: Refusal, id: JSON?) -> JSONObject {
        result(.bool(false), id, ["refused": .string(reason.code), "why": .string(reason.text(language))])
    }

    private func result(_ ok: JSON, _ id: JSON?, _ rest: JSONObject) -> JSONObject {
        var object: JSONObject = ["ok": ok]
        object["id"] = id
        for member in rest.members { object[member.name] = member.value }
        return object
    }
}

extension Refusal {
    init(_ problem: FieldProblem) {
        switch problem {
        case .unknown(let name): self = .unknownField(name)
        case .missing(let name): self = .missingField(name)
        case .wrongType(let name, let expected): self = .wrongType(name, expected: expected)
        }
    }
}
