import Diagnostics
import Model

extension DiagnosticCode {
    package static let contradictingStatus = DiagnosticCode(
        "contradicting-status", .warning, title: "A typed status that the entries contradict",
        article: """
            What is typed is shown. So a `status` of the event or a `state` of a threat must agree with the entries, or \
            the page contradicts itself:

            - an event is `open`, and every demand was met, settled or withdrawn, or the event has ended;
            - an event is `settled`, and a demand is refused or unanswered. If an agreement settles that demand, name it in \
            the `settles` of the agreement. If the asker gave it up, write `withdrawn`. If the dispute is over without \
            it, write `status: ended`;
            - a threat is `threatened` or `not-carried-out`, and `carried_out` names when it was carried out.
            """)
}

extension Check {
    static let contradictingStatus = Check(
        .contradictingStatus,
        scope: { scope, findings in
            for threat in scope.entries.threats where !threat.carriedOut.isEmpty {
                let state = threat.state.value
                guard state == .threatened || state == .notCarriedOut else { continue }
                findings.report(
                    Diagnostic(
                        .contradictingStatus,
                        "the threat is '\(state.rawValue)', and 'carried_out' names when it was carried out",
                        at: threat.head.location(threat.state.range),
                        hint: "write 'state: imposed', or 'partly-imposed' if a part was done"))
            }
            guard let record = scope.record, let typed = scope.site.events[scope.index].statusOverride else { return }
            let event = scope.site.events[scope.index]
            let demands = record.countedDemands(in: scope.site)
            func report(_ message: String, hint: String) {
                findings.report(
                    Diagnostic(.contradictingStatus, message, at: event.head.location(typed.range), hint: hint))
            }
            switch typed.value {
            case .open:
                if event.ended != nil {
                    report(
                        "the event is 'open', and it has an 'ended'",
                        hint: "write 'status: settled' or 'status: ended', or remove 'ended' if it goes on")
                } else if !demands.isEmpty, demands.allSatisfy({ record.statuses[$0].isSatisfied }) {
                    report(
                        "the event is 'open', and every demand was met, settled or withdrawn",
                        hint: "write 'status: settled' and 'ended', or record the demand that is still open")
                }
            case .settled:
                let against = demands.filter { record.statuses[$0].isAgainst }
                guard let first = against.first else { return }
                let demand = scope.entries.demands[first]
                report(
                    "the event is 'settled', and the demand '\(demand.displayName)' is \(record.statuses[first].rawValue)"
                        + (against.count > 1 ? ", and \(against.count - 1) more" : ""),
                    hint: "name it in the 'settles' of an agreement, write 'withdrawn', or write 'status: ended'")
            case .stalled, .ended: break
            }
        })
}

extension Demand.Status {
    /// Whether nothing is left to ask for.
    var isSatisfied: Bool { self == .met || self == .metLate || self == .settled || self == .withdrawn }

    /// Whether an event with it is not settled.
    var isAgainst: Bool {
        switch self {
        case .refused, .challengedInCourt, .unanswered: true
        default: false
        }
    }
}
