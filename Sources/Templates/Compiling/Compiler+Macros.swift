import Diagnostics

/// The inputs of a compiled macro: the place of the call, the types of the arguments, and the names in its scope.
struct MacroKey: Hashable {
    let macro: ObjectIdentifier
    let scope: ObjectIdentifier
    let version: Int
    let place: Place
    /// The types of the parameters; nil for one that has its default.
    let types: [ValueType?]
    /// The texts that the arguments can be; empty if each can be any.
    let choices: [[String]?]
}

/// One compiled form of a macro.
final class MacroInstance {
    let index: Int
    let start: Place
    var end: Place
    var isDone = false
    /// Whether a fault was reported in it.
    var isFaulty = false
    /// Whether it was called while it was being compiled. Such a call assumes that the macro ends in the place where it
    /// begins.
    var isRecursive = false
    /// The ids and addresses that are written out in it and in the macros that it calls.
    var marks = PageMarks()
    /// What it opens and does not close, and the other way round.
    var elements = OpenElements.empty

    init(index: Int, start: Place) {
        self.index = index
        self.start = start
        self.end = start
    }
}

extension Compiler {
    /// Prints a call of a macro or of `super()` directly to the output; false for another kind of call.
    func printCall(_ callee: Expression, _ arguments: [CallArgument], _ expression: Expression) -> Bool {
        if case .name("super") = callee.kind, scope.find("super") == nil {
            callSuper(expression)
            return true
        }
        if let block = ownBlock(callee) {
            callBlock(block, arguments, expression)
            return true
        }
        guard let binding = macro(callee) else { return false }
        if isSame(arguments) {
            keeping { invoke(binding, arguments, expression) }
        } else {
            invoke(binding, arguments, expression)
        }
        return true
    }

    /// The block that a call refers to (`self.main()`), if it is such a call.
    private func ownBlock(_ callee: Expression) -> Located<String>? {
        guard case .field(let base, let name) = callee.kind, case .name("self") = base.kind, scope.find("self") == nil
        else { return nil }
        return name
    }

    /// The macro that a call refers to, if any.
    func macro(_ callee: Expression) -> MacroBinding? {
        switch callee.kind {
        case .name(let name):
            if case .macro(let binding)? = scope.find(name) { return binding }
        case .field(let base, let name):
            if case .name(let word) = base.kind, case .module(let module)? = scope.find(word),
                case .macro(let binding)? = module.scope[name.value]
            {
                return binding
            }
        default: break
        }
        return nil
    }

    /// A call as a value. The output of a macro is captured.
    func call(
        _ callee: Expression, _ arguments: [CallArgument], _ expression: Expression, _ target: Int
    ) -> ValueType {
        if case .name("super") = callee.kind, scope.find("super") == nil {
            return capture(into: target, expression.range) { callSuper(expression) }
        }
        if let block = ownBlock(callee) {
            return capture(into: target, expression.range) { callBlock(block, arguments, expression) }
        }
        if let binding = macro(callee) {
            return capture(into: target, expression.range) { invoke(binding, arguments, expression) }
        }
        switch callee.kind {
        case .name(let name) where scope.find(name) == nil && schema.addressFunctions.contains { $0.name == name }:
            return address(name, arguments, expression, target)
        case .name("range") where scope.find("range") == nil:
            return callFunction(Functions.range, arguments, expression, target)
        case .field(let base, let name):
            if case .name(let word) = base.kind, case .loop(_, let depth, _, let frame)? = scope.find(word),
                name.value == "cycle", frame === function
            {
                return cycle(arguments, function.loopDepth - depth, expression, target)
            }
            if case .name(let word) = base.kind, case .module(let module)? = scope.find(word) {
                if case .faulty? = module.scope[name.value] { return .faulty }
                if template.isOfTheme, !module.template.isOfTheme {
                    noteMissingMacro(name.value, module.template)
                    return .faulty
                }
                report(
                    .unknownMacro, "'\(module.template.name)' has no macro '\(name.value)'", name.range,
                    hint: didYouMean(name.value, macroNames(module.scope)))
                return .faulty
            }
            return rejectMethod(base, name)
        case .name(let name):
            if case .faulty? = scope.find(name) { return .faulty }
            if case .loop? = scope.find(name), let part = LeftOut.function("loop") {
                report(part, callee.range)
            } else if scope.find(name) != nil {
                report(.wrongType, "'\(name)' is not a macro", callee.range)
            } else if let part = LeftOut.function(name) {
                report(part, callee.range)
            } else {
                report(
                    .unknownMacro, "there is no macro '\(name)' here", callee.range,
                    hint: imported(name)
                        ?? didYouMean(name, macroNames(scope) + schema.addressFunctions.map(\.name) + ["range"])
                        ?? callHint(name))
            }
        default: report(.wrongType, "this cannot be called", callee.range)
        }
        return .faulty
    }

    /// Notes that a file of the site that replaces a theme's lacks a macro that other files of the theme call.
    private func noteMissingMacro(_ name: String, _ file: ParsedTemplate) {
        isPageFaulty = true
        missingMacros[file.name, default: []].insert(name)
    }

    /// Reports the macros that files of the site lack, in one message for each file.
    func reportMissingMacros() {
        for (name, macros) in missingMacros.sorted(by: { $0.key < $1.key }) {
            guard let file = templates[name] else { continue }
            let names = macros.sorted()
            let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
            let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
            diagnostics.append(
                Diagnostic(
                    .unknownMacro, "'\(name)' lacks macros that templates of the theme call: \(shown)\(rest)",
                    at: TextLocation(file.file, TextRange(at: file.file.byteOrderMarkLength)),
                    hint: fullName(ofReplaced: file).map {
                        "take them over: '{% from \"\($0)\" import \(names.joined(separator: ", ")) %}'"
                    }))
        }
    }

    /// Reports a call of a name after a dot that is not a macro.
    private func rejectMethod(_ base: Expression, _ name: Located<String>) -> ValueType {
        if case .name(let word) = base.kind {
            switch scope.find(word) {
            case .faulty?: return .faulty
            case .loop? where name.value == "changed":
                report(.loopChanges, name.range)
                return .faulty
            default: break
            }
        }
        guard compile(base).type != .faulty else { return .faulty }
        report(.leftOut, LeftOut.methods.message, name.range, hint: callHint(name.value) ?? LeftOut.methods.hint)
        return .faulty
    }

    /// Calls a function of the host that makes an address.
    private func address(
        _ name: String, _ arguments: [CallArgument], _ expression: Expression, _ target: Int
    ) -> ValueType {
        guard let index = schema.addressFunctions.firstIndex(where: { $0.name == name }),
            let given = matched(
                arguments, [Filter.Parameter("name", .text, optional: false)], "function '\(name)'", expression),
            let argument = given[0]
        else { return .faulty }
        let operand = compile(argument)
        if operand.type.isOptional {
            absent(argument)
            return .faulty
        }
        guard operand.type.isTextual else {
            report(.wrongArgument, "'\(name)' takes text, and this is \(operand.type.spoken)", argument.range)
            return .faulty
        }
        if let text = argument.literalText {
            marks.addresses.append(
                WrittenAddress(
                    function: schema.addressFunctions[index], text: text, attribute: "",
                    location: TextLocation(template.file, argument.range), isOfTheme: template.isOfTheme))
        }
        mark(argument.range)
        function.emit(.address, target, operand.register, index)
        return .url
    }

    func callHint(_ name: String) -> String? {
        Filters.byName[name] != nil ? "'\(name)' is a filter: write '|\(name)'" : nil
    }

    /// A macro of that name in an imported file.
    func imported(_ name: String) -> String? {
        for word in scope.visible {
            if case .module(let module)? = scope.find(word), case .macro? = module.scope[name] {
                return "did you mean '\(word).\(name)'?"
            }
        }
        return nil
    }

    func macroNames(_ scope: Scope) -> [String] {
        scope.visible.filter { if case .macro? = scope.find($0) { true } else { false } }
    }

    /// Calls a macro at the current place.
    func invoke(_ binding: MacroBinding, _ arguments: [CallArgument], _ expression: Expression) {
        usedMacros.insert(ObjectIdentifier(binding.macro))
        guard let given = matched(arguments, to: binding.macro, expression) else {
            if template.isOfTheme, !binding.template.isOfTheme { moveToMacro(binding) }
            return
        }
        var operands: [Operand?] = []
        for argument in given {
            if let argument { rejectGenerator(argument, "an argument") }
            operands.append(argument.map { compile($0) })
        }
        let window = function.allocate(max(1, operands.count))
        for (index, operand) in operands.enumerated() {
            if let operand { function.emit(.move, window + index, operand.register) }
        }
        let types = operands.map { $0?.type }
        let choices = given.map { argument in
            argument.flatMap { $0.literalText == nil ? self.choices(of: $0) : nil }
        }
        let key = MacroKey(
            macro: ObjectIdentifier(binding.macro), scope: ObjectIdentifier(binding.scope),
            version: binding.scope.versions, place: place, types: types,
            choices: choices.allSatisfy { $0 == nil } ? [] : choices)
        let instance: MacroInstance
        if let known = instances[key] {
            instance = known
            if !known.isDone { known.isRecursive = true }
            if known.isFaulty { isPageFaulty = true }
        } else {
            guard let made = instantiate(binding, types, key, expression) else { return }
            instance = made
        }
        marks.add(instance.marks)
        if checksNesting { apply(instance.elements, at: expression.range) }
        mark(expression.range)
        function.emit(.callMacro, instance.index, window)
        function.release(to: window)
        place = instance.end
    }

    /// Moves the last report from a call in a file of the theme to the macro of the site that it calls.
    private func moveToMacro(_ binding: MacroBinding) {
        guard let last = diagnostics.popLast() else { return }
        isPageFaulty = true
        let (macro, file) = (binding.macro, binding.template)
        guard missingBlocks.insert("\(file.name) \(macro.name.value)").inserted else { return }
        diagnostics.append(
            Diagnostic(
                last.code, "\(last.message), as '\(template.name)' of the theme calls it",
                at: TextLocation(file.file, macro.name.range),
                hint: "give it the parameters of the theme's macro"))
    }

    /// The arguments by parameter, nil for a default. Reports arguments that do not fit and returns nil.
    func matched(
        _ arguments: [CallArgument], to macro: Statement.Macro, _ expression: Expression
    ) -> [Expression?]? {
        let parameters = macro.parameters.map { ($0.name.value, $0.standard != nil) }
        return matched(arguments, parameters, "macro '\(macro.name.value)'", expression) { index in
            .init(
                "it is declared here",
                at: templates[macro.file].map { TextLocation($0.file, macro.parameters[index].name.range) })
        }
    }

    func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

    func cycle(
        _ arguments: [CallArgument], _ level: Int, _ expression: Expression, _ target: Int
    ) -> ValueType {
        guard !arguments.isEmpty, arguments.allSatisfy({ $0.name == nil }) else {
            report(.wrongArgument, "'loop.cycle' needs values to choose from", expression.range)
            return .faulty
        }
        let index = function.allocate()
        function.emit(.loopValue, index, LoopProperty.index0.rawValue, level)
        let (first, types) = adjacent(arguments.map(\.value))
        let values = function.allocate()
        function.emit(.list, values, first, arguments.count)
        program.constants.append(.int(arguments.count))
        let count = function.allocate()
        function.emit(.constant, count, program.constants.count - 1)
        function.emit(.remainder, index, index, count)
        function.emit(.index, target, values, index)
        var result = ValueType.nothing
        for type in types {
            guard let joined = ValueType.joined(result, type) else {
                report(.unlikeTypes, "these values have different types", expression.range)
                return .faulty
            }
            result = joined
        }
        return result
    }
}
