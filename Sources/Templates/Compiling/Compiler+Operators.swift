import Diagnostics

extension Compiler {
    // MARK: Conditions

    /// Compiles a condition that continues with the next instruction if it is true.
    ///
    /// - Returns: the jumps taken if it is false.
    func jumps(unless expression: Expression) -> [Int] { jumps(expression, when: false) }

    /// Compiles a condition that jumps if its truth is the given one, and continues otherwise.
    func jumps(_ expression: Expression, when truth: Bool) -> [Int] {
        switch expression.kind {
        case .not(let inner): return jumps(inner, when: !truth)
        case .truth(let value): return value == truth ? [function.emit(.jump)] : []
        case .and(let left, let right): return both(left, right, isAnd: true, when: truth)
        case .or(let left, let right): return both(left, right, isAnd: false, when: truth)
        default:
            rejectGenerator(expression, "a condition")
            let operand = compile(expression)
            return [function.emit(truth ? .jumpIfTrue : .jumpIfFalse, operand.register)]
        }
    }

    func both(_ left: Expression, _ right: Expression, isAnd: Bool, when truth: Bool) -> [Int] {
        // `a and b` jumps on false if either is false. It jumps on true if both are, after an exit for `a`.
        let oldFacts = facts
        let cache = function.cache
        defer { facts = oldFacts }
        if isAnd != truth {
            let first = jumps(left, when: truth)
            facts = oldFacts.union(self.facts(of: left, when: !truth))
            return first + jumps(right, when: truth)
        }
        let exits = jumps(left, when: !truth)
        facts = oldFacts.union(self.facts(of: left, when: truth))
        let result = jumps(right, when: truth)
        // The exits skip `right`, so its registers are not cached.
        function.cache = cache
        for exit in exits { function.land(exit) }
        return result
    }

    /// `and` and `or` as values: the last operand that was evaluated.
    func choose(
        _ left: Expression, _ right: Expression, isAnd: Bool, _ expression: Expression, _ target: Int,
        isOnlyTrueUsed: Bool = false
    ) -> ValueType {
        rejectGenerator(left, "a condition")
        let leftType: ValueType
        if !isAnd, case .and(let first, let second) = left.kind {
            // Of `a and b or c`, `a` is never the value.
            leftType = choose(first, second, isAnd: true, left, target, isOnlyTrueUsed: true)
        } else {
            leftType = compile(left, into: target).type
        }
        let skip = function.emit(isAnd ? .jumpIfFalse : .jumpIfTrue, target)
        let oldFacts = facts
        let cache = function.cache
        facts = oldFacts.union(self.facts(of: left, when: isAnd))
        let rightType = compile(right, into: target).type
        facts = oldFacts
        function.cache = cache
        function.land(skip)
        if isOnlyTrueUsed { return rightType.unwrapped }
        let kept = isAnd ? leftType : leftType.unwrapped
        guard let joined = ValueType.joined(kept, rightType) else {
            // Both types must agree because the value is used; a condition alone has no type.
            report(
                .unlikeTypes,
                "the result of '\(isAnd ? "and" : "or")' is \(kept.spoken) or \(rightType.spoken)", expression.range,
                hint: "both sides must have one type if the value is used")
            return .faulty
        }
        return !isAnd && leftType == .none ? rightType : joined
    }

    func conditional(
        _ value: Expression, _ test: Expression, _ otherwise: Expression?, _ expression: Expression, _ target: Int
    ) -> ValueType {
        let oldFacts = facts
        let cache = function.cache
        let fails = jumps(unless: test)
        let whenFalse = self.facts(of: test, when: false)
        facts = oldFacts.union(self.facts(of: test, when: true))
        let first = compile(value, into: target).type
        function.cache = cache
        facts = oldFacts.union(whenFalse)
        let exit = function.emit(.jump)
        for fail in fails { function.land(fail) }
        var second = ValueType.optional(.nothing)
        if let otherwise { second = compile(otherwise, into: target).type } else { function.emit(.clear, target) }
        function.cache = cache
        facts = oldFacts
        function.land(exit)
        guard let joined = ValueType.joined(first, second) else {
            report(
                .unlikeTypes, "this is \(first.spoken) or \(second.spoken)", expression.range,
                hint: "both sides must have one type")
            return .faulty
        }
        return joined
    }

    /// Some filters of Jinja return generators, which are always true and can be iterated once.
    func rejectGenerator(_ expression: Expression, _ use: String) {
        guard case .filter(_, let name, _) = expression.kind else { return }
        let generators: Set<String> = [
            "map", "select", "reject", "selectattr", "rejectattr", "batch", "slice", "unique",
        ]
        guard generators.contains(name.value) else { return }
        report(
            .wrongType,
            use == "a condition"
                ? "in Jinja '\(name.value)' is always true, even if it finds nothing"
                : "in Jinja the result of '\(name.value)' can be iterated only once", name.range,
            hint: "write '|list' after it")
    }

    // MARK: Numbers and text

    /// Compiles an expression that must be a number.
    func number(_ expression: Expression, _ use: String) -> Int {
        let operand = compile(expression)
        if operand.type != .number, operand.type != .faulty, operand.type != .nothing {
            if operand.type.isOptional {
                absent(expression)
            } else {
                report(.wrongType, "\(use) takes a number, and this is \(operand.type.spoken)", expression.range)
            }
        }
        return operand.register
    }

    func absent(_ expression: Expression) {
        let written = template.file.text(in: expression.range)
        let isShort = written.utf8.count < 40 && !written.utf8.contains(0x0A)
        report(
            .maybeAbsent, isShort ? "'\(written)' may be absent" : "this may be absent", expression.range,
            hint: isShort
                ? "check it first: '{% if \(written) %}', or write '\(written)|default(\"…\")'"
                : "check it first with 'if', or write '|default(\"…\")'")
    }

    func arithmetic(
        _ kind: ArithmeticOperator, _ left: Expression, _ right: Expression, _ expression: Expression, _ target: Int
    ) -> ValueType {
        let first = compile(left)
        let second = compile(right)
        mark(expression.range)
        function.emit(.init(kind), target, first.register, second.register)
        for (operand, part) in [(first, left), (second, right)] where operand.type.isOptional {
            absent(part)
            return .faulty
        }
        switch (kind, first.type, second.type) {
        case (_, .faulty, _), (_, _, .faulty): return .faulty
        case (_, .number, .number): return .number
        case (.add, .list(let a), .list(let b)):
            if let joined = ValueType.joined(a, b) { return .list(joined) }
        case (.add, _, _) where first.type.isTextual && second.type.isTextual: return .text
        case (.add, _, _)
        where (first.type.isMarkup || first.type.isTextual) && (second.type.isMarkup || second.type.isTextual):
            return ValueType.joined(first.type, second.type) ?? .html
        case (.multiply, .text, .number), (.multiply, .number, .text): return .text
        default: break
        }
        report(
            .wrongType, "'\(kind.symbol)' does not work on \(first.type.spoken) and \(second.type.spoken)",
            expression.range,
            hint: kind == .add && (first.type.isTextual || second.type.isTextual)
                ? "'~' joins text" : nil)
        return .faulty
    }

    func concat(_ parts: [Expression], _ target: Int) -> ValueType {
        let (first, types) = adjacent(parts)
        mark(parts)
        function.emit(.concat, target, first, parts.count)
        var result = ValueType.text
        for (type, part) in zip(types, parts) {
            switch type {
            case .html: result = .html
            case .markup: if result == .text { result = .markup }
            default: checkWritable(type, part)
            }
        }
        return result
    }

    /// Reports a type that cannot be printed.
    func checkWritable(_ type: ValueType, _ expression: Expression) {
        switch type {
        case .optional, .none: absent(expression)
        case .list, .record, .group:
            report(
                .notPrintable, "\(type.spoken) cannot be printed", expression.range, hint: printHint(type))
        default: break
        }
    }

    func printHint(_ type: ValueType) -> String? {
        switch type {
        case .record(let name):
            guard let fields = shapes[name]?.fields else { return nil }
            let shown = ["name", "title", "html", "words"].first { wanted in fields.contains { $0.name == wanted } }
            return shown.map { "did you mean '.\($0)'?" }
        case .list(.text), .list(.number): return "write '|join(\", \")'"
        case .list: return "loop over it with 'for'"
        default: return nil
        }
    }
}
