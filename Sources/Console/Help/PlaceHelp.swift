import Wording

/// What a place is for, and what the keys do there.
struct PlaceHelp: Sendable {
    var about: Text
    var keys: [(hand: Hand, text: Text)]

    init(_ about: Text, _ keys: [(hand: Hand, text: Text)]) {
        (self.about, self.keys) = (about, keys)
    }
}

extension Place {
    /// The one table of what help says.
    var help: PlaceHelp {
        switch self {
        case .pane(let view): PlaceHelp(view.about, Place.paneKeys(enter: view.enterHelp))
        case .found: PlaceHelp(HelpWords.found, Place.foundKeys)
        case .actions:
            PlaceHelp(HelpWords.actions, [(.digits, HelpWords.doesAction), (.upDown, HelpWords.selectsFound), (.enter, HelpWords.doesSelected), (.escape, HelpWords.back)])
        case .field(let field): PlaceHelp(field.about, field.keys)
        case .writing: PlaceHelp(HelpWords.writing, [(.anyKey, HelpWords.waits)])
        case .discard: PlaceHelp(HelpWords.discard, [(.enter, HelpWords.discards), (.escape, HelpWords.backToForm)])
        case .quit: PlaceHelp(HelpWords.quit, [(.enter, HelpWords.quits), (.digits, HelpWords.locks), (.escape, HelpWords.stays)])
        case .menu: PlaceHelp(HelpWords.menu, [(.digits, HelpWords.opens), (.escape, HelpWords.back)])
        case .board: PlaceHelp(HelpWords.board, [(.upDown, HelpWords.scrolls), (.anyKey, HelpWords.back)])
        case .search: PlaceHelp(HelpWords.search, Place.searchKeys)
        case .figures: PlaceHelp(HelpWords.figures, [(.upDown, HelpWords.selectsFound), (.enter, HelpWords.showsLines), (.escape, HelpWords.back)])
        case .story: PlaceHelp(HelpWords.story, [(.upDown, HelpWords.scrolls), (.anyKey, HelpWords.back)])
        case .reading: PlaceHelp(HelpWords.reading, [(.upDown, HelpWords.scrolls), (.anyKey, HelpWords.back)])
        case .order: PlaceHelp(HelpWords.order, [(.enter, HelpWords.signsOrder), (.upDown, HelpWords.scrolls), (.anyKey, HelpWords.back)])
        case .locked: PlaceHelp(HelpWords.locked, [(.typing, HelpWords.unlocks), (.enter, HelpWords.signsOn)])
        case .help: PlaceHelp(HelpWords.help, [(.upDown, HelpWords.scrolls), (.escape, HelpWords.back)])
        }
    }

    private static func paneKeys(enter: Text) -> [(hand: Hand, text: Text)] {
        [
            (.typing, HelpWords.typesInLine), (.upDown, HelpWords.selectsRow), (.enter, enter), (.right, HelpWords.opensActions), (.left, HelpWords.opensStory),
            (.tab, HelpWords.nextPane), (.escape, HelpWords.letsGo),
        ]
    }

    private static let foundKeys: [(hand: Hand, text: Text)] = [
        (.enter, HelpWords.doesRow), (.upDown, HelpWords.selectsFound), (.right, HelpWords.opensActions), (.typing, HelpWords.typesMore),
        (.backspace, HelpWords.rubsOut), (.escape, HelpWords.clears),
    ]

    private static let searchKeys: [(hand: Hand, text: Text)] = [
        (.typing, HelpWords.typesMore), (.upDown, HelpWords.selectsFound), (.enter, HelpWords.readsWhole), (.right, HelpWords.correctsLine),
        (.escape, HelpWords.back),
    ]
}

extension Place.FieldPlace {
    fileprivate var about: Text {
        switch self {
        case .text: HelpWords.text
        case .number: HelpWords.number
        case .time: HelpWords.time
        case .list: HelpWords.list
        case .choice: HelpWords.choice
        case .document: HelpWords.document
        case .secret: HelpWords.secret
        case .finish: HelpWords.finish
        }
    }

    fileprivate var keys: [(hand: Hand, text: Text)] {
        let moving: [(hand: Hand, text: Text)] = [(.upDown, HelpWords.movesInForm), (.tab, HelpWords.nextField), (.escape, HelpWords.cancels)]
        switch self {
        case .text, .document: return [(.typing, HelpWords.writes), (.enter, HelpWords.goesOn), (.right, HelpWords.takesOffer)] + moving
        case .number: return [(.digits, HelpWords.writesNumber), (.enter, HelpWords.goesOn)] + moving
        case .secret: return [(.digits, HelpWords.writesPIN), (.enter, HelpWords.goesOn)] + moving
        case .time: return [(.digits, HelpWords.writesTime), (.enter, HelpWords.goesOn)] + moving
        case .list: return [(.typing, HelpWords.writes), (.enter, HelpWords.oneMore)] + moving
        case .choice: return [(.digits, HelpWords.chooses), (.leftRight, HelpWords.turns), (.enter, HelpWords.goesOn)] + moving
        case .finish: return [(.enter, HelpWords.records)] + moving
        }
    }
}

extension Model.View {
    fileprivate var about: Text {
        switch self {
        case .visitors: HelpWords.visitors
        case .vehicles: HelpWords.vehicles
        case .patrol: HelpWords.patrol
        case .occurrences: HelpWords.occurrences
        case .handover: HelpWords.handover
        case .desk: HelpWords.desk
        case .inside: HelpWords.inside
        case .directory: HelpWords.directory
        case .things: HelpWords.things
        case .alerts: HelpWords.alertList
        }
    }

    fileprivate var enterHelp: Text {
        switch self {
        case .visitors: HelpWords.enterVisitor
        case .vehicles: HelpWords.enterVehicle
        case .patrol: HelpWords.enterPatrol
        case .occurrences: HelpWords.enterOccurrence
        case .handover: HelpWords.enterHandover
        case .desk: HelpWords.enterDesk
        case .inside: HelpWords.enterInside
        case .directory: HelpWords.enterDirectory
        case .things: HelpWords.enterThing
        case .alerts: HelpWords.enterAlert
        }
    }
}

extension FormKind {
    /// What is particular about the form, said before its keys.
    var help: Text? {
        switch self {
        case .visitor, .courier: HelpWords.visitorForm
        case .signOn: HelpWords.signOn
        case .compare: HelpWords.compareForm
        case .exception, .confirm: HelpWords.exceptionForm
        case .emergency, .completeEmergency: HelpWords.emergencyForm
        case .refuse: HelpWords.refusalForm
        case .offer, .accept: HelpWords.handoverForm
        case .correct: HelpWords.correctForm
        case .unlock: HelpWords.unlockForm
        case .time: HelpWords.timeForm
        case .expect, .visitorLeaves, .vehicle, .vehicleLeaves, .occurrence, .updateOccurrence, .resolveOccurrence, .question, .startRound,
            .tick, .repair, .outage, .figures, .record: nil
        }
    }
}
