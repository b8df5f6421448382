import Diagnostics
import Reading

/// A word that needs explaining (schema.org DefinedTerm).
package final class Term: Entry {
    package static var kind: EntryKind { .term }
    package let head: EntryHead
    package let name: Located<String>
    package let alsoKnownAs: [Located<String>]
    package let definition: Prose

    init(head: EntryHead, name: Located<String>, alsoKnownAs: [Located<String>], definition: Prose) {
        self.head = head
        self.name = name
        self.alsoKnownAs = alsoKnownAs
        self.definition = definition
    }

    package var displayName: String { name.value }

    package func resolved(by resolver: inout some EntryResolver) -> Term {
        Term(head: resolver.resolved(head), name: name, alsoKnownAs: alsoKnownAs, definition: definition)
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        visit(definition)
    }

    package static func list(in entries: Entries) -> [Term] { entries.terms }
}
