import Diagnostics

extension Compiler {
    // MARK: Other files

    /// Finds a file that a template refers to, and reports cycles.
    func find(_ name: Located<String>, _ verb: String) -> ParsedTemplate? {
        guard let found = templates[name.value] else {
            report(
                .missingTemplate, "there is no template '\(name.value)'", name.range,
                hint: didYouMean(name.value, templates.keys.sorted()))
            return nil
        }
        if let start = openFiles.firstIndex(of: found.name) {
            let circle = (openFiles[start...] + [found.name]).map { "'\($0)'" }.joined(separator: ", ")
            report(
                .circularTemplate, "'\(template.name)' \(verb) '\(name.value)', which leads back to it", name.range,
                notes: openFiles.count > start + 1 ? [.init("the cycle: \(circle)")] : [],
                hint: fullName(ofReplaced: found).map { "write '\($0)' for the default theme's file of this name" })
            return nil
        }
        guard openFiles.count < Limits.recursion else {
            overflow(name.range, .files)
            return nil
        }
        return found
    }

    /// The full name of the theme's file that a file of the site replaces; nil if it replaces none.
    func fullName(ofReplaced file: ParsedTemplate) -> String? {
        templates.values.first { other in
            other.isOfTheme && other.name.split(separator: "/", maxSplits: 1).last.map(String.init) == file.name
        }?.name
    }

    func compile(_ include: Statement.Include) { keeping { compileParts(of: include) } }

    private func compileParts(of include: Statement.Include) {
        let existing = include.names.first { templates[$0.value] != nil }
        if existing == nil, include.ignoresMissing { return }
        guard let name = existing ?? include.names.first, let file = find(name, "includes") else { return }
        let inner = Scope(in: scope)
        var declared: [(Located<String>, Operand)] = []
        let mark = function.mark
        for (name, value) in include.values { declared.append((name, compileFresh(value))) }
        for (name, operand) in declared {
            inner.bind(
                name.value, to: .value(type: operand.type, register: operand.register, id: newID(), frame: function))
        }
        let saved = State(self)
        trail.append(.init("'\(name.value)' is included here", at: TextLocation(template.file, name.range)))
        region(in: inner) {
            contextScope = inner
            part("'\(name.value)'", at: name.range) { compileFile(file, at: name.range) }
        }
        let end = place
        saved.restore(self)
        place = end
        function.leave(mark)
    }

    /// The names of a file's top level. A file that only defines macros is compiled once for all imports.
    func importModule(_ name: Located<String>) -> Module? {
        if let file = templates[name.value], let known = modules[file.name] { return known }
        guard let file = find(name, "imports") else { return nil }
        usedTemplates.insert(file.name)
        guard !file.isBroken else {
            isPageFaulty = true
            return nil
        }
        if file.parent != nil {
            report(.importsOfExtending, name.range)
            return nil
        }
        let saved = State(self)
        trail.append(.init("'\(name.value)' is imported here", at: TextLocation(template.file, name.range)))
        openFiles.append(file.name)
        let module = Module(file, scope: Scope(in: nil))
        template = file
        scope = module.scope
        contextScope = module.scope
        facts = .none
        var holdsValues = false
        for statement in file.body {
            switch statement {
            case .macro, .importAll, .importNames: compile([statement])
            case .assign, .assignBlock, .condition:
                holdsValues = true
                if !function.isPage {
                    report(
                        .templateSyntax, "'\(file.name)' sets names, and is imported inside a macro", name.range,
                        hint: "import it at the top of the file")
                    break
                }
                compileSilently(statement)
            default: break
            }
        }
        openFiles.removeLast()
        saved.restore(self)
        if !holdsValues { modules[file.name] = module }
        return module
    }

    func importNames(_ file: Located<String>, _ names: [(name: Located<String>, alias: Located<String>)]) {
        guard let module = importModule(file) else {
            for (_, alias) in names { scope.bind(alias.value, to: .faulty) }
            return
        }
        for (name, alias) in names {
            if let binding = module.scope[name.value], !name.value.hasPrefix("_") {
                bind(alias, binding)
            } else {
                report(
                    .unknownMacro, "'\(file.value)' has no macro '\(name.value)'", name.range,
                    hint: didYouMean(name.value, module.scope.names))
                scope.bind(alias.value, to: .faulty)
            }
        }
    }
}
