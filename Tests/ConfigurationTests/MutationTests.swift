import Configuration
import Gatekeeping
import Randomness
import Testing
import Wording

/// Whatever stands in the files, reading returns.
@Suite struct MutationTests {
    @Test func mutatedExamplesAreRead() {
        var random = SeededGenerator(seed: 20_261_123)
        let example = ConfigurationFiles.example
        var changed = 0
        for name in example.files.keys.sorted() {
            for _ in 0..<20 {
                var files = example
                var bytes = files.files[name] ?? []
                for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, using: &random) }
                files.files[name] = bytes
                let reading = EstateReader.read(files)
                changed += reading.findings.isEmpty ? 0 : 1
                for finding in reading.findings {
                    #expect(finding.line <= bytes.count(where: { $0 == 10 }) + 1 || finding.file != name)
                    #expect(!finding.text(.english).isEmpty)
                }
            }
        }
        #expect(changed > 50)
    }

    @Test func strangeFilesAreRead() {
        let strange: [[UInt8]] = [
            [], [0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], Array("---\n---\n".utf8), Array("*a".utf8), Array("&a [*a]".utf8),
            Array("- 1\n- 2".utf8), Array("? [a]\n: b".utf8), Array("{a: 1, a: 2, a: 3}".utf8), Array("\"".utf8),
            Array(repeating: UInt8(ascii: "["), count: 5_000), Array(repeating: UInt8(ascii: "\n"), count: 5_000),
            Array("'a': 1\n\"a\": 2\na: 3\n? a\n: 4\n".utf8), Array("%YAML 9.9\n---\na".utf8), Array("a: !!x b".utf8),
            Array("posts: &p\n  - *p\n".utf8), Array("a: \"\\uD800\"\n".utf8), Array("a: \"\\0\"\n".utf8),
        ]
        for name in ConfigurationFiles.example.files.keys {
            for bytes in strange {
                var files = ConfigurationFiles.example
                files.files[name] = bytes
                #expect(!EstateReader.read(files).findings.isEmpty)
            }
        }
    }

    private func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        guard let position = bytes.indices.randomElement(using: &random) else { return }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.remove(at: position)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: position)
        case 3: bytes.insert(Array("\"'{}[]:,#&*!|>-\n\t%@`?\0".utf8).randomElement(using: &random) ?? 0, at: position)
        default: bytes.removeSubrange(position..<min(bytes.count, position + Int.random(in: 1...40, using: &random)))
        }
    }
}
