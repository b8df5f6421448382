import Diagnostics
import Reading

/// What an answer means for the demand it answers.
enum AnswerEffect: Sendable {
    case met, partlyMet, talks, refused, nothing
}

extension Response {
    /// The effect of this answer; a reversal has the opposite effect of what it reverses.
    func effect(in entries: Entries, of event: Int) -> AnswerEffect {
        switch fields.kindOfResponse.value {
        case .accepted, .complied: .met
        case .acceptedWithConditions, .partlyAccepted: .partlyMet
        case .counterOffer, .negotiating: .talks
        case .refused, .refusedForNow, .challengedInCourt: .refused
        case .declinedToComment, .noResponse, .unknown: .nothing
        case .reversed:
            switch reversedKind(in: entries, of: event) {
            case .refused, .refusedForNow, .challengedInCourt: .met
            case .accepted, .complied, .acceptedWithConditions, .partlyAccepted: .refused
            default: .nothing
            }
        }
    }

    /// The kind of the answer that this one replaces. One of another event is an error, which is reported; here it must
    /// only do no harm.
    private func reversedKind(in entries: Entries, of event: Int) -> Kind? {
        guard let target = fields.replaces?.target, Int(target.scope) == event else { return nil }
        return entries.responses[Int(target.index)].kindOfResponse.value
    }
}

/// What has become of a demand, from its current answers, its deadline and the record's date.
///
/// In this order: the writer's override; withdrawn; replaced; settled (an agreement is about it); met where every party
/// asked accepted or complied; partly met where any did, or did in part; negotiating where any talks or made a
/// counter-offer; refused where every party asked refused or went to court; lapsed where the deadline has passed for
/// certain; else open.
func demandStatus(
    _ demand: Demand, effects: [AnswerEffect], isReplaced: Bool, isSettled: Bool, record: EventDate?, zone: ClockZone
) -> Demand.Status {
    if let override = demand.statusOverride { return override.value }
    if demand.withdrawn != nil { return .withdrawn }
    if isReplaced { return .replaced }
    if isSettled { return .settled }
    if !effects.isEmpty, effects.allSatisfy({ $0 == .met }) { return .met }
    if effects.contains(where: { $0 == .met || $0 == .partlyMet }) { return .partlyMet }
    if effects.contains(.talks) { return .negotiating }
    if !effects.isEmpty, effects.allSatisfy({ $0 == .refused }) { return .refused }
    if let deadline = demand.deadline, let record, record.isCertainlyAfter(deadline.value, in: zone) { return .lapsed }
    return .open
}

/// How an event stands: as the writer says; ended where its end is before the record's date; settled where every demand
/// is met, settled, withdrawn or replaced; stalled where nothing is open or negotiated any more; else open.
func eventStatus(_ event: Event, statuses: [Demand.Status], record: EventDate?, zone: ClockZone) -> Event.Status {
    if let override = event.statusOverride { return override.value }
    if let ended = event.ended, let record, !ended.value.isCertainlyAfter(record, in: zone) { return .ended }
    let live = statuses.filter { $0 != .replaced && $0 != .withdrawn }
    if !statuses.isEmpty, live.allSatisfy({ $0 == .met || $0 == .settled }) { return .settled }
    if !live.isEmpty, live.allSatisfy({ $0 == .lapsed }) { return .stalled }
    return .open
}
