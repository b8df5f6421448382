import Model
import Presenting
import Templates

extension PageType {
    static let sources = PageType(
        OutputKind(
            "sources", .page, .scopes(name: "sources.html") { !$0.entries(of: $1).sources.isEmpty },
            telling: OutputKind.Told(.source, prefix: "source-"),
            anchors: { $0.ids(.source, scope: $0.page.scope) },
            // An event's list names the shared sources that it cites, too.
            optionalAnchors: { $0.ids(.source, scope: -1) }),
        "A list of sources.", title: .sources,
        subject: { output, _ in .sources(scope: output.scope) },
        gather: { $0.sources($1.scope) }
    ) {
        SourcesRoot(common: $0)
    }
}

struct SourcesRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<SourcesRoot>("sources_root", "Names on a list of sources.")
        .fields(of: CommonRoot.record) { $0.common }
        .optionalRecord("event", "The event; absent for sources that events share.") { $0.common.optionalEvent }
        .record("bibliography", "The sources.") { root in
            let page = root.common.context
            return BibliographyView(
                sources: page.contents.numberedSources.map {
                    SourceView(handle: $0.source, number: $0.number, page: page, isFull: true)
                })
        }
}
