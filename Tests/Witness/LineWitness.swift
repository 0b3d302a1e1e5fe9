import Foundation
import Glibc
import Synchronization

/// Another program's validator of JSON Schema, which looks at every line of a journal that a test leaves behind: one process for all tests.
///
/// Lines that do not prove themselves by their seal, and kinds that the schema does not know, are what a test put there by hand.
public final class LineWitness: Sendable {
    private static let common = Mutex<LineWitness?>(nil)

    private let pipe: Mutex<(input: Int32, output: UnsafeMutablePointer<FILE>)>

    private static let script = """
        import hashlib, json, jsonschema, sys
        schema = json.loads(sys.stdin.buffer.readline())
        known = {v["properties"]["e"]["const"]: jsonschema.Draft202012Validator(v) for v in schema["oneOf"]}
        for line in sys.stdin.buffer:
            line = line.rstrip(b"\\n")
            if not line:
                print(flush=True)
            elif len(line) > 72 and line.endswith(b',"h":"' + hashlib.sha256(line[:-72]).hexdigest().encode() + b'"}'):
                try: value = json.loads(line)
                except ValueError: continue
                for error in known[value["e"]].iter_errors(value) if value.get("e") in known else []:
                    print(value.get("n"), value["e"], error.message.replace("\\n", " "))
        """

    /// What is wrong with the lines of all pages under `folder` that can be read.
    /// - Parameter schema: the schema of the journal's lines, in one line.
    public static func complaints(ofPagesUnder folder: URL, schema: () throws -> Data) throws -> [String] {
        let pages = (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "jsonl" && $0.pathComponents.contains("journal") }
        guard !pages.isEmpty else { return [] }
        let witness = try common.withLock { common in
            if let common { return common }
            let new = try LineWitness(schema: schema())
            common = new
            return new
        }
        return pages.flatMap { page in (try? Data(contentsOf: page)).map(witness.complaints) ?? [] }
    }

    private init(schema: Data) throws {
        let (input, output) = (PipeEnds(), PipeEnds())
        signal(SIGPIPE, SIG_IGN)
        // It ends when its input does: with this process.
        _ = try Child(["/usr/bin/python3", "-c", Self.script], input: input.read, output: output.write)
        close(input.read)
        close(output.write)
        guard let stream = fdopen(output.read, "r") else { throw CocoaError(.fileReadUnknown) }
        pipe = Mutex((input.write, stream))
        Self.write(schema.filter { $0 != 0x0A } + [0x0A], to: input.write)
    }

    private func complaints(of page: Data) -> [String] {
        pipe.withLock { pipe in
            let lines = page.split(separator: 0x0A)
            Self.write(Data(lines.joined(separator: [0x0A])) + [0x0A, 0x0A], to: pipe.input)
            var complaints: [String] = []
            var buffer = [CChar](repeating: 0, count: 65_536)
            while fgets(&buffer, Int32(buffer.count), pipe.output) != nil {
                let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                if text == "\n" { return complaints }
                complaints.append(text)
            }
            return complaints + ["the validator has ended: is python3-jsonschema installed?"]
        }
    }

    private static func write(_ data: Data, to descriptor: Int32) {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
