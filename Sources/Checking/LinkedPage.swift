import Model
import Reading

/// A page that a link leads to, with the places on it that a link may name.
struct LinkedPage {
    let output: PlannedOutput
    /// The entry or event that the link names; nil for a page that the site makes by itself.
    let entry: AnyHandle?

    /// Nil for an entry that no page tells of.
    init?(_ handle: AnyHandle, in plan: SitePlan) {
        guard let output = plan.page(of: handle) else { return nil }
        self.output = output
        entry = output.entry
    }

    /// The page at a path; nil for a file of another kind.
    init?(path: String, in plan: SitePlan) {
        guard let output = plan.output(at: path), plan.kind(of: output).form == .page else { return nil }
        self.output = output
        entry = output.entry
    }

    /// "the page of the demand 'pay-rise'", for messages.
    func words(in site: Site) -> String {
        guard let entry else { return "'\(output.path)'" }
        return switch entry.kind {
        case .event: "the page of this event"
        case .page: "the page '\(site.id(of: entry))'"
        default: "the page of the \(entry.kind.word) '\(site.id(of: entry))'"
        }
    }
}

extension Findings {
    /// Whether a page has an element of this id, or may have it: that of an entry which this build leaves out counts.
    mutating func hasAnchor(_ id: String, _ page: LinkedPage, in context: CheckContext) -> Bool {
        if anchors[page.output.path] == nil {
            let found = context.plan.anchors(of: page.output, context.records, context.log)
            anchors[page.output.path] = Set(found.headings + found.elements)
                .union(context.plan.optionalAnchors(of: page.output, context.records, context.log))
        }
        if anchors[page.output.path]?.contains(id) == true { return true }
        return isWithheld(id, page, context.site)
    }

    private func isWithheld(_ id: String, _ page: LinkedPage, _ site: Site) -> Bool {
        EntryKind.allCases.contains { kind in
            let prefix = kind.word + "-"
            return id.hasPrefix(prefix)
                && site.index.find(kind, String(id.dropFirst(prefix.count)), from: page.output.scope) == .withheld
        }
    }
}
