import Drawing

/// What the chart of one event is drawn from.
struct Sample {
    var name: String
    var parties: [PictureParty] = []
    /// A further lane without a party.
    var others: String?
    var acts: [TimelineChart.Act] = []
    var marks: [TimelineChart.Label] = []
    var deadlines: [TimelineChart.Deadline] = []
    var phases: [TimelineChart.Phase] = []
    /// A civil second.
    var recordEnd: Int?
    var labels = PictureLabels.english

    func chart(rightToLeft: Bool = false) -> TimelineChart {
        var labels = labels
        labels.isRightToLeft = rightToLeft
        return TimelineChart(
            lanes: parties.map { TimelineChart.Lane(party: $0, name: $0.shortName) }
                + (others.map { [TimelineChart.Lane(party: nil, name: $0)] } ?? []),
            acts: acts, marks: marks, deadlines: deadlines, phases: phases, recordEnd: recordEnd,
            recordEndWords: "The record ends 27 February 2026", labels: labels)
    }

    /// Days since 1970 of 1 January 2026.
    static let newYear2026 = 20_454
    /// The first second of a day of 2026.
    static func day(_ month: Int, _ day: Int) -> Int {
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        return (newYear2026 + before[month - 1] + day - 1) * 86_400
    }

    static func parties(_ names: [(String, String?)]) -> [PictureParty] {
        let initials = Initials.assign(to: names.map(\.0))
        let colors = PartyColor.assign(own: names.map { _ in nil })
        return names.indices.map {
            PictureParty(name: names[$0].0, shortName: names[$0].1, initials: initials[$0], color: colors[$0])
        }
    }
}

extension Sample {
    /// Two weeks between two parties, with dates in doubt.
    static let weeks: Sample = {
        var sample = Sample(name: "weeks", parties: parties([("Greece", nil), ("Eurogroup", nil)]))
        let signs: [(Int, ChartSign, [Int])] = [
            (16, .asked, [0]), (17, .accepted, [1]), (18, .statement, [0]), (18, .moment, [0, 1]),
            (19, .otherAnswer, [0]), (19, .carriedOut, [1]), (22, .asked, [0]), (22, .accepted, [0]),
            (24, .carriedOut, [1]), (25, .threat, [0]), (26, .refused, [0, 1]), (27, .moment, [1]),
        ]
        sample.acts = signs.map { TimelineChart.Act(sign: $1, lanes: $2, extent: .day(day(2, $0))) }
        sample.acts += [
            TimelineChart.Act(sign: .asked, lanes: [0], extent: .between(day(2, 23), day(2, 26))),
            TimelineChart.Act(sign: .threat, lanes: [1], extent: .between(day(2, 18), day(2, 22))),
            TimelineChart.Act(sign: .carriedOut, lanes: [0], extent: .lasting(day(2, 20), day(2, 23))),
        ]
        sample.marks = [
            (16, "Talks begin", 10), (20, "First refusal", 7), (24, "A letter is leaked", 6),
            (26, "Both demands are refused", 7), (27, "Contract is ended", 10),
        ].map { TimelineChart.Label(second: day(2, $0), name: $1, date: "\($0) Feb 2026", weight: $2, link: "x.html") }
        sample.deadlines = [TimelineChart.Deadline(title: "All lawful uses", second: day(2, 27) + 61_260)]
        sample.recordEnd = day(3, 3)
        return sample
    }()

    /// A year between six parties, with moved deadlines, phases and what lies ahead.
    static let year: Sample = {
        var sample = random(seed: 7, parties: 6, acts: 90, days: 430)
        sample.name = "year"
        let from = sample.acts.compactMap(\.extent.start).min() ?? 0
        func day(_ days: Int) -> Int { from + days * 86_400 }
        sample.phases = [
            TimelineChart.Phase(name: "The roster", from: from, until: nil),
            TimelineChart.Phase(name: "The strikes", from: day(140), until: nil),
            TimelineChart.Phase(name: "The settlement", from: day(300), until: day(430)),
        ]
        sample.deadlines = [
            TimelineChart.Deadline(title: "Unload in 48 hours", second: day(128)),
            TimelineChart.Deadline(title: "Pay, moved twice", earlier: [day(173), day(235)], second: day(250)),
            TimelineChart.Deadline(title: "Call off the strikes", second: day(254)),
            TimelineChart.Deadline(title: "Talks, lifted", earlier: [day(300)], second: nil),
            TimelineChart.Deadline(title: "Vote of the members", second: day(455)),
        ]
        sample.acts.append(TimelineChart.Act(sign: .planned, lanes: [0, 1], extent: .day(day(460))))
        sample.marks.append(
            TimelineChart.Label(
                second: day(460), name: "Planned: both meet", date: "2 Oct 2026", weight: 10, link: "x.html"))
        sample.recordEnd = day(431) - 1
        return sample
    }()

    static let all = [weeks, year] + edges
}
