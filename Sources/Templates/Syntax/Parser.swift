import Diagnostics

/// Builds a template's syntax tree from its tokens.
///
/// A fault inside a tag is reported once and the rest of that tag is skipped. The other tags of the file are still
/// read.
struct Parser {
    let name: ParsedTemplate.Name
    let file: TextFile
    let tokens: [Token]
    var index = 0
    var diagnostics: [Diagnostic]
    /// Whether the current tag has a fault.
    var hasFailed = false
    var isBroken = false
    /// Whether a fault of the structure was reported. Further faults of the structure are not.
    var hasLostStructure = false
    /// Tags of Jinja that are left out and have no end tag after them.
    var missingEnds: Set<String> = []
    /// The number of open expressions.
    var depth = 0
    /// The number of open statements.
    var nesting = 0
    var blocks: [String: Statement.Block] = [:]
    var blockOrder: [(name: Located<String>, isNested: Bool)] = []
    var openBlocks = 0
    var macros: [Statement.Macro] = []
    var openMacros = 0
    var parent: Located<String>?

    /// Reads a file. The tree of a file with faults contains what could be read.
    ///
    /// - Parameter name: the name by which other templates find it; nil for its own.
    static func parse(_ template: TemplateFile, named name: String? = nil) -> Outcome<ParsedTemplate> {
        let name = name ?? template.name
        var lexer = Lexer(template.text)
        lexer.run()
        var parser = Parser(
            name: name, file: template.text, tokens: lexer.tokens, diagnostics: lexer.diagnostics)
        let body = parser.readFile()
        let parsed = ParsedTemplate(
            name: name, file: template.text, isOfTheme: template.theme != nil, body: body, isBroken: parser.isBroken,
            blocks: parser.blocks, blockOrder: parser.blockOrder, macros: parser.macros, parent: parser.parent)
        return Outcome(parsed, parser.diagnostics)
    }

    init(name: String, file: TextFile, tokens: [Token], diagnostics: [Diagnostic]) {
        self.name = name
        self.file = file
        self.tokens = tokens
        self.diagnostics = diagnostics
        self.isBroken = !diagnostics.isEmpty
    }

    // MARK: Tokens

    var current: Token { tokens[index] }

    var isAtTagEnd: Bool {
        switch current.kind {
        case .tagClose, .printClose, .end, .data, .printOpen, .tagOpen: true
        default: false
        }
    }

    mutating func advance() { if index + 1 < tokens.count { index += 1 } }

    mutating func take(_ kind: Token.Kind) -> Bool {
        guard current.kind == kind else { return false }
        advance()
        return true
    }

    func word(_ token: Token) -> String { file.text(in: token.range) }

    func isWord(_ word: String, at offset: Int = 0) -> Bool {
        guard index + offset < tokens.count, tokens[index + offset].kind == .name else { return false }
        let range = tokens[index + offset].range.offsets
        return range.count == word.utf8.count && file.bytes[range].elementsEqual(word.utf8)
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard isWord(word) else { return false }
        advance()
        return true
    }

    /// Reports the first fault of the current tag and skips the rest of the tag.
    mutating func fail(
        _ message: String, at range: TextRange, code: DiagnosticCode = .templateSyntax, hint: String? = nil
    ) {
        if !hasFailed {
            diagnostics.append(Diagnostic(code, message, at: TextLocation(file, range), hint: hint))
            hasFailed = true
        }
        while !isAtTagEnd { advance() }
    }

    /// Reports an unexpected token.
    mutating func expected(_ what: String, hint: String? = nil) {
        // The lexer has reported this token.
        if current.kind == .faulty { hasFailed = true }
        let found = isAtTagEnd ? "found the end of the tag" : "found '\(word(current))'"
        fail("expected \(what), \(found)", at: current.range, hint: hint)
    }

    mutating func expectName(_ what: String) -> Located<String> {
        guard current.kind == .name else {
            expected(what)
            return Located("", current.range)
        }
        let token = current
        let name = word(token)
        if Parser.reserved.contains(name) {
            fail("'\(name)' is a reserved word and cannot be a name", at: token.range)
        }
        advance()
        return Located(name, token.range)
    }

    static let reserved: Set<String> = [
        "and", "or", "not", "in", "is", "if", "else", "elif", "true", "false", "none", "True", "False", "None",
    ]

    /// Reads the end of a `{% … %}` tag.
    mutating func closeTag() {
        if current.kind != .tagClose { expected("the end of the tag") }
        if current.kind == .tagClose { advance() }
        hasFailed = false
    }

    // MARK: Structure

    mutating func readFile() -> [Statement] {
        var body: [Statement] = []
        while current.kind != .end {
            let read = readStatements(until: [])
            body += read
            guard current.kind == .tagOpen else { break }
            let range = current.range
            advance()
            let tag = current.kind == .name ? word(current) : ""
            if hasLostStructure { hasFailed = true }
            fail(
                "'\(tag)' closes nothing", at: range.joined(with: current.range),
                hint: Parser.opener(of: tag).map { "no '\($0)' is open here" })
            isBroken = true
            closeTag()
        }
        return body
    }

    static func opener(of tag: String) -> String? {
        if tag == "else" || tag == "elif" { return "if" }
        return tag.hasPrefix("end") ? String(tag.dropFirst(3)) : nil
    }

    static let closers: Set<String> = [
        "else", "elif", "endif", "endfor", "endset", "endwith", "endmacro", "endblock",
    ]

    /// Reads statements up to a closing tag, which is not read.
    mutating func readStatements(until closers: Set<String>) -> [Statement] {
        var result: [Statement] = []
        while true {
            switch current.kind {
            case .data:
                result.append(.text(current.range))
                advance()
            case .printOpen:
                advance()
                if current.kind == .printClose {
                    fail("there is nothing to print here", at: tokens[index - 1].range.joined(with: current.range))
                } else {
                    result.append(.print(readExpression()))
                }
                if current.kind == .comma, !hasFailed { leaveOut(.tuples, at: current.range) }
                if current.kind != .printClose { expected("the end of the tag") }
                if current.kind == .printClose { advance() }
                hasFailed = false
            case .tagOpen:
                if index + 1 < tokens.count, tokens[index + 1].kind == .name,
                    Parser.closers.contains(word(tokens[index + 1]))
                {
                    return result
                }
                readTag(into: &result)
            case .end: return result
            default: advance()
            }
        }
    }

    /// Reads the statements between an opening tag and one of its closing tags.
    ///
    /// - Returns: the statements, and the word of the closing tag. The rest of that tag is not read.
    mutating func readBody(of opening: Located<String>, until closers: [String]) -> ([Statement], String) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Limits.nesting else {
            if !hasLostStructure {
                hasFailed = false
                fail(
                    "tags are nested more than \(Limits.nesting) levels deep", at: opening.range,
                    code: .templateTooDeep)
                hasFailed = false
            }
            loseStructure()
            index = tokens.count - 1
            return ([], "")
        }
        let body = readStatements(until: Set(closers))
        guard current.kind == .tagOpen else {
            if !hasLostStructure {
                diagnostics.append(
                    Diagnostic(
                        .templateSyntax, "'\(opening.value)' is not closed", at: TextLocation(file, opening.range),
                        hint: "close it with '{% \(closers[closers.count - 1]) %}'"))
            }
            loseStructure()
            return (body, "")
        }
        let closer = word(tokens[index + 1])
        guard closers.contains(closer) else {
            if !hasLostStructure {
                diagnostics.append(
                    Diagnostic(
                        .templateSyntax, "expected '\(closers[closers.count - 1])', found '\(closer)'",
                        at: TextLocation(file, tokens[index + 1].range),
                        notes: [.init("'\(opening.value)' opens here", at: TextLocation(file, opening.range))]))
            }
            loseStructure()
            return (body, "")
        }
        advance()
        advance()
        return (body, closer)
    }

    mutating func loseStructure() {
        hasLostStructure = true
        isBroken = true
    }
}
