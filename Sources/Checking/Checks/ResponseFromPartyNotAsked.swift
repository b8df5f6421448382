import Diagnostics
import Model

extension DiagnosticCode {
    package static let responseFromPartyNotAsked = DiagnosticCode(
        "response-from-party-not-asked", .error, title: "An answer from a party that was not asked",
        article: """
            The answer sheet has a cell for each party that a demand is addressed `to`, and none for others. If the party \
            answers for a party that was asked, as a part of it does, name that one in `on_behalf_of`. If it was asked \
            too, add it to the demand's `to`; a part can stand there beside its whole. If it only commented, write a \
            statement.

            A demand `to: harbour-company`, answered `from: employers-federation`: add `on_behalf_of: harbour-company`.
            """)
}

extension Check {
    static let responseFromPartyNotAsked = Check(
        .responseFromPartyNotAsked,
        scope: { scope, findings in
            for index in scope.entries.responses.indices { check(scope.entries.responses[index], scope, &findings) }
        })
}

private func check(_ response: Response, _ scope: CheckScope, _ findings: inout Findings) {
    var asked: Set<Handle<Party>> = []
    for answered in response.answers {
        // Unknown references are reported by another check.
        guard let demand = answered.target, Int(demand.scope) == scope.index else { return }
        for party in scope.entries.demands[Int(demand.index)].to {
            guard let target = party.target else { return }
            asked.insert(target)
        }
    }
    // A party that answers for others need not have been asked itself.
    let answering = response.onBehalfOf.isEmpty ? response.from : response.onBehalfOf
    var hasReported = false
    for party in answering {
        guard let target = party.target else { return }
        if asked.contains(target) { continue }
        hasReported = true
        report(party, response, scope, &findings)
    }
    if hasReported || response.answers.count < 2 { return }
    let speaking = Set((response.from + response.onBehalfOf).compactMap(\.target))
    for answered in response.answers {
        guard let target = answered.target else { continue }
        let demand = scope.entries.demands[Int(target.index)]
        if demand.to.contains(where: { $0.target.map(speaking.contains) ?? true }) { continue }
        findings.report(
            Diagnostic(
                .responseFromPartyNotAsked, "the demand '\(demand.id)' is not addressed to any party that answers here",
                at: response.head.location(answered.range),
                notes: [addressees(demand)],
                hint: "leave the demand out of 'answers', or name the party answered for in 'on_behalf_of'"))
    }
}

private func report(
    _ party: Reference<Party>, _ response: Response, _ scope: CheckScope, _ findings: inout Findings
) {
    let demands = response.answers.compactMap(\.target).map { scope.entries.demands[Int($0.index)] }
    let asked = demands.flatMap(\.to).map(\.text)
    let message =
        "'\(party.text)' was not asked: the demand\(demands.count > 1 ? "s" : "") \(demands.map(\.id).quotedList) "
        + "\(demands.count > 1 ? "are" : "is") addressed to \(asked.quotedList)"
    findings.report(
        Diagnostic(
            .responseFromPartyNotAsked, message, at: response.head.location(party.range),
            notes: demands.prefix(3).map(addressees),
            hint: response.onBehalfOf.isEmpty
                ? "if it answers for a party that was asked, name that one in 'on_behalf_of'"
                : "'on_behalf_of' can only name parties that were asked"))
}

private func addressees(_ demand: Demand) -> Diagnostic.Note {
    let range = demand.to.dropFirst().reduce(demand.to.first?.range ?? demand.head.idRange) {
        $0.joined(with: $1.range)
    }
    return Diagnostic.Note("who was asked", at: demand.head.location(range))
}
