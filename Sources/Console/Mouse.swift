import Terminal

/// What drawing leaves behind for the mouse.
enum ScreenSpot: Spot, Equatable {
    case line
    case pane(Model.View)
    /// A row of a pane, or of what was found.
    case row(RowID, Model.View?)
    /// A field of a form by its index; behind the last one the row that records it.
    case field(Int)
    /// A choice of the field with the focus, by its digit.
    case choice(Int)
    case rowAction(Int)
    /// A hit of the search, by its index.
    case found(Int)
    /// An entry of the key bar or of the menu.
    case action(Action)
    /// What lies over the panes, where it stands for nothing of its own.
    case layer
}

extension Model {
    /// Does what the mouse asks for. A click selects; only keys record. Nil for keys.
    mutating func obeyMouse(_ key: Key) -> [Effect]? {
        switch key {
        case .click(let position): click(spot(at: position))
        case .wheel(let step, let position): wheel(step, over: spot(at: position))
        default: nil
        }
    }

    private func spot(at position: Position) -> ScreenSpot? { Frame(model: self).draw(keepsSpots: true).spot(at: position) as? ScreenSpot }

    private mutating func click(_ spot: ScreenSpot?) -> [Effect] {
        switch spot {
        case .line: if layers.isEmpty { (selection, isLineAside) = (nil, false) }
        case .pane(let view): if layers.isEmpty, view != self.view { focus(on: view) }
        case .row(let id, let view):
            guard layers.isEmpty else { break }
            if let view, view != self.view { focus(on: view) }
            selection = id
        case .field(let index):
            guard var form, form.ticket == nil else { break }
            form.move(index - form.focus)
            replaceForm(form)
        case .choice(let digit):
            guard var form, form.ticket == nil else { break }
            if form.isComparing { return pressInComparing(.text(String(digit)), form, isAlone: true) }
            form.type(String(digit))
            replaceForm(form)
        case .rowAction(let index): chosenAction = index
        case .found(let index):
            guard case .search(var lookup)? = layers.last else { break }
            lookup.selected = index
            layers[layers.count - 1] = .search(lookup)
        case .action(let action):
            if case .menu? = layers.last { layers.removeLast() }
            return perform(action) ?? []
        case .layer, nil: break
        }
        return []
    }

    private mutating func focus(on view: View) {
        self.view = view
        selection = nil
    }

    private mutating func wheel(_ step: Int, over spot: ScreenSpot?) -> [Effect] {
        let key = step < 0 ? Key.up : .down
        switch layers.last {
        case .reading, .menu, .quit, .discard, .actions: return []
        case .form: return obey(key, isAlone: true)
        case .help, .board, .search, .figures, .story, .order, nil: break
        }
        if layers.isEmpty, case .pane(let view)? = spot, view != self.view { focus(on: view) }
        if layers.isEmpty, case .row(_, let view?)? = spot, view != self.view { focus(on: view) }
        return (0..<3).flatMap { _ in obey(key, isAlone: true) }
    }
}
