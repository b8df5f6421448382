import Model
import Reading

/// A term with its definition.
struct TermView {
    let handle: Handle<Term>
    let page: PageContext
    /// Whether this is the term's own place, with all there is on it, or a gloss on another page.
    var isFull = false

    var entry: Term { page.site[handle] }
    var id: String { entry.id }
    var anchor: String { "term-" + entry.id }
    var name: String { entry.name.value }
    var alsoKnownAs: [String] { entry.alsoKnownAs.map(\.value) }
    var definition: [UInt8] { page.html(entry.definition, of: entry.head) }
    /// Sources of the term that the definition does not cite by itself.
    var citations: [UInt8] {
        guard isFull else { return [] }
        let cited = Set(entry.definition.citations.map(\.id))
        return page.citations(entry.head.sources.filter { !cited.contains($0.source.text) })
    }
    var route: Route { page.route(of: AnyHandle(handle)) }
    var sections: [SectionView] { isFull ? page.sections(entry.head.body, of: entry.head) : [] }
    var usedIn: [KindLinkView] {
        guard isFull else { return [] }
        let indexes = page.index.map { [$0] } ?? page.context.indexes
        return indexes.flatMap { $0.termUses[handle] ?? [] }.map { KindLinkView(handle: $0, page: page) }
    }
}

/// The terms of a page under their first letters.
struct GlossaryView {
    struct Letter {
        let letter: String
        let anchor: String
        var terms: [TermView]
    }

    let letters: [Letter]
    let count: Int

    init(terms: [Handle<Term>], page: PageContext) {
        let views = terms.map { TermView(handle: $0, page: page, isFull: true) }
        let sorted = views.map { (key: $0.name.lowercased(), view: $0) }.sorted {
            ($0.key, $0.view.id) < ($1.key, $1.view.id)
        }
        var letters: [Letter] = []
        for (key, view) in sorted {
            let first = key.first.map { $0.isLetter ? String($0).uppercased() : "#" } ?? "#"
            if letters.last?.letter == first {
                letters[letters.count - 1].terms.append(view)
            } else {
                letters.append(Letter(letter: first, anchor: "letter-\(letters.count + 1)", terms: [view]))
            }
        }
        self.letters = letters
        count = views.count
    }
}
