import Cores
import Gatekeeping

/// What a configuration says, and what is wrong with it.
public struct Reading: Sendable {
    /// The estate as far as it could be read; to be used only if there are no findings.
    public var estate: Estate
    /// Everything that is wrong, by file and line.
    public var findings: [Finding]

    public init(estate: Estate, findings: [Finding]) {
        self.estate = estate
        self.findings = findings
    }
}

/// Reads a configuration whole and names all its mistakes in one run.
public enum EstateReader {
    /// Never fails and never stops early: what cannot be read becomes a finding.
    /// - Parameter book: takes what is known once `bookFile` is read, where that has no mistake, while the other files are still read.
    public static func read(_ files: ConfigurationFiles, book: (@Sendable (Estate) -> Void)? = nil) -> Reading {
        read(Section.all, of: files, unknown(files), book)
    }

    /// The one file that says which book is kept and how its times are written: enough to read pages, however wrong the others are.
    public static let bookFile = "estate.yaml"

    /// Reads `bookFile` alone.
    public static func readBook(_ files: ConfigurationFiles) -> Reading {
        read(Section.all.filter { $0.file == bookFile }, of: files, Problem.Thing.allCases.map { .incomplete($0) })
    }

    /// Reads the files on all cores: reading a large configuration is most of what a start takes.
    private static func read(
        _ sections: [Section], of files: ConfigurationFiles, _ besides: [Ledger.Note], _ book: (@Sendable (Estate) -> Void)? = nil
    ) -> Reading {
        let draft = EstateDraft()
        let notes = onAllCores(sections.count) { index in
            let notes = read(sections[index], of: files, draft)
            if sections[index].file == bookFile, !notes.contains(where: \.isFinding) { book?(draft.estateSoFar) }
            return notes
        }
        let estate = draft.estateSoFar
        return Reading(estate: estate, findings: LedgerClosing.findings(of: besides + notes.joined(), scans: estate.scans))
    }

    private static func read(_ section: Section, of files: ConfigurationFiles, _ draft: EstateDraft) -> [Ledger.Note] {
        let ledger = Ledger()
        let source = Source(file: section.file, ledger: ledger)
        let bytes = files.files[section.file]
        if bytes == nil {
            let isThere = files.unreadable.contains(section.file)
            if section.isOptional, !isThere { return [] }
            source.report(isThere ? .unreadableFile : .missingFile, line: 0)
        }
        section.read(source, bytes, draft)
        return ledger.notes
    }

    private static func unknown(_ files: ConfigurationFiles) -> [Ledger.Note] {
        let known = Section.all.map(\.file)
        let present = Set(files.files.keys).union(files.unreadable)
        let missing = known.filter { !present.contains($0) }
        return present.filter { !known.contains($0) }.map { name in
            .finding(Finding(file: name, line: 0, problem: .unknownFile(suggestion: likeliest(name, among: missing))))
        }
    }
}

/// One file of a configuration, and how it is read into the estate.
struct Section: Sendable {
    let file: String
    /// An estate may do without it.
    var isOptional = false
    /// Takes nil for a file that is not there, which has been reported.
    let read: @Sendable (Source, [UInt8]?, EstateDraft) -> Void

    /// Every file of a configuration: the one that says which book it is, then those that take longest to read. Where a code occurs twice, the
    /// first of them is the one that counts.
    static let all: [Section] = [
        .yaml(EstateReader.bookFile, read: estate),
        .yaml("patrol.yaml", read: patrol),
        .yaml("rules.yaml", read: rules),
        .yaml("posts.yaml", read: posts),
        .yaml("orders.yaml", read: orders),
        .yaml("desk.yaml", isOptional: true, read: desk),
        .csv("guards.csv", of: .person, required: ["number", "name", "role"], optional: ["badge"], read: guards),
        .csv("units.csv", of: .unit, required: ["unit", "building", "household"], optional: ["phone"], read: units),
        .csv("residents.csv", of: nil, required: ["name", "unit"], optional: ["phone", "badge"], read: residents),
        .csv("vehicles.csv", of: nil, required: ["plate", "unit", "kind", "colour", "owner"], optional: [], read: vehicles),
        .csv(
            "deny.csv", of: .denied, required: ["id", "reason"],
            optional: ["names", "plate", "document_tail", "looks"], read: denied),
    ]

    private static func yaml(_ file: String, isOptional: Bool = false, read: @escaping @Sendable (YAMLEntry, EstateDraft) -> Void) -> Section {
        Section(file: file, isOptional: isOptional) { source, bytes, estate in
            let entry =
                if let bytes { YAMLEntry(YAMLDocument(SourceText(bytes, of: source)), source: source) } else {
                    YAMLEntry([], source: source, line: 1, path: "", isSilent: true)
                }
            read(entry, estate)
            entry.finish()
        }
    }

    private static func csv(
        _ file: String, of thing: Problem.Thing?, required: [String], optional: [String],
        read: @escaping @Sendable (CSVTable, EstateDraft) -> Void
    ) -> Section {
        Section(file: file) { source, bytes, estate in
            guard let bytes else {
                thing.map(source.ledger.markIncomplete)
                return
            }
            let text = SourceText(bytes, of: source)
            read(CSVTable(text, of: thing, required: required, optional: optional), estate)
        }
    }
}
