import Diagnostics

/// Comparing a text of a closed list with a word that the list does not have is a mistake.
extension Compiler {
    /// The texts that a value can be; nil if it can be any text.
    func choices(of expression: Expression) -> [String]? {
        switch expression.kind {
        case .name(let name):
            if case .value(_, _, let id, _)? = scope.find(name) { return valueChoices[id] }
            if case .root(_, let slot)? = scope.find(name) { return pageRoot?.fields[slot].choices }
            return nil
        case .field(let base, let name):
            guard pathKey(expression) != nil else { return nil }
            return choices(of: name.value, in: type(ofPath: base).unwrapped)
        case .conditional(let value, _, let otherwise):
            guard let otherwise, value.literalText == nil || otherwise.literalText == nil,
                let first = value.literalText.map({ [$0] }) ?? choices(of: value),
                let second = otherwise.literalText.map({ [$0] }) ?? choices(of: otherwise)
            else { return nil }
            return first + second
        case .filter(let value, let filter, let arguments) where filter.value == "default" || filter.value == "d":
            guard let first = choices(of: value) else { return nil }
            return first + [arguments.first?.value.literalText ?? ""]
        default: return nil
        }
    }

    private func choices(of field: String, in type: ValueType) -> [String]? {
        guard case .record(let record) = type else { return nil }
        return shapes[record]?.fields.first { $0.name == field }?.choices
    }

    func checkChoices(_ comparison: Comparison, _ left: Expression, _ right: Expression) {
        switch comparison {
        case .equal, .notEqual:
            if right.literalText != nil { checkChoice(right, choices(of: left)) }
            if left.literalText != nil { checkChoice(left, choices(of: right)) }
        case .isIn, .isNotIn:
            guard case .list(let elements) = right.kind else { return }
            for element in elements { checkChoice(element, choices(of: left)) }
        default: break
        }
    }

    /// The same for a test on a field of a list's elements: `where("kind", "union")`.
    func checkChoice(
        _ path: Located<String>?, of element: ValueType, _ test: Located<String>?, _ arguments: [CallArgument]
    ) {
        guard let path, let test, let comparison = ValueTests.comparisons[test.value], let argument = arguments.first
        else { return }
        let names = path.value.split(separator: ".").map(String.init)
        var type = element
        for name in names.dropLast() {
            guard let next = field(Located(name, path.range), of: type.unwrapped) else { return }
            type = next.type
        }
        guard let known = names.last.flatMap({ choices(of: $0, in: type.unwrapped) }) else { return }
        switch comparison {
        case .equal, .notEqual: checkChoice(argument.value, known)
        case .isIn:
            guard case .list(let elements) = argument.value.kind else { return }
            for element in elements { checkChoice(element, known) }
        default: break
        }
    }

    private func checkChoice(_ literal: Expression, _ choices: [String]?) {
        guard let text = literal.literalText, let choices, !choices.contains(text) else { return }
        let near = didYouMean(text, choices)
        report(
            .unknownChoice, "this is never '\(text)'", literal.range,
            hint: near ?? "it is one of: " + choices.prefix(20).joined(separator: ", "))
    }
}
