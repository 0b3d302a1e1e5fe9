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
    public static func read(_ files: ConfigurationFiles) -> Reading {
        let ledger = Ledger()
        let estate = estate(of: Section.all, files, ledger)
        reportUnknown(files, to: ledger)
        return Reading(estate: estate, findings: ledger.close(scans: estate.scans))
    }

    /// The one file that says which book is kept and how its times are written: enough to read pages, however wrong the others are.
    public static let bookFile = "estate.yaml"

    /// Reads `bookFile` alone.
    public static func readBook(_ files: ConfigurationFiles) -> Reading {
        let ledger = Ledger()
        Problem.Thing.allCases.forEach(ledger.markIncomplete)
        let estate = estate(of: Section.all.filter { $0.file == bookFile }, files, ledger)
        return Reading(estate: estate, findings: ledger.close(scans: estate.scans))
    }

    private static func estate(of sections: [Section], _ files: ConfigurationFiles, _ ledger: Ledger) -> Estate {
        var estate = Estate()
        for section in sections {
            let source = Source(file: section.file, ledger: ledger)
            let bytes = files.files[section.file]
            if bytes == nil {
                let isThere = files.unreadable.contains(section.file)
                if section.isOptional, !isThere { continue }
                source.report(isThere ? .unreadableFile : .missingFile, line: 0)
            }
            section.read(source, bytes, &estate)
        }
        return estate
    }

    private static func reportUnknown(_ files: ConfigurationFiles, to ledger: Ledger) {
        let known = Section.all.map(\.file)
        let present = Set(files.files.keys).union(files.unreadable)
        let missing = known.filter { !present.contains($0) }
        for name in present where !known.contains(name) {
            let problem = Problem.unknownFile(suggestion: likeliest(name, among: missing))
            ledger.report(problem, at: Ledger.Place(file: name, line: 0))
        }
    }
}

/// One file of a configuration, and how it is read into the estate.
struct Section: Sendable {
    let file: String
    /// An estate may do without it.
    var isOptional = false
    /// Takes nil for a file that is not there, which has been reported.
    let read: @Sendable (Source, [UInt8]?, inout Estate) -> Void

    /// Every file of a configuration. Their order is that of nothing but this list.
    static let all: [Section] = [
        .yaml(EstateReader.bookFile, read: estate),
        .yaml("posts.yaml", read: posts),
        .yaml("rules.yaml", read: rules),
        .yaml("patrol.yaml", read: patrol),
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

    private static func yaml(_ file: String, isOptional: Bool = false, read: @escaping @Sendable (YAMLEntry, inout Estate) -> Void) -> Section {
        Section(file: file, isOptional: isOptional) { source, bytes, estate in
            let entry =
                if let bytes { YAMLEntry(YAMLDocument(SourceText(bytes, of: source)), source: source) } else {
                    YAMLEntry([], source: source, line: 1, path: "", isSilent: true)
                }
            read(entry, &estate)
            entry.finish()
        }
    }

    private static func csv(
        _ file: String, of thing: Problem.Thing?, required: [String], optional: [String],
        read: @escaping @Sendable (CSVTable, inout Estate) -> Void
    ) -> Section {
        Section(file: file) { source, bytes, estate in
            guard let bytes else {
                thing.map(source.ledger.markIncomplete)
                return
            }
            let text = SourceText(bytes, of: source)
            read(CSVTable(text, of: thing, required: required, optional: optional), &estate)
        }
    }
}
