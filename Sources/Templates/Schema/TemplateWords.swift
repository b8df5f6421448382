/// The texts of one language that a host gives its templates by name: `{{ words.copy_link }}`,
/// `{{ words.cited_in(count=places|length) }}`.
///
/// They are constants: an unknown word, and an argument that is missing or unknown, are errors when templates are loaded.
package struct TemplateWords: Sendable {
    /// A text with named gaps, in each plural form that it has.
    package struct Entry: Sendable {
        package enum Piece: Sendable {
            case text(String)
            case gap(String)
        }

        /// A name that templates can write after `words.`.
        package let name: String
        /// The names of its arguments. If there are several forms, `count` chooses one of them.
        package let parameters: [String]
        /// The pieces of each form with its plural category; the last one is for all other numbers.
        package let forms: [(category: String, pieces: [Piece])]

        package init(name: String, parameters: [String], forms: [(category: String, pieces: [Piece])]) {
            self.name = name
            self.parameters = parameters
            self.forms = forms
        }
    }

    /// By name.
    let entries: [String: Entry]
    /// The plural category of a whole number.
    let category: @Sendable (Int) -> String

    /// - Parameter category: the plural category of a whole number.
    package init(_ entries: [Entry], category: @escaping @Sendable (Int) -> String) {
        self.entries = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
        self.category = category
    }

    /// No words.
    package static let none = TemplateWords([]) { _ in "other" }

    /// What the filter is called in a compiled template; no template can write this name.
    static let pluralFilter = "count=…"

    /// By name, for the reference.
    var sorted: [Entry] { entries.values.sorted { $0.name < $1.name } }
}

extension TemplateWords.Entry {
    /// As a template writes it: `words.cited_in(count)`.
    var signature: String {
        "words.\(name)" + (parameters.isEmpty ? "" : "(\(parameters.joined(separator: ", ")))")
    }

    /// Its text, with gaps in braces; of several forms each after its category.
    var spoken: String {
        let texts = forms.map { form in
            form.pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .gap(let name): "{\(name)}"
                }
            }.joined()
        }
        if texts.count == 1 { return texts[0] }
        return zip(forms, texts).map { "\($0.category): \($1)" }.joined(separator: "; ")
    }
}
