import ArgumentParser

/// `gatebook-faults`: what befalls the built `gatebook` from outside, and whether it keeps its word.
@main
struct Faults: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gatebook-faults",
        abstract: "Tests the built gatebook from outside: failing system calls, kills, races, power cuts, mutants.",
        subcommands: [
            Sweep.self, Order.self, Press.self, ReserveTrials.self, Tails.self, Swap.self, Race.self, Kill.self, Power.self, Blocks.self, Thin.self,
            ThinRace.self, Mutants.self, Neighbour.self, Disk.self,
        ])
}
