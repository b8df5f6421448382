import Diagnostics

extension Compiler {
    // MARK: Loops

    func compile(_ loop: Statement.Loop) {
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
                hint: "check it with 'if', or write '|default([])'")
        case .text, .markup, .html: report(.textLists, loop.list.range)
        default:
            report(.wrongType, "'for' needs a list, and this is \(list.type.spoken)", loop.list.range)
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
            // The second iteration begins where the first one ended: the body must be right in both places.
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
                    .unsettledMarkup, "this 'for' does not end where it begins in the markup", loop.range)
                place = both
            }
            return finish(loop, begins, variable, both)
        }
        finish(loop, begins, variable, start)
    }

    func finish(_ loop: Statement.Loop, _ begins: Int, _ variable: Int, _ start: Place) {
        mark(loop.range)
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

    func compileBody(_ loop: Statement.Loop, _ element: ValueType, _ variable: Int) {
        region(in: Scope(in: scope)) {
            declareElement(loop, element, variable)
            scope.bind(
                "loop",
                to: .loop(element: element, depth: function.loopDepth, id: newID(), frame: function))
            // What the filter asks for is there in the body.
            if let filter = loop.filter { facts = facts.union(self.facts(of: filter, when: true)) }
            let (before, base) = (elements, elementBase)
            elementBase = elements.open.count
            region(in: Scope(in: scope)) { compile(loop.body) }
            elementBase = base
            if checksNesting { closeElements(to: before, "in this loop") }
        }
    }

    func declareElement(_ loop: Statement.Loop, _ element: ValueType, _ variable: Int) {
        guard loop.names.count > 1 else { return declare(loop.names[0], element, variable) }
        guard loop.names.count == 2, case .group(let key, let item) = element else {
            if element != .faulty {
                report(.unpackedLoops, loop.names[0].range.joined(with: loop.names[loop.names.count - 1].range))
            }
            for name in loop.names { declare(name, .faulty, variable) }
            return
        }
        function.emit(.field, variable + 1, variable, 0)
        function.emit(.field, variable + 2, variable, 1)
        declare(loop.names[0], key, variable + 1)
        declare(loop.names[1], .list(item), variable + 2)
    }

    func filtered(
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
        mark(loop.range)
        function.emit(.loopNext, begins + 1, 0, variable)
        function.loopDepth -= 1
        function.land(begins)
        mark(loop.range)
        function.emit(.buildEnd, result)
        return Operand(type: list.type, register: result)
    }
}
