import Model
import Reading

/// A term with its definition.
package struct TermView {
    package let handle: Handle<Term>
    package let page: PageContext
    /// Whether this is the term's own place, with all there is on it, or a gloss on another page.
    package var isFull = false

    package init(handle: Handle<Term>, page: PageContext, isFull: Bool = false) {
        self.handle = handle
        self.page = page
        self.isFull = isFull
    }

    package var entry: Term { page.site[handle] }
    package var id: String { entry.id }
    package var anchor: String { "term-" + entry.id }
    package var name: String { entry.name.value }
    package var alsoKnownAs: [String] { entry.alsoKnownAs.map(\.value) }
    package var definition: Passage { Passage(entry.definition, of: entry.head) }
    /// Sources of the term that the definition does not cite by itself.
    package var sources: [SourceUse] {
        guard isFull else { return [] }
        return entry.head.sources.notCited(in: entry.definition)
    }
    package var route: Route { page.route(of: AnyHandle(handle)) }
    package var body: Passage? { isFull ? Passage(entry.head.body, of: entry.head) : nil }
    /// "Used in two entries"
    package var usedInWords: String {
        let count = usedIn.count
        return page.words(.usedInEntries, count: count, ["number": page.words.number(count)])
    }
    package var usedIn: [KindLinkView] {
        guard isFull else { return [] }
        let indexes = page.index.map { [$0] } ?? page.context.indexes
        return indexes.flatMap { $0.termUses[handle] ?? [] }.map { KindLinkView(handle: $0, page: page) }
    }
}

/// The terms of a page under their first letters.
package struct GlossaryView {
    package struct Letter {
        package let letter: String
        package let anchor: String
        package var terms: [TermView]
    }

    package let letters: [Letter]
    package let count: Int

    package init(terms: [Handle<Term>], page: PageContext) {
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
