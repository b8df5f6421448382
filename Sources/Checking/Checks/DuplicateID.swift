import Diagnostics
import Model

extension DiagnosticCode {
    package static let duplicateID = DiagnosticCode(
        "duplicate-id", .error, title: "Two entries with one id",
        article: """
            An id is unique per kind within an event and the shared folders, so that a reference names one entry. \
            `refusals/` and `responses/` contain the same kind, so do `demands/` and `offers/`, and a list item in \
            event.md is an entry like a file. Rename one of the two. If a site grew and an event's party, person, source or \
            term is shared now, delete the event's copy: the event uses the shared one.

            `refusals/no.md` and `responses/no.md`: rename one to `responses/yes-with-conditions.md`.
            """)
}

extension Check {
    static let duplicateID = Check(
        .duplicateID,
        scope: { scope, findings in
            check(scope.entries.parties, scope, &findings)
            check(scope.entries.people, scope, &findings)
            check(scope.entries.demands, scope, &findings)
            check(scope.entries.responses, scope, &findings)
            check(scope.entries.threats, scope, &findings)
            check(scope.entries.statements, scope, &findings)
            check(scope.entries.moments, scope, &findings)
            check(scope.entries.sources, scope, &findings)
            check(scope.entries.terms, scope, &findings)
        },
        site: { whole, findings in
            // Of a published and a withheld entry with one id, both are withheld: these are in the order of their names.
            let withheld = whole.site.withheld
            for (earlier, later) in zip(withheld, withheld.dropFirst())
            where earlier.kind == later.kind && earlier.name == later.name && later.kind != .page {
                report(later.kind, later.name, later.location, earlier.location, &findings)
            }
        })
}

/// Lists are in the order of ids, so equal ones are neighbours.
private func check<Kind: Entry>(_ list: [Kind], _ scope: CheckScope, _ findings: inout Findings) {
    var first = 0
    for index in list.indices {
        if index > 0, list[index].head.id == list[first].head.id {
            // Of a list's item and a file, the item has a line that shows the id.
            let isSwapped = list[first].head.isInline && !list[index].head.isInline
            let (shown, other) = isSwapped ? (first, index) : (index, first)
            report(list[shown], list[other].head.place, &findings)
            continue
        }
        first = index
        guard scope.index >= 0, Kind.kind.isShareable else { continue }
        switch scope.site.index.find(Kind.kind, list[index].head.id, from: -1) {
        case .found(let handle):
            let head = scope.site.head(of: handle)
            let isSame = scope.site.displayName(of: handle) == list[index].displayName
            report(list[index], head.place, shared: isSame ? .same : .other, &findings)
        case .withheld: report(list[index], nil, shared: .other, &findings)
        case .unresolved: break
        }
    }
}

/// What the other one is if all events share it.
private enum Shared {
    /// It has the same name, and so is what the event's entry is a copy of.
    case same
    case other
}

private func report(
    _ entry: some Entry, _ other: TextLocation?, shared: Shared? = nil, _ findings: inout Findings
) {
    let copy = entry.head.isInline ? "the item in '\(entry.head.file.path)'" : "'\(entry.head.file.path)'"
    let hint =
        switch shared {
        case .same: "all events share the other one: delete the event's copy, \(copy)"
        case .other:
            "all events share the other one: if both are the same, delete the event's copy, \(copy); else rename one of them, and every reference to it"
        case nil: "rename one of them, and every reference to it"
        }
    report(type(of: entry).kind, entry.head.id, entry.head.place, other, &findings, hint: hint)
}

private func report(
    _ kind: EntryKind, _ id: String, _ place: TextLocation, _ other: TextLocation?, _ findings: inout Findings,
    hint: String = "rename one of them, and every reference to it"
) {
    findings.hasFaultyNames = true
    findings.report(
        Diagnostic(
            .duplicateID, "there are two \(kind.plural) with the id '\(id)'", at: place,
            notes: [
                Diagnostic.Note(
                    other == nil ? "the other one is shared by all events and left out of this build" : "the other one",
                    at: other)
            ],
            hint: hint))
}

extension EntryKind {
    /// "parties", "people", "demands".
    var plural: String { folder ?? word + "s" }
}
