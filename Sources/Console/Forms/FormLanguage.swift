import Wording

extension Model {
    /// The choices of every form, open or put aside, in the language of the screen.
    mutating func translateForms() {
        let factory = factory
        parked = parked.map { translated($0, factory) }
        layers = layers.map { layer in
            switch layer {
            case .form(let form): .form(translated(form, factory))
            case .discard(let form): .discard(translated(form, factory))
            default: layer
            }
        }
    }

    private mutating func translated(_ form: Form, _ factory: FormFactory) -> Form {
        var form = form.named(as: factory.form(form.kind))
        guard form.told != nil else { return form }
        let isRead = form.read == form.told
        form.told = refusedBefore(form)
        if isRead { form.read = form.told }
        return form
    }
}

extension Form {
    /// The same form with the words of one that was made in another language. What can be chosen stays as it was.
    fileprivate func named(as other: Form) -> Form {
        var form = self
        form.advice = other.advice ?? advice
        for index in form.fields.indices {
            guard let field = other.fields.first(where: { $0.id == form.fields[index].id }) else { continue }
            if case .choice(let options) = form.fields[index].kind, case .choice(let others) = field.kind {
                form.fields[index].kind = .choice(options.map { $0.named(as: others) })
            }
            form.fields[index].offered = form.fields[index].offered.map { $0.named(as: field.offered) }
        }
        return form
    }
}

extension FormField.Option {
    fileprivate func named(as others: [FormField.Option]) -> FormField.Option {
        var option = self
        option.name = others.first { $0.id == id }?.name ?? name
        return option
    }
}
