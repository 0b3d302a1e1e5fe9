import Foundation
import Notation
import Testing

/// Another program's validator of JSON Schema, on the program's own schemas.
enum Validator {
    /// What the objects are.
    enum Subject: String {
        case events, commands

        /// The field that tells which kind of event or command an object is.
        var discriminator: String { self == .events ? "e" : "do" }
    }

    static func expectValid(_ objects: [JSONObject], _ subject: Subject, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let scratch = try Scratch()
        let schema = try Program.finish(Program.url, ["schema", subject.rawValue, "--config", Program.config.path])
        try schema.output.write(to: scratch.url("schema.json"))
        try Data(objects.map { JSON.object($0).text }.joined(separator: "\n").utf8).write(to: scratch.url("lines.jsonl"))
        let script = """
            import json, jsonschema
            schema = json.load(open("schema.json"))
            kind = "\(subject.discriminator)"
            variants = {v["properties"][kind]["const"]: jsonschema.Draft202012Validator(v) for v in schema["oneOf"]}
            for line in open("lines.jsonl"):
                value = json.loads(line)
                for error in variants[value[kind]].iter_errors(value): print(value.get("n"), error.message)
            """
        let result = try Program.finish(URL(filePath: "/usr/bin/python3"), ["-c", script], folder: scratch.folder)
        #expect(result.status == 0, "\(result.complaint)", sourceLocation: sourceLocation)
        #expect(result.text.isEmpty, "\(result.text)", sourceLocation: sourceLocation)
    }
}
