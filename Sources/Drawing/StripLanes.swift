/// The lanes of the wide strip, from its entries.
struct StripLanes {
    private(set) var lanes: [StripLane] = []
    private let strip: TimelineStrip
    private let scale: TimeScale
    /// The full-height lines from left to right, which labels keep clear of where they can.
    private let lines: [Double]

    private static let left = 150.0
    private static let right = 946.0

    /// A lane for each party that has an entry, then one for what several did, then one for deadlines that found no
    /// place above the strip.
    init(_ strip: TimelineStrip, scale: TimeScale, lines: [Double], deadlines: [DeadlineMark]) {
        self.strip = strip
        self.scale = scale
        self.lines = lines.sorted()
        let places = strip.items.map { $0.lane(of: strip.parties.count) }
        for (index, party) in strip.parties.enumerated() {
            addLane(index, of: places, party: party, name: party.shortName)
        }
        addLane(
            nil, of: places, party: nil, name: strip.parties.count == 2 ? strip.labels.both : strip.labels.several)
        guard !deadlines.isEmpty else { return }
        var lane = StripLane(party: nil, name: strip.labels.deadlines, entryCount: deadlines.count)
        for deadline in deadlines.flatMap(\.deadlines) {
            let item = StripItem(
                title: deadline.title, link: deadline.link, date: deadline.date, extent: .point(deadline.second),
                mark: .deadline, parties: [])
            let words = StripWords(title: deadline.title, date: deadline.date)
            lane.add(entry(item, words, color: nil, isDeadline: true))
        }
        lanes.append(lane)
    }

    /// Adds a lane with the entries whose place it is, if there are any.
    private mutating func addLane(_ place: Int?, of places: [Int?], party: PictureParty?, name: String) {
        let count = places.count { $0 == place }
        guard count > 0 else { return }
        var lane = StripLane(party: party, name: name, entryCount: count)
        for index in places.indices where places[index] == place {
            lane.add(entry(strip.items[index], strip.words[index], color: party?.color))
        }
        lanes.append(lane)
    }

    private func entry(
        _ item: StripItem, _ words: StripWords, color: PartyColor?, isDeadline: Bool = false
    ) -> StripLane.Entry {
        let (from, until) = item.extent.bounds
        var start = from.map { scale.place($0) } ?? Self.left + 4
        var end = until.map { scale.place($0) } ?? 956
        let shape: StripLane.Shape
        switch item.extent {
        case .point where isDeadline: shape = .diamond
        case .point: shape = .point
        case .between: shape = .bracket(opensAtStart: from == nil, opensAtEnd: until == nil)
        case .ongoing:
            let known = strip.recordEnd.map { scale.place($0.second) } ?? scale.end
            shape = .ongoing(until: max(known, start + 6))
        default: shape = .bar
        }
        if item.extent.isPoint {
            start -= isDeadline ? 8 : 4.5
            end += isDeadline ? 8 : 4.5
        } else {
            // A hair's breadth from the lines between days, and never too small to be seen.
            if end - start > 16 {
                start += 2.5
                end -= 2.5
            }
            let least = item.extent.isBracket || item.isApproximate ? 10.0 : 5
            if end - start < least {
                let middle = (start + end) / 2
                start = middle - least / 2
                end = middle + least / 2
            }
        }
        let title = WrappedText(words.title, .name.onLines, measure: 320)
        let date = WrappedText(words.date, .meta.onLines, measure: 320)
        var entry = StripLane.Entry(
            title: title, date: date, link: item.link, mark: item.mark, color: color, shape: shape,
            isSoft: item.isApproximate, start: start, end: end, labelX: max(start, Self.left + 2))
        let place = labelPlace(entry)
        if place < entry.labelX - 1, let narrow = narrowed(entry, words) { return narrow }
        entry.labelX = place
        return entry
    }

    /// The same with its words wrapped to what is free between its bar and the next line; nil where that is too little.
    private func narrowed(_ entry: StripLane.Entry, _ words: StripWords) -> StripLane.Entry? {
        let free = (lines.first { $0 > entry.textX } ?? Self.right + 8) - 8 - entry.textX
        guard free >= 96 else { return nil }
        let title = WrappedText(words.title, .name.onLines, measure: free)
        let date = WrappedText(words.date, .meta.onLines, measure: free)
        guard title.lines.count <= 3, date.lines.count == 1, max(title.width, date.width) <= free else { return nil }
        return StripLane.Entry(
            title: title, date: date, link: entry.link, mark: entry.mark, color: entry.color, shape: entry.shape,
            isSoft: entry.isSoft, start: entry.start, end: entry.end, labelX: entry.labelX)
    }

    /// Under the start of its bar, moved back where it would run off the strip or, if that is near, across a line.
    private func labelPlace(_ entry: StripLane.Entry) -> Double {
        let width = entry.labelEnd - entry.labelX
        let edge = lines.first { $0 > 900 }.map { $0 - 8 } ?? Self.right
        var place = min(entry.labelX, edge - width)
        for line in lines.reversed() where line > place + 26 && line < place + width + 4 {
            let moved = line - 8 - width
            let isClear = !lines.contains { $0 > moved && $0 < moved + width }
            if moved >= Self.left + 2, entry.labelX - moved <= 48, isClear { place = moved }
        }
        return max(place, Self.left + 2)
    }
}

extension StripItem {
    /// The one party whose lane the entry stands in.
    func lane(of partyCount: Int) -> Int? {
        var lane: Int?
        for party in parties where party >= 0 && party < partyCount {
            guard lane == nil else { return nil }
            lane = party
        }
        return lane
    }

    /// The date, and in an event of three or more the initials of those who did it together.
    func dateText(_ all: [PictureParty], comma: String) -> String {
        guard all.count > 2, parties.count > 1 else { return date }
        let valid = parties.filter(all.indices.contains)
        guard valid.count > 1 else { return date }
        return date + "\u{A0}· " + valid.map { all[$0].initials }.joined(separator: comma)
    }
}
