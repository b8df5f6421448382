import Diagnostics

extension Compiler {
    func compile(_ statements: [Statement]) {
        for statement in statements {
            if hasOverflowed { return }
            steps += 1
            compile(statement)
        }
    }

    func compile(_ statement: Statement) {
        switch statement {
        case .text(let range): literal(range)
        case .print(let expression): print(expression)
        case .condition(let condition): deeper(condition.range) { compile(condition) }
        case .loop(let loop): deeper(loop.range) { compile(loop) }
        case .assign(let name, let value): assign(name, value)
        case .assignBlock(let name, let body, let range):
            let register = function.allocate()
            let type = capture(into: register, range) { region(in: Scope(in: scope)) { compile(body) } }
            declare(name, type, register)
        case .scope(let values, let body):
            let inner = Scope(in: scope)
            var declared: [(Located<String>, Operand)] = []
            let mark = function.mark
            for (name, value) in values { declared.append((name, compileFresh(value))) }
            region(in: inner) {
                for (name, operand) in declared { declare(name, operand.type, operand.register) }
                if let first = values.first {
                    deeper(first.name.range) { compile(body) }
                } else {
                    compile(body)
                }
            }
            function.leave(mark)
        case .include(let include): deeper(include.range) { compile(include) }
        case .importAll(let file, let alias):
            if let module = importModule(file) {
                bind(alias, .module(module))
            } else {
                scope.bind(alias.value, to: .faulty)
            }
        case .importNames(let file, let names): importNames(file, names)
        case .macro(let macro):
            macroScopes.append(scope)
            scope.bind(macro.name.value, to: .macro(MacroBinding(macro, scope: scope, template: template)))
        case .block(let block): deeper(block.name.range) { compile(block) }
        case .extends(let name):
            report(.templateSyntax, "'extends' comes after other tags", name.range)
        }
    }

    // MARK: Names

    func bind(_ name: Located<String>, _ binding: Binding) {
        guard name.value != "loop", name.value != "super" else {
            report(.templateSyntax, "'\(name.value)' is a reserved name", name.range)
            return
        }
        scope.bind(name.value, to: binding)
    }

    /// - Parameter choices: the texts that the value can be; nil if it can be any.
    func declare(_ name: Located<String>, _ type: ValueType, _ register: Int, choices: [String]? = nil) {
        let id = newID()
        if let choices { valueChoices[id] = choices }
        bind(name, .value(type: type, register: register, id: id, frame: function))
    }

    /// The texts that a name can be that is set to a value; nil for a literal, since the name may be set again.
    private func scopeChoices(of value: Expression) -> [String]? {
        value.literalText == nil ? choices(of: value) : nil
    }

    func assign(_ name: Located<String>, _ value: Expression) {
        rejectGenerator(value, "set")
        // A name of this scope keeps its register, so that both branches of a condition set the same register.
        if case .value(_, let register, _, let frame)? = scope[name.value], frame === function {
            let type = compile(value, into: register).type
            declare(name, type, register, choices: scopeChoices(of: value))
        } else {
            let operand = compileFresh(value)
            declare(name, operand.type, operand.register, choices: scopeChoices(of: value))
        }
    }
}
