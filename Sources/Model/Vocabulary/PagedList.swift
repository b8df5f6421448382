import Diagnostics
import Reading

/// The list of its template that a free page divides, and how.
package struct PagedList: Record {
    /// Lists of all events that the template of a free page has.
    package enum Name: String, ClosedList {
        case events, deadlines, statements, sources
    }

    package var list = Located<Name>.absent
    package var at: Located<Int>?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "paged list", "A list that takes several pages: `deadlines.html`, `deadlines-2.html`.",
        place: "'paged' of a page",
        shorthand: Shorthand(field: "list", words: "the name of a list", plural: "names of lists"),
        fields: [
            Field("list", \.list, "Which list of the template is divided."),
            Field("at", \.at, "The most items of a page, from 1 to 1000; 100 where it is absent."),
        ])

    package mutating func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        guard let at, !(1...1000).contains(at.value) else { return true }
        fields.report(
            Diagnostic(
                .invalidValue, "a page cannot have \(at.value) items", at: TextLocation(fields.file, at.range),
                hint: "write a number from 1 to 1000"))
        self.at = nil
        return true
    }
}

extension PagedList.Name {
    package var meaning: String {
        switch self {
        case .events: "All events of the site, the one that changed last first: an index of disputes."
        case .deadlines: "What is still to come in all events, by date: a calendar of what is next."
        case .statements: "All statements of all events, the newest first: a list of who said what."
        case .sources: "All sources of all events and those that they share: a bibliography."
        }
    }
}
