import Diagnostics

extension Parser {
    mutating func readPrimary() -> Expression {
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
            if hasLeadingZero(word(token)) {
                fail("'\(word(token))' is not a number: a whole number does not begin with 0", at: token.range)
                return faulty()
            }
            guard let number = integerValue(word(token)) else {
                fail(
                    "'\(word(token))' is not a number that fits in 64 bits", at: token.range,
                    hint: LeftOut.largeNumbers.hint)
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
            leaveOut(.dicts, at: token.range)
            return faulty()
        default:
            expected("a value")
            return faulty()
        }
    }

    mutating func readParentheses() -> Expression {
        let start = current.range
        advance()
        if current.kind == .rightParen {
            leaveOut(.tuples, at: start)
            return faulty()
        }
        let inner = readExpression()
        if current.kind == .comma, !hasFailed {
            leaveOut(.tuples, at: start)
            return faulty()
        }
        let end = current.range
        if !take(.rightParen), !hasFailed { expected("')'") }
        return Expression(kind: inner.kind, range: start.joined(with: end), height: inner.height)
    }

    mutating func readPostfix(_ value: Expression) -> Expression {
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

    mutating func readSubscript(of value: Expression) -> Expression {
        advance()
        var from: Expression?
        if current.kind != .colon { from = readExpression() }
        if take(.colon) {
            var to: Expression?
            if current.kind != .rightBracket, current.kind != .colon { to = readExpression() }
            if current.kind == .colon, !hasFailed {
                leaveOut(.stepSlices, at: current.range)
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
    mutating func readArguments() -> ([CallArgument], TextRange) {
        advance()
        var arguments: [CallArgument] = []
        while !hasFailed, current.kind != .rightParen {
            if current.kind == .star || current.kind == .power {
                leaveOut(.starArguments, at: current.range)
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
                    fail("an argument without a name follows '\(name.value)='", at: value.range)
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
    mutating func readFilters(_ value: Expression) -> Expression {
        var value = value
        while !hasFailed {
            if take(.pipe) {
                value = readFilter(on: value)
            } else if isWord("is") {
                value = readTest(on: value)
                if isWord("is") {
                    fail("a test cannot follow a test: put the first one in parentheses", at: current.range)
                }
            } else {
                return value
            }
            if isTooHigh(value) { return faulty() }
        }
        return value
    }

    mutating func readFilter(on value: Expression) -> Expression {
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

    mutating func readTest(on value: Expression) -> Expression {
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
