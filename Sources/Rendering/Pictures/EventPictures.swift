import Drawing
import Model
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
                link: page.link(party.route), role: hasRoles ? role(handle) : nil)
        }
    }

    /// What a party asked for and was asked for, and what became of it: "asked for two things; was refused both"; nil
    /// where it did neither.
    func role(_ party: Handle<Party>) -> String? {
        guard let appearance = index.appearances[party] else { return nil }
        let words = page.words
        let first = appearance.asked.isEmpty ? nil : part(.askedForThings, of: appearance.asked, answeredBy: nil)
        let second =
            appearance.wasAsked.isEmpty ? nil : part(.wasAskedForThings, of: appearance.wasAsked, answeredBy: party)
        guard let first else { return second }
        guard let second else { return first }
        let begun = second.prefix(1).uppercased() + second.dropFirst()
        return words(.bothRoles, ["first": first, "second": begun])
    }

    /// One side of it; the answers that count are the party's own, of what it asked those of all who were asked.
    private func part(_ word: Word, of demands: [Int], answeredBy party: Handle<Party>?) -> String {
        let words = page.words
        var (refused, accepted, answered) = (0, 0, 0)
        for demand in demands {
            let cells = record.cells[demand].filter { party == nil || $0.party == party }
            let kinds = cells.map { $0.response.map { entries.responses[$0].kindOfResponse.value } }
            if kinds.contains(where: { $0 != nil }) { answered += 1 }
            if kinds.isEmpty { continue }
            if kinds.allSatisfy({ $0?.isRefusal ?? false }) { refused += 1 }
            if kinds.allSatisfy({ $0 == .accepted || $0 == .complied }) { accepted += 1 }
        }
        let count = demands.count
        func which(_ part: Int) -> String {
            switch (part, count) {
            case (1, 1): words[.allOfOne]
            case (2, 2): words[.allOfTwo]
            case (count, _): words(.allOf, ["number": words.number(count)])
            default: words.number(part)
            }
        }
        var outcomes: [String] = []
        if refused > 0 { outcomes.append(words(party == nil ? .wasRefused : .refused, ["which": which(refused)])) }
        if accepted > 0 {
            outcomes.append(
                party == nil
                    ? words(.wereAccepted, count: accepted, ["which": which(accepted)])
                    : words(.accepted, ["which": which(accepted)]))
        }
        if answered == 0, party != nil { outcomes.append(words[.noAnswerNote]) }
        return outcomes.reduce(words(word, count: count, ["number": words.number(count)])) {
            words(.actsAndOutcome, ["acts": $0, "outcome": $1])
        }
    }

    private func demands(_ positions: [Handle<Party>: Int]) -> [PictureDemand] {
        record.demandOrder.map { place in
            let view = DemandView(handle: Handle(scope: event, index: place), page: page)
            let entry = entries.demands[place]
            var answers: [PictureAnswer] = []
            for cell in record.cells[place] {
                guard let party = positions[cell.party], let response = cell.response else { continue }
                let answer = entries.responses[response]
                let date = page.date(answer.date.value)
                let quote = ResponseView.quote(of: answer, page: page)
                let words = quote?.words.map { page.words(.quoted, ["words": $0]) }
                let speaker = quote?.speaker(beside: [cell.party])?.name
                let said = words.map { words in
                    speaker.map { page.words(.quoteOf, ["speaker": $0, "words": words]) } ?? words
                }
                let word = page.words.words(answer.kindOfResponse.value)
                let hasLabel = ResponseView.label(of: answer, page: page) != nil
                answers.append(
                    PictureAnswer(
                        party: party, kind: answer.kindOfResponse.value.answerKind, title: answer.title.value,
                        label: hasLabel ? page.words(.nameAndDate, ["name": word, "date": date.words]) : date.words,
                        word: word, date: date.words, shortDate: date.dayWords, words: said,
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
        page.cache.exchange(of: event, onPageAt: page.path) {
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
        let holes = record.cells.reduce(0) { $0 + $1.count(where: { $0.response == nil }) }
        let answers = record.cells.reduce(0) { $0 + $1.count } - holes
        return page.words(
            .exchangeDescription,
            [
                "demands": page.words(.demandsBetween, count: count, ["names": names]),
                "answers": page.words(.answersRecorded, count: answers, ["missing": String(holes)]),
            ])
    }

    func timeline() -> TimelineStrip {
        let handles = Array(index.parties)
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
                    item.date.clockWords(in: .utc).map { page.words.dates.phrases.timeInUTC.filled(time: $0.utcTime) }
                    ?? ""
                deadlines.append(
                    StripDeadline(
                        title: page.words[.deadline], date: date.words, time: time, second: second, link: link))
                continue
            }
            guard let extent = extent(item.date, zone) else { continue }
            items.append(
                StripItem(
                    title: view.title, link: link, date: date.dayWords, extent: extent,
                    isApproximate: item.date.doubt.contains(.approximate), mark: view.markKind,
                    parties: item.parties.compactMap { places[$0] }))
        }
        let end = record.date.flatMap { date in
            date.latestDay(in: zone).map { RecordEnd(date: page.date(date).words, day: Int($0.number)) }
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

extension ThreatView {
    /// What stands under a threat that hangs on a demand: "Threatened · no act recorded", "Carried out 11 May 2026".
    var stateLine: String {
        if entry.state.value == .threatened { return page.words[.threatenedNoActRecorded] }
        return stateDate.map { page.words(.notedDate, ["note": doneWords, "date": $0.shortWords]) } ?? doneWords
    }
}

/// Whether a language is written from right to left.
func isRightToLeft(_ tag: String) -> Bool {
    let tag = tag.lowercased()
    guard tag.utf8.contains(UInt8(ascii: "-")) else { return rightToLeftLanguages.contains(tag) }
    let parts = tag.split(separator: "-").map(String.init)
    if parts.contains("latn") || parts.contains("cyrl") { return false }
    if parts.contains("arab") || parts.contains("hebr") || parts.contains("thaa") || parts.contains("syrc") {
        return true
    }
    return rightToLeftLanguages.contains(parts.first ?? "")
}

private let rightToLeftLanguages: Set = [
    "ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "arc", "syr",
]
