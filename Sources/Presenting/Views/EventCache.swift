import Model

/// What the pages of one event have in common, kept by the core that renders them until it comes to another event.
///
/// Nothing here is seen by another core, and what is kept is what would be made anew: it changes how long a page takes
/// and not what stands on it.
package final class EventCache {
    /// The event whose pages are being rendered; nil for pages outside events.
    package let event: Int?
    private var dateWords: [DateKey: String] = [:]
    private var links: EventLinks?
    private var timeline: (event: Int, timeline: EventTimeline)?
    private var state: (event: Int, state: StateSentence)?
    private var demandStates: [Handle<Demand>: StateSentence] = [:]
    private var partyWords: (event: Int, words: [Handle<Party>: Set<String>])?
    private var namedParties: (event: Int, parties: [String: Set<Handle<Party>>])?
    private var sourceNumbers: (event: Int, numbers: [Handle<Source>: Int])?
    private var ladders: [Handle<Demand>: LadderView.Acts] = [:]
    private var companion: AnyObject?

    /// A date as one style words it.
    package struct DateKey: Hashable {
        private let date: EventDate
        /// Nil for a date whose words are the same in every zone.
        private let zone: ClockZone?
        private let style: DateStyle

        package init(_ date: EventDate, _ zone: ClockZone, _ style: DateStyle) {
            self.date = date
            self.zone = date.hasClock ? zone : nil
            self.style = style
        }

        /// Of both ends alone, which tell almost all dates of an event apart.
        package func hash(into hasher: inout Hasher) {
            hasher.combine(date.first.instant &* 31 &+ date.last.instant)
        }
    }

    package init(event: Int?) {
        self.event = event
    }

    /// The words of a date in a zone.
    package func words(_ date: EventDate, _ zone: ClockZone, _ style: DateStyle, write: () -> String) -> String {
        let key = DateKey(date, zone, style)
        if let known = dateWords[key] { return known }
        let words = write()
        dateWords[key] = words
        return words
    }

    /// The steps of a demand.
    func ladder(of demand: Handle<Demand>, make: () -> LadderView.Acts) -> LadderView.Acts {
        if let known = ladders[demand] { return known }
        let made = make()
        ladders[demand] = made
        return made
    }

    package func links(in plan: SitePlan, _ words: Words) -> EventLinks {
        if let links { return links }
        let made = EventLinks(plan, words, event: event)
        links = made
        return made
    }

    /// The timeline of the event that was asked for last.
    package func timeline(of event: Int, make: () -> EventTimeline) -> EventTimeline {
        if let timeline, timeline.event == event { return timeline.timeline }
        let made = make()
        timeline = (event, made)
        return made
    }

    /// The state of the event that was asked for last.
    package func state(ofEvent event: Int, make: () -> StateSentence) -> StateSentence {
        if let state, state.event == event { return state.state }
        let made = make()
        state = (event, made)
        return made
    }

    package func state(of demand: Handle<Demand>, make: () -> StateSentence) -> StateSentence {
        if let known = demandStates[demand] { return known }
        let made = make()
        demandStates[demand] = made
        return made
    }

    /// Of each party of the event that was asked for last, the words by which texts name it alone.
    func partyWords(ofEvent event: Int, make: () -> [Handle<Party>: Set<String>]) -> [Handle<Party>: Set<String>] {
        if let partyWords, partyWords.event == event { return partyWords.words }
        let made = make()
        partyWords = (event, made)
        return made
    }

    /// The parties that a text names, of the event that was asked for last.
    func parties(
        namedIn text: String, ofEvent event: Int, find: () -> Set<Handle<Party>>
    ) -> Set<Handle<Party>> {
        if namedParties?.event != event { namedParties = (event, [:]) }
        if let known = namedParties?.parties[text] { return known }
        let found = find()
        namedParties?.parties[text] = found
        return found
    }

    /// The number of each source of an event, from 1: in the order of the event's page, then of what else cites one.
    package func sourceNumbers(ofEvent event: Int, in context: SiteContext) -> [Handle<Source>: Int] {
        if let sourceNumbers, sourceNumbers.event == event { return sourceNumbers.numbers }
        var gatherer = ContentsGatherer(context: context, event: event, cache: self)
        gatherer.event(event)
        gatherer.sources(event)
        let sources = gatherer.contents.sources
        let numbers = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1, $0 + 1) })
        sourceNumbers = (event, numbers)
        return numbers
    }

    /// What a later stage keeps as long as this cache. Each cache has one, made when it is first asked for.
    package func companion<Companion: AnyObject>(make: () -> Companion) -> Companion {
        if let known = companion as? Companion { return known }
        let made = make()
        companion = made
        return made
    }
}
