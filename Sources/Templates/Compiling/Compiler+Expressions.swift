import Diagnostics

/// The value of an expression: its type and the register that holds it.
struct Operand {
    let type: ValueType
    let register: Int
}

extension Compiler {
    /// Compiles an expression. Its value may be in the register of a name or a path.
    func compile(_ expression: Expression) -> Operand {
        if case .name(let name) = expression.kind,
            case .value(let type, let register, let id, let frame)? = scope.find(name), frame === function
        {
            return Operand(type: narrowed(type, .value(id)), register: register)
        }
        let key = pathKey(expression)
        if let key, let cached = function.cache[key] {
            return Operand(type: type(ofPath: expression), register: cached)
        }
        let register = function.allocate()
        let operand = compile(expression, into: register)
        // Getters are pure, so a path is read once and then cached. Registers above this one may contain cached records
        // of the path, so none is released before the region ends.
        if let key { function.cache[key] = register }
        return operand
    }

    /// Compiles an expression into a register of its own, for a name.
    func compileFresh(_ expression: Expression) -> Operand {
        compile(expression, into: function.allocate())
    }

    /// The type of a path that was compiled before, without compiling it again.
    func type(ofPath expression: Expression) -> ValueType {
        switch expression.kind {
        case .name(let name):
            switch scope.find(name) {
            case .value(let type, _, let id, _)?: return narrowed(type, .value(id))
            case .root(let type, let slot)?: return narrowed(type, .root(slot))
            case nil:
                guard let known = nameOfOtherPages(name) else { return .faulty }
                return narrowed(known.type, known.key)
            default: return .faulty
            }
        case .field(let base, let name):
            if case .name("loop") = base.kind, case .loop(let element, _, _, _)? = scope.find("loop") {
                let type = LoopProperty.byName[name.value]?.type(of: element) ?? .faulty
                return narrowed(type, pathKey(expression))
            }
            let found = field(name, of: type(ofPath: members(of: base) ?? base).unwrapped)
            return narrowed(found?.type ?? .faulty, pathKey(expression))
        default: return .faulty
        }
    }

    /// Compiles an expression into a given register.
    @discardableResult
    func compile(_ expression: Expression, into target: Int) -> Operand {
        func made(_ type: ValueType) -> Operand { Operand(type: type, register: target) }
        if let word = word(expression) { return compile(word, into: target) }
        switch expression.kind {
        case .text(let text): return made(constant(.text(text), .text, target))
        case .integer(let number): return made(constant(.int(number), .number, target))
        case .float(let number): return made(constant(.float(number), .number, target))
        case .truth(let truth): return made(constant(.truth(truth), .truth, target))
        case .none: return made(constant(.none, .none, target))
        case .faulty: return made(.faulty)
        case .list(let elements): return made(list(elements, target))
        case .name(let name): return made(value(of: name, expression, target))
        case .field(let base, let name): return made(field(base, name, expression, target))
        case .index(let base, let place): return made(element(base, place, expression, target))
        case .slice(let base, let from, let to): return made(slice(base, from, to, target))
        case .call(let callee, let arguments): return made(call(callee, arguments, expression, target))
        case .filter(let value, let name, let arguments):
            return made(filter(value, name, arguments, expression, target))
        case .test(let value, let name, let arguments):
            return made(test(value, name, arguments, target))
        case .not(let inner):
            let skips = jumps(unless: inner)
            constant(.truth(false), .truth, target)
            let exit = function.emit(.jump)
            for skip in skips { function.land(skip) }
            constant(.truth(true), .truth, target)
            function.land(exit)
            return made(.truth)
        case .negative(let inner):
            let operand = number(inner, "'-'")
            mark(expression.range)
            function.emit(.negative, target, operand)
            return made(.number)
        case .positive(let inner):
            function.emit(.move, target, number(inner, "'+'"))
            return made(.number)
        case .arithmetic(let kind, let left, let right): return made(arithmetic(kind, left, right, expression, target))
        case .concat(let parts): return made(concat(parts, target))
        case .compare(let first, let rest): return made(compare(first, rest, target))
        case .and(let left, let right): return made(choose(left, right, isAnd: true, expression, target))
        case .or(let left, let right): return made(choose(left, right, isAnd: false, expression, target))
        case .conditional(let value, let test, let otherwise):
            return made(conditional(value, test, otherwise, expression, target))
        }
    }

    @discardableResult
    func constant(_ constant: Program.Constant, _ type: ValueType, _ target: Int) -> ValueType {
        program.constants.append(constant)
        function.emit(.constant, target, program.constants.count - 1)
        return type
    }

    /// Compiles expressions into adjacent registers.
    func adjacent(_ expressions: [Expression]) -> (first: Int, types: [ValueType]) {
        let operands = expressions.map { compile($0) }
        let first = function.allocate(max(1, operands.count))
        for (index, operand) in operands.enumerated() { function.emit(.move, first + index, operand.register) }
        return (first, operands.map(\.type))
    }

    /// A field of a type, and its slot.
    func field(_ name: Located<String>, of type: ValueType) -> (type: ValueType, slot: Int)? {
        switch type {
        case .record(let record):
            guard let shape = shapes[record] else { return nil }
            guard let slot = shape.fields.firstIndex(where: { $0.name == name.value }) else { return nil }
            return (shape.fields[slot].type, slot)
        case .group(let key, let item):
            return name.value == "grouper" ? (key, 0) : name.value == "list" ? (.list(item), 1) : nil
        case .date:
            return ["year", "month", "day", "hour", "minute"].firstIndex(of: name.value).map { (.number, $0) }
        default: return nil
        }
    }

    private func fieldHint(_ type: ValueType) -> String? {
        if case .record(let name) = type { schema.fieldHints[RecordShape.base(of: name)] } else { nil }
    }

    func fieldNames(of type: ValueType) -> [String] {
        switch type {
        case .record(let name): shapes[name]?.namedFields.map(\.name) ?? []
        case .group: ["grouper", "list"]
        case .date: ["year", "month", "day", "hour", "minute"]
        default: []
        }
    }

    func field(
        _ base: Expression, _ name: Located<String>, _ expression: Expression, _ target: Int
    ) -> ValueType {
        if case .name(let word) = base.kind {
            if case .loop(let element, let depth, _, let frame)? = scope.find(word) {
                return loopProperty(name, element, depth, frame, expression, target)
            }
            if case .module(let module)? = scope.find(word) { return member(name, of: module, word, target) }
        }
        let owner = members(of: base) ?? base
        let operand = compile(owner)
        guard let (type, slot) = checkedField(name, of: operand.type, owner) else { return .faulty }
        function.emit(.field, target, operand.register, slot)
        return narrowed(type, pathKey(expression))
    }

    /// The record with the named members of a list (`event.extra`); nil if the expression is anything else.
    func members(of list: Expression) -> Expression? {
        guard case .field(let base, let name) = list.kind, pathKey(base) != nil,
            case .record(let record) = type(ofPath: base).unwrapped
        else { return nil }
        let hidden = RecordShape.memberPrefix + name.value
        guard shapes[record]?.fields.contains(where: { $0.name == hidden }) == true else { return nil }
        return Expression(kind: .field(base, Located(hidden, name.range)), range: list.range, height: list.height)
    }

    /// Finds a field. Reports a missing field and returns nil.
    func checkedField(
        _ name: Located<String>, of type: ValueType, _ base: Expression
    ) -> (type: ValueType, slot: Int)? {
        if type == .faulty || type == .nothing { return nil }
        let written = template.file.text(in: base.range)
        if type.isOptional {
            report(
                .maybeAbsent, "'\(written)' may be absent, and then it has no '\(name.value)'", base.range,
                hint: "check it first: '{% if \(written) %}'")
            return nil
        }
        if let found = field(name, of: type) { return found }
        let names = fieldNames(of: type)
        if names.isEmpty, let hint = fieldHint(type) {
            report(.unknownField, "\(type.spokenOwner) has no field '\(name.value)'", name.range, hint: hint)
        } else if names.isEmpty {
            report(
                .unknownField, "'\(written)' is \(type.spoken) and has no fields", name.range,
                hint: type.fieldHint(name.value)
                    ?? (Filters.byName[name.value] == nil ? nil : "'\(name.value)' is a filter: write '|\(name.value)'")
            )
        } else {
            report(
                .unknownField, "\(type.spokenOwner) has no field '\(name.value)'", name.range,
                hint: didYouMean(name.value, names) ?? fieldHint(type))
        }
        return nil
    }

    func loopProperty(
        _ name: Located<String>, _ element: ValueType, _ depth: Int, _ frame: FunctionBuilder,
        _ expression: Expression, _ target: Int
    ) -> ValueType {
        guard let property = LoopProperty.byName[name.value] else {
            report(
                .unknownField, "'loop' has no '\(name.value)'", name.range,
                hint: didYouMean(name.value, LoopProperty.byName.keys.sorted()))
            return .faulty
        }
        guard frame === function else {
            report(.unknownTemplateName, "macros cannot see 'loop' of their caller", expression.range)
            return .faulty
        }
        function.emit(.loopValue, target, property.rawValue, function.loopDepth - depth)
        return narrowed(property.type(of: element), pathKey(expression))
    }

    func member(_ name: Located<String>, of module: Module, _ word: String, _ target: Int) -> ValueType {
        switch module.scope[name.value] {
        case .value(let type, let register, _, let frame)? where !name.value.hasPrefix("_"):
            if frame === function {
                function.emit(.move, target, register)
            } else {
                function.emit(.moveFromPage, target, register)
            }
            return type
        case .macro?:
            report(.wrongType, "'\(word).\(name.value)' is a macro", name.range, hint: "call it: '\(name.value)(…)'")
        case .faulty?: break
        default:
            report(
                .unknownField, "'\(module.template.name)' has no '\(name.value)'", name.range,
                hint: didYouMean(name.value, module.scope.names))
        }
        return .faulty
    }
}

extension ValueType {
    /// "record 'party'", "a group": the owner of a missing field, for messages.
    fileprivate var spokenOwner: String {
        switch self {
        case .record(let name): "record '\(name)'"
        default: spoken
        }
    }

    fileprivate func fieldHint(_ name: String) -> String? {
        switch self {
        case .list:
            name == "length" || name == "size" || name == "count"
                ? "write '|length'" : "loop over the list with 'for', or use '|first'"
        case .date: "write '|date(\"%Y\")'"
        default: nil
        }
    }
}
