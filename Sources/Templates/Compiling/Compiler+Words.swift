import Diagnostics

extension Compiler {
    /// The text of a word (`words.copy_link`, `words.asked_by(names=…)`) as an expression of literals, the arguments and,
    /// for plural forms, conditions; nil for any other expression, and if a template uses the name `words` itself.
    func word(_ expression: Expression) -> Expression? {
        switch expression.kind {
        case .field(let base, let name): return word(base, name, [], expression)
        case .call(let callee, let arguments):
            guard case .field(let base, let name) = callee.kind else { return nil }
            return word(base, name, arguments, expression)
        default: return nil
        }
    }

    private func word(
        _ base: Expression, _ name: Located<String>, _ arguments: [CallArgument], _ expression: Expression
    ) -> Expression? {
        guard case .name("words") = base.kind, scope.find("words") == nil, !schema.words.entries.isEmpty else {
            return nil
        }
        func made(_ kind: Expression.Kind) -> Expression {
            Expression(kind: kind, range: expression.range, height: expression.height)
        }
        guard let entry = schema.words.entries[name.value] else {
            report(
                .unknownField, "there is no word '\(name.value)'", name.range,
                hint: didYouMean(name.value, schema.words.entries.keys.sorted()))
            return made(.faulty)
        }
        // Arguments of any type that can be printed; where they are put, their type is checked.
        let parameters = entry.parameters.map { Filter.Parameter($0, .text, optional: false) }
        guard let given = matched(arguments, parameters, "word '\(name.value)'", expression) else {
            return made(.faulty)
        }
        let values = Dictionary(uniqueKeysWithValues: zip(entry.parameters, given.compactMap(\.self)))
        var forms = entry.forms.map { form in
            let parts = form.pieces.map { piece in
                switch piece {
                case .text(let text): made(.text(text))
                case .gap(let gap): values[gap] ?? made(.text(""))
                }
            }
            if parts.count == 1, case .text = parts[0].kind { return parts[0] }
            return made(.concat(parts))
        }
        guard var result = forms.popLast() else { return made(.text("")) }
        guard let count = values["count"] else { return result }
        let filter = Located(TemplateWords.pluralFilter, name.range)
        for (form, text) in zip(entry.forms, forms).reversed() {
            let category = made(.filter(count, filter, []))
            let test = made(.compare(category, [(.equal, made(.text(form.category)))]))
            result = made(.conditional(text, if: test, else: result))
        }
        return result
    }
}
