import Drawing

extension Sample {
    /// Shapes that are easily drawn wrongly.
    static let edges: [Sample] = {
        let two = parties([("Alpha", nil), ("Beta", nil)])
        func chart(_ name: String, _ extents: [TimelineChart.Extent], end: Int? = nil) -> Sample {
            var sample = Sample(name: name, parties: two, others: "Four others", recordEnd: end)
            sample.acts = extents.enumerated().map { place, extent in
                let sign = ChartSign.allCases[place % 9]
                return TimelineChart.Act(sign: sign, lanes: [place % 3], extent: extent)
            }
            sample.marks = extents.enumerated().compactMap { place, extent in
                extent.start.map {
                    TimelineChart.Label(
                        second: $0, name: "What happened as number \(place)", date: "1 Jan 2026", weight: place % 5,
                        link: "x.html")
                }
            }
            return sample
        }
        let start = day(1, 1)
        let crowd = (0..<60).map { TimelineChart.Extent.day(start + ($0 < 20 ? $0 * 90 : 1700 + $0 % 9) * 86_400) }
        let open: [TimelineChart.Extent] = [
            .between(nil, day(2, 3)), .between(day(2, 4), nil), .lasting(day(2, 5), nil), .between(nil, nil),
            .between(day(2, 9), day(2, 1)), .lasting(day(2, 1), day(2, 28)), .day(day(2, 12)), .at(day(2, 13) + 60),
        ]
        var long = chart("long names", (0..<12).map { .day(start + $0 * 86_400) }, end: start + 20 * 86_400)
        let name = "International Confederation of Harbour-and-Telecommunications Employers and Their Workers"
        long.parties = parties([(name, nil), ("Donaudampfschifffahrtsgesellschaftskapitaensverband", nil)])
        long.deadlines = (0..<14).map {
            TimelineChart.Deadline(title: name, earlier: [start], second: start + $0 * 86_400)
        }
        var only = chart("nothing but what lies ahead", [], end: start)
        only.deadlines = [TimelineChart.Deadline(title: "The only one", second: start + 40 * 86_400)]
        return [
            chart("nothing", []), chart("one act", [.day(start)], end: start + 86_399),
            chart("one minute", (0..<9).map { .at(start + $0) }),
            chart("one day", (0..<12).map { .at(start + $0 * 7200) } + [.day(start)], end: start + 86_399),
            chart("three days", (0..<30).map { .at(start + $0 * 8000) }, end: start + 3 * 86_400 - 1),
            chart("all on one day", Array(repeating: .day(start), count: 40), end: start + 200 * 86_400),
            chart("open ends", open, end: day(2, 28)), chart("an enlarged part", crowd, end: start + 1800 * 86_400),
            chart(
                "long before",
                [.day(start - 6000 * 86_400), .day(start - 5000 * 86_400)]
                    + (0..<20).map { .day(start + $0 * 5 * 86_400) }, end: start + 100 * 86_400),
            chart("the record ends first", (0..<9).map { .day(start + $0 * 86_400) }, end: start - 9 * 86_400),
            chart("far apart", [.day(.min), .day(start), .day(.max), .between(.min, .max)], end: start), long, only,
        ]
    }()
}
