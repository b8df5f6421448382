import Diagnostics

extension Compiler {
    // MARK: Names and paths

    func value(of name: String, _ expression: Expression, _ target: Int) -> ValueType {
        switch scope.find(name) {
        case .value(let type, let register, let id, let frame)?:
            if frame === function {
                function.emit(.move, target, register)
            } else if frame === pageFunction {
                function.emit(.moveFromPage, target, register)
            } else {
                report(
                    .unknownTemplateName, "macros cannot see '\(name)' here", expression.range,
                    hint: "pass it as an argument")
                return .faulty
            }
            return narrowed(type, .value(id))
        case .root(let type, let slot)?:
            if function.isPage {
                function.emit(.field, target, 0, slot)
            } else {
                function.emit(.moveFromPage, target, 0)
                function.emit(.field, target, target, slot)
            }
            return narrowed(type, .root(slot))
        case .macro?:
            report(.wrongType, "'\(name)' is a macro", expression.range, hint: "call it: '\(name)(…)'")
        case .module?:
            report(.wrongType, "'\(name)' is an imported file", expression.range, hint: "call one of its macros")
        case .loop?: report(.loopValues, expression.range)
        case .faulty?: break
        case nil where isInMacro && (name == "varargs" || name == "kwargs"): report(.extraArguments, expression.range)
        case nil:
            report(.unknownTemplateName, "there is no '\(name)' here", expression.range, hint: hint(forName: name))
        }
        return .faulty
    }

    func hint(forName name: String) -> String? {
        if name == "words", !schema.words.entries.isEmpty { return "write the name of a word after it: 'words.…'" }
        if let near = didYouMean(name, scope.visible) { return near }
        if isInMacro, scope.find(name) == nil, contextHas(name) {
            return "a macro of an imported file sees only its arguments: pass '\(name)' to it"
        }
        return nil
    }

    func contextHas(_ name: String) -> Bool { contextScope.find(name) != nil }
}
