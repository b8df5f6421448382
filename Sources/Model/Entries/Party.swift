import Diagnostics
import Reading

/// A party to a dispute, or one that is related to a party.
package final class Party: Entry {
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

        func resolved(by resolver: inout some EntryResolver) -> Relation {
            Relation(kind: kind, party: resolver.resolved(party), sources: resolver.resolved(sources))
        }
    }

    package static var kind: EntryKind { .party }
    package let head: EntryHead
    package let name: Located<String>
    package let shortName: Located<String>?
    package let alsoKnownAs: [Located<String>]
    package let kindOfParty: Located<Kind>
    package let partOf: Reference<Party>?
    package let relations: [Relation]
    package let website: Located<String>?
    package let wikidata: Located<String>?
    package let color: Located<String>?

    init(
        head: EntryHead, name: Located<String>, shortName: Located<String>?, alsoKnownAs: [Located<String>],
        kindOfParty: Located<Kind>, partOf: Reference<Party>?, relations: [Relation], website: Located<String>?,
        wikidata: Located<String>?, color: Located<String>?
    ) {
        self.head = head
        self.name = name
        self.shortName = shortName
        self.alsoKnownAs = alsoKnownAs
        self.kindOfParty = kindOfParty
        self.partOf = partOf
        self.relations = relations
        self.website = website
        self.wikidata = wikidata
        self.color = color
    }

    package var displayName: String { name.value }
    /// The short name where there is one.
    package var briefName: String { shortName?.value ?? name.value }

    package func resolved(by resolver: inout some EntryResolver) -> Party {
        Party(
            head: resolver.resolved(head), name: name, shortName: shortName, alsoKnownAs: alsoKnownAs,
            kindOfParty: kindOfParty, partOf: resolver.resolved(partOf),
            relations: relations.map { $0.resolved(by: &resolver) }, website: website, wikidata: wikidata, color: color
        )
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
