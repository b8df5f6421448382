import Diagnostics

extension Compiler {
    // MARK: Order

    /// `sort`, `unique`, `groupby`, `min`, `max`, `sum`, `join`: a list and a key of each element.
    func keyed(
        _ filter: String, _ value: Expression, _ name: Located<String>, _ arguments: [CallArgument],
        _ expression: Expression, _ target: Int
    ) -> ValueType {
        let attribute = Filter.Parameter("attribute", .text, optional: filter != "groupby")
        let isExact = Filter.Parameter("case_sensitive", .truth)
        let parameters: [Filter.Parameter]
        switch filter {
        case "sort": parameters = [.init("reverse", .truth), isExact, attribute]
        case "groupby": parameters = [attribute, .init("default", .faulty), isExact]
        case "sum": parameters = [attribute, .init("start", .number)]
        case "join": parameters = [.init("d", .faulty), attribute]
        default: parameters = [isExact, attribute]
        }
        let (list, element) = input(name.value, value)
        guard let given = matched(arguments, parameters, "filter '\(name.value)'", expression) else { return .faulty }
        func argument(_ wanted: String) -> Expression? {
            parameters.firstIndex { $0.name == wanted }.flatMap { given[$0] }
        }
        let keys = function.allocate()
        var keyType = element
        if let attribute = argument("attribute") {
            guard let path = literal(attribute, "attribute") else { return .faulty }
            if filter == "sort", path.value.contains(",") {
                report(.severalAttributes, path.range)
                return .faulty
            }
            let fallback = argument("default").map { compile($0) }
            build(from: list, into: keys) { register in
                guard let type = follow(path, from: element, register) else { return keyType = .faulty }
                keyType = filter == "groupby" ? type : orderKey(of: type, register)
                if let fallback {
                    let keeps = function.emit(.jumpIfPresent, register)
                    function.emit(.move, register, fallback.register)
                    function.land(keeps)
                    keyType = ValueType.joined(type.unwrapped, fallback.type) ?? .faulty
                }
                function.emit(.buildAppend, register)
            }
        } else {
            function.emit(.move, keys, list.register)
        }
        if keyType.isOptional {
            report(
                .maybeAbsent, "the value that '\(name.value)' uses may be absent in some elements", name.range,
                hint: filter == "groupby" ? "give it 'default='" : "filter the elements with 'selectattr' first")
            return .faulty
        }
        if filter == "sum" || filter == "join" {
            return total(filter, keys, keyType, argument(filter == "sum" ? "start" : "d"), expression, target)
        }
        guard keyType.isOrdered else {
            report(
                .wrongType, "'\(name.value)' cannot order \(keyType.spoken)", name.range,
                hint: argument("attribute") == nil ? "name a field: 'attribute=\"…\"'" : nil)
            return .faulty
        }
        let window = function.allocate(4)
        function.emit(.move, window, list.register)
        function.emit(.move, window + 1, keys)
        func put(_ name: String, _ register: Int) {
            if let given = argument(name) { compile(given, into: register) } else { function.emit(.clear, register) }
        }
        switch filter {
        case "sort":
            put("reverse", window + 2)
            put("case_sensitive", window + 3)
            emitCall(Filters.sort, window, 4, expression.range, target)
            return .list(element)
        case "unique":
            put("case_sensitive", window + 2)
            emitCall(Filters.unique, window, 3, expression.range, target)
            return .list(element)
        case "groupby":
            put("case_sensitive", window + 2)
            emitCall(Filters.group, window, 3, expression.range, target)
            return .list(.group(key: keyType, item: element))
        default:
            constant(.truth(filter == "max"), .truth, window + 2)
            put("case_sensitive", window + 3)
            emitCall(Filters.extremum, window, 4, expression.range, target)
            if let key = pathKey(value), facts.truthy.contains(key) { return element }
            return element.madeOptional
        }
    }

    /// Reads the number by which a record is sorted; another value is its own key.
    private func orderKey(of type: ValueType, _ register: Int) -> ValueType {
        guard let (key, slot) = field(Located(RecordShape.orderName, TextRange(at: 0)), of: type) else { return type }
        function.emit(.field, register, register, slot)
        return key
    }

    func total(
        _ filter: String, _ keys: Int, _ type: ValueType, _ argument: Expression?, _ expression: Expression,
        _ target: Int
    ) -> ValueType {
        let window = function.allocate(2)
        function.emit(.move, window, keys)
        var other = ValueType.nothing
        if let argument {
            other = compile(argument, into: window + 1).type
        } else {
            function.emit(.clear, window + 1)
        }
        emitCall(filter == "sum" ? Filters.sum : Filters.join, window, 2, expression.range, target)
        if filter == "sum" {
            guard type == .number || type == .faulty || type == .nothing else {
                report(.wrongType, "'sum' adds numbers, and this is a list of \(type)", expression.range)
                return .faulty
            }
            return .number
        }
        checkWritable(type, expression)
        checkWritable(other, expression)
        if type == .html || other == .html { return .html }
        return type.isMarkup || other.isMarkup ? .markup : .text
    }
}
