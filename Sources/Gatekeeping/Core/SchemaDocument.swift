import Notation

/// JSON Schema (draft 2020-12) of every event and every command, from the catalogue.
public enum SchemaDocument {
    /// The schema of a journal's line.
    public static var events: JSON {
        document(
            title: "A line of the journal", id: "events",
            variants: [pageOpened, pageReady] + Catalogue.facts.map { variant($0, name: $0.kind, discriminator: "e", envelope: line, asCommand: false) })
    }

    /// The schema of a line that `record` reads.
    public static var commands: JSON {
        document(
            title: "A command of `gatebook record`", id: "commands",
            variants: Catalogue.facts.compactMap { type in
                type.command.map { variant(type, name: $0, discriminator: "do", envelope: envelope, asCommand: true) }
            })
    }

    private static func document(title: String, id: String, variants: [JSON]) -> JSON {
        .object([
            "$schema": .string("https://json-schema.org/draft/2020-12/schema"), "$id": .string("urn:gatebook:\(id):1"),
            "title": .string(title), "oneOf": .array(variants),
        ])
    }

    private static func variant(
        _ type: any Fact.Type, name: String, discriminator: String, envelope: [Entry], asCommand: Bool
    ) -> JSON {
        variant(type.schemaEntries(asCommand: asCommand), name: name, meaning: type.meaning, discriminator: discriminator, envelope: envelope)
    }

    private static func variant(
        _ own: [Entry], name: String, meaning: String, discriminator: String, envelope: [Entry]
    ) -> JSON {
        var properties = JSONObject()
        var required: [JSON] = []
        for entry in envelope + own {
            var schema = entry.schema
            if entry.name == discriminator { schema = ["const": .string(name)] }
            if !entry.meaning.isEmpty { schema["description"] = .string(entry.meaning) }
            properties[entry.name] = .object(schema)
            if entry.isRequired { required.append(.string(entry.name)) }
        }
        return .object([
            "title": .string(name), "description": .string(meaning), "type": .string("object"), "properties": .object(properties),
            "required": .array(required), "additionalProperties": .bool(false),
        ])
    }

    /// One property of a schema.
    struct Entry {
        var name: String
        var schema: JSONObject
        var meaning: String
        var isRequired = true
    }

    private static let text: JSONObject = ["type": .string("string")]
    private static let time: JSONObject = FieldSchema.time.json
    private static let seal: JSONObject = ["type": .string("string"), "pattern": .string("^[0-9a-f]{64}$")]

    private static let line: [Entry] = [
        Entry(name: "n", schema: FieldSchema.reference.json, meaning: "Sequence number."),
        Entry(name: "t", schema: time, meaning: "Entry time."),
        Entry(name: "g", schema: text, meaning: "Post where it was written."),
        Entry(name: "by", schema: text, meaning: "Guard's number, gatebook, or device:NAME."),
        Entry(name: "e", schema: text, meaning: "Kind."),
        Entry(name: "at", schema: time, meaning: "Event time, where it differs.", isRequired: false),
        Entry(name: "id", schema: text, meaning: "The caller's own id of the command; the screen's begin with @.", isRequired: false),
        Entry(name: "b", schema: ["type": .string("string"), "pattern": .string("^[0-9a-f]{8}$")], meaning: "Boot."),
        Entry(name: "m", schema: FieldSchema.wholeNumber.json, meaning: "Milliseconds of CLOCK_BOOTTIME."),
        Entry(name: "p", schema: seal, meaning: "Seal of the line before."),
        Entry(name: "h", schema: seal, meaning: "Seal: SHA-256 of the line's bytes before it."),
    ]

    private static let envelope: [Entry] = [
        Entry(name: "do", schema: text, meaning: "The command."),
        Entry(name: "by", schema: text, meaning: "Who asks."),
        Entry(name: "id", schema: text, meaning: "The caller's own id, which does not begin with @; the same again is not written again.", isRequired: false),
        Entry(name: "post", schema: text, meaning: "The post, where not that of --post.", isRequired: false),
        Entry(name: "at", schema: time, meaning: "When it happened, if earlier.", isRequired: false),
        Entry(name: "now", schema: time, meaning: "The made-up clock of a practice journal.", isRequired: false),
    ]

    /// What signs a command; none of it reaches the journal but who the witness was.
    static let signature: [Entry] = [
        Entry(name: "pin", schema: text, meaning: "PIN of the signer, or of the witness; it is checked and never written.", isRequired: false),
        Entry(name: "witness", schema: text, meaning: "Number of the witness, where the signer has forgotten their PIN.", isRequired: false),
    ]

    private static let pageOpened = variant(
        [
            Entry(name: "v", schema: FieldSchema.wholeNumber.json, meaning: "Format version."),
            Entry(name: "book", schema: text, meaning: "The book."),
            Entry(name: "practice", schema: FieldSchema.truth.json, meaning: "A practice journal: nothing in it is meant.", isRequired: false),
            Entry(name: "before", schema: text, meaning: "The page before.", isRequired: false),
            Entry(name: "last", schema: FieldSchema.wholeNumber.json, meaning: "Its last trusted line.", isRequired: false),
            Entry(name: "seal", schema: seal, meaning: "That line's seal.", isRequired: false),
            Entry(name: "gap", schema: FieldSchema.wholeNumber.json, meaning: "Sequence numbers left out.", isRequired: false),
            Entry(name: "behind", schema: ["type": .string("object")], meaning: "Bytes behind it: offset, length, sha256.", isRequired: false),
        ], name: "page.opened", meaning: "A page begins.", discriminator: "e", envelope: line)
    private static let pageReady = variant(
        [Entry(name: "lines", schema: FieldSchema.wholeNumber.json, meaning: "How many lines were brought forward.")],
        name: "page.ready", meaning: "All is brought forward.", discriminator: "e", envelope: line)
}

extension Fact {
    static func schemaEntries(asCommand: Bool) -> [SchemaDocument.Entry] {
        let own = fields.filter { !asCommand || $0.presence != .derived }.map { field in
            SchemaDocument.Entry(
                name: field.name, schema: field.schema.json, meaning: field.meaning, isRequired: field.isRequired(ofCommand: asCommand))
        }
        return asCommand && self is any Signed.Type ? own + SchemaDocument.signature : own
    }
}

extension FieldSchema {
    /// As JSON Schema.
    var json: JSONObject {
        switch self {
        case .text: ["type": .string("string")]
        case .wholeNumber: ["type": .string("integer")]
        case .reference: ["type": .string("integer"), "minimum": .integer(1)]
        case .truth: ["type": .string("boolean")]
        case .time: ["type": .string("string"), "format": .string("date-time")]
        case .oneOf(let values): ["type": .string("string"), "enum": .array(values.map(JSON.string))]
        case .object: ["type": .string("object")]
        case .list(let element): ["type": .string("array"), "items": .object(element.json)]
        }
    }
}
