import Diagnostics
import Reading

/// For whom, and in which role, somebody spoke.
package struct Speaking: Sendable {
    package let person: Handle<Person>?
    package let party: Handle<Party>?
    /// The role's title at that date, or the writer's own `as`.
    package let role: String?
    /// Whether a person spoke who held no role at that date, and the statement does not say for whom.
    package let hasNoRole: Bool
}

extension Site {
    /// For whom a statement's speaker spoke: as the statement says, else by the role held at its date; of several roles
    /// the one with a party of this event, then the first.
    func speaking(of statement: Statement, preferring parties: Set<Handle<Party>>, zone: ClockZone) -> Speaking {
        let named = statement.forParty?.target
        switch statement.speaker.target {
        case nil: return Speaking(person: nil, party: named, role: statement.asRole?.value, hasNoRole: false)
        case .party(let party):
            return Speaking(person: nil, party: named ?? party, role: statement.asRole?.value, hasNoRole: false)
        case .person(let person):
            let preferred = named.map { [$0] } ?? parties
            let role = role(of: person, at: statement.date.value, preferring: preferred, zone: zone)
            return Speaking(
                person: person, party: named ?? role?.party?.target, role: statement.asRole?.value ?? role?.title.value,
                hasNoRole: role == nil && named == nil && statement.asRole == nil)
        }
    }

    /// The role that a person held at a date: of several the one with a preferred party, then the first.
    ///
    /// A role that may have begun or ended around an uncertain date counts as held. Both ends count.
    package func role(
        of person: Handle<Person>, at date: EventDate, preferring parties: Set<Handle<Party>>, zone: ClockZone
    ) -> Person.Role? {
        let held = self[person].roles.filter { role in
            if let from = role.from?.value, from.earliest(in: zone) > date.latest(in: zone) { return false }
            if let until = role.until?.value, date.earliest(in: zone) > until.latest(in: zone) { return false }
            return true
        }
        return held.first { role in role.party?.target.map(parties.contains) ?? false } ?? held.first
    }
}
