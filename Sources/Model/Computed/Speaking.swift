import Diagnostics
import Reading

/// For whom, and in which role, one speaker of a statement spoke.
package struct Speaking: Sendable {
    package let person: Handle<Person>?
    package let party: Handle<Party>?
    /// The role's title at that date, or the writer's own `as`.
    package let role: String?
    /// Whether a person spoke who held no role at that date, and the statement does not say for whom.
    package let hasNoRole: Bool
    /// Whether `role` is one that a person held from or until a date.
    package var roleHasDates = false
    /// The party in which a person held `role`, which need not be the one for which they spoke; nil if none is recorded.
    package var roleParty: Handle<Party>?
    /// The parties for which a person may have spoken, where roles in several fit and the statement does not say which;
    /// `party` and `role` are then nil.
    package var candidates: [Handle<Party>] = []
}

extension Site {
    /// For whom each speaker of a statement spoke: as the statement says, else by the role held at its date.
    ///
    /// Of several roles the one counts that `as` names; else those with a party of this event, then those with a part or
    /// a member of one, then all. If the roles left are in several parties, it is not known for whom.
    func speakings(
        of statement: Statement, preferring parties: Set<Handle<Party>>, zone: ClockZone
    ) -> [Speaking] {
        statement.speakers.map { speaking(of: $0, in: statement, preferring: parties, zone: zone) }
    }

    private func speaking(
        of speaker: SpeakerReference, in statement: Statement, preferring parties: Set<Handle<Party>>, zone: ClockZone
    ) -> Speaking {
        let named = statement.forParty?.target
        let title = statement.asRole?.value
        switch speaker.target {
        case nil: return Speaking(person: nil, party: named, role: title, hasNoRole: false)
        case .party(let party): return Speaking(person: nil, party: named ?? party, role: title, hasNoRole: false)
        case .person(let person):
            var roles = roles(of: person, at: statement.date.value, zone: zone)
            if let title {
                let titled = roles.filter { $0.title.value.lowercased() == title.lowercased() }
                if !titled.isEmpty { roles = titled }
            }
            let fitting = roles.fitting(named.map { [$0] } ?? parties, in: self)
            var candidates: [Handle<Party>] = []
            for case let party? in fitting.map({ $0.party?.target }) where !candidates.contains(party) {
                candidates.append(party)
            }
            if named == nil, candidates.count > 1 {
                return Speaking(person: person, party: nil, role: title, hasNoRole: false, candidates: candidates)
            }
            let role = fitting.first
            // The writer's own title may be none of the roles.
            let held = role.flatMap { title == nil || $0.title.value.lowercased() == title?.lowercased() ? $0 : nil }
            return Speaking(
                person: person, party: named ?? role?.party?.target, role: title ?? role?.title.value,
                hasNoRole: role == nil && named == nil && title == nil, roleHasDates: held?.hasDates ?? false,
                roleParty: held?.party?.target)
        }
    }

    /// The role that a person held at a date: of several the first of those that fit the parties best.
    package func role(
        of person: Handle<Person>, at date: EventDate, preferring parties: Set<Handle<Party>>, zone: ClockZone
    ) -> Person.Role? {
        roles(of: person, at: date, zone: zone).fitting(parties, in: self).first
    }

    /// The roles that a person held at a date, in the order written.
    ///
    /// A role that may have begun or ended around an uncertain date counts as held. Both ends count.
    package func roles(of person: Handle<Person>, at date: EventDate, zone: ClockZone) -> [Person.Role] {
        self[person].roles.filter { role in
            if let from = role.from?.value, from.earliest(in: zone) > date.latest(in: zone) { return false }
            if let until = role.until?.value, date.earliest(in: zone) > until.latest(in: zone) { return false }
            return true
        }
    }

    /// A party, and the parties for which whoever speaks for it speaks too: the wholes of which it is a part, what it is
    /// a member of, and whom it represents.
    package func spokenFor(by party: Handle<Party>) -> Set<Handle<Party>> {
        var found: Set<Handle<Party>> = [party]
        var rest = [party]
        while let next = rest.popLast() {
            var wholes = [self[next].partOf?.target]
            for relation in self[next].relations where relation.kind.value.speaksForOther {
                wholes.append(relation.party.target)
            }
            for case let whole? in wholes where found.insert(whole).inserted { rest.append(whole) }
        }
        return found
    }
}

extension Party.Relation.Kind {
    /// Whether a party that stands so to another speaks for it.
    var speaksForOther: Bool { self == .memberOf || self == .represents }
}

extension [Person.Role] {
    /// The roles with one of the parties; if there are none, those with a part or a member of one; else all.
    fileprivate func fitting(_ parties: Set<Handle<Party>>, in site: Site) -> [Person.Role] {
        let own = filter { role in role.party?.target.map(parties.contains) ?? false }
        if !own.isEmpty { return own }
        let parts = filter { role in
            role.party?.target.map { !site.spokenFor(by: $0).isDisjoint(with: parties) } ?? false
        }
        return parts.isEmpty ? self : parts
    }
}

extension Person.Role {
    fileprivate var hasDates: Bool { from != nil || until != nil }
}
