import ArgumentParser
import Glibc
import Wording

/// Puts text on stdout at once.
/// - Throws: 74 where it cannot be written, once that is said; to a pipe that nobody reads any more nothing is said.
func put(_ text: String, _ language: Language, orSay words: (StreamFailure) -> Text = StreamWords.unwritten) throws(ExitCode) {
    try put(Array(text.utf8), language, orSay: words)
}

private func put(_ bytes: [UInt8], _ language: Language, orSay words: (StreamFailure) -> Text) throws(ExitCode) {
    do throws(StreamFailure) { try StandardStream.output.write(bytes) } catch {
        if error.code != EPIPE { complain(words(error)[language]) }
        throw Exit.inputOutput
    }
}

/// Says something on stderr; where that cannot be written, nobody hears it.
func complain(_ text: String, terminator: String = "\n") {
    do throws(StreamFailure) { try StandardStream.error.write(Array((text + terminator).utf8)) } catch {}
}

/// Collects output, so that many short lines are few writes.
struct BufferedOutput {
    private let language: Language
    private var bytes: [UInt8] = []
    private var failure: ExitCode?

    init(_ language: Language) { self.language = language }

    /// - Returns: whether it is of use to go on: nothing could not be written yet.
    mutating func put(_ more: [UInt8]) -> Bool {
        bytes += more
        if bytes.count > 65_536 || isatty(StandardStream.output.rawValue) == 1 { write() }
        return failure == nil
    }

    /// - Throws: 74 where anything could not be written, which is said by then.
    mutating func flush() throws(ExitCode) {
        write()
        if let failure { throw failure }
    }

    private mutating func write() {
        guard failure == nil else { return }
        do throws(ExitCode) { try gatebook.put(bytes, language, orSay: StreamWords.unwritten) } catch { failure = error }
        bytes.removeAll(keepingCapacity: true)
    }
}

/// What is said of the standard streams.
enum StreamWords {
    static func unwritten(_ failure: StreamFailure) -> Text {
        let reason = failure.description
        return Text(
            "輸出寫不出去（\(reason)），不完整；請檢查輸出到哪裡。", "输出写不出去（\(reason)），不完整；请检查输出到哪里。",
            "The output cannot be written (\(reason)) and is not complete: see where it goes.")
    }

    static func unanswered(_ failure: StreamFailure) -> Text {
        let reason = failure.description
        return Text(
            "回答寫不出去（\(reason)）。已經記下的都在；沒有得到回答的，請用同一個 id 再送一次。",
            "回答写不出去（\(reason)）。已经记下的都在；没有得到回答的，请用同一个 id 再送一次。",
            "An answer cannot be written (\(reason)). What was recorded stays: send again, with the same id, what got no answer.")
    }

    static func unread(_ failure: StreamFailure) -> Text {
        let reason = failure.description
        return Text(
            "輸入讀不下去（\(reason)）；沒有得到回答的，請再送一次。", "输入读不下去（\(reason)）；没有得到回答的，请再送一次。",
            "The input cannot be read any further (\(reason)): send again what got no answer.")
    }
}
