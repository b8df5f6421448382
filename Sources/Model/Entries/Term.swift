import Diagnostics
import Reading

/// A word that needs explaining (schema.org DefinedTerm).
package struct Term: Entry {
    package static var kind: EntryKind { .term }
    package var head: EntryHead
    package let name: Located<String>
    package let alsoKnownAs: [Located<String>]
    package let definition: Prose

    package var displayName: String { name.value }

    package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) { visitor.visit(&head) }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        visit(definition)
    }

    package static func list(in entries: Entries) -> [Term] { entries.terms }
}
