import Diagnostics

extension Compiler {
    // MARK: Pages

    /// Compiles one kind of page. A page with an error is left out of the program.
    func compile(_ page: Schema.Page) {
        let reported = diagnostics.count
        guard let start = Place(file: page.file) else {
            diagnostics.append(
                Diagnostic(
                    .missingTemplate, "the page kind '\(page.kind)' has a template with an unknown extension", at: nil,
                    path: page.file, hint: "templates end in .html, .xml, .json, .csv or .txt"))
            return
        }
        guard let parsed = templates[page.file] else {
            diagnostics.append(
                Diagnostic(
                    .missingTemplate, "there is no template '\(page.file)' for pages of kind '\(page.kind)'", at: nil,
                    path: page.file, hint: didYouMean(page.file, templates.keys.sorted())))
            return
        }
        function = FunctionBuilder(isPage: true, reserving: 1)
        pageFunction = function
        facts = .none
        place = start
        trail = []
        openFiles = []
        openBlocks = []
        depth = 0
        isInMacro = false
        isPageFaulty = false
        marks = PageMarks()
        pageRoot = page.root
        pageFile = page.file
        elements = .empty
        elementBase = 0
        isDocument = page.isDocument
        checksNesting = isDocument || start.language == .xml
        hasRootElement = false
        openTag = nil
        openQuote = nil
        let names = Scope(in: nil)
        for (slot, field) in page.root.fields.enumerated() {
            names.bind(field.name, to: .root(type: field.type, slot: slot))
        }
        sharedSlots = Set(page.root.fields.indices.filter { page.root.fields[$0].isShared })
        scope = Scope(in: names)
        contextScope = scope
        template = parsed
        compileFile(parsed, at: nil)
        if place != start, !place.canEndPage, !isPageFaulty, !diagnostics[reported...].hasErrors {
            reportUnfinished("the page ends \(place.description)", from: TextRange(at: parsed.file.bytes.count))
        }
        checkDocument(parsed, hasFaults: diagnostics[reported...].hasErrors)
        function.emit(.end)
        functions.append((function, nil))
        instructionCount += function.code.count
        let isWhole = !diagnostics[reported...].hasErrors && !isPageFaulty && !hasOverflowed
        guard isWhole else { return }
        program.pages[page.file] = .init(
            entry: functions.count - 1, registers: function.registers, root: page.root, language: start.language,
            marks: marks, file: parsed.file)
    }

    /// Checks what a whole page has: all its elements closed, and an `<html>` element.
    private func checkDocument(_ parsed: ParsedTemplate, hasFaults: Bool) {
        guard checksNesting, !isPageFaulty, !hasFaults else { return }
        closeElements(to: .empty, isDocument ? "on this page" : "in this file")
        guard isDocument else { return }
        let frame = chain.last ?? parsed
        guard !hasRootElement, !frame.isOfTheme else { return }
        diagnostics.append(
            Diagnostic(
                .incompletePage, "the pages of '\(frame.name)' have no <html> element",
                at: TextLocation(frame.file, TextRange(at: frame.file.byteOrderMarkLength)),
                hint: "begin with '{% extends \"base.html\" %}' and put the text into '{% block main %}'"))
    }

    /// Reports markup that ends inside of a tag, at the tag or the quote that was not closed.
    func reportUnfinished(_ message: String, from range: TextRange) {
        if let quote = openQuote, place.isInAttributeValue {
            diagnostics.append(
                Diagnostic(
                    .unsettledMarkup, "the value of attribute '\(quote.attribute)' has no closing quote",
                    at: quote.location))
        } else if let tag = openTag, !themeFiles.contains(ObjectIdentifier(tag.file)) {
            diagnostics.append(
                Diagnostic(
                    .unsettledMarkup, message, at: tag, hint: "close the tag with '>' and each value with a quote"))
        } else {
            report(.unsettledMarkup, message, range)
        }
    }

    /// Compiles a part of a page that must end in the place where it begins, with the same elements open.
    ///
    /// - Parameter name: what messages call it: "block 'main'".
    func part(_ name: String, at range: TextRange, _ body: () -> Void) {
        guard place.language == .html || place.language == .xml else { return body() }
        let (before, elementsBefore, base, checked) = (place, elements, elementBase, checksNesting)
        let reported = diagnostics.count
        elementBase = elements.open.count
        body()
        elementBase = base
        if Place.joined(before, place) == nil {
            if !diagnostics[reported...].hasErrors {
                reportUnfinished("\(name) ends \(place.description)", from: range)
            }
            place = before
        }
        if checksNesting, !diagnostics[reported...].hasErrors {
            closeElements(to: elementsBefore, "in \(name)")
        } else {
            elements = elementsBefore
        }
        checksNesting = checked
    }

    /// Compiles a file and those it extends, in the current scope and place.
    func compileFile(_ parsed: ParsedTemplate, at range: TextRange?) {
        usedTemplates.insert(parsed.name)
        openFiles.append(parsed.name)
        let opened = openFiles.count
        defer { openFiles.removeSubrange((opened - 1)...) }
        var files = [parsed]
        while let name = files[files.count - 1].parent {
            template = files[files.count - 1]
            guard let next = find(name, "extends") else { return }
            usedTemplates.insert(next.name)
            openFiles.append(next.name)
            files.append(next)
        }
        if files.contains(where: \.isBroken) {
            isPageFaulty = true
            return
        }
        chain = files
        openBlocks = []
        for (index, file) in files.enumerated() {
            template = file
            if index < files.count - 1 {
                checkBlocks(file, against: files[(index + 1)...])
                compileFrame(of: file)
                if let name = file.parent {
                    trail.append(.init("'\(name.value)' is extended here", at: TextLocation(file.file, name.range)))
                }
            } else {
                compile(file.body)
            }
        }
    }

    /// Compiles the statements outside of blocks of a file that extends another. They print nothing after `extends`.
    func compileFrame(of file: ParsedTemplate) {
        var isExtended = false
        for statement in file.body {
            if !isExtended {
                if case .extends = statement { isExtended = true } else { compileTop(statement) }
                continue
            }
            switch statement {
            case .block: break
            case .text(let range):
                let bytes = file.file.bytes[range.offsets]
                if let first = bytes.firstIndex(where: { $0 > 0x20 }) {
                    let end = bytes[first...].firstIndex { $0 == 0x0A } ?? bytes.endIndex
                    report(
                        .lostText, "this text is outside of all blocks and is never printed", TextRange(first, end),
                        hint: "move it into a block")
                }
            case .print(let expression):
                report(
                    .lostText, "this is outside of all blocks and is never printed", expression.range,
                    hint: "move it into a block")
            case .loop(let loop):
                report(.lostText, "this is outside of all blocks and is never printed", loop.range)
            case .include(let include):
                report(.lostText, "this is outside of all blocks and is never printed", include.range)
            default: compileSilently(statement)
            }
        }
    }

    func compileTop(_ statement: Statement) {
        if case .block(let block) = statement {
            report(.templateSyntax, "a block comes before 'extends'", block.name.range, hint: "put 'extends' first")
        } else {
            compile([statement])
        }
    }

    /// Compiles a statement for the names it sets, and discards its output.
    func compileSilently(_ statement: Statement) {
        let (outer, checked) = (place, checksNesting)
        place = Place(place.language)
        checksNesting = false
        let register = function.allocate()
        function.emit(.captureStart)
        compile([statement])
        function.emit(.captureEnd, register, 0)
        place = outer
        checksNesting = checked
    }

    /// Reports blocks that override nothing.
    func checkBlocks(_ file: ParsedTemplate, against parents: ArraySlice<ParsedTemplate>) {
        for (name, isNested) in file.blockOrder where !isNested {
            guard !parents.contains(where: { $0.blocks[name.value] != nil }) else { continue }
            if file.isOfTheme {
                reportMissingBlock(name.value, of: file, in: parents)
                continue
            }
            let known = parents.flatMap { $0.blockOrder.map(\.name.value) }
            report(
                .blockOverridesNothing,
                "block '\(name.value)' overrides nothing in '\(parents.first?.name ?? "")'", name.range,
                hint: didYouMean(name.value, known))
        }
    }

    /// Reports that a file of the site that replaces a theme's lacks a block that other files of the theme fill.
    private func reportMissingBlock(_ name: String, of file: ParsedTemplate, in parents: ArraySlice<ParsedTemplate>) {
        guard let own = parents.first(where: { !$0.isOfTheme }), missingBlocks.insert("\(own.name) \(name)").inserted
        else { return }
        diagnostics.append(
            Diagnostic(
                .blockOverridesNothing,
                "'\(own.name)' has no block '\(name)', so what '\(file.name)' puts there is never printed",
                at: TextLocation(own.file, TextRange(at: own.file.byteOrderMarkLength)),
                hint:
                    "add '{% block \(name) %}{% endblock %}', or extend the default theme's file instead of replacing it"
            ))
    }

    // MARK: Blocks

    /// Compiles a block in its place, with the body of the most derived file that has the block.
    func compile(_ block: Statement.Block) {
        if isInMacro {
            report(.templateSyntax, "a block cannot be inside a macro", block.name.range)
            return
        }
        compile(block: block.name.value, level: 0)
    }

    func compile(block name: String, level: Int) {
        let bodies = chain.compactMap { file in file.blocks[name].map { (file, $0) } }
        guard level < bodies.count else { return }
        let saved = State(self)
        let ended = function.loopDepth
        template = bodies[level].0
        openBlocks.append((name, level))
        keeping {
            region(in: Scope(in: contextScope)) {
                part("block '\(name)'", at: bodies[level].1.name.range) { compile(bodies[level].1.body) }
            }
        }
        function.loopDepth = ended
        let end = place
        saved.restore(self)
        place = end
    }

    /// Prints a block once more, where it is called: `self.main()`.
    func callBlock(_ name: Located<String>, _ arguments: [CallArgument], _ expression: Expression) {
        guard !isInMacro else {
            report(.unknownMacro, "a macro cannot call a block", expression.range)
            return
        }
        guard chain.contains(where: { $0.blocks[name.value] != nil }) else {
            report(
                .unknownMacro, "there is no block '\(name.value)'", name.range,
                hint: didYouMean(name.value, Set(chain.flatMap(\.blocks.keys)).sorted()))
            return
        }
        if let argument = arguments.first {
            report(.wrongArgument, "a block takes no arguments", argument.value.range)
        }
        guard !openBlocks.contains(where: { $0.name == name.value }) else {
            report(.circularTemplate, "block '\(name.value)' calls itself", expression.range)
            return
        }
        deeper(expression.range) { compile(block: name.value, level: 0) }
    }

    func callSuper(_ expression: Expression) {
        guard let open = openBlocks.last, !isInMacro else {
            report(.unknownMacro, "'super()' is outside of a block", expression.range)
            return
        }
        let bodies = chain.filter { $0.blocks[open.name] != nil }
        guard open.level + 1 < bodies.count else {
            report(
                .unknownMacro, "block '\(open.name)' overrides nothing, so 'super()' prints nothing", expression.range)
            return
        }
        deeper(expression.range) { compile(block: open.name, level: open.level + 1) }
    }

    // MARK: Linking

    /// Reports unused templates and macros.
    func checkUnused() {
        for name in templates.keys.sorted() {
            guard let parsed = templates[name], !parsed.isOfTheme else { continue }
            guard usedTemplates.contains(name) else {
                diagnostics.append(
                    Diagnostic(
                        .unusedTemplate, "no page uses the template '\(name)'",
                        at: TextLocation(parsed.file, TextRange(at: parsed.file.byteOrderMarkLength))))
                continue
            }
            for macro in parsed.macros where !usedMacros.contains(ObjectIdentifier(macro)) {
                diagnostics.append(
                    Diagnostic(
                        .unusedMacro, "macro '\(macro.name.value)' is never called",
                        at: TextLocation(parsed.file, macro.name.range)))
            }
        }
    }

    /// Joins the instructions of all functions.
    func link() -> Program {
        for scope in macroScopes { scope.clear() }
        program.addressFunctions = schema.addressFunctions
        var entries: [Int] = []
        for (builder, macro) in functions {
            let base = program.code.count
            entries.append(base)
            for var instruction in builder.code {
                switch instruction.operation {
                case .jump, .loopNext: instruction.a += Int32(base)
                case .jumpIfFalse, .jumpIfTrue, .jumpIfPresent, .loopStart, .keepStart: instruction.b += Int32(base)
                default: break
                }
                program.code.append(instruction)
            }
            program.origins += builder.origins.map { ($0.instruction + base, $0.location) }
            if let macro {
                let name = program.macros[macro].name
                program.macros[macro] = .init(name: name, entry: base, registers: builder.registers)
            }
        }
        program.pages = program.pages.mapValues {
            .init(
                entry: entries[$0.entry], registers: $0.registers, root: $0.root, language: $0.language,
                marks: $0.marks, file: $0.file)
        }
        return program
    }
}
