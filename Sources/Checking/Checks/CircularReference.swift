import Diagnostics
import Model

extension DiagnosticCode {
    package static let circularReference = DiagnosticCode(
        "circular-reference", .error, title: "Something that replaces itself, or is part of itself",
        article: """
            If a demand or an answer `replaces` itself, directly or through others, none of them is current. In the same way \
            a party cannot be `part_of` itself, and the `counter` of an answer cannot be the demand that it answers. \
            Remove one of the references.

            `replaces: second-offer` in `first-offer.md`, and `replaces: first-offer` in `second-offer.md`: keep only the \
            second.
            """)
}

extension Check {
    static let circularReference = Check(
        .circularReference,
        scope: { scope, findings in
            let entries = scope.entries
            check(entries.demands, scope, "replaces", &findings) { $0.replaces }
            check(entries.responses, scope, "replaces", &findings) { $0.replaces }
            check(entries.parties, scope, "is part of", &findings) { $0.partOf }
            for index in entries.responses.indices {
                guard let counter = entries.responses[index].counter, let target = counter.target,
                    entries.responses[index].answers.contains(where: { $0.target == target })
                else { continue }
                findings.report(
                    Diagnostic(
                        .circularReference,
                        "this answer is to '\(counter.text)', and names the same demand in 'counter'",
                        at: entries.responses[index].head.location(counter.range),
                        hint: "'counter' names another demand, which the party makes instead"))
            }
        })
}

/// Follows one reference from each entry, and reports each circle once, at its first entry. Linear in the list.
private func check<Kind: Entry>(
    _ list: [Kind], _ scope: CheckScope, _ verb: String, _ findings: inout Findings, _ next: (Kind) -> Reference<Kind>?
) {
    let links: [Int?] = list.map { entry in
        guard let target = next(entry)?.target, Int(target.scope) == scope.index else { return nil }
        return Int(target.index)
    }
    guard links.contains(where: { $0 != nil }) else { return }
    // 0: not seen; otherwise the start of the walk on which it was seen first, plus one.
    var seen = [Int](repeating: 0, count: list.count)
    for start in list.indices where seen[start] == 0 {
        var place: Int? = start
        while let current = place, seen[current] == 0 {
            seen[current] = start + 1
            place = links[current]
        }
        guard let first = place, seen[first] == start + 1 else { continue }
        var circle = [first]
        while let following = links[circle[circle.count - 1]], following != first { circle.append(following) }
        report(circle.map { list[$0] }, verb, &findings, next)
    }
}

private func report<Kind: Entry>(
    _ circle: [Kind], _ verb: String, _ findings: inout Findings, _ next: (Kind) -> Reference<Kind>?
) {
    guard let first = circle.first, let reference = next(first) else { return }
    let others = circle.dropFirst()
    let way = others.isEmpty ? "" : ", through \(others.map(\.id).quotedList)"
    findings.report(
        Diagnostic(
            .circularReference, "the \(Kind.kind.word) '\(first.id)' \(verb) itself\(way)",
            at: first.head.location(reference.range),
            notes: others.prefix(5).compactMap { entry in
                next(entry).map {
                    Diagnostic.Note("'\(entry.id)' \(verb) '\($0.text)'", at: entry.head.location($0.range))
                }
            }, hint: "remove one of these references"))
}
