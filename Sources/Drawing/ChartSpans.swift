import Bytes

/// Which parts of the time are drawn: all of it, without a few acts long before; and enlarged the part in which half of
/// many acts lie.
package struct ChartSpans: Sendable {
    package struct Part: Sendable, Equatable {
        /// Civil seconds.
        package let from: Int
        package let until: Int
        /// The part that has a chart of its own.
        package var enlarged: ClosedRange<Int>?
        /// Whether it is that chart: it ends before the record does.
        package let isEnlargement: Bool

        func contains(_ second: Int) -> Bool { second >= from && second <= until }
    }

    /// How many acts are not drawn, since they were long before the others.
    package private(set) var before = 0
    /// Their first.
    package private(set) var firstBefore: Int?
    /// Empty where nothing is dated; else the whole, then its enlarged part if there is one.
    package private(set) var parts: [Part] = []

    private static let mostBefore = 3
    private static let fewest = 40

    package init(_ chart: TimelineChart) {
        let end = chart.recordEnd
        let recorded = chart.acts.compactMap { act -> ClosedRange<Int>? in
            guard let start = act.extent.start, var end = act.extent.end else { return nil }
            // What is known to the day may have been at its end.
            if case .day = act.extent { end += CivilDay.seconds - 1 }
            return start...max(start, end)
        }
        let past = recorded.filter { range in end.map { range.lowerBound <= $0 } ?? true }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        let ahead =
            (recorded.map(\.lowerBound) + chart.deadlines.flatMap(\.seconds)
            + chart.marks.map(\.second)).filter { second in end.map { second > $0 } ?? false }
        guard let first = past.first?.lowerBound ?? ahead.min() else { return }
        let last = max(past.map(\.upperBound).max() ?? first, end ?? first)
        let story = Self.story(past, first: first, last: last)
        before = story.before
        var from = story.from
        if before > 0 { firstBefore = first }
        // A short record is told in hours.
        let unit = last - from <= 3 * CivilDay.seconds ? 3600 : CivilDay.seconds
        let floored = from.flooredQuotient(by: unit) * unit
        if before == 0 || floored > story.reached { from = floored }
        var until = max(last.dividedUp(by: unit) * unit, from + unit)
        if let furthest = ahead.max() { until = max(until, furthest + (furthest - from) * 3 / 100) }
        let enlarged = Self.crowd(past.dropFirst(before).map { $0.lowerBound + $0.count / 2 }, span: until - from)
        parts = [Part(from: from, until: until, enlarged: enlarged, isEnlargement: false)]
        if let enlarged {
            parts.append(Part(from: enlarged.lowerBound, until: enlarged.upperBound, isEnlargement: true))
        }
    }

    /// Leaves out at most three acts before a gap of over a fifth of the time.
    private static func story(
        _ ranges: [ClosedRange<Int>], first: Int, last: Int
    ) -> (before: Int, from: Int, reached: Int) {
        var found = (before: 0, from: first, reached: first)
        var reached = first
        for index in ranges.indices.dropFirst().prefix(mostBefore) where index < ranges.count - 4 {
            reached = max(reached, ranges[index - 1].upperBound)
            if (ranges[index].lowerBound - reached) > (last - first) / 5 {
                found = (index, ranges[index].lowerBound, reached)
            }
        }
        return found
    }

    /// The whole days in which half of many acts lie, if these are less than 15 % of the time.
    private static func crowd(_ times: [Int], span: Int) -> ClosedRange<Int>? {
        guard times.count >= fewest else { return nil }
        let times = times.sorted()
        let half = (times.count + 1) / 2
        var best: (from: Int, until: Int)?
        for index in 0...(times.count - half) {
            let (from, until) = (times[index], times[index + half - 1])
            if best.map({ until - from < $0.until - $0.from }) ?? true { best = (from, until) }
        }
        guard let best else { return nil }
        let day = CivilDay.seconds
        let from = best.from.flooredQuotient(by: day) * day
        let until = (best.until.flooredQuotient(by: day) + 1) * day
        // Under a day there is nothing to enlarge that a day's precision would part.
        return until - from < span * 15 / 100 && until - from > day ? from...until : nil
    }
}
