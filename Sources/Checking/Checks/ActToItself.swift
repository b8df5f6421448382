import Diagnostics
import Model

extension DiagnosticCode {
    package static let actToItself = DiagnosticCode(
        "act-to-itself", .error, title: "A demand or a threat of a party to itself",
        article: """
            A party in `from` of a demand or a threat is in `to` as well. What a party asks of itself is a plan, which is a \
            statement or a moment. If a part of a party asks the whole, or one member asks the others, each is a party of \
            its own, with `part_of` or a relation.

            `from: union` and `to: [company, union]`: write `to: company`.
            """)
}

extension Check {
    static let actToItself = Check(
        .actToItself,
        scope: { scope, findings in
            for demand in scope.entries.demands {
                report(demand.from, demand.to, demand.head, "asks", &findings)
            }
            for threat in scope.entries.threats {
                report(threat.from, threat.to, threat.head, "threatens", &findings)
            }
        })
}

private func report(
    _ from: [Reference<Party>], _ to: [Reference<Party>], _ head: EntryHead, _ verb: String, _ findings: inout Findings
) {
    let acting = Set(from.compactMap(\.target))
    for party in to {
        guard let target = party.target, acting.contains(target) else { continue }
        findings.report(
            Diagnostic(
                .actToItself, "'\(party.text)' \(verb) itself", at: head.location(party.range),
                hint: "remove it from 'from' or from 'to'"))
    }
}
