import Diagnostics
import Reading

/// A party to a dispute, or one that is related to a party.
package struct Party: Entry {
    /// PLOVER's sectors and schema.org's organisation types, in plain words.
    package enum Kind: String, CaseIterable, Sendable {
        case government, military, legislature, court, police, intelligence
        case politicalParty = "political-party"
        case company, union, association, ngo, movement
        case newsMedia = "news-media"
        case university, research, intergovernmental, group, person, unknown
    }

    /// How a party stands to another: it *owns* the other, it is *member-of* the other, and so on.
    package struct Relation: Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case owns
            case partOwns = "part-owns"
            case funds, backs
            case memberOf = "member-of"
            case supplies, regulates, represents
            case alliedWith = "allied-with"
            case other
        }

        package let kind: Located<Kind>
        package var party: Reference<Party>
        package var sources: [SourceUse]
    }

    package static var kind: EntryKind { .party }
    package var head: EntryHead
    package let name: Located<String>
    package let shortName: Located<String>?
    package let alsoKnownAs: [Located<String>]
    package let kindOfParty: Located<Kind>
    package var partOf: Reference<Party>?
    package var relations: [Relation]
    package let website: Located<String>?
    package let wikidata: Located<String>?
    package let color: Located<String>?

    package var displayName: String { name.value }
    /// The short name where there is one.
    package var briefName: String { shortName?.value ?? name.value }

    package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
        visitor.visit(&head)
        visitor.visit(&partOf)
        for index in relations.indices {
            visitor.visit(&relations[index].party)
            visitor.visit(&relations[index].sources)
        }
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Party] { entries.parties }
}

extension EntryHead {
    func visitProse(_ visit: (Prose) -> Void) {
        if let body { visit(body) }
        for correction in corrections { visit(correction.text) }
    }
}
