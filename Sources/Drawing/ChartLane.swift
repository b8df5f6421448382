import Bytes

/// A lane of the chart: stacks of marks, one a bin, and under them what is not known to the day.
struct ChartLane {
    struct Mark {
        let sign: ChartSign
        let x: Double
        let y: Double
    }

    /// An act whose date is in doubt, or that lasted.
    struct Range {
        let sign: ChartSign
        let start: Double
        let end: Double
        let opensAtStart: Bool
        let opensAtEnd: Bool
        let lasts: Bool
        let y: Double

        /// Where its mark stands: in the middle of a doubt, where something that lasted begins.
        var markX: Double { lasts ? start : (start + end) / 2 }
    }

    /// How many marks a stack leaves out.
    struct Count {
        let words: WrappedText
        let x: Double
        let baseline: Double
        let number: Int

        var start: Double { x - words.width / 2 }
        var end: Double { x + words.width / 2 }
    }

    static let most = 6
    private static let mostRows = 6
    private static let step = 13.0
    private static let rowHeight = 15.0

    let lane: TimelineChart.Lane
    let top: Double
    let height: Double
    let name: WrappedText
    private(set) var marks: [Mark] = []
    private(set) var ranges: [Range] = []
    private(set) var counts: [Count] = []

    var bottom: Double { top + height }

    /// - Parameter acts: those of the lane in the part that is drawn.
    init(
        _ lane: TimelineChart.Lane, _ acts: [TimelineChart.Act], scale: ChartScale, top: Double, nameX: Double
    ) {
        self.lane = lane
        self.top = top
        name = WrappedText(lane.name, .name, measure: ChartScale.left - 10 - nameX)
        var stacks: [Double: [ChartSign]] = [:]
        var hidden: [Double: Int] = [:]
        var rows: [[ClosedRange<Double>]] = []
        var waiting: [(row: Int, range: Pending)] = []
        for act in acts {
            guard let pending = Pending(act, scale) else {
                let second = act.extent.middle ?? scale.part.from
                stacks[scale.place(second), default: []].append(act.sign)
                continue
            }
            let taken = pending.taken
            let row = rows.firstIndex { row in !row.contains { $0.overlaps(taken) } } ?? rows.count
            if row == Self.mostRows {
                hidden[scale.place(act.extent.middle ?? scale.part.from), default: 0] += 1
                continue
            }
            if row == rows.count { rows.append([]) }
            rows[row].append(taken)
            waiting.append((row, pending))
        }
        for (place, signs) in stacks where signs.count > Self.most {
            hidden[place, default: 0] += signs.count - Self.most
        }
        let stacked = stacks.mapValues { Array($0.sorted().prefix(Self.most)) }
        let numbers = Self.numbers(hidden, stacked)
        let highest = max(stacked.values.map(\.count).max() ?? 0, numbers.map { $0.level + 1 }.max() ?? 0)
        let own = max(40, Self.step * Double(highest) + 16, name.height + 18)
        height = own + Self.rowHeight * Double(rows.count)
        let foot = top + own
        for (place, signs) in stacked.sorted(by: { $0.key < $1.key }) {
            for (level, sign) in signs.enumerated() {
                marks.append(Mark(sign: sign, x: place, y: foot - 12 - Self.step * Double(level)))
            }
        }
        ranges = waiting.map { row, range in range.placed(foot + 5 + Self.rowHeight * Double(row)) }
        counts = numbers.map { number in
            Count(
                words: number.words, x: number.x, baseline: foot - 9 - Self.step * Double(number.level),
                number: number.number)
        }
    }

    /// How many are left out, over each stack; where two such texts would meet, one text over the higher stack.
    private static func numbers(
        _ hidden: [Double: Int], _ stacks: [Double: [ChartSign]]
    ) -> [(words: WrappedText, x: Double, level: Int, number: Int)] {
        struct Group {
            var places: [Double]
            var number: Int
        }
        func text(_ number: Int) -> WrappedText { WrappedText("+\(number)", .chartDate, measure: .infinity) }
        func middle(_ group: Group) -> Double {
            min(max((group.places[0] + group.places[group.places.count - 1]) / 2, ChartScale.left + 4), 930)
        }
        func start(_ group: Group) -> Double { middle(group) - text(group.number).width / 2 }
        func end(_ group: Group) -> Double { middle(group) + text(group.number).width / 2 }
        var groups = hidden.sorted { $0.key < $1.key }.map { Group(places: [$0.key], number: $0.value) }
        var index = 1
        while index < groups.count {
            if start(groups[index]) < end(groups[index - 1]) + 3 {
                groups[index - 1].places += groups[index].places
                groups[index - 1].number += groups[index].number
                groups.remove(at: index)
                // The longer text may now meet the one before it.
                index = max(index - 1, 1)
            } else {
                index += 1
            }
        }
        return groups.map { group in
            // Over all stacks that the text would cover.
            let (from, until) = (start(group) - 7, end(group) + 7)
            let level = stacks.filter { $0.key > from && $0.key < until }.map(\.value.count).max() ?? 0
            return (text(group.number), middle(group), level, group.number)
        }
    }
}

/// A range before its row is known.
private struct Pending {
    let sign: ChartSign
    let start: Double
    let end: Double
    let opensAtStart: Bool
    let opensAtEnd: Bool
    let lasts: Bool

    /// Nil for what is drawn as a mark: a point in time, and what is hardly wider than a mark.
    init?(_ act: TimelineChart.Act, _ scale: ChartScale) {
        let part = scale.part
        let (from, until): (Int?, Int?)
        switch act.extent {
        case .at: return nil
        case .day(let start):
            guard scale.isHourly else { return nil }
            (from, until, lasts) = (start, start + CivilDay.seconds, false)
        case .between(let start, let end): (from, until, lasts) = (start, end, false)
        case .lasting(let start, let end): (from, until, lasts) = (start, end, true)
        }
        guard let known = from ?? until, !scale.isAhead(known) else { return nil }
        sign = act.sign
        let edge = scale.end.map { $0 - 6 } ?? ChartScale.lastPlace
        opensAtStart = from == nil || (from ?? 0) < part.from
        opensAtEnd = until == nil || (until ?? 0) > part.until
        start = opensAtStart ? ChartScale.left : min(scale.exactPlace(from ?? part.from), edge)
        end = opensAtEnd ? edge : min(scale.exactPlace(until ?? part.until), edge)
        if end - start < 24 { return nil }
    }

    var taken: ClosedRange<Double> { start - 8...end + 8 }

    func placed(_ y: Double) -> ChartLane.Range {
        ChartLane.Range(
            sign: sign, start: start, end: end, opensAtStart: opensAtStart, opensAtEnd: opensAtEnd, lasts: lasts, y: y)
    }
}
