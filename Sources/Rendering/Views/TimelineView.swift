import Drawing
import Model
import Reading

/// One line of the timeline's list.
struct TimelineItemView {
    let item: TimelineItem
    let page: PageContext
    /// Class names by which the list is filtered without a script; empty outside the list.
    var filterClass = ""

    private var event: Int { item.handle.kind == .event ? Int(item.handle.index) : Int(item.handle.scope) }

    /// The filter's keys, in the order in which the page offers them.
    static let kinds = ["demand", "response", "deadline", "threat", "statement", "moment"]

    /// The filter's key: everything that happens to a threat is a threat, and so on.
    var kind: String {
        switch item.kind {
        case .demand, .withdrawal: "demand"
        case .response: "response"
        case .deadline: "deadline"
        case .threat, .outcome: "threat"
        case .statement: "statement"
        case .moment, .began, .ended: "moment"
        }
    }

    var anchor: String { item.anchor(in: page.site) }

    /// The place that sources link back to; nil for what cites none.
    var place: PageContents.Place? {
        switch item.kind {
        case .demand, .response, .threat, .statement, .moment: .timeline(item.handle)
        case .deadline, .outcome, .withdrawal, .began, .ended: nil
        }
    }

    var date: DateView { page.date(item.date) }

    var title: String {
        let name = KindLinkView(handle: item.handle, page: page).title
        return switch item.kind {
        case .deadline: page.words(.deadlineFor, ["title": name])
        case .outcome: page.words(.labelled, ["label": outcome.map(page.words.words) ?? "", "title": name])
        case .withdrawal: page.words(.withdrawnTitle, ["title": name])
        case .began: page.words[.disputeBegins]
        case .ended: page.words[.disputeEnds]
        case .demand, .response, .threat, .statement, .moment: name
        }
    }

    private var outcome: Threat.State? { item.handle.typed(Threat.self).map { page.site[$0].state.value } }

    var route: Route? {
        item.handle.kind == .moment || item.handle.kind == .event ? nil : page.route(of: item.handle)
    }

    var markKind: MarkKind {
        switch item.kind {
        case .demand: return .demand
        case .deadline: return .deadline
        case .threat, .outcome: return .threat
        case .statement: return .statement
        case .moment, .began, .ended, .withdrawal: return .moment
        case .response:
            guard let response: Handle<Response> = item.handle.typed() else { return .moment }
            return page.site[response].kindOfResponse.value.mark
        }
    }

    /// What stands after the tiles: who asked whom, what kind of moment, how it was answered.
    var note: String {
        switch item.kind {
        case .demand:
            guard let demand: Handle<Demand> = item.handle.typed() else { return "" }
            let from = page.words.list(page.parties(page.site[demand].from).map(\.shortName))
            let to = page.words.list(page.parties(page.site[demand].to).map(\.shortName))
            return page.words(.askedWhom, ["from": from, "to": to])
        case .deadline:
            return page.words[.deadlineNote]
        case .threat:
            guard let threat: Handle<Threat> = item.handle.typed() else { return "" }
            let state = page.site[threat].state.value
            return page.words[state == .threatened ? .threatenedNoActNote : .threatenedNote]
        case .outcome: return outcome.map(page.words.inlineWords) ?? ""
        case .withdrawal: return page.words[.demandWithdrawnNote]
        case .statement:
            guard let statement: Handle<Statement> = item.handle.typed() else { return "" }
            let medium = StatementView(handle: statement, page: page).mediumWords
            // The words for this medium are “statement” already, unless a venue stands for them.
            if page.site[statement].medium.value == .other, page.site[statement].venue == nil { return medium }
            return page.words(.statementNote, ["medium": medium])
        case .response:
            guard let response: Handle<Response> = item.handle.typed() else { return "" }
            return page.words.inlineWords(page.site[response].kindOfResponse.value)
        case .moment:
            guard let moment: Handle<Moment> = item.handle.typed() else { return "" }
            return page.words.words(page.site[moment].kindOfMoment.value)
        case .began, .ended: return ""
        }
    }

    var parties: [PartyView] { item.parties.map(page.party) }

    /// Class names for filters: of its kind, and of the parties that it names.
    func filterNames(of parties: [Handle<Party>]) -> [String] {
        let numbers = parties.map { page.party($0).number }.sorted()
        var names = ["is-" + kind]
        for (place, number) in numbers.enumerated() where place == 0 || numbers[place - 1] != number {
            names.append("by-" + String(number))
        }
        return names
    }

    /// Actors and addressees.
    var involved: [Handle<Party>] { item.parties + addressees }

    private var addressees: [Handle<Party>] {
        switch item.handle.kind {
        case .demand: item.handle.typed(Demand.self).map { page.site[$0].to.targets() } ?? []
        case .threat: item.handle.typed(Threat.self).map { page.site[$0].to.targets() } ?? []
        default: []
        }
    }

    /// Whether it is drawn: not where an act's own words would stand beside the act.
    var isDrawn: Bool {
        item.kind != .statement || !page.context.indexes[event].statementsWithinActs.contains(Int(item.handle.index))
    }

    /// A statement's words; nil for what was told in the writer's.
    var quote: String? {
        guard let statement: Handle<Statement> = item.handle.typed() else { return nil }
        return page.site[statement].words?.value
    }

    /// A moment's body, else its summary; nothing for what has a page of its own.
    var body: [UInt8] {
        guard let moment: Handle<Moment> = item.handle.typed() else { return [] }
        let head = page.site[moment].head
        if let body = head.body { return page.html(body, of: head) }
        guard let summary = head.summary else { return [] }
        var writer = HTMLWriter()
        writer.markup("<p>")
        writer.text(summary.value)
        writer.markup("</p>")
        return writer.bytes
    }

    var isAfterRecord: Bool {
        guard item.kind == .deadline, let record = page.context.records[event].date else { return false }
        return !page.context.records[event].hasPassed(item.date)
            && item.date.latest(in: page.context.records[event].zone)
                > record.latest(in: page.context.records[event].zone)
    }

    var citations: [UInt8] {
        switch item.kind {
        case .demand, .response, .threat, .statement, .moment:
            page.citations(page.site.head(of: item.handle).sources)
        default: []
        }
    }
}

/// The timeline: its items under their months.
struct TimelineView {
    struct Month {
        let month: EventTimeline.Month
        let page: PageContext
    }

    let event: Int
    let page: PageContext

    private var items: [TimelineItem] { page.context.indexes[event].timeline }
    var count: Int { items.count }
    var recordEnd: DateView? { page.context.records[event].date.map(page.date) }
    var layout: EventTimeline { page.cache.timeline(of: event) { EventTimeline(of: event, on: page) } }

    var picture: PictureView {
        guard !items.isEmpty else { return PictureView(wide: [], narrow: []) }
        let timeline = page.context.plan.output(PageType.timeline.kind, scope: event)
        let own = page.route(of: AnyHandle(.event, scope: -1, index: event))
        if page.path == timeline?.path, let drawn = page.cache.known(.timeline, of: event, onPageAt: own.path) {
            return drawn.linking(to: "#", insteadOf: relativeLink(to: Route(page.path, anchor: ""), from: own.path))
        }
        return page.cache.picture(.timeline, of: event, onPageAt: page.path) {
            let drawing = EventPictures(event: event, page: page).timeline()
            return PictureView(
                wide: drawing.drawn(.wide, idPrefix: "ti-w").parts,
                narrow: drawing.drawn(.narrow, idPrefix: "ti-n").parts)
        }
    }
}
