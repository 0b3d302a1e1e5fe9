import Foundation

/// One row of the table: a figure and the limit it is held against, both measured in the same run.
struct Result {
    let what: String
    let figure: String
    let limit: String
    /// Figure over limit, as the row's goal is stated.
    let ratio: Double
    let goal: Double
    /// Larger is better: writers a second.
    var isAtLeast = false
    /// Something that makes up for a ratio that is not met, if it is.
    var otherwise: String?
    /// The limit measured against itself: what is noise.
    var noise: Double?

    var isMet: Bool { otherwise != nil || (isAtLeast ? ratio >= goal : ratio <= goal) }

    static func failure(_ name: String, _ why: String) -> Result {
        Result(what: name, figure: why, limit: "", ratio: .infinity, goal: 0)
    }
}

/// What was measured, as Markdown.
struct Table {
    private var rows: [Result] = []

    mutating func add(_ result: Result) { rows.append(result) }

    var lastLine: String { rows.last.map(Table.line) ?? "" }

    var text: String {
        (["| what | figure | limit | ratio | must reach | noise | |", "| --- | --- | --- | --- | --- | --- | --- |"] + rows.map(Table.line))
            .joined(separator: "\n")
    }

    private static func line(_ row: Result) -> String {
        let noise = row.noise.map { number($0) } ?? ""
        let verdict = row.isMet ? "met" + (row.otherwise.map { " (\($0))" } ?? "") : "not met"
        return "| \(row.what) | \(row.figure) | \(row.limit) | \(number(row.ratio)) | \(row.isAtLeast ? "≥" : "≤") \(number(row.goal)) | \(noise) | \(verdict) |"
    }

    private static func number(_ value: Double) -> String { String(format: "%.2f", value) }
}

/// Medians of interleaved rounds.
enum Rounds {
    /// Runs each body once a round, in turn, and gives the median of what each returned.
    static func medians(_ rounds: Int, _ bodies: [() throws -> Double]) throws -> [Double] {
        var values = [[Double]](repeating: [], count: bodies.count)
        for _ in 0..<rounds {
            for (index, body) in bodies.enumerated() { values[index].append(try body()) }
        }
        return values.map(median)
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .nan }
        return sorted.count % 2 == 1 ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
    }
}

/// Milliseconds, as people read them.
func milliseconds(_ value: Double) -> String { String(format: value < 10 ? "%.2f ms" : "%.0f ms", value) }

/// Milliseconds that `body` takes.
func timed(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let duration = try clock.measure(body)
    return Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}

enum Machine {
    static var description: String {
        let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last ?? ""
        return "\(ProcessInfo.processInfo.activeProcessorCount) cores,\(model), \(ProcessInfo.processInfo.operatingSystemVersionString)"
    }
}
