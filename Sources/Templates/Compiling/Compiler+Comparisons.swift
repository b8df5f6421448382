import Diagnostics

extension Compiler {
    // MARK: Comparisons

    func compare(_ first: Expression, _ rest: [(Comparison, Expression)], _ target: Int) -> ValueType {
        var left = compile(first)
        var leftExpression = first
        var exits: [Int] = []
        let cache = function.cache
        for (index, (comparison, expression)) in rest.enumerated() {
            let right = compile(expression)
            checkComparison(comparison, left, leftExpression, right, expression)
            function.emit(.init(comparison), target, left.register, right.register)
            if index < rest.count - 1 { exits.append(function.emit(.jumpIfFalse, target)) }
            left = right
            leftExpression = expression
        }
        if rest.count > 1 { function.cache = cache }
        for exit in exits { function.land(exit) }
        return .truth
    }

    func checkComparison(
        _ comparison: Comparison, _ left: Operand, _ leftExpression: Expression, _ right: Operand,
        _ rightExpression: Expression
    ) {
        let range = leftExpression.range.joined(with: rightExpression.range)
        checkChoices(comparison, leftExpression, rightExpression)
        switch comparison {
        case .equal, .notEqual:
            guard !left.type.isComparable(with: right.type) else { return }
            // As in Jinja: a value that is always there is not none.
            if left.type == .none || right.type == .none { return }
        case .less, .lessEqual, .greater, .greaterEqual:
            for (operand, part) in [(left, leftExpression), (right, rightExpression)] where operand.type.isOptional {
                return absent(part)
            }
            if left.type.isOrdered, right.type.isOrdered, left.type.isComparable(with: right.type) { return }
        case .isIn, .isNotIn:
            switch right.type {
            case .faulty: return
            case .list(let element): if element.isComparable(with: left.type) { return }
            case .text, .url: if left.type.isTextual { return }
            case .optional: return absent(rightExpression)
            default: break
            }
            if left.type.isOptional, !right.type.isOptional { return absent(leftExpression) }
        }
        if left.type == .faulty || right.type == .faulty { return }
        report(
            .unlikeTypes, "'\(comparison.symbol)' compares \(left.type.spoken) with \(right.type.spoken)", range,
            hint: comparison == .isIn || comparison == .isNotIn ? "'in' searches a list or a text" : nil)
    }
}
