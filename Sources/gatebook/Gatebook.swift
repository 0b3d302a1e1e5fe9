import ArgumentParser

/// `gatebook`: the program. Every command below it says its own name: one derived from its type costs reflection at each start.
@main
struct Gatebook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gatebook",
        abstract: "The gate book of a housing estate: visitors, vehicles, patrol, occurrences, handover.",
        subcommands: [
            Screen.self, Record.self, Verify.self, ReportCommand.self, Follow.self, CheckConfig.self, Schema.self, Practice.self,
            SearchCommand.self, GuardCommand.self,
        ],
        defaultSubcommand: Screen.self)

    /// Tables that words are parsed by are built only as far as they are needed: most of a short command is their building.
    static func main() {
        StandardStream.holdPlaces()
        do {
            let words = CommandLine.arguments.dropFirst()
            guard let name = words.first else { return try FullScreen(Choices()).run() }
            guard var command = command(named: name, Array(words.dropFirst())) else { return main(nil) }
            try command.run()
        } catch { exit(withError: error) }
    }

    /// The command of that name with the words behind it; nil where they are not right or ask for help, which the whole program gives.
    private static func command(named name: String, _ words: [String]) -> (any ParsableCommand)? {
        let command = configuration.subcommands.first { $0.configuration.commandName == name }
        guard !words.contains(where: ["help", "-h", "-help", "--help"].contains) else { return nil }
        return try? command?.parseAsRoot(words)
    }
}
