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

    /// Without a word behind its name, as a guard starts it, it need not build the tables that words are parsed by.
    static func main() {
        guard CommandLine.argc == 1 else { return main(nil) }
        do { try FullScreen(Choices()).run() } catch { exit(withError: error) }
    }
}
