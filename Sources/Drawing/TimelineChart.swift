/// The timeline chart: a lane a party, a mark an act, labels over the lanes, deadlines and an axis under them.
///
/// All times are civil: seconds since 1 January 1970, 00:00, on the wall clock of the event's zone.
package struct TimelineChart: Sendable {
    /// Who acted. Acts of a lane without a party are those of all others.
    package struct Lane: Sendable {
        package let party: PictureParty?
        package let name: String

        package init(party: PictureParty?, name: String) {
            self.party = party
            self.name = name
        }
    }

    package enum Extent: Sendable, Equatable {
        case at(Int)
        /// On a day, by its first second.
        case day(Int)
        /// Some time between the two; nil is an open end.
        case between(Int?, Int?)
        /// It lasted; nil if it still goes on.
        case lasting(Int, Int?)
    }

    package struct Act: Sendable {
        package let sign: ChartSign
        /// One mark in each.
        package let lanes: [Int]
        package let extent: Extent

        package init(sign: ChartSign, lanes: [Int], extent: Extent) {
            self.sign = sign
            self.lanes = lanes
            self.extent = extent
        }
    }

    /// What a label over the lanes says, and how much it matters.
    package struct Label: Sendable {
        package let second: Int
        package let name: String
        package let date: String
        package let weight: Int
        package let link: String?

        package init(second: Int, name: String, date: String, weight: Int, link: String? = nil) {
            self.second = second
            self.name = name
            self.date = date
            self.weight = weight
            self.link = link
        }
    }

    package struct Deadline: Sendable {
        package let title: String
        /// From which it was moved.
        package let earlier: [Int]
        /// Nil if it was lifted.
        package let second: Int?

        package init(title: String, earlier: [Int] = [], second: Int?) {
            self.title = title
            self.earlier = earlier
            self.second = second
        }

        var seconds: [Int] { earlier + [second].compactMap { $0 } }
    }

    package struct Phase: Sendable {
        package let name: String
        package let from: Int
        /// Nil if it lasts until the next one.
        package let until: Int?

        package init(name: String, from: Int, until: Int?) {
            self.name = name
            self.from = from
            self.until = until
        }
    }

    /// Times beyond, some 11,000 years from 1970, are moved here, so that sums cannot overflow.
    private static let limit = 345_600_000_000

    package let lanes: [Lane]
    package let acts: [Act]
    package let marks: [Label]
    package let deadlines: [Deadline]
    package let phases: [Phase]
    /// The end of the day on which the record ends; what is later lies ahead.
    package let recordEnd: Int?
    /// "The record ends here: 27 February 2026".
    package let recordEndWords: String
    package let labels: PictureLabels

    package init(
        lanes: [Lane], acts: [Act], marks: [Label] = [], deadlines: [Deadline] = [], phases: [Phase] = [],
        recordEnd: Int? = nil, recordEndWords: String = "", labels: PictureLabels
    ) {
        func limited(_ second: Int) -> Int { min(max(second, -Self.limit), Self.limit) }
        self.lanes = lanes
        self.acts = acts.map { act in
            Act(
                sign: act.sign, lanes: Array(Set(act.lanes).filter(lanes.indices.contains)).sorted(),
                extent: act.extent.limited(limited))
        }
        self.marks = marks.map {
            Label(second: limited($0.second), name: $0.name, date: $0.date, weight: $0.weight, link: $0.link)
        }
        self.deadlines = deadlines.map {
            Deadline(title: $0.title, earlier: $0.earlier.map(limited), second: $0.second.map(limited))
        }
        self.phases = phases.map { Phase(name: $0.name, from: limited($0.from), until: $0.until.map(limited)) }
        self.recordEnd = recordEnd.map(limited)
        self.recordEndWords = recordEndWords
        self.labels = labels
    }

    /// Draws a part of the time; every id in it but those of the signs begins with the prefix.
    ///
    /// - Parameter hasShapes: whether it brings the shapes of the signs, as the first chart of a page must.
    package func drawn(
        _ part: ChartSpans.Part, title: String, description: String, idPrefix: String, hasShapes: Bool
    ) -> Picture {
        let layout = ChartLayout(self, part)
        var builder = PictureBuilder(idPrefix: idPrefix, description: description, labels: labels)
        var canvas = builder.canvas()
        if hasShapes { canvas.signShapes() }
        canvas.draw(layout)
        builder.add(canvas, height: layout.height, title: title)
        return builder.picture()
    }
}

extension TimelineChart.Extent {
    /// The same within limits, and with its ends in order.
    fileprivate func limited(_ limited: (Int) -> Int) -> Self {
        switch self {
        case .at(let second): return .at(limited(second))
        case .day(let second): return .day(limited(second))
        case .between(let from, let until):
            let (from, until) = (from.map(limited), until.map(limited))
            if let from, let until, until < from { return .between(until, from) }
            return .between(from, until)
        case .lasting(let from, let until):
            let from = limited(from)
            return .lasting(from, until.map { max(limited($0), from) })
        }
    }

    /// Where it begins, as far as that is known.
    package var start: Int? {
        switch self {
        case .at(let second), .day(let second): second
        case .between(let from, let until): from ?? until
        case .lasting(let from, _): from
        }
    }

    var end: Int? {
        switch self {
        case .at(let second), .day(let second): second
        case .between(let from, let until): until ?? from
        case .lasting(let from, let until): until ?? from
        }
    }

    /// Where its label stands; nil if nothing is known.
    package var labelSecond: Int? { middle }

    /// The middle of what it covers.
    var middle: Int? {
        switch self {
        case .lasting(let from, _): from
        case .at, .day, .between: start.flatMap { start in end.map { start + ($0 - start) / 2 } }
        }
    }
}
