import Diagnostics

extension Compiler {
    // MARK: Names and paths

    func value(of name: String, _ expression: Expression, _ target: Int) -> ValueType {
        switch scope.find(name) {
        case .value(let type, let register, let id, let frame)?:
            if frame === function {
                function.emit(.move, target, register)
            } else if frame === pageFunction {
                function.emit(.moveFromPage, target, register)
            } else {
                report(
                    .unknownTemplateName, "macros cannot see '\(name)' here", expression.range,
                    hint: "pass it as an argument")
                return .faulty
            }
            return narrowed(type, .value(id))
        case .root(let type, let slot)?:
            if function.isPage {
                function.emit(.field, target, 0, slot)
            } else {
                function.emit(.moveFromPage, target, 0)
                function.emit(.field, target, target, slot)
            }
            return narrowed(type, .root(slot))
        case .macro?:
            report(.wrongType, "'\(name)' is a macro", expression.range, hint: "call it: '\(name)(…)'")
        case .module?:
            report(.wrongType, "'\(name)' is an imported file", expression.range, hint: "call one of its macros")
        case .loop?: report(.loopValues, expression.range)
        case .faulty?: break
        case nil where isInMacro && (name == "varargs" || name == "kwargs"): report(.extraArguments, expression.range)
        case nil:
            if let known = nameOfOtherPages(name) {
                function.emit(.clear, target)
                return narrowed(known.type, known.key)
            }
            report(.unknownTemplateName, "there is no '\(name)' here", expression.range, hint: hint(forName: name))
        }
        return .faulty
    }

    /// A name that other kinds of pages have, in a file that pages of several kinds use: it is absent on this page. Nil for
    /// any other name.
    func nameOfOtherPages(_ name: String) -> (type: ValueType, key: PathKey)? {
        guard isShared, !isInMacro, function.isPage, let known = otherNames[name] else { return nil }
        return (known.type, .root(known.slot))
    }

    /// Whether pages of other kinds use the current file, too: it is not the page's own, which has the name of its kind.
    private var isShared: Bool {
        guard let own = pageFile else { return false }
        return template.name != own && !template.name.hasSuffix("/" + own)
    }

    /// The names of all kinds of pages, as they are where a kind does not have them.
    static func otherNames(of pages: [Schema.Page]) -> [String: (type: ValueType, slot: Int)] {
        var names: [String: (type: ValueType, slot: Int)] = [:]
        var ambiguous: Set<String> = []
        for field in pages.lazy.flatMap(\.root.fields) {
            let type = ValueType.optional(field.type.unwrapped)
            if let known = names[field.name] {
                if known.type != type { ambiguous.insert(field.name) }
            } else {
                // Behind all slots that a page has.
                names[field.name] = (type, 1 << 20 + names.count)
            }
        }
        for name in ambiguous { names[name] = nil }
        return names
    }

    func hint(forName name: String) -> String? {
        if name == "words", !schema.words.entries.isEmpty { return "write the name of a word after it: 'words.…'" }
        if let near = didYouMean(name, scope.visible) { return near }
        if isInMacro, scope.find(name) == nil, contextHas(name) {
            return "a macro of an imported file sees only its arguments: pass '\(name)' to it"
        }
        return nil
    }

    func contextHas(_ name: String) -> Bool { contextScope.find(name) != nil }
}
