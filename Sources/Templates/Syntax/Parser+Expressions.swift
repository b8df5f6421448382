import Diagnostics

extension Parser {
    /// Reads an expression. Reports a fault and returns a faulty expression if it cannot be read.
    mutating func readExpression() -> Expression {
        var value = readOr()
        while !hasFailed, takeWord("if") {
            let test = readOr()
            var otherwise: Expression?
            if takeWord("else") {
                depth += 1
                otherwise = depth <= Limits.expressionHeight ? readExpression() : tooDeep()
                depth -= 1
            }
            value = make(.conditional(value, if: test, else: otherwise), value, test, otherwise)
            if isTooHigh(value) { return faulty() }
        }
        return value
    }

    func make(_ kind: Expression.Kind, _ parts: Expression?...) -> Expression {
        var range = TextRange(at: Int(current.range.start))
        var height = 0
        var isFirst = true
        for case let part? in parts {
            range = isFirst ? part.range : range.joined(with: part.range)
            height = max(height, part.height)
            isFirst = false
        }
        return Expression(kind: kind, range: range, height: height + 1)
    }

    func with(_ expression: Expression, end: TextRange) -> Expression {
        Expression(kind: expression.kind, range: expression.range.joined(with: end), height: expression.height)
    }

    func faulty() -> Expression { Expression(kind: .faulty, range: current.range, height: 1) }

    mutating func tooDeep() -> Expression {
        fail(
            "this expression is more than \(Limits.expressionHeight) levels deep", at: current.range,
            code: .templateTooDeep, hint: "name its parts with 'set'")
        return faulty()
    }

    /// Whether an expression has too many levels. Reports it.
    mutating func isTooHigh(_ expression: Expression) -> Bool {
        guard expression.height > Limits.expressionHeight else { return false }
        fail(
            "this expression is more than \(Limits.expressionHeight) levels deep", at: expression.range,
            code: .templateTooDeep, hint: "name its parts with 'set'")
        return true
    }

    mutating func readOr() -> Expression {
        var left = readAnd()
        while !hasFailed, takeWord("or") {
            let right = readAnd()
            left = make(.or(left, right), left, right)
            if isTooHigh(left) { return faulty() }
        }
        return left
    }

    mutating func readAnd() -> Expression {
        var left = readNot()
        while !hasFailed, takeWord("and") {
            let right = readNot()
            left = make(.and(left, right), left, right)
            if isTooHigh(left) { return faulty() }
        }
        return left
    }

    mutating func readNot() -> Expression {
        var starts: [TextRange] = []
        while isWord("not") {
            starts.append(current.range)
            advance()
        }
        var value = readComparison()
        for start in starts.reversed() {
            let made = make(.not(value), value)
            value = Expression(kind: made.kind, range: start.joined(with: made.range), height: made.height)
            if isTooHigh(value) { return faulty() }
        }
        return value
    }

    mutating func readComparison() -> Expression {
        let first = readSum()
        var rest: [(Comparison, Expression)] = []
        var whole = first
        while !hasFailed {
            let comparison: Comparison
            switch current.kind {
            case .equal: comparison = .equal
            case .notEqual: comparison = .notEqual
            case .less: comparison = .less
            case .lessEqual: comparison = .lessEqual
            case .greater: comparison = .greater
            case .greaterEqual: comparison = .greaterEqual
            case .name where isWord("in"): comparison = .isIn
            case .name where isWord("not") && isWord("in", at: 1):
                comparison = .isNotIn
                advance()
            default: return whole
            }
            advance()
            let right = readSum()
            rest.append((comparison, right))
            whole = make(.compare(first, rest), whole, right)
            if isTooHigh(whole) { return faulty() }
        }
        return whole
    }

    mutating func readSum() -> Expression {
        var left = readConcat()
        while !hasFailed, current.kind == .plus || current.kind == .minus {
            let kind: ArithmeticOperator = current.kind == .plus ? .add : .subtract
            advance()
            let right = readConcat()
            left = make(.arithmetic(kind, left, right), left, right)
            if isTooHigh(left) { return faulty() }
        }
        return left
    }

    mutating func readConcat() -> Expression {
        let first = readProduct()
        guard current.kind == .tilde else { return first }
        var parts = [first]
        while !hasFailed, take(.tilde) { parts.append(readProduct()) }
        let tallest = parts.map(\.height).max() ?? 0
        return Expression(
            kind: .concat(parts), range: first.range.joined(with: parts[parts.count - 1].range), height: tallest + 1)
    }

    mutating func readProduct() -> Expression {
        var left = readPower()
        while !hasFailed {
            let kind: ArithmeticOperator
            switch current.kind {
            case .star: kind = .multiply
            case .slash: kind = .divide
            case .doubleSlash: kind = .floorDivide
            case .percent: kind = .remainder
            default: return left
            }
            advance()
            let right = readPower()
            left = make(.arithmetic(kind, left, right), left, right)
            if isTooHigh(left) { return faulty() }
        }
        return left
    }

    mutating func readPower() -> Expression {
        var left = readUnary(withFilters: true)
        while !hasFailed, take(.power) {
            let right = readUnary(withFilters: true)
            left = make(.arithmetic(.power, left, right), left, right)
            if isTooHigh(left) { return faulty() }
        }
        return left
    }

    mutating func readUnary(withFilters: Bool) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Limits.expressionHeight else { return tooDeep() }
        var value: Expression
        let start = current.range
        if take(.minus) {
            let operand = readUnary(withFilters: false)
            let made = make(.negative(operand), operand)
            value = Expression(kind: made.kind, range: start.joined(with: made.range), height: made.height)
        } else if take(.plus) {
            let operand = readUnary(withFilters: false)
            let made = make(.positive(operand), operand)
            value = Expression(kind: made.kind, range: start.joined(with: made.range), height: made.height)
        } else {
            value = readPrimary()
        }
        value = readPostfix(value)
        return withFilters ? readFilters(value) : value
    }
}
