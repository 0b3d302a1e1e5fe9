/// One thing that is wrong with the configuration, and where.
public struct Finding: Hashable, Sendable {
    /// The file's name inside the configuration folder, as `units.csv`.
    public var file: String
    /// The line, from 1; 0 where the file as a whole is meant.
    public var line: Int
    public var problem: Problem

    public init(file: String, line: Int, problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }
}

/// What can be wrong with a configuration.
public enum Problem: Hashable, Sendable {
    // Files
    case missingFolder
    case notAFolder
    case unreadableFile
    case missingFile
    case unknownFile(suggestion: String?)

    // Bytes
    case invalidUTF8
    /// A control or bidirectional character, given by its code point.
    case controlCharacter(UInt32, field: String)
    case tooLong(field: String, limit: Int)

    // YAML
    /// The parser's own (English) words say what it stumbled on.
    case unreadableYAML(what: String)
    case duplicateKey(String, firstLine: Int)
    case unknownKey(String, path: String, suggestion: String?)
    case missingKey(String, path: String)
    case wrongType(key: String, expected: Shape)

    // CSV
    case missingHeader
    case missingColumn(String)
    case unknownColumn(String, suggestion: String?)
    case duplicateColumn(String)
    case badColumnCount(expected: Int, found: Int)
    case badQuote(QuoteFault)

    // Values
    case emptyValue(String)
    case emptyList(String)
    case badID(String)
    case badGuardNumber(String)
    case badTime(String)
    case badOffset(String)
    case badNumber(String, least: Int, most: Int)
    case badChoice(String, choices: [String])
    case badShape(String)
    case badDate(String)
    case badDocumentTail(String)

    // How values fit together
    case duplicateID(Thing, id: String, firstLine: Int)
    case duplicatePlate(String, firstLine: Int)
    case duplicateCode(String, firstFile: String, firstLine: Int)
    case duplicateEntry(String, field: String)
    case danglingReference(Thing, id: String, suggestion: String?)
    /// An entry that the program itself uses is not in the list.
    case missingEntry(Thing, id: String)
    /// A scanner code that no configured shape would tell from typing.
    case unrecognisableCode(String)
    /// A post that closes must also open, and the other way round.
    case halfOpeningHours(missing: String)
    /// A desk at which nobody decides what others cannot settle.
    case noDirector
    /// An entry of the deny list with neither name nor plate.
    case deniedNobody

    /// The form that a YAML value must have.
    public enum Shape: String, CaseIterable, Sendable {
        case text, list, mapping, yesOrNo
    }

    /// How a quotation mark in a CSV file can be wrong.
    public enum QuoteFault: String, CaseIterable, Sendable {
        /// Opened and never closed.
        case unclosed
        /// In the middle of an unquoted field.
        case stray
        /// Something stands between the closing mark and the next comma.
        case trailing
    }

    /// A kind of thing that has ids.
    public enum Thing: String, CaseIterable, Sendable {
        case gate, building, post, equipment, shift, person, unit, purpose, identification, emergencyService
        case vehicleKind, refusalReason, occurrenceKind, step, use, checkpoint, item, route, order, denied, department, topic, activity
    }
}
