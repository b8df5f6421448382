import Diagnostics
import Model

extension DiagnosticCode {
    package static let unknownReference = DiagnosticCode(
        "unknown-reference", .error, title: "A reference to an entry that does not exist",
        article: """
            A field or a link names an entry by its id, and there is no such entry. The id is the file's name without \
            `.md`, or a list item's `id`. It is looked up in the event first, then in the shared folders. From outside an \
            event, write the event before the id: `port-strike/pay-rise`.

            `from: anthropc` with a file `parties/anthropic.md`: write `from: anthropic`.
            """)
}

extension Check {
    static let unknownReference = Check(
        .unknownReference,
        reference: { reference, scope, findings in
            guard case .unknown(let wanted) = reference.fault, reference.form != .citation,
                scope.site.index.kinds(of: reference.id, from: scope.index).isEmpty
            else { return }
            if let plain = idBehindKind(reference, wanted, scope) {
                findings.report(
                    Diagnostic(
                        .unknownReference, "this field takes an id without a kind: '\(plain)'",
                        at: reference.location,
                        hint: "a kind stands before the id only where several kinds are allowed",
                        fixIt: reference.replacingID(with: plain)))
                return
            }
            let near =
                scope.id(ofName: reference.id, kinds: wanted)
                ?? findings.nearest(to: reference.id, kinds: wanted, in: scope)
            findings.report(
                Diagnostic(
                    .unknownReference, "there is no \(wanted.map(\.word).joined(separator: " or ")) '\(reference.id)'",
                    at: reference.location,
                    hint: near.map { "did you mean '\($0)'?" } ?? whereItWouldBe(reference.id, wanted),
                    fixIt: near.flatMap {
                        findings.isCertain($0, for: reference.id, kinds: wanted, in: scope)
                            ? reference.replacingID(with: $0) : nil
                    }))
        },
        site: { whole, findings in
            let site = whole.site
            let scope = site.isOneEvent ? 0 : -1
            for author in site.settings.authors {
                check(author, from: scope, in: site.settings.file, whole, &findings)
            }
            for (index, event) in site.events.enumerated() {
                for author in event.authors { check(author, from: index, in: event.head.file, whole, &findings) }
            }
            for page in site.pages {
                for author in page.authors {
                    check(author, from: site.scope(of: page), in: page.head.file, whole, &findings)
                }
            }
        })
}

/// Reports an author who is a person that does not exist.
private func check(
    _ author: Author, from scope: Int, in file: TextFile, _ whole: SiteScope, _ findings: inout Findings
) {
    guard let person = author.person, whole.site.index.find(.person, person.value, from: scope) == .unresolved else {
        return
    }
    let near = findings.nearest(
        to: person.value, kinds: [.person], in: CheckScope(whole.context, index: scope, record: nil))
    findings.report(
        Diagnostic(
            .unknownReference, unknown: person, "there is no person '\(person.value)'", in: file, nearest: near,
            hint: "its file would be 'people/\(person.value).md'; of somebody else, write the name"))
}

extension CheckScope {
    /// The id of the only party or person whose name was written where an id belongs; nil if there is none.
    fileprivate func id(ofName name: String, kinds: [EntryKind]) -> String? {
        var found: Set<String> = []
        func note(_ names: [String?], _ id: String) {
            if names.contains(where: { $0.map { isSameName($0, name) } ?? false }) { found.insert(id) }
        }
        for entries in [entries, site.entries(of: -1)] {
            if kinds.contains(.party) {
                for party in entries.parties { note([party.name.value, party.shortName?.value], party.id) }
            }
            if kinds.contains(.person) { for person in entries.people { note([person.name.value], person.id) } }
        }
        return found.count == 1 ? found.first : nil
    }
}

/// The id of `from: party:union`, where there is such an entry.
private func idBehindKind(_ reference: FaultyReference, _ wanted: [EntryKind], _ scope: CheckScope) -> String? {
    guard reference.form == .id, let colon = reference.id.utf8.firstIndex(of: UInt8(ascii: ":")),
        let kind = EntryKind(referenceWord: String(reference.id[..<colon])), wanted.contains(kind)
    else { return nil }
    let id = String(reference.id[reference.id.utf8.index(after: colon)...])
    return scope.site.index.find(kind, id, from: scope.index) == .unresolved ? nil : id
}

private func whereItWouldBe(_ id: String, _ wanted: [EntryKind]) -> String? {
    if wanted == [.event] { return isValidID(id) ? "an event is a folder with an event.md: '\(id)/event.md'" : nil }
    if wanted == [.page] { return isValidID(id) ? "its file would be '\(id).md'" : nil }
    guard isValidID(id) else { return "an id is the name of the entry's file, without '.md'" }
    return "its file would be " + wanted.compactMap(\.folder).map { "'\($0)/\(id).md'" }.joined(separator: " or ")
}
