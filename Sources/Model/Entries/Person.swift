import Diagnostics
import Reading

/// Somebody who speaks or acts in a dispute (Popolo Person), with the roles held (Popolo Membership).
package final class Person: Entry {
    /// A role and the time it was held: from `from`, up to but not including `until`.
    package struct Role: Sendable {
        package let title: Located<String>
        package var party: Reference<Party>?
        package let from: Located<EventDate>?
        package let until: Located<EventDate>?

        func resolved(by resolver: inout some EntryResolver) -> Role {
            Role(title: title, party: resolver.resolved(party), from: from, until: until)
        }
    }

    package static var kind: EntryKind { .person }
    package let head: EntryHead
    package let name: Located<String>
    package let alsoKnownAs: [Located<String>]
    package let roles: [Role]
    package let wikidata: Located<String>?

    init(
        head: EntryHead, name: Located<String>, alsoKnownAs: [Located<String>], roles: [Role],
        wikidata: Located<String>?
    ) {
        self.head = head
        self.name = name
        self.alsoKnownAs = alsoKnownAs
        self.roles = roles
        self.wikidata = wikidata
    }

    package var displayName: String { name.value }

    package func resolved(by resolver: inout some EntryResolver) -> Person {
        Person(
            head: resolver.resolved(head), name: name, alsoKnownAs: alsoKnownAs,
            roles: roles.map { $0.resolved(by: &resolver) }, wikidata: wikidata
        )
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Person] { entries.people }
}
