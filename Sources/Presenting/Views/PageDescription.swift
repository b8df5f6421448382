import Model
import Reading

/// What a page says of itself to search engines and where a link to it is shared: composed from the record, and another
/// text on each page of an event.
///
/// An act begins with who did what to whom and when, as in feeds; the writer's summary follows. What has no summary says
/// its title instead.
struct PageDescription {
    let view: PageView

    private var page: PageContext { view.page }
    private var site: Site { page.site }
    private var words: Words { page.words }
    private var context: SiteContext { page.context }

    /// How many letters of a quote or of a text are shown.
    private static let longestText = 200
    /// How many names a list has.
    private static let longestList = 5

    /// Nil on pages that nobody is led to: redirects, and the page for lost addresses.
    var text: String? {
        if let own = view.output.entry { return text(of: own) }
        switch view.kind {
        case LinkedKind.timeline.rawValue: return timelineText
        case LinkedKind.sources.rawValue: return sourcesText
        case LinkedKind.terms.rawValue: return termsText
        case LinkedKind.corrections.rawValue: return inPart(correctionsText)
        default:
            if let word = page.outline.description { return words(word, ["title": site.settings.title.value]) }
            if page.outline.isExport { return site.settings.description?.value }
            return page.outline.list == nil ? nil : inPart(homeText)
        }
    }

    // MARK: Entries

    private func text(of handle: AnyHandle) -> String {
        let summary = site.head(of: handle).summary?.value
        switch handle.kind {
        case .event:
            let state = context.stateText(ofEvent: Int(handle.index))
            return summary.map { joined(state, $0) } ?? labelled(site.displayName(of: handle), state)
        case .demand:
            let state = handle.typed(Demand.self).map { demand in
                context.text(of: context.state(of: demand), inEvent: Int(demand.scope))
            }
            return joined(lead(of: handle, summary), context.actText(of: handle), state, summary)
        case .threat:
            return joined(lead(of: handle, summary), context.actText(of: handle), outcome(of: handle), summary)
        case .response: return joined(lead(of: handle, summary), context.actText(of: handle), summary)
        case .statement: return handle.typed(Statement.self).map(text(of:)) ?? ""
        case .party: return handle.typed(Party.self).map { text(of: $0, summary) } ?? ""
        case .person: return handle.typed(Person.self).map { text(of: $0, summary) } ?? ""
        case .page, .moment, .term, .source: return summary ?? beginning(of: handle)
        }
    }

    /// The kind and title of an act without a summary.
    private func lead(of handle: AnyHandle, _ summary: String?) -> String? {
        guard summary == nil else { return nil }
        return closed(labelled(context.kindWords(of: handle), context.name(of: handle)))
    }

    private func outcome(of handle: AnyHandle) -> String? {
        handle.typed(Threat.self).flatMap { threat in
            site[threat].state.value == .threatened
                ? nil : closed(ThreatView(handle: threat, page: page).outcomeWords)
        }
    }

    /// Who said it and when, and how the words begin.
    private func text(of statement: Handle<Statement>) -> String {
        let quote = QuoteView(statement: statement, page: page)
        let speakers = words.list(quote.speakers.map { (name: $0.name, roles: [$0.role].compactMap(\.self)) })
        let when = [speakers, quote.date.words].filter { !$0.isEmpty }.joined(separator: words[.listBetween])
        let said = quote.words.map { words(.quoted, ["words": $0.beginning(Self.longestText)]) }
        let paraphrase = context.plainText(site[statement].paraphrase, scope: Int(statement.scope))
        return labelled(when, said ?? paraphrase?.beginning(Self.longestText) ?? "")
    }

    private func text(of party: Handle<Party>, _ summary: String?) -> String {
        let events = site.events.indices.filter { context.indexes[$0].positions[party] != nil }
        let name = site[party].displayName
        let role = events.count == 1 ? page.roleWords(of: party, in: events[0]).map(closed) : nil
        if let summary { return joined(labelled(name, summary), role?.capitalizedFirst) }
        return role.map { labelled(name, $0) } ?? named(name, in: events)
    }

    private func text(of person: Handle<Person>, _ summary: String?) -> String {
        let entry = site[person]
        let said = site.events.indices.compactMap { event in
            context.indexes[event].statementsByPerson[person].map { (event: event, count: $0.count) }
        }
        let count = said.reduce(0) { $0 + $1.count }
        let statements =
            count == 0
            ? nil
            : words(
                .statementsInShort, count: count,
                ["number": words.capitalizedNumber(count), "titles": titles(of: said.map(\.event))])
        let role = entry.roles.first.map { role in
            let party = role.party?.target.flatMap {
                site[$0].isNamed(inRole: role.title.value) ? nil : site[$0].displayName
            }
            return closed([role.title.value, party].compactMap(\.self).joined(separator: words[.listBetween]))
        }
        let lead = (summary ?? role).map { labelled(entry.displayName, $0) } ?? entry.displayName + "."
        return joined(lead, statements)
    }

    private func named(_ name: String, in events: [Int]) -> String {
        events.isEmpty ? name + "." : words(.namedInShort, ["name": name, "titles": titles(of: events)])
    }

    private func titles(of events: [Int]) -> String {
        list(events.map { words(.quoted, ["words": site.events[$0].title.value]) })
    }

    /// How a text begins whose writer did not sum it up.
    private func beginning(of handle: AnyHandle) -> String {
        let name = labelled(site.settings.title.value, context.name(of: handle))
        guard let prose = site.head(of: handle).body,
            let section = prose.sections.first(where: { !$0.body.isEmpty })
        else { return name }
        var plain = ProseText(isOneLine: true, limit: 2 * Self.longestText)
        plain.add(prose, section.body) { reference in
            guard let kind = EntryKind(referenceWord: reference.kind) else { return nil }
            return site.index.find(kind, reference.id, from: context.scope(of: handle)).found.map(context.name)
        }
        return plain.isEmpty ? name : plain.text.beginning(Self.longestText)
    }

    // MARK: Lists

    /// The event, or the site that the page is about.
    private var title: String {
        page.event.map { site.events[$0].title.value } ?? site.settings.title.value
    }

    private var timelineText: String {
        let event = page.event ?? 0
        let items = context.indexes[event].timeline
        guard let first = items.first, let last = items.last else { return labelled(words[.timeline], title) }
        func date(_ item: TimelineItem) -> String {
            item.date.words(in: site.zone(ofScope: event), style: .dayOnly, language: words.dates)
        }
        return words(
            .timelineInShort, count: items.count,
            ["title": title, "number": words.number(items.count), "from": date(first), "to": date(last)])
    }

    private var sourcesText: String {
        let sources = page.contents.numberedSources.map(\.source)
        var publishers: [String] = []
        for publisher in sources.compactMap({ site[$0].publisher?.value }) where !publishers.contains(publisher) {
            publishers.append(publisher)
        }
        let counted = words(
            .sourcesInShort, count: sources.count,
            ["title": title, "number": words.capitalizedNumber(sources.count)])
        return closed(publishers.isEmpty ? counted : labelled(counted, list(publishers)))
    }

    private var termsText: String {
        words(.termsInShort, ["title": title, "names": list(page.contents.terms.map { site[$0].displayName })])
    }

    private var correctionsText: String {
        let corrections = context.log.corrections
        let title = site.isOneEvent ? site.events[0].title.value : site.settings.title.value
        guard let last = corrections.first else { return words(.noCorrectionsInShort, ["title": title]) }
        let date = page.date(last.date, of: context.scope(of: last.handle)).words
        return words(
            .correctionsInShort, count: corrections.count,
            ["title": title, "number": words.capitalizedNumber(corrections.count), "date": date])
    }

    private var homeText: String {
        site.settings.description?.value
            ?? words(
                .disputesInShort,
                ["title": site.settings.title.value, "titles": titles(of: context.newestEvents)])
    }

    /// Which part of a long list the page holds, before what all of its pages say.
    private func inPart(_ text: String) -> String {
        let part = view.output.part
        return part == 0 ? text : joined(view.partWords(part).map(closed), text)
    }

    // MARK: Sentences

    private func joined(_ parts: String?...) -> String { parts.compactMap(\.self).joined(separator: " ") }

    private func labelled(_ label: String, _ title: String) -> String {
        words(.labelled, ["label": label, "title": title])
    }

    /// "A, B and C"; of a long list the first.
    private func list(_ names: [String]) -> String {
        guard names.count > Self.longestList + 1 else { return words.list(names) }
        let first = names.prefix(Self.longestList).joined(separator: words[.listBetween])
        return words(.andMoreNames, ["title": first, "number": words.number(names.count - Self.longestList)])
    }

    /// With a full stop, unless it ends a sentence already.
    private func closed(_ text: String) -> String {
        text.last.map { ".!?…".contains($0) } == true ? text : text + "."
    }
}
