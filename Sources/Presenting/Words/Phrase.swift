/// A text with named gaps, in as many plural forms as its language has: `"{speaker} on “{title}”"`.
///
/// A gap is a name in lower case between braces; braces with anything else in them are text.
package struct Phrase: Sendable, ExpressibleByStringLiteral {
    package enum Piece: Sendable, Equatable {
        case text(String)
        case gap(String)
    }

    /// The pieces of one plural form.
    package struct Form: Sendable {
        package let category: PluralCategory
        package let pieces: [Piece]

        fileprivate init(_ category: PluralCategory, _ text: String) {
            self.category = category
            pieces = Phrase.pieces(of: text)
        }
    }

    /// One form a category; the form for `other`, which every phrase has, is the last.
    package let forms: [Form]

    package init(stringLiteral text: String) { forms = [Form(.other, text)] }

    private init(forms: [Form]) { self.forms = forms }

    /// A phrase whose form the number `count` chooses; a language gives the forms that its plural rule asks for.
    package static func plural(
        zero: String? = nil, one: String? = nil, two: String? = nil, few: String? = nil, many: String? = nil,
        other: String
    ) -> Phrase {
        let given: [(PluralCategory, String?)] = [
            (.zero, zero), (.one, one), (.two, two), (.few, few), (.many, many),
        ]
        return Phrase(
            forms: given.compactMap { category, text in text.map { Form(category, $0) } } + [Form(.other, other)])
    }

    /// Whether a number chooses among several forms.
    package var hasPlural: Bool { forms.count > 1 }

    /// The names of the gaps, each once, in the order in which they occur; `count` first if it chooses the form.
    package var parameters: [String] {
        var names = hasPlural ? ["count"] : []
        for case .gap(let name) in forms.flatMap(\.pieces) where !names.contains(name) { names.append(name) }
        return names
    }

    /// The pieces of the form for a category; those of `other` if the phrase has no such form.
    package func pieces(for category: PluralCategory) -> [Piece] {
        forms.first { $0.category == category }?.pieces ?? forms[forms.count - 1].pieces
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var plain = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            plain += rest[..<open]
            rest = rest[open...].dropFirst()
            let name = rest.prefix { $0.isLowercase }
            guard !name.isEmpty, rest[name.endIndex...].first == "}" else {
                plain += "{"
                continue
            }
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = ""
            pieces.append(.gap(String(name)))
            rest = rest[name.endIndex...].dropFirst()
        }
        plain += rest
        if !plain.isEmpty || pieces.isEmpty { pieces.append(.text(plain)) }
        return pieces
    }
}
