import Diagnostics

extension Parser {
    /// Reads an expression; a faulty one where none can be read, with the fault reported.
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

    private func with(_ expression: Expression, end: TextRange) -> Expression {
        Expression(kind: expression.kind, range: expression.range.joined(with: end), height: expression.height)
    }

    func faulty() -> Expression { Expression(kind: .faulty, range: current.range, height: 1) }

    private mutating func tooDeep() -> Expression {
        fail(
            "this expression is more than \(Limits.expressionHeight) levels deep", at: current.range,
            code: .templateTooDeep, hint: "give its parts names with 'set'")
        return faulty()
    }

    /// Whether an expression is too high to be walked; reports it.
    private mutating func isTooHigh(_ expression: Expression) -> Bool {
        guard expression.height > Limits.expressionHeight else { return false }
        fail(
            "this expression is more than \(Limits.expressionHeight) levels deep", at: expression.range,
            code: .templateTooDeep, hint: "give its parts names with 'set'")
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

    private mutating func readAnd() -> Expression {
        var left = readNot()
        while !hasFailed, takeWord("and") {
            let right = readNot()
            left = make(.and(left, right), left, right)
            if isTooHigh(left) { return faulty() }
        }
        return left
    }

    private mutating func readNot() -> Expression {
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

    private mutating func readComparison() -> Expression {
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

    private mutating func readSum() -> Expression {
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

    private mutating func readConcat() -> Expression {
        let first = readProduct()
        guard current.kind == .tilde else { return first }
        var parts = [first]
        while !hasFailed, take(.tilde) { parts.append(readProduct()) }
        let tallest = parts.map(\.height).max() ?? 0
        return Expression(
            kind: .concat(parts), range: first.range.joined(with: parts[parts.count - 1].range), height: tallest + 1)
    }

    private mutating func readProduct() -> Expression {
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

    private mutating func readPower() -> Expression {
        var left = readUnary(withFilters: true)
        while !hasFailed, take(.power) {
            let right = readUnary(withFilters: true)
            left = make(.arithmetic(.power, left, right), left, right)
            if isTooHigh(left) { return faulty() }
        }
        return left
    }

    private mutating func readUnary(withFilters: Bool) -> Expression {
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

    private mutating func readPrimary() -> Expression {
        let token = current
        func literal(_ kind: Expression.Kind) -> Expression { Expression(kind: kind, range: token.range, height: 1) }
        switch token.kind {
        case .name:
            let name = word(token)
            switch name {
            case "true", "True": advance(); return literal(.truth(true))
            case "false", "False": advance(); return literal(.truth(false))
            case "none", "None": advance(); return literal(.none)
            case "and", "or", "in", "is", "if", "else", "elif":
                expected("a value")
                return faulty()
            default: advance(); return literal(.name(name))
            }
        case .integer:
            advance()
            guard let number = integerValue(word(token)) else {
                fail("'\(word(token))' is not a number that fits in 64 bits", at: token.range)
                return faulty()
            }
            return literal(.integer(number))
        case .float:
            advance()
            guard let number = Double(word(token).filter { $0 != "_" }) else {
                fail("'\(word(token))' is not a number", at: token.range)
                return faulty()
            }
            return literal(.float(number))
        case .string:
            var text = ""
            var range = token.range
            while current.kind == .string {
                text += stringValue(current)
                range = range.joined(with: current.range)
                advance()
            }
            return Expression(kind: .text(text), range: range, height: 1)
        case .leftParen: return readParentheses()
        case .leftBracket:
            advance()
            var elements: [Expression] = []
            while !hasFailed, current.kind != .rightBracket {
                elements.append(readExpression())
                if current.kind != .rightBracket, !take(.comma), !hasFailed { expected("',' or ']'") }
            }
            let end = current.range
            if !take(.rightBracket), !hasFailed { expected("']'") }
            let tallest = elements.map(\.height).max() ?? 0
            return Expression(kind: .list(elements), range: token.range.joined(with: end), height: tallest + 1)
        case .leftBrace:
            fail("Jinja's dict literals are left out of this engine", at: token.range, code: .leftOut)
            return faulty()
        default:
            expected("a value")
            return faulty()
        }
    }

    private mutating func readParentheses() -> Expression {
        let start = current.range
        advance()
        if current.kind == .rightParen {
            fail("Jinja's tuples are left out of this engine", at: start, code: .leftOut, hint: "write a list: [ … ]")
            return faulty()
        }
        let inner = readExpression()
        if current.kind == .comma, !hasFailed {
            fail("Jinja's tuples are left out of this engine", at: start, code: .leftOut, hint: "write a list: [ … ]")
            return faulty()
        }
        let end = current.range
        if !take(.rightParen), !hasFailed { expected("')'") }
        return Expression(kind: inner.kind, range: start.joined(with: end), height: inner.height)
    }

    private mutating func readPostfix(_ value: Expression) -> Expression {
        var value = value
        while !hasFailed {
            switch current.kind {
            case .dot:
                advance()
                let token = current
                if token.kind == .integer, let number = integerValue(word(token)) {
                    advance()
                    let place = Expression(kind: .integer(number), range: token.range, height: 1)
                    value = make(.index(value, place), value, place)
                } else if token.kind == .name {
                    advance()
                    value = with(make(.field(value, Located(word(token), token.range)), value), end: token.range)
                } else {
                    expected("a name after the dot")
                }
            case .leftBracket: value = readSubscript(of: value)
            case .leftParen:
                let (arguments, end) = readArguments()
                let tallest = arguments.map(\.value.height).max() ?? 0
                value = Expression(
                    kind: .call(value, arguments), range: value.range.joined(with: end),
                    height: max(value.height, tallest) + 1)
            default: return value
            }
            if isTooHigh(value) { return faulty() }
        }
        return value
    }

    private mutating func readSubscript(of value: Expression) -> Expression {
        advance()
        var from: Expression?
        if current.kind != .colon { from = readExpression() }
        if take(.colon) {
            var to: Expression?
            if current.kind != .rightBracket, current.kind != .colon { to = readExpression() }
            if current.kind == .colon, !hasFailed {
                fail("Jinja's slices with a step are left out of this engine", at: current.range, code: .leftOut)
            }
            let end = current.range
            if !take(.rightBracket), !hasFailed { expected("']'") }
            return with(make(.slice(value, from: from, to: to), value, from, to), end: end)
        }
        let end = current.range
        if !take(.rightBracket), !hasFailed { expected("']'") }
        guard let from else { return faulty() }
        if let name = from.literalText {
            return with(make(.field(value, Located(name, from.range)), value), end: end)
        }
        return with(make(.index(value, from), value, from), end: end)
    }

    /// Reads `( … )`.
    private mutating func readArguments() -> ([CallArgument], TextRange) {
        advance()
        var arguments: [CallArgument] = []
        while !hasFailed, current.kind != .rightParen {
            if current.kind == .star || current.kind == .power {
                fail("arguments by '*' are left out of this engine", at: current.range, code: .leftOut)
                break
            }
            if current.kind == .name, tokens[index + 1].kind == .assign {
                let name = Located(word(current), current.range)
                advance()
                advance()
                if arguments.contains(where: { $0.name?.value == name.value }) {
                    fail("argument '\(name.value)' is given twice", at: name.range)
                }
                arguments.append(CallArgument(name: name, value: readExpression()))
            } else {
                let value = readExpression()
                if let last = arguments.last, let name = last.name {
                    fail("an argument without a name stands after '\(name.value)='", at: value.range)
                }
                arguments.append(CallArgument(name: nil, value: value))
            }
            if current.kind != .rightParen, !take(.comma), !hasFailed { expected("',' or ')'") }
        }
        let end = current.range
        if !take(.rightParen), !hasFailed { expected("')'") }
        return (arguments, end)
    }

    /// Reads `|filter`, `is test` and calls after a value.
    private mutating func readFilters(_ value: Expression) -> Expression {
        var value = value
        while !hasFailed {
            if take(.pipe) {
                value = readFilter(on: value)
            } else if isWord("is") {
                value = readTest(on: value)
            } else {
                return value
            }
            if isTooHigh(value) { return faulty() }
        }
        return value
    }

    private mutating func readFilter(on value: Expression) -> Expression {
        guard current.kind == .name else {
            expected("the name of a filter")
            return faulty()
        }
        let name = Located(word(current), current.range)
        advance()
        var arguments: [CallArgument] = []
        var end = name.range
        if current.kind == .leftParen { (arguments, end) = readArguments() }
        let tallest = arguments.map(\.value.height).max() ?? 0
        return Expression(
            kind: .filter(value, name, arguments), range: value.range.joined(with: end),
            height: max(value.height, tallest) + 1)
    }

    private mutating func readTest(on value: Expression) -> Expression {
        advance()
        let isNegated = takeWord("not")
        guard current.kind == .name else {
            expected("the name of a test")
            return faulty()
        }
        let name = Located(word(current), current.range)
        advance()
        var arguments: [CallArgument] = []
        var end = name.range
        switch current.kind {
        case .leftParen: (arguments, end) = readArguments()
        case .name
        where !isWord("else") && !isWord("or") && !isWord("and") && !isWord("is") && !isWord("if") && !isWord("in")
            && !isWord("not"),
            .string, .integer, .float, .leftBracket:
            let argument = readPostfix(readPrimary())
            arguments = [CallArgument(name: nil, value: argument)]
            end = argument.range
        default: break
        }
        let tallest = arguments.map(\.value.height).max() ?? 0
        let test = Expression(
            kind: .test(value, name, arguments), range: value.range.joined(with: end),
            height: max(value.height, tallest) + 1)
        return isNegated ? make(.not(test), test) : test
    }
}
