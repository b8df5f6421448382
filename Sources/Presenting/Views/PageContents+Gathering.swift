import Model
import Reading

/// Walks what a page will show, in its order.
package struct ContentsGatherer {
    package let context: SiteContext
    package let event: Int?
    package var contents = PageContents()

    private var site: Site { context.site }
    private var scope: Int { event ?? (site.isOneEvent ? 0 : -1) }

    private let cache: EventCache

    package init(context: SiteContext, event: Int?, cache: EventCache) {
        self.context = context
        self.event = event
        self.cache = cache
    }

    private mutating func body(_ head: EntryHead) {
        if let body = head.body { contents.gatherBody(body, site: site, scope: scope) }
    }

    private mutating func prose(_ prose: Prose?, _ place: PageContents.Place?) {
        if let prose { contents.gather(prose, site: site, scope: scope, at: place) }
    }

    package mutating func event(_ event: Int) {
        let value = site.events[event]
        let record = context.records[event]
        let index = context.indexes[event]
        for case .passage(let outcome, _) in context.state(ofEvent: event).rest { prose(outcome.prose, nil) }
        let facts = PageContents.Place.keyFacts
        for fact in value.keyFacts {
            prose(fact.value, facts)
            contents.cite(fact.sources, at: facts)
        }
        body(value.head)
        let extent: Extent = record.isLarge(in: site) ? .row : .withAnswers
        for demand in record.demandOrder { self.demand(Handle(scope: event, index: demand), shown: extent) }
        for threat in index.threatOrder { self.threat(Handle(scope: event, index: threat), shown: .line) }
        agreement(ofEvent: event)
        for act in site.votedActs(inEvent: event) { votes(on: act) }
        for handle in site.disputed(inEvent: event) { accounts(of: handle) }
        for statement in index.statementOrder { self.statement(Handle(scope: event, index: statement), isOwn: false) }
        contents.cite(value.head.sources, at: nil)
        for change in context.log.byEvent[event] { prose(change.correction?.text, nil) }
        definitions()
    }

    private mutating func agreement(ofEvent event: Int) {
        for index in AgreementView.counting(in: event, of: context) {
            let moment = site.events[event].entries.moments[index]
            contents.cite(moment.head.sources, at: nil)
            for point in moment.points {
                prose(point.text, nil)
                contents.cite(point.sources, at: nil)
            }
        }
    }

    private mutating func votes(on act: AnyHandle) {
        for vote in site.votes(of: act) { contents.cite(vote.sources, at: act.kind == .response ? .entry(act) : nil) }
    }

    /// What the steps of a demand show.
    private mutating func ladder(of demand: Handle<Demand>) {
        for act in LadderView.acts(of: demand, in: context, cache).shown.map(\.act) {
            let entry = act.entry
            contents.cite(site.head(of: entry).sources, at: entry.kind == .response ? .entry(entry) : nil)
            switch act {
            case .demand(let handle): step(site[handle].statement?.target)
            case .response(let handle): step(site[handle].statements.first?.target)
            case .withdrawal, .agreement: break
            }
        }
    }

    private mutating func step(_ statement: Handle<Statement>?) {
        guard let statement else { return }
        contents.cite(site[statement].head.sources, at: nil)
        prose(site[statement].paraphrase, nil)
    }

    /// Definitions are shown where terms are explained, and may use further terms and cite sources.
    private mutating func definitions() {
        var next = 0
        while next < contents.terms.count {
            let term = site[contents.terms[next]]
            prose(term.definition, nil)
            next += 1
        }
    }

    /// How much of an entry a page shows.
    package enum Extent: Int, Comparable {
        /// Its title.
        case line
        /// A row: its title, and those of its answers.
        case row
        /// Its words, too.
        case withWords
        /// And every answer to it, in full.
        case withAnswers
        /// All of it, on its own page.
        case own

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// - Parameter answerer: the party whose answers alone are shown; nil if all are.
    package mutating func demand(
        _ handle: Handle<Demand>, shown extent: Extent, answerer: Handle<Party>? = nil
    ) {
        let entry = site[handle]
        let place = PageContents.Place.entry(AnyHandle(handle))
        contents.cite(entry.head.sources, at: place)
        // Its own words stand on its own page; where its answers are told in full, its title stands for them.
        if extent == .withWords || extent == .own, let statement = entry.statement?.target {
            quoted(statement, at: place)
        }
        if extent == .own { corrections(of: entry.head) }
        if extent == .row {
            let cells = context.records[Int(handle.scope)].cells[Int(handle.index)]
            for cell in cells where answerer == nil || cell.party == answerer {
                guard let response = cell.response else { continue }
                let answer = AnyHandle(.response, scope: Int(handle.scope), index: response)
                contents.cite(site.head(of: answer).sources, at: .entry(answer))
            }
        }
        if extent >= .withAnswers {
            for cell in context.records[Int(handle.scope)].cells[Int(handle.index)] {
                guard let response = cell.response else { continue }
                self.response(Handle(scope: Int(handle.scope), index: response), isOwn: false)
            }
        }
        guard extent == .own else { return }
        for deadline in entry.deadlines { contents.cite(deadline.sources, at: place) }
        for point in entry.points {
            prose(point.text, place)
            contents.cite(point.sources, at: place)
        }
        body(entry.head)
        ladder(of: handle)
        for act in site.votedActs(onDemand: handle, context.records[Int(handle.scope)]) { votes(on: act) }
        accounts(of: AnyHandle(handle))
        for statement in context.indexes[Int(handle.scope)].statementsAbout[AnyHandle(handle)] ?? [] {
            self.statement(Handle(scope: Int(handle.scope), index: statement), isOwn: false)
        }
        definitions()
    }

    package mutating func response(_ handle: Handle<Response>, isOwn: Bool) {
        let entry = site[handle]
        let place = PageContents.Place.entry(AnyHandle(handle))
        contents.cite(entry.head.sources, at: place)
        if let statement = entry.statements.first?.target { quoted(statement, at: place) }
        for ground in entry.grounds {
            prose(ground.text, place)
            contents.cite(ground.sources, at: place)
        }
        guard isOwn else { return }
        corrections(of: entry.head)
        body(entry.head)
        accounts(of: AnyHandle(handle))
        for demand in entry.answers.targets() { self.demand(demand, shown: .withWords) }
        for demand in entry.answers.targets().prefix(LadderView.mostOfAnswer) { ladder(of: demand) }
        votes(on: AnyHandle(handle))
        definitions()
    }

    package mutating func threat(_ handle: Handle<Threat>, shown extent: Extent) {
        let entry = site[handle]
        let place = PageContents.Place.entry(AnyHandle(handle))
        contents.cite(entry.head.sources, at: place)
        guard extent == .own else { return }
        if let statement = entry.statement?.target { quoted(statement, at: place) }
        corrections(of: entry.head)
        body(entry.head)
        accounts(of: AnyHandle(handle))
        for demand in entry.unless.targets() { self.demand(demand, shown: .row) }
        for statement in context.indexes[Int(handle.scope)].statementsAbout[AnyHandle(handle)] ?? [] {
            self.statement(Handle(scope: Int(handle.scope), index: statement), isOwn: false)
        }
        definitions()
    }

    /// A statement whose words stand in another entry's place.
    private mutating func quoted(_ handle: Handle<Statement>, at place: PageContents.Place) {
        contents.cite(site[handle].head.sources, at: place)
        prose(site[handle].paraphrase, place)
    }

    package mutating func statement(_ handle: Handle<Statement>, isOwn: Bool) {
        let entry = site[handle]
        let place = PageContents.Place.entry(AnyHandle(handle))
        contents.cite(entry.head.sources, at: place)
        prose(entry.paraphrase, place)
        guard isOwn else { return }
        corrections(of: entry.head)
        body(entry.head)
        accounts(of: AnyHandle(handle))
        for other in context.records[Int(handle.scope)].alsoSaid(with: Int(handle.index)).shown {
            statement(Handle(scope: Int(handle.scope), index: other), isOwn: false)
        }
        definitions()
    }

    package mutating func timeline(_ event: Int) {
        for item in context.indexes[event].timeline {
            guard item.handle.kind != .event else { continue }
            switch item.kind {
            case .demand, .response, .threat, .statement, .moment:
                let head = site.head(of: item.handle)
                let place = PageContents.Place.timeline(item.handle)
                contents.cite(head.sources, at: place)
                if item.kind == .moment {
                    prose(head.body, place)
                    for point in item.handle.typed(Moment.self).map({ site[$0].points }) ?? [] {
                        prose(point.text, place)
                        contents.cite(point.sources, at: place)
                    }
                }
            default: contents.cite(item.sourcesOfPart(in: site), at: nil)
            }
        }
        definitions()
    }

    package mutating func party(_ handle: Handle<Party>) {
        let entry = site[handle]
        contents.cite(entry.head.sources, at: nil)
        for relation in entry.relations { contents.cite(relation.sources, at: nil) }
        for other in context.relatives.relations[handle] ?? [] {
            contents.cite(site[other.party].relations[other.relation].sources, at: nil)
        }
        corrections(of: entry.head)
        body(entry.head)
        accounts(of: AnyHandle(handle))
        let events = handle.isShared ? Array(site.events.indices) : [Int(handle.scope)]
        for event in events {
            guard let lists = context.indexes[event].appearances[handle] else { continue }
            for demand in lists.asked { self.demand(Handle(scope: event, index: demand), shown: .row) }
            for demand in lists.wasAsked {
                self.demand(Handle(scope: event, index: demand), shown: .row, answerer: handle)
            }
            for threat in lists.threats + lists.threatened {
                self.threat(Handle(scope: event, index: threat), shown: .line)
            }
            for statement in lists.statements { self.statement(Handle(scope: event, index: statement), isOwn: false) }
        }
        definitions()
    }

    package mutating func person(_ handle: Handle<Person>) {
        let entry = site[handle]
        contents.cite(entry.head.sources, at: nil)
        corrections(of: entry.head)
        body(entry.head)
        accounts(of: AnyHandle(handle))
        for event in site.events.indices {
            for statement in context.indexes[event].statementsByPerson[handle] ?? [] {
                self.statement(Handle(scope: event, index: statement), isOwn: false)
            }
        }
        definitions()
    }

    private mutating func accounts(of handle: AnyHandle) {
        let place: PageContents.Place? = handle.kind == .event ? nil : .entry(handle)
        for account in site.head(of: handle).accounts {
            prose(account.text, place)
            contents.cite(account.sources, at: place)
        }
    }

    private mutating func corrections(of head: EntryHead) {
        for correction in head.corrections { prose(correction.text, nil) }
    }

    package mutating func terms(_ scope: Int) {
        let entries = site.entries(of: scope)
        for index in entries.terms.indices { contents.use(Handle(scope: scope, index: index)) }
        for (index, term) in entries.terms.enumerated() {
            let place = PageContents.Place.entry(AnyHandle(.term, scope: scope, index: index))
            contents.cite(term.head.sources, at: place)
            contents.gatherSources(term.definition, site: site, scope: self.scope, at: place)
            if let text = term.head.body { contents.gatherSources(text, site: site, scope: self.scope, at: place) }
        }
    }

    package mutating func sources(_ scope: Int) {
        contents.anchorsByID = true
        for index in site.entries(of: scope).sources.indices {
            contents.cite(Handle(scope: scope, index: index), at: nil)
        }
        // An event's list names the shared sources that it cites, too.
        guard scope >= 0 else { return }
        for source in context.indexes[scope].citedBy.keys.sorted() where source.isShared {
            contents.cite(source, at: nil)
        }
    }

    package mutating func corrections(part: Int) {
        for change in context.log.corrections(part: part) { prose(change.correction?.text, nil) }
        definitions()
    }

    package mutating func page(_ index: Int) {
        let entry = site.pages[index]
        body(entry.head)
        accounts(of: AnyHandle(.page, scope: -1, index: index))
        contents.cite(entry.head.sources, at: nil)
        definitions()
    }

    package mutating func home() {
        if let introduction = site.settings.introduction {
            contents.gatherBody(introduction, site: site, scope: scope)
        }
        definitions()
    }
}
