import Diagnostics

/// The elements that are open at a place of a page, so that one that is not closed, or closed where it is not open, is
/// reported.
struct OpenElements {
    struct Element {
        let name: MarkupName
        /// Its start tag.
        let location: TextLocation
        /// The branches that opened it, if not all did.
        var condition: Condition?
        /// Whether a fault of it was reported.
        var isReported = false
    }

    /// A branch of an `if`.
    struct Condition: Hashable {
        /// The tests of the whole `if`, as written.
        let family: String
        /// The branch's own test; empty for `else`.
        let test: String
    }

    /// The elements that were opened, outermost first.
    var open: [Element] = []
    /// The elements that a macro closes and its caller opened, innermost first.
    var closed: [(name: MarkupName, location: TextLocation)] = []

    static let empty = OpenElements()

    /// Elements without content, and those whose end tag may be left out (WHATWG HTML, 13.1.2 and 13.1.2.4).
    private static let void = Set(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"].map {
            MarkupName($0)
        })
    private static let optional = Set(
        [
            "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup",
            "caption", "rt", "rp", "html", "head", "body",
        ].map { MarkupName($0) })

    /// Elements of HTML alone, which SVG does not have, with an end tag.
    private static let closable = Set(
        [
            "abbr", "address", "article", "aside", "audio", "b", "blockquote", "button", "canvas", "cite", "code",
            "data",
            "dd", "del", "details", "dialog", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer",
            "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "iframe", "ins", "kbd", "label", "legend", "li",
            "main", "mark", "nav", "noscript", "object", "ol", "option", "output", "p", "picture", "pre", "q", "s",
            "section", "select", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "template",
            "textarea", "tfoot", "th", "thead", "time", "tr", "u", "ul", "video",
        ].map { MarkupName($0) })

    static func isClosable(_ name: MarkupName) -> Bool { closable.contains(name) }
    static func isVoid(_ name: MarkupName) -> Bool { void.contains(name) }
    static func isOptional(_ name: MarkupName) -> Bool { optional.contains(name) }

    /// Whether both have the same elements open.
    func isSame(as other: OpenElements) -> Bool {
        open.count == other.open.count && closed.count == other.closed.count
            && zip(open, other.open).allSatisfy { $0.name == $1.name && $0.condition == $1.condition }
            && zip(closed, other.closed).allSatisfy { $0.name == $1.name }
    }

    /// The elements as a branch finds them: those that only other branches of the same tests opened are not open in it.
    func entering(_ condition: Condition) -> OpenElements {
        var result = self
        result.open = open.compactMap { element in
            guard let known = element.condition, known.family == condition.family else { return element }
            guard known == condition else { return nil }
            var element = element
            element.condition = nil
            return element
        }
        return result
    }

    /// The elements after branches: what all leave open, then what each opened besides.
    static func joined(_ ends: [(OpenElements, Condition)]) -> OpenElements {
        guard let first = ends.first?.0 else { return .empty }
        var common = first.open.count
        for (end, _) in ends.dropFirst() {
            var same = 0
            while same < common, same < end.open.count, end.open[same].name == first.open[same].name,
                end.open[same].condition == first.open[same].condition
            {
                same += 1
            }
            common = same
        }
        var result = first
        result.open = Array(first.open[..<common])
        for (end, condition) in ends {
            for element in end.open[common...] {
                // What another condition opened, and one of these branches closed, counts as closed.
                if let known = element.condition, known.family != condition.family { continue }
                var element = element
                element.condition = condition
                result.open.append(element)
            }
        }
        for (end, _) in ends where end.closed.count > result.closed.count { result.closed = end.closed }
        return result
    }
}

extension Compiler {
    // MARK: Elements

    /// Notes a tag of the template's own text.
    func noteTag(_ name: MarkupName, isEnd: Bool, closesItself: Bool, at range: TextRange) {
        guard checksNesting, place.language == .html || place.language == .xml else { return }
        let location = TextLocation(template.file, range)
        let isHTML = place.language == .html
        if isEnd {
            close(name, at: location)
        } else if closesItself {
            if isHTML, OpenElements.isClosable(name) {
                reportNesting(
                    "'<\(name.text)/>' is not closed: HTML ignores the '/'", location,
                    hint: "write '</\(name.text)>' where it ends")
            }
        } else if !(isHTML && OpenElements.isVoid(name)) {
            elements.open.append(.init(name: name, location: location))
        }
        if name == Compiler.rootElement { hasRootElement = true }
    }

    private static let rootElement = MarkupName("html")

    private func close(_ name: MarkupName, at location: TextLocation) {
        let isHTML = place.language == .html
        guard let index = elements.open.lastIndex(where: { $0.name == name }), index >= elementBase else {
            if isHTML, OpenElements.isVoid(name) {
                reportNesting("'\(name.text)' has no end tag", location, hint: "remove '</\(name.text)>'")
            } else if isInMacro, elementBase == 0 {
                elements.closed.append((name, location))
            } else {
                reportNesting("'</\(name.text)>' closes an element that is not open here", location)
            }
            return
        }
        let inner = elements.open.indices[(index + 1)...].first {
            !(isHTML && OpenElements.isOptional(elements.open[$0].name))
        }
        guard let inner, elements.open[inner].condition == nil else {
            elements.open.removeSubrange(index...)
            return
        }
        let element = elements.open[inner]
        if !element.isReported {
            reportNesting(
                "'</\(name.text)>' comes before '</\(element.name.text)>'", location,
                note: .init("'<\(element.name.text)>' was opened here", at: element.location))
        }
        elements.open[inner].isReported = true
        elements.open.remove(at: index)
    }

    /// Reports the elements that a part of a page leaves open, and goes on as if it had closed them.
    func closeElements(to before: OpenElements, _ part: String) {
        if elements.open.count > before.open.count {
            for element in elements.open[before.open.count...] {
                guard !element.isReported, !(place.language == .html && OpenElements.isOptional(element.name)) else {
                    continue
                }
                reportNesting("'<\(element.name.text)>' is not closed \(part)", element.location)
            }
        }
        elements = before
    }

    private func reportNesting(
        _ message: String, _ location: TextLocation, note: Diagnostic.Note? = nil, hint: String? = nil
    ) {
        guard !themeFiles.contains(ObjectIdentifier(location.file)) else { return }
        diagnostics.append(
            Diagnostic(.unbalancedMarkup, message, at: location, notes: note.map { [$0] } ?? [], hint: hint))
    }

    /// Applies what a macro opens and closes at its call.
    func apply(_ effect: OpenElements, at range: TextRange) {
        for (name, location) in effect.closed { close(name, at: location) }
        elements.open += effect.open
    }

    /// The branch of an `if` as a condition.
    func condition(_ index: Int, of condition: Statement.Condition) -> OpenElements.Condition {
        let tests = condition.branches.map { template.file.text(in: $0.test.range) }
        return .init(family: tests.joined(separator: "\n"), test: index < tests.count ? tests[index] : "")
    }
}
