import Drawing

extension Sample {
    /// Five parties, as in picture 10 of the design.
    static let harbour = Sample(
        name: "harbour",
        parties: parties([
            ("Harbour Authority", "Harbour Auth."), ("Dockers’ Union", "Dockers"), ("Northline Shipping", "Northline"),
            ("City Council of Estmark", "City Council"), ("Transport Ministry", "Ministry"),
        ]),
        items: [
            StripItem(
                title: "Union asks: withdraw the roster", date: "2 May", extent: .days(day(5, 2), day(5, 2)),
                mark: .demand, parties: [1]),
            StripItem(
                title: "Authority refuses", date: "4 May", extent: .days(day(5, 4), day(5, 4)),
                mark: .answer(.refused), parties: [0]),
            StripItem(
                title: "Talks at the town hall", date: "about 5 May", extent: .days(day(5, 5), day(5, 5)),
                isApproximate: true, mark: .moment, parties: [0, 1, 3]),
            StripItem(
                title: "Northline: guarantee unloading", date: "6 May", extent: .days(day(5, 6), day(5, 6)),
                mark: .demand, parties: [2]),
            StripItem(
                title: "Strike at all four terminals", date: "since 11 May", extent: .ongoing(day(5, 11)),
                mark: .threat, parties: [1]),
            StripItem(
                title: "Court hearing on the fees", date: "12 May, 10:00", extent: .point(second(day(5, 12), 10, 0)),
                mark: .moment, parties: [0, 2]),
            StripItem(
                title: "Ministry asks: return to work", date: "12 May", extent: .days(day(5, 12), day(5, 12)),
                mark: .demand, parties: [4]),
            StripItem(
                title: "Fund promised in private", date: "on or before 14 May", extent: .between(nil, day(5, 14)),
                mark: .statement, parties: [4]),
        ],
        deadlines: [
            StripDeadline(title: "Deadline: roster", date: "10 May 2026", second: second(day(5, 11), 0, 0)),
            StripDeadline(title: "Deadline: unloading", date: "15 May 2026", second: second(day(5, 16), 0, 0)),
            StripDeadline(title: "Deadline: return to work", date: "18 May 2026", second: second(day(5, 19), 0, 0)),
            StripDeadline(
                title: "Deadline: berth fees", date: "20 May 2026, 16:00 UTC", time: "16:00 UTC",
                second: second(day(5, 20), 16, 0)),
        ],
        recordEnd: RecordEnd(date: "16 May 2026", day: day(5, 16)))
}
