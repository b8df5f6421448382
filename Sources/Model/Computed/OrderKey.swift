import Bytes
import Reading

/// Where a dated entry stands among others: by day, then by clock time, then by how exactly the day is known; of one
/// date by `order`, then files by their ids, then as they are written in a list of event.md.
///
/// Of one day, those with a clock time come first. An entry without a clock time whose `order` is negative stands before
/// them. What an entry answers or follows stands before it wherever their dates allow it.
struct OrderKey: Comparable, Sendable {
    /// The number of the first day; of an open beginning ("on or before") the day that is named.
    private var day: Int32
    private var rank: Rank
    private var instant: Int64
    private var latest: Int64
    private let order: Int
    /// Of one date, what kind of act comes first.
    var kind = 0
    private let place: Int
    private let id: String
    /// The first second that it may be.
    private let earliest: Int64

    private enum Rank: Int, Comparable {
        case beforeClocks, clock, day

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// - Parameters:
    ///   - kind: of one date, what kind of act comes first.
    ///   - opensDay: whether it stands before the clock times of its day.
    init(_ date: EventDate, of head: EntryHead, kind: Int, opensDay: Bool = false, in zone: ClockZone) {
        order = head.order?.value ?? 0
        self.kind = kind
        place = head.isInline ? Int(head.range.start) : -1
        id = head.id
        day = Int32(date.first.firstDay(in: zone).number)
        // "On or before" a day is before what is known to have been on it.
        rank = date.first.hasClock ? .clock : opensDay || order < 0 || date.isOpenAtStart ? .beforeClocks : .day
        earliest = date.first.earliest(in: zone)
        instant = rank == .clock ? earliest : 0
        latest = date.latest(in: zone)
    }

    static func < (left: Self, right: Self) -> Bool {
        if left.day != right.day { return left.day < right.day }
        if left.rank != right.rank { return left.rank < right.rank }
        if left.instant != right.instant { return left.instant < right.instant }
        if left.latest != right.latest { return left.latest < right.latest }
        if left.order != right.order { return left.order < right.order }
        if left.kind != right.kind { return left.kind < right.kind }
        return left.place != right.place ? left.place < right.place : left.id < right.id
    }

    /// The place of what follows from something: not before that, if its own date allows it.
    ///
    /// - Parameter cause: what it answers, or comes from.
    func following(_ cause: OrderKey) -> OrderKey {
        guard self < cause, latest >= cause.earliest, rank != .clock else { return self }
        var moved = self
        (moved.day, moved.rank) = (cause.day, cause.rank == .beforeClocks ? .beforeClocks : .day)
        moved.latest = max(latest, cause.latest)
        moved.kind = max(kind, cause.kind + 1)
        return moved
    }

    /// The place of what something follows from: of one day before the clock time of its first effect.
    func preceding(_ effect: OrderKey) -> OrderKey {
        guard effect < self, rank == .day, effect.rank == .clock, day == effect.day else { return self }
        var moved = self
        (moved.rank, moved.instant, moved.latest) = (.clock, effect.instant, effect.instant)
        moved.kind = min(kind, effect.kind - 1)
        return moved
    }
}
