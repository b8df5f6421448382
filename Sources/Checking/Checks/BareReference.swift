import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let bareReference = DiagnosticCode(
        "bare-reference", .warning, title: "The name of an entry outside a link or citation",
        article: """
            Text names a source or another entry as links and citations do, but without their brackets, so that readers \
            see the id: `@report` is cited as `[@report]`, `party:dock-workers` is linked as \
            `[the union](party:dock-workers)` or `[](party:dock-workers)`. Put a backslash before the mark if the text \
            itself is meant: `\\@report`.
            """)
}

extension Check {
    static let bareReference = Check(
        .bareReference,
        prose: { prose, place, scope, findings in
            for mention in prose.mentions {
                let kind = mention.kind.map { EntryKind(referenceWord: $0) } ?? .source
                guard let kind, case .found = scope.site.index.find(kind, mention.id, from: scope.index) else {
                    continue
                }
                let location = place.location(mention.range)
                let written = mention.kind.map { "\($0):\(mention.id)" } ?? "@\(mention.id)"
                findings.report(
                    Diagnostic(
                        .bareReference, "readers see '\(written)' as it is written", at: location,
                        hint: mention.kind == nil
                            ? "a citation stands in brackets of its own" : "a link has brackets before its address",
                        fixIt: FixIt(
                            replacing: location, with: mention.replacement, title: "write '\(mention.replacement)'")))
            }
        })
}
