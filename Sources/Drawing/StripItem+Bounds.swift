import Bytes

extension StripItem.Extent {
    /// No day is drawn further away than about 11,000 years, so that no arithmetic can overflow.
    private static func clamped(_ day: Int) -> Int { min(max(day, -4_000_000), 4_000_000) }
    private static func clampedSecond(_ second: Int) -> Int {
        min(max(second, -4_000_000 * CivilDay.seconds), 4_000_000 * CivilDay.seconds)
    }

    /// The first and the last second that are known; nil where the extent is open to that side.
    ///
    /// The end is exclusive, so that a day ends where the next begins.
    var bounds: (from: Int?, until: Int?) {
        let day = CivilDay.seconds
        switch self {
        case .point(let second): return (Self.clampedSecond(second), Self.clampedSecond(second))
        case .days(let first, let last):
            return (Self.clamped(first) * day, (Self.clamped(max(first, last)) + 1) * day)
        case .lasting(let from, let until): return (Self.clampedSecond(from), Self.clampedSecond(max(from, until)))
        case .ongoing(let first): return (Self.clamped(first) * day, nil)
        case .between(let first, let last):
            let from = first.map { Self.clamped($0) * day }
            let until = last.map { (Self.clamped($0) + 1) * day }
            if let from, let until, until <= from { return (from, from + day) }
            return (from, until)
        }
    }

    /// The times that the axis must hold.
    var occupied: ClosedRange<Int>? {
        let (from, until) = bounds
        guard let some = from ?? until else { return nil }
        return (from ?? some)...(until ?? some)
    }

    var isPoint: Bool { if case .point = self { true } else { false } }
    var isBracket: Bool { if case .between = self { true } else { false } }
    /// A clock time rather than days.
    var isClock: Bool {
        switch self {
        case .point, .lasting: true
        default: false
        }
    }
}

extension RecordEnd {
    /// The end of the record's last day.
    var second: Int { (min(max(day, -4_000_000), 4_000_000) + 1) * CivilDay.seconds }
}
