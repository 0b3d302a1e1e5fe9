import Terminal

/// Where the keyboard is: what the keys do depends on it.
enum Place: Hashable, Sendable {
    /// The line is empty and a pane stands under it.
    case pane(Model.View)
    /// Something is typed, and what was found stands under it.
    case found
    /// The numbered actions of a row.
    case actions
    case field(FieldPlace)
    /// The form waits for the disk.
    case writing
    case discard, quit, menu, board, search, figures, reading, order, story, help
    /// Only numbers are shown.
    case locked

    /// What has the focus in a form.
    enum FieldPlace: Hashable, CaseIterable, Sendable {
        case text, number, time, list, choice, document, secret
        /// The row that records the form.
        case finish
    }

    /// Every place, for tests and documentation.
    static let all: [Place] =
        Model.View.allCases.map(Place.pane) + FieldPlace.allCases.map(Place.field)
        + [.found, .actions, .writing, .discard, .quit, .menu, .board, .search, .figures, .reading, .order, .story, .help, .locked]
}

extension Model {
    /// Where the keyboard is, or was before help was opened over it.
    var place: Place { place(under: visibleLayers) }

    /// The place that the help on top is about.
    var helpedPlace: Place { place(under: visibleLayers.dropLast()) }

    private func place(under layers: some BidirectionalCollection<Layer>) -> Place {
        switch layers.last {
        case .form(let form): form.ticket == nil ? .field(form.place) : .writing
        case .help: .help
        case .menu: .menu
        case .actions: .actions
        case .reading: .reading
        case .order: .order
        case .discard: .discard
        case .board: .board
        case .search: .search
        case .figures: .figures
        case .story: .story
        case .quit: .quit
        case nil: isLocked ? .locked : isFinding ? .found : .pane(view)
        }
    }
}

extension Form {
    /// What has the focus.
    var place: Place.FieldPlace {
        guard !isOnFinish else { return .finish }
        return switch fields[focus].kind {
        case .text: .text
        case .number: .number
        case .time, .moment: .time
        case .list: .list
        case .choice: .choice
        case .document: .document
        case .secret: .secret
        }
    }
}
