import Diagnostics

extension Compiler {
    // MARK: Lists

    func list(_ elements: [Expression], _ target: Int) -> ValueType {
        let (first, types) = adjacent(elements)
        mark(elements)
        function.emit(.list, target, first, elements.count)
        var result = ValueType.nothing
        for (type, element) in zip(types, elements) {
            guard let joined = ValueType.joined(result, type) else {
                report(
                    .unlikeTypes, "this list contains \(result.spoken) and \(type.spoken)", element.range,
                    hint: "all elements of a list must have one type")
                return .list(.faulty)
            }
            result = joined
        }
        return .list(result)
    }

    func element(
        _ base: Expression, _ place: Expression, _ expression: Expression, _ target: Int
    ) -> ValueType {
        let operand = compile(base)
        let index = number(place, "an index")
        function.emit(.index, target, operand.register, index)
        switch operand.type {
        case .list(let element):
            let isEnd: Bool
            switch place.kind {
            case .integer(0): isEnd = true
            case .negative(let inner): if case .integer(1) = inner.kind { isEnd = true } else { isEnd = false }
            default: isEnd = false
            }
            if isEnd, let key = pathKey(base), facts.truthy.contains(key) { return element }
            return element == .faulty ? .faulty : element.madeOptional
        case .text: return .optional(.text)
        case .faulty: return .faulty
        case .optional:
            report(.maybeAbsent, "this may be absent, and then it has no elements", base.range)
        default: report(.wrongType, "\(operand.type.spoken) has no elements", base.range)
        }
        return .faulty
    }

    func slice(_ base: Expression, _ from: Expression?, _ to: Expression?, _ target: Int) -> ValueType {
        let operand = compile(base)
        let bounds = function.allocate(2)
        for (index, bound) in [from, to].enumerated() {
            if let bound {
                function.emit(.move, bounds + index, number(bound, "a bound"))
            } else {
                function.emit(.clear, bounds + index)
            }
        }
        function.emit(.slice, target, operand.register, bounds)
        switch operand.type {
        case .list, .text, .faulty: return operand.type
        case .url: return .text
        default:
            report(.wrongType, "only lists and text can be sliced, and this is \(operand.type.spoken)", base.range)
            return .faulty
        }
    }
}
