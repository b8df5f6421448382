import Drawing
import Model
import Presenting
import Reading

/// Turns an event into the plain values that pictures are drawn from. Links are relative to the page that shows them.
struct EventPictures {
    let event: Int
    let page: PageContext

    private var record: EventRecord { page.context.records[event] }
    private var index: EventIndex { page.context.indexes[event] }
    private var entries: Entries { _read { yield page.context.site.events[event].entries } }

    private var labels: PictureLabels {
        PictureLabels(page.words, isRightToLeft: isRightToLeft(page.site.language(ofEvent: event)))
    }

    /// The parties that stand in the standoff and the answer sheet: those that act.
    private var actors: [Handle<Party>] {
        var named: Set<Handle<Party>> = []
        for demand in entries.demands {
            for reference in demand.from { if let party = reference.target { named.insert(party) } }
            for reference in demand.to { if let party = reference.target { named.insert(party) } }
        }
        return record.actingParties.filter(named.contains)
    }

    /// The parties of a picture; only a standoff of two says what part each has.
    private func parties(_ handles: [Handle<Party>], withRoles hasRoles: Bool = false) -> [PictureParty] {
        handles.map { handle in
            let party = page.party(handle)
            return PictureParty(
                name: party.name, shortName: party.shortName, initials: party.initials, color: party.color,
                link: page.link(party.route), role: hasRoles ? page.roleWords(of: handle, in: event) : nil)
        }
    }

    private func demands(_ positions: [Handle<Party>: Int]) -> [PictureDemand] {
        let spansYears = spansYears
        return record.demandOrder.map { place in
            let view = DemandView(handle: Handle(scope: event, index: place), page: page)
            let entry = entries.demands[place]
            var answers: [PictureAnswer] = []
            for cell in record.cells[place] {
                guard let party = positions[cell.party] else { continue }
                guard let response = cell.response else {
                    // Where nothing is owed there is no hole: what became of the demand stands there.
                    if view.status.isClosed {
                        answers.append(
                            PictureAnswer(party: party, kind: .unknown, word: view.statusWords, date: ""))
                    }
                    continue
                }
                let answer = entries.responses[response]
                let date = page.date(answer.date.value, of: event)
                let quote = ResponseView.quote(of: answer, in: event, page: page)
                let words = quote?.words.map { page.words(.quoted, ["words": $0]) }
                let speakers = page.words.list((quote?.speakers(beside: [cell.party]) ?? []).map(\.name))
                let said = words.map { words in
                    speakers.isEmpty ? words : page.words(.quoteOf, ["speaker": speakers, "words": words])
                }
                let word = page.words.words(answer.kindOfResponse.value)
                let hasLabel = ResponseView.label(of: answer, page: page) != nil
                answers.append(
                    PictureAnswer(
                        party: party, kind: answer.kindOfResponse.value.answerKind, title: answer.title.value,
                        label: hasLabel ? page.words(.nameAndDate, ["name": word, "date": date.words]) : date.words,
                        word: word, date: date.words, shortDate: date.narrowWords(withYear: spansYears), words: said,
                        link: page.link(page.route(of: AnyHandle(.response, scope: event, index: response)))))
            }
            let threats = view.threats.map { threat in
                PictureThreat(text: threat.hangingWords, state: threat.stateLine, link: page.link(threat.route))
            }
            return PictureDemand(
                title: view.title, link: page.link(view.route),
                askers: entry.from.compactMap { $0.target.flatMap { positions[$0] } },
                asked: record.cells[place].compactMap { positions[$0.party] },
                date: page.words(.notedDate, ["note": view.dateLabel, "date": view.date.shortWords]),
                deadline: view.deadline?.date.words,
                threats: threats,
                answers: answers)
        }
    }

    /// Whether the dates of the event lie in more than one year, so that each has to say its own.
    private var spansYears: Bool {
        var years: Set<Int> = []
        for item in index.timeline {
            for day in [item.date.earliestDay(in: record.zone), item.date.latestDay(in: record.zone)] {
                if let day { years.insert(day.parts.year) }
            }
        }
        return years.count > 1
    }

    private func positions(_ handles: [Handle<Party>]) -> [Handle<Party>: Int] {
        Dictionary(handles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func standoff() -> Standoff {
        let exchange = exchange
        return Standoff(
            title: page.words(.standoffTitle, ["title": page.site.events[event].displayName]),
            description: exchange.description, parties: exchange.parties, demands: exchange.demands, labels: labels)
    }

    func answerSheet() -> AnswerSheetDrawing {
        let exchange = exchange
        return AnswerSheetDrawing(
            title: page.words(.answerSheetTitle, ["title": page.site.events[event].displayName]),
            description: exchange.description, parties: exchange.parties, demands: exchange.demands, labels: labels)
    }

    private var exchange: PictureExchange {
        page.markup.exchange(of: event, onPageAt: page.path) {
            let handles = actors
            return PictureExchange(
                event: event, path: page.path, description: description(handles),
                parties: parties(handles, withRoles: handles.count <= 2),
                demands: demands(positions(handles)))
        }
    }

    /// The picture in a sentence, for those who cannot see it; the list beside it says all.
    private func description(_ handles: [Handle<Party>]) -> String {
        let count = entries.demands.count
        let names = page.words.list(handles.map { page.site[$0].displayName })
        let holes = record.cells.indices.reduce(0) { sum, demand in
            record.statuses[demand].isClosed ? sum : sum + record.cells[demand].count { $0.response == nil }
        }
        let answers = record.cells.reduce(0) { $0 + $1.count { $0.response != nil } }
        return page.words(
            .exchangeDescription,
            [
                "demands": page.words(.demandsBetween, count: count, ["names": names]),
                "answers": page.words(.answersRecorded, count: answers, ["missing": String(holes)]),
            ])
    }

    func timeline() -> TimelineStrip {
        let handles = Array(index.parties)
        let spansYears = spansYears
        let drawn = index.timeline.filter { TimelineItemView(item: $0, page: page).isDrawn }
        let used = Set(drawn.flatMap(\.parties))
        let lanes = handles.filter(used.contains)
        let places = positions(lanes)
        let zone = record.zone
        let list = page.link(Route(EventView(event: event, page: page).timelineRoute.path, anchor: ""))
        var items: [StripItem] = []
        var deadlines: [StripDeadline] = []
        for item in drawn {
            let view = TimelineItemView(item: item, page: page)
            let date = view.date
            let link = list + percentEncoded(view.anchor)
            if item.kind == .deadline {
                let end = item.date.latest(in: zone) + zone.offset(at: item.date.latest(in: zone))
                let second = item.date.hasClock ? Int(end) : (Int(end) / 86_400 + 1) * 86_400
                let time =
                    item.date.clockTime(in: zone, language: page.words.dates) ?? ""
                deadlines.append(
                    StripDeadline(
                        title: page.words[.deadline], date: date.words, time: time, second: second, link: link))
                continue
            }
            guard let extent = extent(item.date, zone) else { continue }
            items.append(
                StripItem(
                    title: view.title, link: link, date: date.narrowWords(withYear: spansYears), extent: extent,
                    isApproximate: item.date.doubt.contains(.approximate), mark: view.markKind,
                    parties: item.parties.compactMap { places[$0] }))
        }
        let end = record.date.flatMap { date in
            date.latestDay(in: zone).map { RecordEnd(date: page.date(date, of: event).words, day: Int($0.number)) }
        }
        return TimelineStrip(
            title: page.words(.timelineTitle, ["title": page.site.events[event].displayName]),
            description: page.words(.datedItems, ["number": String(drawn.count)]), parties: parties(lanes),
            items: items,
            deadlines: deadlines, recordEnd: end, labels: labels)
    }

    private func extent(_ date: EventDate, _ zone: ClockZone) -> StripItem.Extent? {
        func second(_ instant: Int64) -> Int { Int(instant + zone.offset(at: instant)) }
        let first = date.earliestDay(in: zone).map { Int($0.number) }
        let last = date.latestDay(in: zone).map { Int($0.number) }
        switch date.form {
        case .single:
            if date.hasClock { return .point(second(date.earliest(in: zone))) }
            guard let first, let last else { return nil }
            return date.precision == .day ? .days(first, last) : .between(first, last)
        case .between, .onOrBefore, .onOrAfter: return .between(first, last)
        case .lasted:
            if date.hasClock { return .lasting(second(date.earliest(in: zone)), second(date.latest(in: zone))) }
            guard let first, let last else { return nil }
            return .days(first, last)
        case .ongoing: return first.map { .ongoing($0) }
        case .until: return .between(nil, last)
        }
    }
}

/// What the standoff and the answer sheet of an event are both drawn from.
struct PictureExchange {
    let event: Int
    /// Of the page that the links are relative to.
    let path: String
    let description: String
    let parties: [PictureParty]
    let demands: [PictureDemand]
}
