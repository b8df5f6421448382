/// One label over the lanes, or up to three that share a leader, with the place of their text.
struct ChartLabelBlock {
    struct Entry {
        let label: TimelineChart.Label
        /// The place of its act.
        let x: Double
        let name: WrappedText
        let date: WrappedText

        var height: Double { name.height + date.height }
    }

    /// Between two labels of a block.
    static let space = 7.0
    /// From a leader to its text.
    static let inset = 6.0
    /// Estimated widths may be too small by this much.
    static let allowance = 1.04
    /// A text stays this far from other leaders.
    static let clearance = 4.0

    let leader: Double
    let entries: [Entry]
    /// The text stands left of its leader.
    let turnsBack: Bool
    /// Counted upwards from the lanes.
    var row = 0
    var top = 0.0

    init(_ labels: [(label: TimelineChart.Label, x: Double)], leader: Double, measure: Double, turnsBack: Bool) {
        self.leader = leader
        self.turnsBack = turnsBack
        let width = measure / Self.allowance
        entries = labels.map { label, x in
            Entry(
                label: label, x: x, name: WrappedText(label.name, .chartLabel, measure: width),
                date: WrappedText(label.date, .chartDate, measure: width))
        }
    }

    var width: Double { (entries.map { max($0.name.width, $0.date.width) }.max() ?? 0) * Self.allowance }
    var height: Double {
        entries.reduce(0) { $0 + $1.height } + Double(max(entries.count - 1, 0)) * Self.space
    }
    var start: Double { turnsBack ? leader - Self.inset - width : leader + Self.inset }
    var end: Double { turnsBack ? leader - Self.inset : leader + Self.inset + width }

    /// Whether the other's leader would cross this text if it passed it.
    func covers(_ other: ChartLabelBlock) -> Bool {
        other.leader >= start - Self.clearance && other.leader <= end + Self.clearance
    }

    func overlaps(_ other: ChartLabelBlock) -> Bool { start < other.end && other.start < end }
}

extension TextStyle {
    static let chartLabel = TextStyle(face: .sansSemibold, size: 15, lineHeight: 18)
    static let chartDate = TextStyle(face: .sans, size: 14, lineHeight: 18, isMute: true)
    static let chartText = TextStyle(face: .sans, size: 14, lineHeight: 18)
    static let chartStrong = TextStyle(face: .sansSemibold, size: 14, lineHeight: 18)
    static let chartPhase = TextStyle(face: .serifBold, size: 17, lineHeight: 22)
}
