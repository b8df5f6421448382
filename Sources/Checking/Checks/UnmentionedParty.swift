import Diagnostics
import Model

extension DiagnosticCode {
    package static let unmentionedParty = DiagnosticCode(
        "unmentioned-party", .warning, title: "A party that nobody mentions",
        article: """
            The party has a page, but no demand, answer, threat, statement or moment names it, no other party or person \
            is related to it, and no text links to it. Often its id is misspelt elsewhere, or it is left over from an \
            earlier draft. This is not reported while entries are left out that may mention it.

            Link to it where a text mentions it: `[the port authority](party:port-authority)`.
            """)
}

extension Check {
    static let unmentionedParty = Check(
        .unmentionedParty,
        site: { whole, findings in
            whole.eachUnmentioned({ $0.parties }) { party in
                findings.report(
                    Diagnostic(
                        .unmentionedParty, "nobody mentions the party '\(party.id)'",
                        at: party.head.location(party.name.range),
                        hint: "link to it with '[…](party:\(party.id))', or remove it"))
            }
        })
}
