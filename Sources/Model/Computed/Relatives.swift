/// Who belongs to and stands in relation to whom, from the other side than it was written; made once a build.
package struct Relatives: Sendable {
    package private(set) var parts: [Handle<Party>: [Handle<Party>]] = [:]
    package private(set) var relations: [Handle<Party>: [(party: Handle<Party>, relation: Int)]] = [:]
    package private(set) var people: [Handle<Party>: [(person: Handle<Person>, role: Int)]] = [:]

    package init(_ site: Site) {
        for scope in -1..<site.events.count {
            let entries = site.entries(of: scope)
            for (index, party) in entries.parties.enumerated() {
                let handle = Handle<Party>(scope: scope, index: index)
                if let whole = party.partOf?.target { parts[whole, default: []].append(handle) }
                for (place, relation) in party.relations.enumerated() {
                    if let other = relation.party.target { relations[other, default: []].append((handle, place)) }
                }
            }
            for (index, person) in entries.people.enumerated() {
                for (place, role) in person.roles.enumerated() {
                    if let party = role.party?.target {
                        people[party, default: []].append((Handle(scope: scope, index: index), place))
                    }
                }
            }
        }
    }
}
