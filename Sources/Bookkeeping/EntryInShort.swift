import Gatekeeping
import Notation
import Wording

extension LineWords {
    /// What an entry of the page is, in a word or two: its name, and whom or what it is about.
    public func inShort(_ entry: GateState.Entry, of state: GateState) -> String {
        let fact = entry.event.shape
        return ([EventWords.name(type(of: fact).kind)[language]] + [subject(of: fact, in: state)].compactMap { $0 }).joined(separator: " ")
    }

    /// The first field that tells whom or what it is about; where it has none, that of the line it is about.
    private func subject(of fact: any Fact, in state: GateState) -> String? {
        let said = fact.object(in: estate.zone)
        let own = ["name", "plate", "driver", "who", "what", "checkpoint", "route", "service", "order", "text", "taking"].lazy.compactMap { name in
            said[name].map { value($0, of: name) }
        }
        if let own = own.first { return own }
        guard let opener = said["ref"]?.integer.flatMap(state.entry)?.event.shape, !opener.object(in: estate.zone).members.contains(where: { $0.name == "ref" }) else { return nil }
        return subject(of: opener, in: state)
    }
}
