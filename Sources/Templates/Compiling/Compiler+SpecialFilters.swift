import Diagnostics

extension Compiler {
    /// Filters that need more than a call: with field names in quotes, tests or conditions.
    func specialFilter(
        _ filter: String, _ value: Expression, _ name: Located<String>, _ arguments: [CallArgument],
        _ expression: Expression, _ target: Int
    ) -> ValueType {
        switch filter {
        case "default": return standard(value, arguments, expression, target)
        case "escape", "forceescape", "json":
            let input = compile(value)
            if filter == "json" { checkJSON(input.type, value) } else { checkWritable(input.type, value) }
            let functions = ["escape": Filters.escape, "forceescape": Filters.forceEscape, "json": Filters.json]
            let window = function.allocate()
            function.emit(.move, window, input.register)
            emitCall(functions[filter] ?? Filters.escape, window, 1, expression.range, target)
            return filter == "escape" && input.type == .html ? .html : .markup
        case "first", "last":
            let input = compile(value)
            let window = function.allocate()
            function.emit(.move, window, input.register)
            emitCall(filter == "first" ? Filters.first : Filters.last, window, 1, expression.range, target)
            switch input.type {
            case .list(let element):
                if let key = pathKey(value), facts.truthy.contains(key) { return element }
                return element.madeOptional
            case .text, .url: return .optional(.text)
            case .faulty: return .faulty
            default:
                wrongInput(filter, "a list or text", input.type, value)
                return .faulty
            }
        case "map": return map(value, arguments, expression, target)
        case "select", "reject": return select(value, arguments, nil, isKept: filter == "select", name, target)
        case "selectattr", "rejectattr", "where":
            guard let first = arguments.first, first.name == nil, let path = first.value.literalText else {
                report(.wrongArgument, "'\(filter)' needs the name of a field in quotes", expression.range)
                return .faulty
            }
            var rest = Array(arguments.dropFirst())
            if filter == "where", !rest.isEmpty {
                let equal = Expression(kind: .text("equalto"), range: first.value.range, height: 1)
                rest.insert(CallArgument(name: nil, value: equal), at: 0)
            }
            return select(
                value, rest, Located(path, first.value.range), isKept: filter != "rejectattr", name, target)
        default: return keyed(filter, value, name, arguments, expression, target)
        }
    }

    func wrongInput(_ filter: String, _ takes: String, _ type: ValueType, _ value: Expression) {
        if type.isOptional { return absent(value) }
        report(.wrongType, "'\(filter)' takes \(takes), and this is \(type.spoken)", value.range)
    }

    /// The list that a filter takes, and the type of its elements.
    func input(_ filter: String, _ value: Expression) -> (operand: Operand, element: ValueType) {
        let operand = compile(value)
        if case .list(let element) = operand.type { return (operand, element) }
        if operand.type == .text || operand.type.isMarkup {
            report(.textLists, value.range)
            return (operand, .faulty)
        }
        if operand.type != .faulty { wrongInput(filter, "a list", operand.type, value) }
        return (operand, .faulty)
    }

    func checkJSON(_ type: ValueType, _ value: Expression) {
        switch type {
        case .record, .group:
            report(
                .wrongType, "'json' takes text, numbers, truths and lists of them", value.range,
                hint: "print its fields, or write a template 'exports/….json'")
        case .list(let element), .optional(let element): checkJSON(element, value)
        default: break
        }
    }

    // MARK: default

    /// Compiles a value that may be absent. Of a path, any part may be: `a.b` is absent if `a` is.
    func chained(_ expression: Expression) -> Operand {
        guard case .field(let base, let name) = expression.kind, pathKey(expression) != nil else {
            return compile(expression)
        }
        if case .name("loop") = base.kind { return compile(expression) }
        let start = chained(base)
        guard case .optional(let wrapped) = start.type, let (type, slot) = field(name, of: wrapped) else {
            return compile(expression)
        }
        let register = function.allocate()
        function.emit(.field, register, start.register, slot)
        return Operand(type: narrowed(type.madeOptional, pathKey(expression)), register: register)
    }

    func standard(
        _ value: Expression, _ arguments: [CallArgument], _ expression: Expression, _ target: Int
    ) -> ValueType {
        let parameters = [Filter.Parameter("default_value", .faulty), .init("boolean", .truth)]
        let start = chained(value)
        let type = start.type
        function.emit(.move, target, start.register)
        guard let given = matched(arguments, parameters, "filter 'default'", expression) else { return .faulty }
        var isBoolean = false
        if let boolean = given[1] {
            guard case .truth(let truth) = boolean.kind else {
                report(.wrongArgument, "'boolean' of filter 'default' is 'true' or 'false'", boolean.range)
                return .faulty
            }
            isBoolean = truth
        }
        let cache = function.cache
        let keeps = function.emit(isBoolean ? .jumpIfTrue : .jumpIfPresent, target)
        let other = given[0].map { compile($0, into: target).type } ?? constant(.text(""), .text, target)
        function.land(keeps)
        function.cache = cache
        guard let joined = ValueType.joined(type.unwrapped == .none ? .nothing : type.unwrapped, other) else {
            report(
                .unlikeTypes, "the value is \(type.unwrapped.spoken), and its default \(other.spoken)",
                (given[0] ?? expression).range)
            return .faulty
        }
        return joined
    }

    // MARK: Building lists

    /// Compiles a loop over a list that builds another list: `step` appends values for each element.
    func build(
        from list: Operand, into target: Int, _ step: (_ element: Int) -> Void
    ) {
        function.emit(.buildStart)
        let mark = function.mark
        let variable = function.allocate()
        let begins = function.emit(.loopStart, list.register, 0, variable)
        function.loopDepth += 1
        step(variable)
        function.emit(.loopNext, begins + 1, 0, variable)
        function.loopDepth -= 1
        function.land(begins)
        function.leave(mark)
        function.emit(.buildEnd, target)
    }

    /// Reads `a.b.c` from a register, in place, and returns the type. Reports a missing field and returns nil.
    func follow(_ path: Located<String>, from type: ValueType, _ register: Int) -> ValueType? {
        var type = type
        let parts = path.value.split(separator: ".", omittingEmptySubsequences: false)
        for (index, written) in parts.enumerated() {
            // The named members of a list: `extra.beat`.
            let hidden = Substring(RecordShape.memberPrefix + written)
            let isOwner = index + 1 < parts.count && fieldExists(hidden, of: type)
            let part = isOwner ? hidden : written
            if type == .faulty || type == .nothing { return .faulty }
            if type.isOptional {
                report(.maybeAbsent, "the value before '.\(part)' may be absent", path.range)
                return nil
            }
            guard let (next, slot) = field(Located(String(part), path.range), of: type) else {
                if case .record(let record) = type {
                    report(
                        .unknownField, "record '\(record)' has no field '\(part)'", path.range,
                        hint: didYouMean(String(part), shapes[record]?.namedFields.map(\.name) ?? []))
                } else {
                    report(.unknownField, "\(type.spoken) has no field '\(part)'", path.range)
                }
                return nil
            }
            function.emit(.field, register, register, slot)
            type = next
        }
        return type
    }

    private func fieldExists(_ name: Substring, of type: ValueType) -> Bool {
        guard case .record(let record) = type else { return false }
        return shapes[record]?.fields.contains { $0.name == name } == true
    }

    func map(
        _ value: Expression, _ arguments: [CallArgument], _ expression: Expression, _ target: Int
    ) -> ValueType {
        let (list, element) = input("map", value)
        var result: ValueType = .faulty
        if let first = arguments.first, first.name == nil {
            guard let name = first.value.literalText else {
                report(.wrongArgument, "'map' needs the name of a filter in quotes", first.value.range)
                return .faulty
            }
            build(from: list, into: target) { register in
                region(in: Scope(in: scope)) {
                    let id = " element"
                    scope.bind(id, to: .value(type: element, register: register, id: newID(), frame: function))
                    let item = Expression(kind: .name(id), range: value.range, height: 1)
                    result = filter(
                        item, Located(name, first.value.range), Array(arguments.dropFirst()), expression, register)
                }
                function.emit(.buildAppend, register)
            }
            return .list(result)
        }
        let parameters = [Filter.Parameter("attribute", .text, optional: false), .init("default", .faulty)]
        guard let given = matched(arguments, parameters, "filter 'map'", expression),
            let path = literal(given[0], "attribute")
        else { return .faulty }
        let fallback = given[1].map { compile($0) }
        build(from: list, into: target) { register in
            guard let type = follow(path, from: element, register) else { return }
            result = type
            if let fallback {
                let keeps = function.emit(.jumpIfPresent, register)
                function.emit(.move, register, fallback.register)
                function.land(keeps)
                result = ValueType.joined(type.unwrapped, fallback.type) ?? .faulty
                if result == .faulty, type != .faulty {
                    report(.unlikeTypes, "the default is \(fallback.type.spoken), the field \(type.spoken)", path.range)
                }
            }
            function.emit(.buildAppend, register)
        }
        return .list(result)
    }

    func literal(_ expression: Expression?, _ what: String) -> Located<String>? {
        guard let expression else { return nil }
        guard let text = expression.literalText else {
            report(.wrongArgument, "'\(what)' is the name of a field in quotes", expression.range)
            return nil
        }
        return Located(text, expression.range)
    }

    func select(
        _ value: Expression, _ arguments: [CallArgument], _ path: Located<String>?, isKept: Bool,
        _ name: Located<String>, _ target: Int
    ) -> ValueType {
        let (list, element) = input(name.value, value)
        var test: Located<String>?
        if let first = arguments.first {
            guard first.name == nil, let text = first.value.literalText else {
                report(.wrongArgument, "'\(name.value)' needs the name of a test in quotes", first.value.range)
                return .faulty
            }
            test = Located(text, first.value.range)
        }
        checkChoice(path, of: element, test, Array(arguments.dropFirst()))
        build(from: list, into: target) { variable in
            let register = function.allocate()
            function.emit(.move, register, variable)
            var type = element
            if let path {
                guard let found = follow(path, from: element, register) else { return }
                type = found
            }
            if let test {
                let operand = Operand(type: type, register: register)
                self.test(operand, nil, test, Array(arguments.dropFirst()), test.range, register)
            }
            let skip = function.emit(isKept ? .jumpIfFalse : .jumpIfTrue, register)
            function.emit(.buildAppend, variable)
            function.land(skip)
        }
        guard leavesPresent(test?.value, Array(arguments.dropFirst()), isKept: isKept) else { return list.type }
        return .list(
            path.map { refined(element, $0.value.split(separator: ".").map(String.init)) } ?? element.unwrapped)
    }

    /// Whether a test, with which elements are chosen, is true only of a value that is there.
    private func leavesPresent(_ test: String?, _ arguments: [CallArgument], isKept: Bool) -> Bool {
        let isNone = if case .none? = arguments.first?.value.kind { true } else { false }
        switch test {
        case nil, "defined": return isKept
        case "undefined", "none", "empty": return !isKept
        case "eq", "equalto", "==": return isKept ? arguments.first?.value.isLiteral == true : isNone
        case "ne", "!=": return isKept ? isNone : arguments.first?.value.isLiteral == true
        case "in": return isKept
        default: return false
        }
    }
}
