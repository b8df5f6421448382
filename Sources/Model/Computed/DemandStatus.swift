import Diagnostics
import Reading

/// What an answer means for the demand it answers.
package enum AnswerEffect: Sendable, Hashable {
    case met, metLate, agreed, agreedWithConditions, partlyAgreed, talks, refused, challenged
    /// An answer is recorded, and it decides nothing.
    case undecided
    /// It was agreed in principle, and those who decide turned that down.
    case rejected
    /// What the party asked for instead was refused.
    case counterRefused
    /// No answer is recorded, or only that none came.
    case silent
    /// The party is in an agreement that settles the demand, or what it asked for instead was agreed.
    case settled

    /// Whether it leaves open what becomes of the demand, and nobody talks about it any more.
    var decidesNothing: Bool { [.undecided, .rejected, .counterRefused].contains(self) }
}

extension Response {
    /// The kind of the answer that this one replaces. One of another event is an error, which is reported; here it must
    /// only do no harm.
    package func reversedKind(in entries: Entries, of event: Int) -> Kind? {
        guard let target = fields.replaces?.target, Int(target.scope) == event else { return nil }
        return entries.responses[Int(target.index)].kindOfResponse.value
    }
}

extension Response {
    /// Whether it takes a refusal back.
    package func takesRefusalBack(in entries: Entries, of event: Int) -> Bool {
        fields.kindOfResponse.value == .reversed && reversedKind(in: entries, of: event)?.effect == .refused
    }
}

extension Response.Kind {
    /// What an answer of this kind means for its demand, whenever it was given.
    package var effect: AnswerEffect {
        switch self {
        case .accepted, .agreedInPrinciple: .agreed
        case .complied: .met
        case .acceptedWithConditions: .agreedWithConditions
        case .partlyAccepted: .partlyAgreed
        case .counterOffer, .negotiating, .recommended, .putToVote: .talks
        case .refused, .refusedForNow: .refused
        case .challengedInCourt: .challenged
        // Whoever takes an answer back has not given another one.
        case .declinedToComment, .unknown, .unclear, .reversed: .undecided
        case .noResponse: .silent
        }
    }
}

/// What has become of a demand by its answers alone, one effect for each party that was asked.
///
/// - Parameter hasPassed: whether its deadline has passed for certain.
package func status(of effects: [AnswerEffect], hasPassed: Bool) -> Demand.Status {
    let kinds = Set(effects)
    if kinds.isSubset(of: [.silent]) { return hasPassed ? .unanswered : .open }
    let decisive = kinds.subtracting([.silent]).filter { !$0.decidesNothing }
    if decisive.isEmpty { return .open }
    if decisive == [.talks] { return .negotiating }
    if kinds == [.met] { return .met }
    if kinds.isSubset(of: [.met, .metLate]) { return .metLate }
    if kinds.isSubset(of: [.met, .metLate, .agreed]) { return .agreed }
    if kinds == [.agreedWithConditions] { return .agreedWithConditions }
    if kinds == [.partlyAgreed] { return .partlyAgreed }
    if kinds == [.refused] { return .refused }
    if kinds == [.challenged] { return .challengedInCourt }
    if kinds == [.settled] { return .settled }
    return .mixed
}

/// How an event stands: as the writer says; ended where its end is not after the record's date; settled where every
/// demand that stands was met or settled; else open.
func eventStatus(_ event: Event, statuses: [Demand.Status], zone: ClockZone) -> Event.Status {
    if let stated = event.statedStatus(in: zone) { return stated }
    let live = statuses.filter { $0 != .replaced && $0 != .withdrawn }
    if !live.isEmpty, live.allSatisfy({ $0 == .met || $0 == .metLate || $0 == .settled }) { return .settled }
    return .open
}

extension Event {
    /// The status that the writer typed, or that follows from the date of the end; nil if neither is written.
    package func statedStatus(in zone: ClockZone) -> Status? {
        if let typed = fields.statusOverride { return typed.value }
        guard let ended = fields.ended else { return nil }
        if let asOf = fields.asOf, ended.value.isCertainlyAfter(asOf.value, in: zone) { return nil }
        return .ended
    }
}

/// What settles a demand.
package enum Settlement: Sendable, Equatable {
    /// A moment, an agreement for example; index in the event's moments.
    case moment(Int)
    /// The counter-offer that was accepted in its place; index in the event's demands.
    case counter(Int)
}

extension Moment {
    /// The last state of an agreement that is known at a date. That some of its parties ratified it is none as long as
    /// others have not.
    package func state(at record: EventDate?, in zone: ClockZone) -> StateChange? {
        let known = fields.states.filter { change in
            guard let date = change.date, let record else { return true }
            return !date.value.isCertainlyAfter(record, in: zone)
        }
        var ratifying: Set<Handle<Party>> = []
        var last: StateChange?
        for change in known {
            if change.state.value == .ratified, !change.by.isEmpty {
                ratifying.formUnion(change.by.targets())
                guard fields.parties.targets().allSatisfy(ratifying.contains) else { continue }
            }
            last = change
        }
        return last
    }

    /// The demands that it settles, if its state lets it.
    func named(of event: Int) -> [Int] {
        var targets = fields.settles.targets() + fields.points.compactMap { $0.demand?.target }
        if fields.kindOfMoment.value == .agreement, targets.isEmpty {
            targets = fields.about.compactMap { $0.target?.typed() }
        }
        return targets.filter { Int($0.scope) == event }.map { Int($0.index) }
    }
}

extension Entries {
    /// What settles each demand by a moment, the latest moment that does; and of those asked the ones that are in such an
    /// agreement, with its index. A demand is settled when all of them are; a moment that names none of them speaks for
    /// all.
    func settlements(
        of event: Int, record: EventDate?, zone: ClockZone
    ) -> (whole: [Settlement?], parties: [[Handle<Party>: Int]]) {
        var whole = [Settlement?](repeating: nil, count: demands.count)
        var parties = [[Handle<Party>: Int]](repeating: [:], count: demands.count)
        for (index, moment) in moments.enumerated() where moment.planned != true {
            if let state = moment.state(at: record, in: zone), !state.state.value.settles { continue }
            for demand in moment.named(of: event) {
                let asked = Set(demands[demand].to.targets())
                let own = asked.intersection(moment.parties.targets())
                for party in own.isEmpty ? asked : own { parties[demand][party] = index }
                if parties[demand].count == asked.count { whole[demand] = .moment(index) }
            }
        }
        return (whole, parties)
    }

    /// When an agreement about each demand was last rejected.
    func rejections(of event: Int, record: EventDate?, zone: ClockZone) -> [EventDate?] {
        var result = [EventDate?](repeating: nil, count: demands.count)
        for moment in moments {
            guard let state = moment.state(at: record, in: zone), state.state.value == .rejected else { continue }
            for demand in moment.named(of: event) { result[demand] = state.date?.value ?? moment.date.value }
        }
        return result
    }
}

extension Site {
    /// The form in which a demand was made: as written; else an order where nobody but courts made it.
    package func form(of demand: Demand) -> Demand.Form {
        demand.form?.value ?? (areCourts(demand.from) ? .order : .demand)
    }

    /// Whether a court was asked to order what is demanded: those of whom it is asked did not hear it as a request.
    package func isClaim(_ demand: Demand) -> Bool {
        guard demand.channel?.value == .court, [.demand, .request].contains(form(of: demand)) else { return false }
        return (demand.from.targets() + demand.to.targets()).allSatisfy { self[$0].kindOfParty.value != .court }
    }

    /// Whether those who gave an answer were asked themselves, beside those for whom they gave it.
    package func answersForItself(_ response: Response) -> Bool {
        let asked = Set(response.answers.targets().flatMap { self[$0].to.targets() })
        return response.from.targets().contains(where: asked.contains)
    }

    /// Whether an answer refuses only what a court was asked to order: its parties cannot refuse that, they contest it.
    package func contests(_ response: Response) -> Bool {
        let demands = response.answers.targets()
        return response.kindOfResponse.value == .refused && !demands.isEmpty && demands.allSatisfy { isClaim(self[$0]) }
    }

    /// Whether an act is of courts alone.
    func areCourts(_ parties: [Reference<Party>]) -> Bool {
        let parties = parties.targets()
        return !parties.isEmpty && parties.allSatisfy { self[$0].kindOfParty.value == .court }
    }
}
