import Diagnostics

extension Compiler {
    func filter(
        _ value: Expression, _ name: Located<String>, _ arguments: [CallArgument], _ expression: Expression,
        _ target: Int
    ) -> ValueType {
        if name.value == TemplateWords.pluralFilter {
            return pluralCategory(of: value, name, arguments, expression, target)
        }
        if let special = Filters.specialNames[name.value] {
            return specialFilter(special, value, name, arguments, expression, target)
        }
        guard let filter = Filters.byName[name.value] else {
            _ = compile(value)
            if let part = LeftOut.filter(name.value) {
                report(part, name.range)
            } else {
                report(
                    .unknownFilter, "there is no filter '\(name.value)'", name.range,
                    hint: didYouMean(name.value, Filters.names))
            }
            return .faulty
        }
        var input = compile(value)
        if filter.name == "date",
            let (type, slot) = field(Located(RecordShape.dateName, value.range), of: input.type)
        {
            let register = function.allocate()
            function.emit(.field, register, input.register, slot)
            input = Operand(type: type, register: register)
        }
        return call(
            filter.function, named: "filter '\(name.value)'", input, value, filter.parameters, arguments, expression,
            target
        ) { types in
            if let result = filter.typing(input.type, types) { return result }
            if input.type.isOptional {
                self.absent(value)
            } else if filter.takes == "a list", input.type == .text || input.type.isMarkup {
                self.report(.textLists, value.range)
            } else {
                self.report(
                    .wrongType, "'\(name.value)' takes \(filter.takes), and this is \(input.type.spoken)", value.range)
            }
            return .faulty
        }
    }

    /// Compiles a call of a function with a value and arguments in adjacent registers.
    func call(
        _ function: @escaping Program.Call.Function, named what: String, _ input: Operand?, _ value: Expression?,
        _ parameters: [Filter.Parameter], _ arguments: [CallArgument], _ expression: Expression, _ target: Int,
        typing: ([ValueType?]) -> ValueType
    ) -> ValueType {
        guard let given = matched(arguments, parameters, what, expression) else { return .faulty }
        var operands: [Operand?] = []
        var isFaulty = false
        for (index, argument) in given.enumerated() {
            guard let argument else {
                operands.append(nil)
                continue
            }
            let operand = compile(argument)
            operands.append(operand)
            if !parameters[index].type.accepts(operand.type) {
                isFaulty = true
                if operand.type.isOptional {
                    absent(argument)
                } else if what == "filter 'indent'", index == 0, operand.type == .text {
                    report(.textIndents, argument.range)
                } else {
                    report(
                        .wrongArgument,
                        "'\(parameters[index].name)' of \(what) takes \(parameters[index].type.spoken), and this is "
                            + operand.type.spoken, argument.range)
                }
            }
        }
        let offset = input == nil ? 0 : 1
        let window = self.function.allocate(max(1, operands.count + offset))
        if let input { self.function.emit(.move, window, input.register) }
        for (index, operand) in operands.enumerated() {
            if let operand {
                self.function.emit(.move, window + offset + index, operand.register)
            } else {
                self.function.emit(.clear, window + offset + index)
            }
        }
        program.calls.append(.init(function: function, count: operands.count + offset))
        mark(expression.range)
        self.function.emit(.call, target, window, program.calls.count - 1)
        let result = typing(operands.map { $0?.type })
        return isFaulty ? .faulty : result
    }

    func callFunction(
        _ function: @escaping Program.Call.Function, _ arguments: [CallArgument], _ expression: Expression,
        _ target: Int
    ) -> ValueType {
        call(
            function, named: "function 'range'", nil, nil,
            [.init("stop", .number, optional: false), .init("end", .number), .init("step", .number)], arguments,
            expression, target
        ) { _ in .list(.number) }
    }

    /// Emits a call of a function on adjacent registers.
    func emitCall(
        _ function: @escaping Program.Call.Function, _ first: Int, _ count: Int, _ range: TextRange, _ target: Int
    ) {
        program.calls.append(.init(function: function, count: count))
        mark(range)
        self.function.emit(.call, target, first, program.calls.count - 1)
    }

    /// The arguments by parameter. Reports arguments that do not fit and returns nil.
    func matched(
        _ arguments: [CallArgument], _ parameters: [Filter.Parameter], _ what: String, _ expression: Expression
    ) -> [Expression?]? {
        matched(arguments, parameters.map { ($0.name, $0.isOptional) }, what, expression) { _ in nil }
    }

    /// The same for parameters by name; `note` makes a note on a missing argument.
    func matched(
        _ arguments: [CallArgument], _ parameters: [(name: String, isOptional: Bool)], _ what: String,
        _ expression: Expression, note: (Int) -> Diagnostic.Note?
    ) -> [Expression?]? {
        var given = [Expression?](repeating: nil, count: parameters.count)
        for (index, argument) in arguments.enumerated() {
            var place = index
            if let name = argument.name {
                guard let found = parameters.firstIndex(where: { $0.name == name.value }) else {
                    report(
                        .wrongArgument, "\(what) has no parameter '\(name.value)'", name.range,
                        hint: didYouMean(name.value, parameters.map(\.name)))
                    return nil
                }
                place = found
            }
            guard place < given.count else {
                report(
                    .wrongArgument, "\(what) takes \(counted(given.count, "argument")), not \(arguments.count)",
                    argument.value.range)
                return nil
            }
            guard given[place] == nil else {
                report(.wrongArgument, "'\(parameters[place].name)' is given twice", argument.value.range)
                return nil
            }
            given[place] = argument.value
        }
        for (index, parameter) in parameters.enumerated() where given[index] == nil && !parameter.isOptional {
            report(
                .wrongArgument, "\(what) needs '\(parameter.name)'", expression.range,
                notes: note(index).map { [$0] } ?? [])
            return nil
        }
        return given
    }

    /// The plural category of a number, which a word with several forms asks for.
    private func pluralCategory(
        of value: Expression, _ name: Located<String>, _ arguments: [CallArgument], _ expression: Expression,
        _ target: Int
    ) -> ValueType {
        let input = compile(value)
        let category = schema.words.category
        let function: Program.Call.Function = { frame in
            if case .int(let number) = frame[0] { .text(category(number)) } else { .text("other") }
        }
        return call(function, named: "count", input, value, [], arguments, expression, target) { _ in
            if ValueType.number.accepts(input.type) { return .text }
            if input.type.isOptional {
                self.absent(value)
            } else {
                self.report(.wrongType, "'count' takes a number, and this is \(input.type.spoken)", value.range)
            }
            return .faulty
        }
    }

    // MARK: Tests

    func test(
        _ value: Expression, _ name: Located<String>, _ arguments: [CallArgument], _ target: Int
    ) -> ValueType {
        let isForAbsent = name.value == "defined" || name.value == "undefined"
        let operand = isForAbsent ? chained(value) : compile(value)
        test(operand, value, name, arguments, value.range.joined(with: name.range), target)
        return .truth
    }

    /// Compiles a test of a value in a register.
    func test(
        _ operand: Operand, _ value: Expression?, _ name: Located<String>, _ arguments: [CallArgument],
        _ range: TextRange, _ target: Int
    ) {
        let expression = Expression(kind: .faulty, range: range, height: 1)
        func reject(_ code: DiagnosticCode, _ message: String, _ hint: String? = nil) {
            report(code, message, name.range, hint: hint)
        }
        if name.value == "defined" || name.value == "undefined" {
            if !arguments.isEmpty { reject(.wrongArgument, "test '\(name.value)' takes no arguments") }
            let isDefined = name.value == "defined"
            let window = function.allocate()
            function.emit(.move, window, operand.register)
            emitCall({ .truth($0.isGiven(0) == isDefined) }, window, 1, range, target)
            return
        }
        if let comparison = ValueTests.comparisons[name.value] {
            guard arguments.count == 1, arguments[0].name == nil else {
                return reject(.wrongArgument, "test '\(name.value)' takes one argument")
            }
            let right = compile(arguments[0].value)
            if let value { checkChoices(comparison, value, arguments[0].value) }
            let isLike =
                comparison == .isIn || operand.type.isComparable(with: right.type)
                || (comparison == .equal || comparison == .notEqual)
                    && (operand.type == .none || right.type == .none)
            if !isLike {
                reject(.unlikeTypes, "'\(name.value)' compares \(operand.type.spoken) with \(right.type.spoken)")
            } else if comparison == .isIn {
                if case .list(let element) = right.type, !element.isComparable(with: operand.type) {
                    reject(.unlikeTypes, "'in' searches \(operand.type.spoken) in \(right.type.spoken)")
                }
            } else if comparison != .equal, comparison != .notEqual, operand.type.isOptional || right.type.isOptional {
                reject(.maybeAbsent, "a compared value may be absent", "check it with 'is defined' first")
            }
            function.emit(.init(comparison), target, operand.register, right.register)
            return
        }
        guard let test = ValueTests.byName[name.value] else {
            if let part = LeftOut.test(name.value) {
                report(part, name.range)
            } else {
                reject(.unknownTest, "there is no test '\(name.value)'", didYouMean(name.value, ValueTests.names))
            }
            return
        }
        _ = call(
            test.function, named: "test '\(name.value)'", operand, value, test.parameters, arguments, expression, target
        ) { types in
            if operand.type == .faulty || test.accepts(operand.type, types) { return .truth }
            if operand.type.isOptional {
                if let value { self.absent(value) } else { reject(.maybeAbsent, "the tested value may be absent") }
            } else {
                reject(.wrongType, "'is \(name.value)' tests \(test.takes), and this is \(operand.type.spoken)")
            }
            return .truth
        }
    }
}
