import Diagnostics

extension Parser {
    /// Reads the name of another template. It must be a literal: a name from data could be any file.
    mutating func readTemplateName() -> Located<String> {
        let token = current
        guard token.kind == .string else {
            if token.kind == .name || token.kind == .leftParen {
                leaveOut(.namesFromData, at: token.range)
            } else {
                expected("the name of a template in quotes")
            }
            return Located("", token.range)
        }
        advance()
        let name = stringValue(token)
        if current.kind == .tilde || current.kind == .plus || current.kind == .pipe || isWord("if") {
            leaveOut(.namesFromData, at: token.range.joined(with: current.range))
        }
        return Located(name, token.range)
    }

    mutating func readInclude(_ start: TextRange, into result: inout [Statement]) {
        var names: [Located<String>] = []
        if take(.leftBracket) {
            repeat { names.append(readTemplateName()) } while !hasFailed && take(.comma)
            if !take(.rightBracket), !hasFailed { expected("']'") }
        } else {
            names.append(readTemplateName())
        }
        var ignoresMissing = false
        if isWord("ignore"), isWord("missing", at: 1) {
            advance()
            advance()
            ignoresMissing = true
        }
        var values: [(name: Located<String>, value: Expression)] = []
        if isWord("without"), isWord("context", at: 1) {
            leaveOut(.includesWithoutContext, at: current.range)
        } else if isWord("with"), isWord("context", at: 1), tokens[index + 2].kind == .tagClose {
            advance()
            advance()
        } else if takeWord("with") {
            repeat { values.append(readAssignment()) } while !hasFailed && take(.comma)
        }
        let isWhole = !hasFailed
        closeTag()
        guard isWhole, !names.contains(where: { $0.value.isEmpty }) else { return }
        result.append(
            .include(
                .init(names: names, ignoresMissing: ignoresMissing, values: values, range: names[0].range)))
    }

    mutating func rejectContext() {
        if isWord("with"), isWord("context", at: 1) {
            leaveOut(.importsWithContext, at: current.range)
        } else if isWord("without"), isWord("context", at: 1) {
            advance()
            advance()
        }
    }

    mutating func readImport(into result: inout [Statement]) {
        let name = readTemplateName()
        if !takeWord("as"), !hasFailed { expected("'as' and a name") }
        let alias = expectName("a name")
        rejectContext()
        let isWhole = !hasFailed
        closeTag()
        if isWhole { result.append(.importAll(name, as: alias)) }
    }

    mutating func readFrom(into result: inout [Statement]) {
        let name = readTemplateName()
        if !takeWord("import"), !hasFailed { expected("'import'") }
        var names: [(name: Located<String>, alias: Located<String>)] = []
        repeat {
            if isWord("with") || isWord("without"), isWord("context", at: 1) { break }
            let imported = expectName("the name of a macro")
            names.append((imported, takeWord("as") ? expectName("a name") : imported))
        } while !hasFailed && take(.comma)
        rejectContext()
        let isWhole = !hasFailed
        closeTag()
        if isWhole { result.append(.importNames(name, names)) }
    }
}
