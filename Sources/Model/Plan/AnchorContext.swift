/// What the anchors of a page are told from: the page, and what is computed of its event.
package struct AnchorContext: Sendable {
    package let plan: SitePlan
    package let page: PlannedOutput
    /// Nil for a page outside events.
    package let record: EventRecord?
    package let log: ChangeLog

    package var site: Site { plan.site }

    /// The ids of entries' elements: `demand-pay`.
    package func ids(_ kind: EntryKind, _ indices: some Sequence<Int>, scope: Int) -> [String] {
        let list = site.entries(of: scope).list(of: kind)
        return indices.map { kind.word + "-" + list[$0].head.id }
    }

    /// The ids of the elements of all entries of a kind in a scope.
    package func ids(_ kind: EntryKind, scope: Int) -> [String] {
        site.entries(of: scope).list(of: kind).map { kind.word + "-" + $0.head.id }
    }

    /// The id of the element of the page's own entry.
    package var own: [String] { page.entry.map { [$0.kind.word + "-" + site.id(of: $0)] } ?? [] }

    /// The section of the page's own corrections, if there are any.
    package var corrections: [String] {
        page.entry.map { !site.head(of: $0).corrections.isEmpty } ?? false ? ["corrections"] : []
    }
}

extension SitePlan {
    /// The ids of elements on a page that a link can rely on: the headings of its own text, then what its kind shows.
    ///
    /// - Parameter records: one an event, at the event's index.
    package func anchors(
        of page: PlannedOutput, _ records: [EventRecord], _ log: ChangeLog
    ) -> (headings: [String], elements: [String]) {
        (headings(of: page), kind(of: page).anchors(context(page, records, log)))
    }

    /// The ids of elements that a page has only if its texts cite, use or name something.
    package func optionalAnchors(of page: PlannedOutput, _ records: [EventRecord], _ log: ChangeLog) -> [String] {
        kind(of: page).optionalAnchors(context(page, records, log))
    }

    /// The headings of a page's own text.
    package func headings(of page: PlannedOutput) -> [String] {
        // The text stands on the first page of a list alone.
        guard kind(of: page).form == .page, page.part == 0 else { return [] }
        if let entry = page.entry { return site.head(of: entry).body?.anchors ?? [] }
        return page.path == SitePlan.home ? site.settings.introduction?.anchors ?? [] : []
    }

    private func context(_ page: PlannedOutput, _ records: [EventRecord], _ log: ChangeLog) -> AnchorContext {
        AnchorContext(plan: self, page: page, record: page.event.map { records[$0] }, log: log)
    }
}
