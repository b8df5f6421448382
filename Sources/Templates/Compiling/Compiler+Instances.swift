import Diagnostics

extension Compiler {
    /// Compiles a macro for the types and the place of a call.
    func instantiate(
        _ binding: MacroBinding, _ types: [ValueType?], _ key: MacroKey, _ expression: Expression
    ) -> MacroInstance? {
        guard trail.count < Limits.recursion, depth < Limits.compileDepth, !hasOverflowed else {
            overflow(expression.range, trail.count < Limits.recursion ? .depth : .files)
            return nil
        }
        let instance = MacroInstance(index: program.macros.count, start: place)
        program.macros.append(.init(name: binding.macro.name.value, entry: 0, registers: 0))
        instances[key] = instance
        let saved = State(self)
        let reported = diagnostics.count
        depth += 4
        trail.append(
            .init("'\(binding.macro.name.value)' is called here", at: TextLocation(template.file, expression.range)))
        let (outerMarks, outerElements, outerBase, wasChecked) = (marks, elements, elementBase, checksNesting)
        marks = PageMarks()
        elements = .empty
        elementBase = 0
        checksNesting = isDocument
        function = FunctionBuilder(isPage: false, reserving: max(1, types.count))
        template = binding.template
        scope = Scope(in: binding.scope)
        facts = .none
        isInMacro = true
        for (index, parameter) in binding.macro.parameters.enumerated() {
            if let type = types[index] {
                declare(parameter.name, type, index, choices: key.choices.isEmpty ? nil : key.choices[index])
            } else if let standard = parameter.standard {
                declare(parameter.name, compile(standard, into: index).type, index)
            }
        }
        scope = Scope(in: scope)
        compile(binding.macro.body)
        // Clears the arguments, so that the caller's records have no other reference and can be reused.
        for (index, type) in types.enumerated() {
            switch type?.unwrapped {
            case .record?, .list?: function.emit(.clear, index)
            default: break
            }
        }
        function.emit(.returnFromMacro)
        if instance.isRecursive, place != instance.start {
            report(
                .unsettledMarkup,
                "macro '\(binding.macro.name.value)' calls itself, but does not end where it begins in the markup",
                binding.macro.name.range)
        }
        instance.end = place
        instance.marks = marks
        instance.elements = elements
        (marks, elements, elementBase, checksNesting) = (outerMarks, outerElements, outerBase, wasChecked)
        instance.isDone = true
        instance.isFaulty = diagnostics[reported...].hasErrors
        noteClosed(instance, function.code)
        functions.append((function, instance.index))
        instructionCount += function.code.count
        saved.restore(self)
        if instructionCount > Limits.instructions { overflow(expression.range, .instructions) }
        return instance
    }

    /// The state that is restored after compiling a macro or another file.
    struct State {
        let function: FunctionBuilder
        let template: ParsedTemplate
        let scope: Scope
        let facts: Facts
        let place: Place
        let isInMacro: Bool
        let trail: [Diagnostic.Note]
        let depth: Int
        let chain: [ParsedTemplate]
        let contextScope: Scope
        let openBlocks: [(name: String, level: Int)]

        init(_ compiler: Compiler) {
            function = compiler.function
            template = compiler.template
            scope = compiler.scope
            facts = compiler.facts
            place = compiler.place
            isInMacro = compiler.isInMacro
            trail = compiler.trail
            depth = compiler.depth
            chain = compiler.chain
            contextScope = compiler.contextScope
            openBlocks = compiler.openBlocks
        }

        func restore(_ compiler: Compiler) {
            compiler.function = function
            compiler.template = template
            compiler.scope = scope
            compiler.facts = facts
            compiler.place = place
            compiler.isInMacro = isInMacro
            compiler.trail = trail
            compiler.depth = depth
            compiler.chain = chain
            compiler.contextScope = contextScope
            compiler.openBlocks = openBlocks
        }
    }
}
