import Diagnostics

extension Compiler {
    func compile(_ statements: [Statement]) {
        for statement in statements {
            if hasOverflowed { return }
            steps += 1
            compile(statement)
        }
    }

    private func compile(_ statement: Statement) {
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
            report(.templateSyntax, "'extends' stands after what it would replace", name.range)
        }
    }

    // MARK: Names

    func bind(_ name: Located<String>, _ binding: Binding) {
        guard name.value != "loop", name.value != "super" else {
            report(.templateSyntax, "'\(name.value)' is the language's own name", name.range)
            return
        }
        scope.bind(name.value, to: binding)
    }

    func declare(_ name: Located<String>, _ type: ValueType, _ register: Int) {
        bind(name, .value(type: type, register: register, id: newID(), frame: function))
    }

    private func assign(_ name: Located<String>, _ value: Expression) {
        refuseGenerator(value, "set")
        // A name of this scope keeps its register, so that both branches of a condition set the same one.
        if case .value(_, let register, _, let frame)? = scope.bindings[name.value], frame === function {
            let type = compile(value, into: register).type
            declare(name, type, register)
        } else {
            let operand = compileFresh(value)
            declare(name, operand.type, operand.register)
        }
    }

    // MARK: Conditions

    private func compile(_ condition: Statement.Condition) {
        predeclare(condition)
        let startPlace = place
        let startFacts = facts
        let names = scope.bindings
        var ends: [Place] = []
        var exits: [Int] = []
        var after: [[String: Binding]] = []
        var endsFalse: [Int] = []
        var mark = function.mark
        for (index, branch) in condition.branches.enumerated() {
            for jump in endsFalse { function.land(jump) }
            let cacheBefore = function.cache
            endsFalse = jumps(unless: branch.test)
            let ifTrue = facts.union(self.facts(of: branch.test, when: true))
            let ifFalse = facts.union(self.facts(of: branch.test, when: false))
            facts = ifTrue
            runBranch(branch.body, from: startPlace, names: names, ends: &ends, after: &after)
            facts = ifFalse
            // Of `a and b` only `a` was surely worked out where the whole is false.
            if !isSimpleTest(branch.test) { function.cache = cacheBefore }
            if index == 0 { mark = function.mark }
            if index < condition.branches.count - 1 || condition.otherwise != nil {
                exits.append(function.emit(.jump))
            }
        }
        for jump in endsFalse { function.land(jump) }
        runBranch(condition.otherwise ?? [], from: startPlace, names: names, ends: &ends, after: &after)
        for jump in exits { function.land(jump) }
        facts = startFacts
        function.leave(mark)
        join(ends, condition)
        joinNames(after, condition)
    }

    private func isSimpleTest(_ test: Expression) -> Bool {
        switch test.kind {
        case .not(let inner): isSimpleTest(inner)
        case .name, .field: true
        default: false
        }
    }

    private func runBranch(
        _ body: [Statement], from start: Place, names: [String: Binding], ends: inout [Place],
        after: inout [[String: Binding]]
    ) {
        place = start
        for (name, binding) in names { restore(name, binding) }
        let mark = function.mark
        let oldFacts = facts
        compile(body)
        facts = oldFacts
        function.leave(mark)
        ends.append(place)
        after.append(scope.bindings)
    }

    private func restore(_ name: String, _ binding: Binding) {
        // Most names were not touched; binding them anew would count as a change.
        switch (scope.bindings[name], binding) {
        case (.value(_, _, let id, _)?, .value(_, _, let old, _)) where id == old: return
        case (.value?, .value): scope.bind(name, to: binding)
        default: return
        }
    }

    /// Names that a branch sets get their register before the condition, and hold there what they held outside.
    private func predeclare(_ condition: Statement.Condition) {
        var names: [Located<String>] = []
        func collect(_ statements: [Statement]) {
            for statement in statements {
                switch statement {
                case .assign(let name, _), .assignBlock(let name, _, _): names.append(name)
                case .condition(let inner):
                    for branch in inner.branches { collect(branch.body) }
                    collect(inner.otherwise ?? [])
                default: break
                }
            }
        }
        for branch in condition.branches { collect(branch.body) }
        collect(condition.otherwise ?? [])
        for name in names where !scope.has(name.value) && name.value != "loop" && name.value != "super" {
            let register = function.allocate()
            var type = ValueType.optional(.nothing)
            switch scope.find(name.value) {
            case .value?, .root?:
                let outer = Expression(kind: .name(name.value), range: name.range, height: 1)
                type = compile(outer, into: register).type
            default: function.emit(.clear, register)
            }
            declare(name, type, register)
        }
    }

    private func join(_ ends: [Place], _ condition: Statement.Condition) {
        guard var result = ends.first else { return }
        for end in ends.dropFirst() {
            guard let joined = Place.joined(result, end) else {
                report(
                    .unsettledMarkup,
                    "the branches of this 'if' end in different places of the markup: once \(result.description), "
                        + "once \(end.description)", condition.range,
                    hint: condition.otherwise == nil
                        ? "what the 'if' opens must be closed before 'endif'" : "end each branch in the same place")
                place = ends[0]
                return
            }
            result = joined
        }
        place = result
    }

    private func joinNames(_ after: [[String: Binding]], _ condition: Statement.Condition) {
        guard let first = after.first else { return }
        for name in first.keys.sorted() {
            var type: ValueType?
            var ids: Set<Int> = []
            var register = 0
            var isValue = true
            for bindings in after {
                guard case .value(let branchType, let at, let id, _)? = bindings[name] else {
                    isValue = false
                    break
                }
                ids.insert(id)
                register = at
                guard let known = type else {
                    type = branchType
                    continue
                }
                guard let joined = ValueType.joined(known, branchType) else {
                    report(
                        .unlikeTypes,
                        "'\(name)' is \(known.spoken) in one branch and \(branchType.spoken) in another",
                        condition.range)
                    type = .faulty
                    continue
                }
                type = joined
            }
            guard isValue, ids.count > 1, let type else { continue }
            scope.bind(name, to: .value(type: type, register: register, id: newID(), frame: function))
        }
    }

    // MARK: Loops

    private func compile(_ loop: Statement.Loop) {
        let mark = function.mark
        defer { function.leave(mark) }
        var list = compile(loop.list)
        var element = ValueType.faulty
        switch list.type {
        case .list(let type): element = type
        case .faulty: break
        case .optional(.list):
            report(
                .maybeAbsent, "this list may be absent", loop.list.range,
                hint: "ask for it with 'if', or write '|default([])'")
        default:
            report(.wrongType, "'for' walks a list, and this is \(list.type.spoken)", loop.list.range)
        }
        if let filter = loop.filter { list = filtered(list, element, loop, filter) }
        let start = place
        let variable = function.allocate(3)
        let begins = function.emit(.loopStart, list.register, 0, variable)
        function.loopDepth += 1
        let checkpoint = function.checkpoint
        let reported = diagnostics.count
        compileBody(loop, element, variable)
        if place != start {
            // A second round begins where the first one ended: what follows must suit both.
            guard let both = Place.joined(start, place) else {
                report(
                    .unsettledMarkup,
                    "this 'for' begins \(start.description) and ends \(place.description)", loop.range,
                    hint: "what the loop opens must be closed before 'endfor'")
                place = start
                return finish(loop, begins, variable, start)
            }
            function.rewind(to: checkpoint)
            diagnostics.removeSubrange(reported...)
            place = both
            compileBody(loop, element, variable)
            if Place.joined(both, place) != both {
                report(
                    .unsettledMarkup, "this 'for' does not end in the place of the markup where it begins", loop.range)
                place = both
            }
            return finish(loop, begins, variable, both)
        }
        finish(loop, begins, variable, start)
    }

    private func finish(_ loop: Statement.Loop, _ begins: Int, _ variable: Int, _ start: Place) {
        function.emit(.loopNext, begins + 1, 0, variable)
        function.loopDepth -= 1
        let ended = place
        guard let otherwise = loop.otherwise else {
            function.land(begins)
            return
        }
        let exit = function.emit(.jump)
        function.land(begins)
        place = start
        region(in: Scope(in: scope)) { compile(otherwise) }
        function.land(exit)
        guard let joined = Place.joined(ended, place) else {
            report(
                .unsettledMarkup, "this 'for' and its 'else' end in different places of the markup", loop.range)
            return
        }
        place = joined
    }

    private func compileBody(_ loop: Statement.Loop, _ element: ValueType, _ variable: Int) {
        region(in: Scope(in: scope)) {
            declareElement(loop, element, variable)
            scope.bind(
                "loop",
                to: .loop(element: element, depth: function.loopDepth, id: newID(), frame: function))
            region(in: Scope(in: scope)) { compile(loop.body) }
        }
    }

    private func declareElement(_ loop: Statement.Loop, _ element: ValueType, _ variable: Int) {
        guard loop.names.count > 1 else { return declare(loop.names[0], element, variable) }
        guard loop.names.count == 2, case .group(let key, let item) = element else {
            if element != .faulty {
                report(
                    .leftOut, "only the groups of 'groupby' can be taken apart into two names",
                    loop.names[0].range.joined(with: loop.names[loop.names.count - 1].range))
            }
            for name in loop.names { declare(name, .faulty, variable) }
            return
        }
        function.emit(.field, variable + 1, variable, 0)
        function.emit(.field, variable + 2, variable, 1)
        declare(loop.names[0], key, variable + 1)
        declare(loop.names[1], .list(item), variable + 2)
    }

    private func filtered(
        _ list: Operand, _ element: ValueType, _ loop: Statement.Loop, _ filter: Expression
    ) -> Operand {
        let result = function.allocate()
        function.emit(.buildStart)
        let variable = function.allocate(3)
        let begins = function.emit(.loopStart, list.register, 0, variable)
        function.loopDepth += 1
        region(in: Scope(in: scope)) {
            declareElement(loop, element, variable)
            let skips = jumps(unless: filter)
            function.emit(.buildAppend, variable)
            for skip in skips { function.land(skip) }
        }
        function.emit(.loopNext, begins + 1, 0, variable)
        function.loopDepth -= 1
        function.land(begins)
        function.emit(.buildEnd, result)
        return Operand(type: list.type, register: result)
    }
}
