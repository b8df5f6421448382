import Diagnostics
import Reading

/// Somebody who speaks or acts in a dispute (Popolo Person), with the roles held (Popolo Membership).
package struct Person: Entry {
    /// A role and the time it was held: from `from`, up to but not including `until`.
    package struct Role: Sendable {
        package let title: Located<String>
        package var party: Reference<Party>?
        package let from: Located<EventDate>?
        package let until: Located<EventDate>?
    }

    package static var kind: EntryKind { .person }
    package var head: EntryHead
    package let name: Located<String>
    package let alsoKnownAs: [Located<String>]
    package var roles: [Role]
    package let wikidata: Located<String>?

    package var displayName: String { name.value }

    package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
        visitor.visit(&head)
        for index in roles.indices { visitor.visit(&roles[index].party) }
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Person] { entries.people }
}
