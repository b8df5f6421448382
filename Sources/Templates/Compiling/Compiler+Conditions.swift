import Diagnostics

extension Compiler {
    // MARK: Conditions

    func compile(_ condition: Statement.Condition) {
        predeclare(condition)
        let startPlace = place
        let startFacts = facts
        let names = scope.bindings
        let startElements = elements
        var elementEnds: [(OpenElements, OpenElements.Condition)] = []
        func enter(_ index: Int) { elements = startElements.entering(self.condition(index, of: condition)) }
        func leave(_ index: Int) { elementEnds.append((elements, self.condition(index, of: condition))) }
        var ends: [Place] = []
        var exits: [Int] = []
        var after: [[(name: String, binding: Binding)]] = []
        var endsFalse: [Int] = []
        var mark = function.mark
        for (index, branch) in condition.branches.enumerated() {
            for jump in endsFalse { function.land(jump) }
            let cacheBefore = function.cache
            endsFalse = jumps(unless: branch.test)
            let ifTrue = facts.union(self.facts(of: branch.test, when: true))
            let ifFalse = facts.union(self.facts(of: branch.test, when: false))
            facts = ifTrue
            enter(index)
            runBranch(branch.body, from: startPlace, names: names, ends: &ends, after: &after)
            leave(index)
            facts = ifFalse
            // If `a and b` is false, only `a` was certainly evaluated.
            if !isSimpleTest(branch.test) { function.cache = cacheBefore }
            if index == 0 { mark = function.mark }
            if index < condition.branches.count - 1 || condition.otherwise != nil {
                exits.append(function.emit(.jump))
            }
        }
        for jump in endsFalse { function.land(jump) }
        enter(condition.branches.count)
        runBranch(condition.otherwise ?? [], from: startPlace, names: names, ends: &ends, after: &after)
        leave(condition.branches.count)
        elements = OpenElements.joined(elementEnds)
        for jump in exits { function.land(jump) }
        facts = startFacts
        function.leave(mark)
        join(ends, condition)
        joinNames(after, condition)
    }

    func isSimpleTest(_ test: Expression) -> Bool {
        switch test.kind {
        case .not(let inner): isSimpleTest(inner)
        case .name, .field: true
        default: false
        }
    }

    func runBranch(
        _ body: [Statement], from start: Place, names: [(name: String, binding: Binding)], ends: inout [Place],
        after: inout [[(name: String, binding: Binding)]]
    ) {
        place = start
        for (index, (name, binding)) in names.enumerated() { restore(name, binding, at: index) }
        let mark = function.mark
        let oldFacts = facts
        compile(body)
        facts = oldFacts
        function.leave(mark)
        ends.append(place)
        after.append(scope.bindings)
    }

    func restore(_ name: String, _ binding: Binding, at index: Int) {
        // Most names are unchanged; binding them again would count as a change.
        switch (scope.bindings[index].binding, binding) {
        case (.value(_, _, let id, _), .value(_, _, let old, _)) where id == old: return
        case (.value, .value): scope.bind(name, to: binding)
        default: return
        }
    }

    /// Names that a branch sets get a register before the condition, with the value that they have outside.
    func predeclare(_ condition: Statement.Condition) {
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
        for name in names where scope[name.value] == nil && name.value != "loop" && name.value != "super" {
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

    func join(_ ends: [Place], _ condition: Statement.Condition) {
        guard var result = ends.first else { return }
        for end in ends.dropFirst() {
            guard let joined = Place.joined(result, end) else {
                report(
                    .unsettledMarkup,
                    "the branches of this 'if' end in different places of the markup: \(result.description), "
                        + "and \(end.description)", condition.range,
                    hint: condition.otherwise == nil
                        ? "what the 'if' opens must be closed before 'endif'" : "end each branch in the same place")
                place = ends[0]
                return
            }
            result = joined
        }
        place = result
    }

    func joinNames(_ after: [[(name: String, binding: Binding)]], _ condition: Statement.Condition) {
        guard let first = after.first else { return }
        for (index, (name, _)) in first.enumerated() {
            var type: ValueType?
            var ids: Set<Int> = []
            var register = 0
            var isValue = true
            for bindings in after {
                guard case .value(let branchType, let at, let id, _) = bindings[index].binding else {
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
}
