import Foundation
import Notation

/// Judges the pages with jq, which knows nothing of the program.
struct Judge {
    let folder: URL

    /// - Parameter data: a data folder with one book.
    init(data: URL) { folder = data }

    /// Each acknowledged id stands there once with its number, no refused one does, no id twice, and the numbers rise.
    func problems(acknowledged: [String: Int], refused: Set<String> = []) throws -> [String] {
        let known = acknowledged.sorted { $0.key < $1.key }.map { JSON.array([.string($0.key), .integer($0.value)]) }
        let claims: JSONObject = ["known": .array(known), "refused": .array(refused.sorted().map { .string($0) })]
        return try run(Judge.program, claims)
    }

    /// Runs a program of jq over the lines of all pages, which it finds as `inputs | try fromjson catch empty`; each line it
    /// prints is a problem.
    func run(_ program: String, _ claims: JSONObject = [:]) throws -> [String] {
        let file = folder.deletingLastPathComponent().appending(path: "claims-\(UUID().uuidString).json")
        try Data(JSON.object(claims).text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let outcome = try Child.run(["/bin/sh", "-c", Judge.script, "judge", folder.path, file.path, program])
        guard outcome.status == 0 else { return ["jq ended with \(outcome.status): \(outcome.text)"] }
        return outcome.text.split(separator: "\n").map(String.init)
    }

    /// A page may end without LF, so each is followed by one; what is no JSON is passed over, and is the business of `verify`.
    private static let script = """
        for page in "$1"/journal/*/*.jsonl; do [ -e "$page" ] && { cat "$page"; echo; }; done |
        jq -Rrn --slurpfile claims "$2" "$3"
        """

    private static let program = #"""
        $claims[0] as $claims | [inputs | try fromjson catch empty | objects | select(.n and .h) | {n, id}] as $lines
        | ([$lines[] | select(.id)] | group_by(.id) | map({key: .[0].id, value: map(.n)}) | from_entries) as $found
        | (range(1; $lines | length) | select($lines[.].n <= $lines[. - 1].n) | "number \($lines[.].n) stands after \($lines[. - 1].n)"),
          ($found | to_entries[] | select(.value | length > 1) | "\(.key) stands there more than once: \(.value)"),
          ($claims.known[] | . as [$id, $n] | select($found[$id] != [$n])
            | "\($id) was acknowledged as \($n) and stands there as \($found[$id])"),
          ($claims.refused[] | select($found[.]) | "\(.) was refused and stands there as \($found[.])")
        """#
}
