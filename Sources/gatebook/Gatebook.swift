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
}
