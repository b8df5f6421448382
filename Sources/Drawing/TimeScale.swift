import Bytes

/// Where a time stands across the strip: straight, but for long gaps that are cut out.
struct TimeScale {
    struct Segment {
        /// Civil seconds.
        let from: Int
        let until: Int
        /// Units of the viewBox.
        let start: Double
        let end: Double
    }

    private(set) var segments: [Segment] = []
    /// Whether clock times are what matters: the span is under a day and a half, and holds nothing but clock times.
    let isHourly: Bool
    /// The days that are left when gaps are cut.
    private(set) var keptDays = 0.0

    /// The width of a cut.
    static let cutWidth = 28.0

    var from: Int { segments.first?.from ?? 0 }
    var until: Int { segments.last?.until ?? 0 }
    var end: Double { segments.last?.end ?? 0 }

    /// Fits the occupied times, in civil seconds, between two places; nil where nothing is dated.
    init?(_ occupied: [ClosedRange<Int>], isHourly: Bool, between left: Double, and right: Double) {
        guard let first = occupied.map(\.lowerBound).min(), let last = occupied.map(\.upperBound).max() else {
            return nil
        }
        self.isHourly = isHourly
        let unit = isHourly ? 3600 : CivilDay.seconds
        let from = first.flooredQuotient(by: unit) * unit
        let until = max(last.dividedUp(by: unit) * unit, from + unit)
        let cuts = Self.cuts(occupied, from: from, until: until)
        let cutSeconds = cuts.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        keptDays = Double(until - from - cutSeconds) / Double(CivilDay.seconds)
        let room = right - left - Double(cuts.count) * Self.cutWidth
        let perSecond = room / Double(until - from - cutSeconds)
        var time = from
        var place = left
        for cut in cuts {
            let end = place + Double(cut.lowerBound - time) * perSecond
            segments.append(Segment(from: time, until: cut.lowerBound, start: place, end: end))
            place = end + Self.cutWidth
            time = cut.upperBound
        }
        segments.append(Segment(from: time, until: until, start: place, end: right))
    }

    /// While more than 40 days are left, the longest gap is cut if it is over a fifth of them.
    private static func cuts(_ occupied: [ClosedRange<Int>], from: Int, until: Int) -> [Range<Int>] {
        let limit = 40 * CivilDay.seconds
        var kept = until - from
        guard kept > limit else { return [] }
        var gaps: [Range<Int>] = []
        var reached = from
        for range in occupied.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > reached + CivilDay.seconds { gaps.append(reached..<range.lowerBound) }
            reached = max(reached, range.upperBound)
        }
        gaps.sort { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
        var chosen: [Range<Int>] = []
        for gap in gaps.prefix(5) where kept > limit && gap.count > kept / 5 {
            chosen.append(gap)
            kept -= gap.count
        }
        // Some air is left on either side of a cut, in whole days.
        let day = CivilDay.seconds
        let air = max(day, kept / 25)
        return chosen.map { gap in
            let margin = min(air, gap.count / 4)
            return (gap.lowerBound + margin).dividedUp(by: day) * day..<(gap.upperBound - margin).flooredQuotient(
                by: day)
                * day
        }
        .filter { !$0.isEmpty }
        .sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The place of a time; what lies in a cut stands in its middle.
    func place(_ second: Int) -> Double {
        for (index, segment) in segments.enumerated() {
            if second <= segment.until {
                if second < segment.from, index > 0 { return segment.start - Self.cutWidth / 2 }
                let share = Double(max(second, segment.from) - segment.from) / Double(segment.until - segment.from)
                return segment.start + share * (segment.end - segment.start)
            }
        }
        return end
    }

    /// Units of the viewBox for each day that is left.
    var dayWidth: Double {
        guard let segment = segments.first else { return 0 }
        return (segment.end - segment.start) / Double(segment.until - segment.from) * Double(CivilDay.seconds)
    }
}
