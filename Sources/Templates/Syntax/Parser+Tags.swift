import Diagnostics

extension Parser {
    /// Reads one `{% … %}` with its body.
    mutating func readTag(into result: inout [Statement]) {
        let opening = current.range
        advance()
        guard current.kind == .name else {
            expected("the name of a tag")
            return closeTag()
        }
        let tag = Located(word(current), current.range)
        let start = opening.joined(with: tag.range)
        advance()
        switch tag.value {
        case "if": readIf(tag, start, into: &result)
        case "for": readFor(tag, start, into: &result)
        case "set": readSet(tag, into: &result)
        case "with": readWith(tag, into: &result)
        case "include": readInclude(start, into: &result)
        case "import": readImport(into: &result)
        case "from": readFrom(into: &result)
        case "macro": readMacro(tag, into: &result)
        case "block": readBlock(tag, into: &result)
        case "extends": readExtends(tag, into: &result)
        default:
            unknownTag(tag)
            closeTag()
        }
    }

    static let tags = [
        "if", "for", "set", "with", "include", "import", "from", "macro", "block", "extends", "raw",
    ]

    mutating func unknownTag(_ tag: Located<String>) {
        defer { while !isAtTagEnd { advance() } }
        if let part = LeftOut.tag(tag.value) {
            leaveOut(part, at: tag.range)
            skipBody(of: tag.value)
        } else if tag.value.hasPrefix("end"), LeftOut.tag(String(tag.value.dropFirst(3))) != nil {
            hasFailed = true
        } else {
            let nearest = nearestName(to: tag.value, among: Parser.tags)
            fail(
                "there is no tag '\(tag.value)'", at: tag.range, hint: nearest.map { "did you mean '\($0)'?" })
            isBroken = true
            // Its end tag, or the tag it should have ended, is not reported as well.
            hasLostStructure = true
        }
    }

    /// Skips the body of a tag that is left out, so that its end tag is not reported.
    mutating func skipBody(of tag: String) {
        guard ["call", "filter", "autoescape", "trans"].contains(tag), !missingEnds.contains(tag) else { return }
        var at = index
        while at + 1 < tokens.count {
            if tokens[at].kind == .tagOpen, tokens[at + 1].kind == .name, word(tokens[at + 1]) == "end" + tag {
                index = at + 1
                while !isAtTagEnd { advance() }
                return
            }
            at += 1
        }
        missingEnds.insert(tag)
        isBroken = true
    }

    mutating func readIf(_ tag: Located<String>, _ start: TextRange, into result: inout [Statement]) {
        var branches: [(test: Expression, body: [Statement])] = []
        var otherwise: [Statement]?
        var test = readExpression()
        closeTag()
        while true {
            let closers = otherwise == nil ? ["elif", "else", "endif"] : ["endif"]
            let (body, closer) = readBody(of: Located("if", start), until: closers)
            if otherwise == nil { branches.append((test, body)) } else { otherwise = body }
            switch closer {
            case "elif":
                test = readExpression()
                closeTag()
            case "else":
                closeTag()
                otherwise = []
            case "endif":
                closeTag()
                result.append(.condition(.init(branches: branches, otherwise: otherwise, range: start)))
                return
            default:
                result.append(.condition(.init(branches: branches, otherwise: otherwise, range: start)))
                return
            }
        }
    }

    mutating func readFor(_ tag: Located<String>, _ start: TextRange, into result: inout [Statement]) {
        var names = [expectName("a name for each element")]
        while !hasFailed, take(.comma) { names.append(expectName("a name")) }
        if !takeWord("in"), !hasFailed { expected("'in'") }
        let list = readOr()
        var filter: Expression?
        if takeWord("if") { filter = readExpression() }
        if isWord("recursive") {
            leaveOut(.recursiveLoops, at: current.range)
        }
        closeTag()
        let (body, closer) = readBody(of: Located("for", start), until: ["else", "endfor"])
        var otherwise: [Statement]?
        if closer == "else" {
            closeTag()
            let (rest, end) = readBody(of: Located("for", start), until: ["endfor"])
            otherwise = rest
            if end == "endfor" { closeTag() }
        } else if closer == "endfor" {
            closeTag()
        }
        result.append(
            .loop(.init(names: names, list: list, filter: filter, body: body, otherwise: otherwise, range: start)))
    }

    mutating func readSet(_ tag: Located<String>, into result: inout [Statement]) {
        let name = expectName("a name to set")
        if take(.assign) {
            let value = readExpression()
            if current.kind == .comma, !hasFailed { leaveOut(.tuples, at: current.range) }
            closeTag()
            result.append(.assign(name, value))
        } else if current.kind == .tagClose, !hasFailed {
            closeTag()
            let (body, closer) = readBody(of: Located("set", tag.range), until: ["endset"])
            if closer == "endset" { closeTag() }
            result.append(.assignBlock(name, body, tag.range))
        } else {
            if current.kind == .comma {
                leaveOut(.namesAtOnce, at: current.range)
            } else if current.kind == .dot {
                leaveOut(.namespaces, at: current.range)
            } else if current.kind == .pipe {
                leaveOut(.filteredSet, at: current.range)
                closeTag()
                let (body, closer) = readBody(of: Located("set", tag.range), until: ["endset"])
                result.append(.assignBlock(name, body, tag.range))
                return closer == "endset" ? closeTag() : ()
            } else {
                expected("'='")
            }
            closeTag()
        }
    }

    /// Reports a part of Jinja that this engine leaves out.
    mutating func leaveOut(_ part: LeftOut, at range: TextRange) {
        fail(part.message, at: range, code: part.code, hint: part.hint)
    }

    mutating func readWith(_ tag: Located<String>, into result: inout [Statement]) {
        var values: [(name: Located<String>, value: Expression)] = []
        while !isAtTagEnd, !hasFailed {
            if !values.isEmpty, !take(.comma) { expected("','") }
            if isAtTagEnd { break }
            values.append(readAssignment())
        }
        closeTag()
        let (body, closer) = readBody(of: Located("with", tag.range), until: ["endwith"])
        if closer == "endwith" { closeTag() }
        result.append(.scope(values, body))
    }

    mutating func readAssignment() -> (name: Located<String>, value: Expression) {
        let name = expectName("a name")
        if !take(.assign), !hasFailed { expected("'='") }
        return (name, readExpression())
    }

    mutating func readMacro(_ tag: Located<String>, into result: inout [Statement]) {
        let name = expectName("the macro's name")
        var parameters: [(name: Located<String>, standard: Expression?)] = []
        if !take(.leftParen), !hasFailed { expected("'('") }
        while !hasFailed, current.kind != .rightParen {
            let parameter = expectName("a parameter")
            if parameters.contains(where: { $0.name.value == parameter.value }) {
                fail("parameter '\(parameter.value)' is declared twice", at: parameter.range)
            }
            let standard = take(.assign) ? readExpression() : nil
            if parameter.value == "caller", standard == nil { leaveOut(.callerParameters, at: parameter.range) }
            if standard == nil, let last = parameters.last, last.standard != nil {
                fail("'\(parameter.value)' needs a default, since '\(last.name.value)' has one", at: parameter.range)
            }
            parameters.append((parameter, standard))
            if current.kind != .rightParen, !take(.comma), !hasFailed { expected("',' or ')'") }
        }
        if !take(.rightParen), !hasFailed { expected("')'") }
        closeTag()
        if !enterMacro() {
            leaveOut(.nestedMacros, at: tag.range)
            hasFailed = false
        }
        let (body, closer) = readBody(of: Located("macro", tag.range.joined(with: name.range)), until: ["endmacro"])
        leaveMacro()
        if closer == "endmacro" {
            _ = current.kind == .name ? takeEndName(name.value) : true
            closeTag()
        }
        let macro = Statement.Macro(name: name, parameters: parameters, body: body, file: self.name)
        add(macro)
        result.append(.macro(macro))
    }

    mutating func takeEndName(_ name: String) -> Bool {
        let token = current
        if word(token) != name { fail("this closes '\(word(token))', but '\(name)' is open", at: token.range) }
        advance()
        return true
    }
}
