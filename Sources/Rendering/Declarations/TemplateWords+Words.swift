import Presenting
import Templates

extension TemplateWords {
    /// The words of a language by their names in templates.
    package init(_ words: Words) {
        let category = words.category
        self.init(Word.allCases.map { Entry($0, words.phrase($0)) }) { category($0).rawValue }
    }
}

extension TemplateWords.Entry {
    fileprivate init(_ word: Word, _ phrase: Phrase) {
        self.init(
            name: word.templateName, parameters: phrase.parameters,
            forms: phrase.forms.map { form in
                let pieces = form.pieces.map { piece in
                    switch piece {
                    case .text(let text): Piece.text(text)
                    case .gap(let name): Piece.gap(name)
                    }
                }
                return (form.category.rawValue, pieces)
            })
    }
}
