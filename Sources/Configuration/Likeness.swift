/// The candidate that was most likely meant by a mistyped word, if any is near enough.
func likeliest(_ word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(longestCompared))
    let allowed = letters.count < 4 ? 1 : 2
    var best: (distance: Int, word: String)?
    for candidate in candidates {
        let others = Array(candidate.lowercased().unicodeScalars.prefix(longestCompared))
        guard abs(others.count - letters.count) <= allowed else { continue }
        let found = (distance: distance(letters, others), word: candidate)
        guard found.distance <= allowed, found.distance < max(letters.count, others.count) else { continue }
        if let known = best, known <= found { continue }
        best = found
    }
    return best?.word
}

private let longestCompared = 48

/// How many insertions, deletions, replacements and swaps of neighbours lead from one word to the other
/// (optimal string alignment).
private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let isSame = left[row] == right[column]
            var least = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                least = min(least, beforeLast[column - 1] + 1)
            }
            current.append(least)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
