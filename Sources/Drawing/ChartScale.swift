import Bytes

/// Where a time stands across the chart: in bins as wide as a mark, so that marks of one bin stack.
struct ChartScale {
    static let left = 168.0
    static let right = 944.0
    static let bin = 11.0
    /// The last place of a mark.
    static let lastPlace = left + bin * ((right - left) / bin).rounded(.down)

    let part: ChartSpans.Part
    /// Where the record ends, if something lies ahead of it; else nil.
    let end: Double?
    private let recordEnd: Int?

    init(_ part: ChartSpans.Part, recordEnd: Int?) {
        self.part = part
        self.recordEnd = recordEnd
        guard let recordEnd, !part.isEnlargement, recordEnd + 1 < part.until else {
            end = nil
            return
        }
        let share = Double(max(recordEnd, part.from) - part.from) / Double(part.until - part.from)
        end = min(Self.binned(share), Self.lastPlace - 2 * Self.bin) + 6
    }

    private static func binned(_ share: Double) -> Double {
        min(left + bin * ((right - left) * min(max(share, 0), 1) / bin).rounded(), lastPlace)
    }

    private func share(_ second: Int) -> Double {
        (Double(second) - Double(part.from)) / (Double(part.until) - Double(part.from))
    }

    /// The bin of a time; a time outside the part stands at its edge. What lies ahead is right of the record's end.
    func place(_ second: Int) -> Double {
        let place = Self.binned(share(second))
        guard let end, let recordEnd else { return place }
        return second > recordEnd ? max(place, end + 5) : min(place, end - 6)
    }

    /// The place of a time, not in bins: for what is as wide as a time.
    func exactPlace(_ second: Int) -> Double {
        Self.left + (Self.right - Self.left) * min(max(share(second), 0), 1)
    }

    /// Whether a day is so wide that what is known to the day alone is in doubt.
    var isHourly: Bool { part.until - part.from <= 3 * CivilDay.seconds }

    func isAhead(_ second: Int) -> Bool { end != nil && recordEnd.map { second > $0 } ?? false }
}
