import Notation
import Readings

extension Estate {
    /// A text as names of things are compared: in one script and width, without blanks and what does not show.
    static func bare(_ text: String) -> String { Readings.simplified(text.shown.folded).filter { !$0.isWhitespace && $0 != "·" } }
}
