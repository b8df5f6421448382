import Diagnostics
import Model
import Reading

/// What every page's template may say of the page itself.
package struct PageView {
    package let page: PageContext

    package init(page: PageContext) {
        self.page = page
    }

    package var output: PlannedOutput { _read { yield page.output } }

    private var site: Site { page.site }

    package var kind: String { page.context.plan.kind(of: output).name }

    /// The words of the page's heading.
    package var title: String { ownTitle ?? site.settings.title.value }
    private var ownTitle: String? { page.outline.title(of: output, in: page.context) }

    /// Whether nothing stands above it: an event, or a free page.
    private var isTop: Bool { output.entry?.kind == .event || output.entry?.kind == .page }

    private var isEvent: Bool { kind == LinkedKind.event.rawValue }

    package var fullTitle: String {
        var words = ""
        words.reserveCapacity(120)
        func add(_ part: String) {
            words += part
            words += " – "
        }
        if let title = ownTitle { add(title) }
        if output.part > 0, let part = partWords(output.part) { add(part) }
        if let event = page.event, !isTop { add(site.events[event].title.value) }
        words += site.settings.title.value
        return words
    }

    /// What the page says of itself, in a few sentences; nil on pages that nobody is led to.
    package var description: String? { page.description { PageDescription(view: self).text } }

    package var language: String { page.event.map(site.language(ofEvent:)) ?? site.settings.language.value }
    package var direction: String { isRightToLeft(language) ? "rtl" : "ltr" }

    private var links: EventLinks { page.cache.links(in: page.context.plan, page.words) }

    package var navigation: [NavigationItemView] {
        var items = links.navigation
        if let current = items.firstIndex(where: { $0.route?.path == page.path }) { items[current].isCurrent = true }
        return items
    }

    package var breadcrumbs: [LinkView] {
        guard let event = page.event, !isTop else { return [] }
        let link = LinkView(
            title: site.events[event].title.value, route: page.route(of: AnyHandle(.event, scope: -1, index: event)))
        return [link]
    }

    /// What stands after the breadcrumbs.
    package var kicker: String? { page.outline.kicker(self) }

    /// "Demand 1 of 2"; the word alone for the only one.
    package func counted(_ kind: EntryKind, _ number: Int, _ count: Int) -> String {
        counted(page.words.words(kind), number, count)
    }

    /// "Demand 1 of 2", "Offer 3 of 3": what was asked in another form is counted apart.
    package func counted(_ demand: DemandView) -> String {
        let order = page.context.records[Int(demand.handle.scope)].demandOrder.filter {
            site.form(of: siblings.demands[$0]) == demand.form
        }
        let number = (order.firstIndex(of: Int(demand.handle.index)) ?? 0) + 1
        return counted(page.words.words(demand.form), number, order.count)
    }

    /// "Warning 2 of 3": what is called otherwise is counted apart.
    package func counted(_ threat: ThreatView) -> String {
        let label = site.label(of: threat.entry)
        let alike = page.context.indexes[Int(threat.handle.scope)].threatOrder.filter {
            site.label(of: siblings.threats[$0]) == label
        }
        let number = (alike.firstIndex(of: Int(threat.handle.index)) ?? 0) + 1
        return counted(page.words.nounWords(label), number, alike.count)
    }

    private func counted(_ label: String, _ number: Int, _ count: Int) -> String {
        guard count > 1 else { return label }
        return page.words(.countedEntry, ["label": label, "number": String(number), "total": String(count)])
    }

    /// The entries of the scope that the page's own entry is in.
    package var siblings: Entries { site.entries(of: output.entry.map { Int($0.scope) } ?? -1) }

    /// Whether somebody wrote when the page was updated or corrected; else `updated` is only the date of what it tells last.
    package var isUpdated: Bool { writtenUpdate != nil }

    /// When the page's content was last updated or corrected, as it says itself.
    package var writtenUpdate: EventDate? {
        let own = output.entry.flatMap { site.head(of: $0) }
        var dates = own?.corrections.map(\.date.value) ?? []
        if let updated = own?.updated { dates.append(updated.value) }
        if isEvent, let event = page.event { dates += page.context.lastChange(ofEvent: event).map { [$0] } ?? [] }
        let zone = site.zone(ofScope: page.event ?? -1)
        return dates.max { $0.latest(in: zone) < $1.latest(in: zone) }
    }

    /// When it was updated, else until when its record goes.
    package var toldUntil: EventDate { isUpdated ? updated.date : asOf?.date ?? updated.date }

    /// When the page's content was last updated, as it says itself; else when the last act was recorded. The date until
    /// which the record was kept (`as_of`) is no update.
    package var updated: DateView { page.date(writtenUpdate ?? page.record?.lastRecorded ?? page.context.lastRecorded) }

    /// Who wrote it; on the pages of an event those who wrote the event.
    package var authors: [AuthorView] { page.context.authors(of: output.entry, event: page.event) }

    package var asOf: DateView? { page.event.flatMap { page.context.records[$0].date }.map { page.date($0) } }

    package var previous: LinkView? { neighbour(-1) }
    package var next: LinkView? { neighbour(1) }

    /// Which items a page of the list holds; nil if all stand on one page.
    package func partWords(_ part: Int) -> String? {
        page.list.flatMap { page.partWords(part, of: $0.count(page.context), $0.words, length: $0.length) }
    }

    /// Which page of its list it is, from 1, and how many pages the list takes.
    package var number: Int { page.list == nil ? 1 : output.part + 1 }
    package var count: Int {
        page.list.map { ListPart.count(of: $0.count(page.context), length: $0.length) } ?? 1
    }

    private func neighbour(_ step: Int) -> LinkView? {
        if page.list != nil {
            let part = output.part + step
            guard part >= 0, let route = page.context.plan.route(toPart: part, of: output),
                let words = partWords(part)
            else { return nil }
            return LinkView(title: words, route: route)
        }
        guard let own = output.entry, let event = page.event, own.scope >= 0 else { return nil }
        let index = page.context.indexes[event]
        let record = page.context.records[event]
        let order: [Int]
        let place: Int?
        switch own.kind {
        case .demand: (order, place) = (record.demandOrder, index.demandNumbers[Int(own.index)])
        case .threat: (order, place) = (index.threatOrder, index.threatNumbers[Int(own.index)])
        case .response: (order, place) = (index.responseOrder, index.responseNumbers[Int(own.index)])
        case .statement: (order, place) = (index.statementOrder, index.statementNumbers[Int(own.index)])
        default: return nil
        }
        guard let place, order.indices.contains(place + step) else { return nil }
        let handle = AnyHandle(own.kind, scope: Int(own.scope), index: order[place + step])
        let link = KindLinkView(handle: handle, page: page)
        return LinkView(title: link.title, route: link.route)
    }

    package var sources: [SourceView] {
        guard !page.contents.anchorsByID else { return [] }
        return page.contents.numberedSources.map { SourceView(handle: $0.source, number: $0.number, page: page) }
    }

    /// Terms to be explained at the foot: used on the page, but not in its own body (those stand beside the text).
    package var terms: [TermView] {
        guard kind != LinkedKind.terms.rawValue else { return [] }
        let inBody = page.contents.bodyTerms
        var terms = page.contents.terms.filter { !inBody.contains($0) }
        if isEvent, let event = page.event {
            let known = Set(terms).union(inBody)
            for index in site.events[event].entries.terms.indices {
                let handle = Handle<Term>(scope: event, index: index)
                if !known.contains(handle) { terms.append(handle) }
            }
            terms.sort {
                (site[$0].name.value.lowercased(), site[$0].id) < (site[$1].name.value.lowercased(), site[$1].id)
            }
        }
        return terms.map { TermView(handle: $0, page: page) }
    }

    /// Corrections of the page's own entry; on an event's page those of all its entries.
    package var corrections: [CorrectionView] {
        if isEvent, let event = page.event {
            return page.context.log.byEvent[event].compactMap { change in
                change.correction.map { CorrectionView(correction: $0, handle: change.handle, page: page) }
            }
        }
        guard let own = output.entry else { return [] }
        let corrections = site.head(of: own).corrections
        if corrections.isEmpty { return [] }
        let zone = site.zone(ofScope: page.event ?? -1)
        return corrections.sorted { $0.date.value.latest(in: zone) > $1.date.value.latest(in: zone) }.map {
            CorrectionView(correction: $0, handle: own, page: page)
        }
    }

    package var correctionsCount: Int {
        guard let event = page.event else { return page.context.log.corrections.count }
        return page.context.log.byEvent[event].count { $0.correction != nil }
    }

    package var sourcesRoute: Route? { links.sources }
    package var termsRoute: Route? { links.terms }
    package var dataRoute: Route? { links.data }
    package var cardRoute: Route? { links.card }
    package var calendarRoute: Route? { links.calendar }
    package var feedRoute: Route? { links.feed }
    /// On an event's page, the files with its tables.
    package var tables: [LinkView] {
        guard isEvent, let event = page.event else { return [] }
        let tables: [(Word, LinkedKind)] = [
            (.tableOfDemands, .demandsTable), (.tableOfStatements, .statementsTable),
            (.tableOfTimeline, .timelineTable), (.tableOfSources, .sourcesTable),
        ]
        return tables.compactMap { word, kind in
            page.context.plan.route(to: kind, scope: event).map { LinkView(title: page.words[word], route: $0) }
        }
    }
    /// The calendar's address for programs that subscribe to it; nil without `base_url`.
    package var subscriptionAddress: String? {
        guard let route = links.calendar, let base = site.settings.baseURL?.value,
            let slashes = base.firstRange(of: "://")
        else { return nil }
        let folder = base[slashes.upperBound...].prefix { $0 != "?" && $0 != "#" }
        return "webcal://" + folder + (folder.hasSuffix("/") ? "" : "/") + percentEncoded(route.path)
    }
}
