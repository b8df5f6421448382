import Diagnostics
import Model

extension DiagnosticCode {
    package static let referenceToOtherEvent = DiagnosticCode(
        "reference-to-other-event", .error, title: "An answer or a threat tied to another event",
        article: """
            Answers, threats, counter-demands and replacements belong to one event's answer sheet. If `answers`, `unless`, \
            `counter` or `replaces` names an entry of another event, neither event would count it. Move the entry to the \
            other event. Prose can link to any event.

            In `port-strike/threats/lockout.md`, `unless: rail-strike/pay-rise`: move the threat to `rail-strike/threats/`.
            """)
}

extension Check {
    static let referenceToOtherEvent = Check(
        .referenceToOtherEvent,
        scope: { scope, findings in
            let entries = scope.entries
            for index in entries.demands.indices {
                check(
                    entries.demands[index].replaces, entries.demands[index], "a demand replaces one", scope, &findings)
            }
            for index in entries.responses.indices {
                let response = entries.responses[index]
                for answered in response.answers {
                    check(answered, response, "an answer is to a demand", scope, &findings)
                }
                check(response.counter, response, "a counter-demand is one", scope, &findings)
                check(response.replaces, response, "an answer replaces one", scope, &findings)
            }
            for index in entries.threats.indices {
                let threat = entries.threats[index]
                for demand in threat.unless { check(demand, threat, "a threat hangs on a demand", scope, &findings) }
            }
        })
}

private func check<Target: Entry>(
    _ reference: Reference<Target>?, _ owner: some Entry, _ rule: String, _ scope: CheckScope,
    _ findings: inout Findings
) {
    guard let reference, let target = reference.target, Int(target.scope) != scope.index else { return }
    findings.report(
        Diagnostic(
            .referenceToOtherEvent, "the \(Target.kind.word) '\(reference.text)' belongs to another event",
            at: owner.head.location(reference.range), hint: "\(rule) of its own event; prose can link to any event"))
}
