import Model
import Reading

/// What every page's template may say of the page itself.
struct PageView {
    let page: PageContext

    var plan: PlannedPage { _read { yield page.plan } }

    /// Links and data for machines.
    var headData: [UInt8] {
        page.context.exports.headData(
            for: PageHead(
                subject, path: page.path, title: title, description: description, language: language,
                updated: updated.date, crumbs: breadcrumbs.map { PageHead.Crumb(title: $0.title, route: $0.route) },
                previous: previous?.route, next: next?.route))
    }

    private var subject: PageHead.Subject {
        switch plan.kind {
        case .home: .home
        case .timeline: .timeline(event: page.event ?? 0)
        case .terms: .terms(scope: plan.listScope)
        case .sources: .sources(scope: plan.listScope)
        case .corrections: .corrections
        case .search: .search
        case .notFound: .notFound
        case .redirect: .redirect(plan.target ?? Route("index.html"))
        default: plan.own.map { .entry($0) } ?? .home
        }
    }

    private var site: Site { page.site }

    var kind: String { plan.kind.rawValue }

    /// The words of the page's heading.
    var title: String {
        switch plan.kind {
        case .home: site.settings.title.value
        case .timeline: page.words[.timeline]
        case .terms: page.words[.terms]
        case .sources: page.words[.sources]
        case .corrections: page.words[.corrections]
        case .search: page.words[.search]
        case .notFound: page.words[.pageNotFound]
        default: plan.own.map { KindLinkView(handle: $0, page: page).title } ?? site.settings.title.value
        }
    }

    var fullTitle: String {
        var words = ""
        words.reserveCapacity(120)
        func add(_ part: String) {
            words += part
            words += " – "
        }
        if plan.kind != .home { add(title) }
        if plan.part > 0, let part = partWords(plan.part) { add(part) }
        if let event = page.event, plan.kind != .event, plan.kind != .page { add(site.events[event].title.value) }
        words += site.settings.title.value
        return words
    }

    var description: String? {
        if let own = plan.own, let summary = site.head(of: own).summary { return summary.value }
        if let event = page.event, let summary = site.events[event].head.summary { return summary.value }
        return site.settings.description?.value
    }

    var language: String { page.event.map(site.language(ofEvent:)) ?? site.settings.language.value }
    var direction: String { isRightToLeft(language) ? "rtl" : "ltr" }

    private var links: EventLinks { page.cache.links(in: site, page.words) }

    var navigation: [NavigationItemView] {
        var items = links.navigation
        if let current = items.firstIndex(where: { $0.route?.path == page.path }) { items[current].isCurrent = true }
        return items
    }

    var breadcrumbs: [LinkView] {
        guard let event = page.event, plan.kind != .event, plan.kind != .page else { return [] }
        let link = LinkView(
            title: site.events[event].title.value, route: site.route(of: AnyHandle(.event, scope: -1, index: event)))
        return [link]
    }

    /// What stands after the breadcrumbs.
    var kicker: String? {
        guard let own = plan.own else { return nil }
        let label = page.words.words(own.kind)
        func counted(_ number: Int, _ count: Int) -> String {
            guard count > 1 else { return label }
            return page.words(
                .countedEntry, ["label": label, "number": String(number), "total": String(count)])
        }
        switch plan.kind {
        case .event: return page.words[.dispute]
        case .demand:
            guard let demand: Handle<Demand> = own.typed() else { return nil }
            let count = site.events[Int(own.scope)].entries.demands.count
            return counted(DemandView(handle: demand, page: page).number, count)
        case .threat:
            guard let threat: Handle<Threat> = own.typed() else { return nil }
            let count = site.events[Int(own.scope)].entries.threats.count
            return counted(ThreatView(handle: threat, page: page).number, count)
        case .response: return KindLinkView(handle: own, page: page).kindWords
        case .statement, .person: return label
        case .party: return own.typed(Party.self).map { page.words.words(site[$0].kindOfParty.value) }
        default: return nil
        }
    }

    /// When the page's content was last updated; the record's date where nothing says.
    var updated: DateView {
        let own = plan.own.flatMap { site.head(of: $0) }
        var dates = own?.corrections.map(\.date.value) ?? []
        if let updated = own?.updated { dates.append(updated.value) }
        if plan.kind == .event, let event = page.event {
            dates += page.context.lastChange(ofEvent: event).map { [$0] } ?? []
        }
        let zone = site.zone(ofScope: page.event ?? -1)
        let last = dates.max { $0.latest(in: zone) < $1.latest(in: zone) }
        return page.date(last ?? page.event.flatMap { page.context.records[$0].date } ?? page.context.lastDate)
    }

    var asOf: DateView? { page.event.flatMap { page.context.records[$0].date }.map(page.date) }

    var previous: LinkView? { neighbour(-1) }
    var next: LinkView? { neighbour(1) }

    /// How many items the list has of which this is a page.
    private var listLength: Int {
        plan.kind == .home ? site.events.count : page.context.correctionChanges.count
    }

    /// Which items a page of the list holds; nil where all stand on one page.
    func partWords(_ part: Int) -> String? {
        page.partWords(part, of: listLength, plan.kind == .home ? .disputesPart : .correctionsPart)
    }

    private func neighbour(_ step: Int) -> LinkView? {
        if plan.kind == .home || plan.kind == .corrections {
            let part = plan.part + step
            guard part >= 0, part < ListPart.count(of: listLength), let words = partWords(part) else { return nil }
            let first = plan.kind == .home ? "index.html" : "corrections.html"
            return LinkView(title: words, route: Route(ListPart.path(part, of: first)))
        }
        guard let own = plan.own, let event = page.event, own.scope >= 0 else { return nil }
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

    var sources: [SourceView] {
        guard plan.kind != .sources else { return [] }
        return page.contents.sources.enumerated().map { SourceView(handle: $1, number: $0 + 1, page: page) }
    }

    /// Terms to be explained at the foot: used on the page, but not in its own body (those stand beside the text).
    var terms: [TermView] {
        guard plan.kind != .terms else { return [] }
        let inBody = page.contents.bodyTerms
        var terms = page.contents.terms.filter { !inBody.contains($0) }
        if plan.kind == .event, let event = page.event {
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
    var corrections: [CorrectionView] {
        if plan.kind == .event, let event = page.event {
            return page.context.changesByEvent[event].compactMap { change in
                change.correction.map { CorrectionView(correction: $0, handle: change.handle, page: page) }
            }
        }
        guard let own = plan.own else { return [] }
        let corrections = site.head(of: own).corrections
        if corrections.isEmpty { return [] }
        let zone = site.zone(ofScope: page.event ?? -1)
        return corrections.sorted { $0.date.value.latest(in: zone) > $1.date.value.latest(in: zone) }.map {
            CorrectionView(correction: $0, handle: own, page: page)
        }
    }

    var correctionsCount: Int {
        let lists = page.event.map { [page.context.changesByEvent[$0]] } ?? [page.context.changes]
        return lists.reduce(0) { $0 + $1.count(where: { $0.correction != nil }) }
    }

    var sourcesRoute: Route? { links.sources }
    var termsRoute: Route? { links.terms }
    var dataRoute: Route? { links.data }
    var cardRoute: Route? { links.card }
    var calendarRoute: Route? { links.calendar }
}
