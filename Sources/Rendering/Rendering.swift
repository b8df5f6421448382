// What comes in: a checked site, its computed records, and a compiled set of templates.
// What goes out: the bytes of each page and export, one at a time, so that no site has to fit into memory.
// What this stage never does: write files, read the clock, or decide whether anything is right.
// Pages are rendered on many cores; nothing that one page makes is seen by another, but for what depends on the site
// alone, which is the same each time.
//
//     let renderer = PageRenderer(context, templates)
//     let problems = renderer.render(plan, into: &bytes)

import Diagnostics
import Model
import Reading
import Templates

/// Renders pages one after the other on one core, reusing its memory.
package final class PageRenderer {
    let context: RenderContext
    let renderer: Renderer
    private var cache = EventCache(event: nil)

    package init(_ context: RenderContext, _ templates: TemplateSet) {
        self.context = context
        renderer = templates.renderer()
    }

    /// Appends a page's bytes to the output; what comes back is what went wrong.
    package func render(_ plan: PlannedPage, into output: inout [UInt8]) -> [Diagnostic] {
        if cache.event != plan.event || plan.kind == .notFound { cache = EventCache(event: plan.event) }
        let page = PageContext(context, plan, contents: contents(of: plan), cache: cache)
        let common = CommonRoot(context: page)
        func render(_ view: some TemplateView) -> [Diagnostic] {
            renderer.render(plan.kind.template, view, at: plan.path, links: page.linkStyle, into: &output)
        }
        func own<Target: Entry>(_: Target.Type = Target.self) -> Handle<Target> {
            plan.own?.typed() ?? Handle(scope: 0, index: 0)
        }
        switch plan.kind {
        case .home: return render(HomeRoot(common: common))
        case .event, .timeline: return render(EventRoot(common: common))
        case .party: return render(PartyRoot(common: common, handle: own()))
        case .person: return render(PersonRoot(common: common, handle: own()))
        case .demand: return render(DemandRoot(common: common, handle: own()))
        case .response: return render(ResponseRoot(common: common, handle: own()))
        case .threat: return render(ThreatRoot(common: common, handle: own()))
        case .statement: return render(StatementRoot(common: common, handle: own()))
        case .terms: return render(TermsRoot(common: common, terms: page.contents.terms))
        case .sources: return render(SourcesRoot(common: common))
        case .corrections: return render(CorrectionsRoot(common: common))
        case .search, .notFound: return render(EventsRoot(common: common))
        case .page: return render(FreePageRoot(common: common, index: plan.own.map { Int($0.index) } ?? 0))
        case .redirect:
            let title = plan.own.map { KindLinkView(handle: $0, page: page).title } ?? ""
            return render(RedirectRoot(common: common, target: plan.target ?? Route("index.html"), title: title))
        }
    }
}
