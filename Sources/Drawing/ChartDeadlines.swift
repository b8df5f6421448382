/// The lane of deadlines: each with those from which it was moved, its name beside them.
struct ChartDeadlines {
    struct Row {
        let diamonds: [(x: Double, sign: ChartSign)]
        let title: WrappedText
        let titleX: Double
        /// The title stands left of the diamonds and ends there.
        let turnsBack: Bool
        let row: Int
        /// Whether it was moved from before the time that is drawn.
        let isCut: Bool

        var start: Double { isCut ? ChartScale.left : min(diamonds[0].x - 8, titleStart) }
        private var titleStart: Double { turnsBack ? titleX - title.width * ChartLabelBlock.allowance : titleX }
        /// The line from the first deadline to the last one; one that was moved from before begins at the edge, and ends
        /// before a title that stands there.
        var line: Range<Double> {
            let end = isCut && turnsBack ? titleStart - 6 : diamonds[diamonds.count - 1].x
            let start = isCut ? ChartScale.left : diamonds[0].x
            return start..<max(start, end)
        }
        var end: Double { max(diamonds[diamonds.count - 1].x + 8, turnsBack ? titleX : titleX + title.width) }
    }

    static let rowHeight = 24.0
    private static let mostRows = 8

    private(set) var rows: [Row] = []
    /// Deadlines that have no room.
    private(set) var hidden = 0
    private(set) var rowCount = 0

    var height: Double { rowCount == 0 ? 0 : Double(rowCount + (hidden > 0 ? 1 : 0)) * Self.rowHeight + 16 }

    init(_ deadlines: [TimelineChart.Deadline], scale: ChartScale) {
        var taken: [[ClosedRange<Double>]] = []
        for deadline in deadlines {
            guard let row = Self.row(deadline, scale, taken) else { continue }
            if row.row >= Self.mostRows {
                hidden += 1
                continue
            }
            if row.row == taken.count { taken.append([]) }
            taken[row.row].append(row.start - 10...row.end + 10)
            rows.append(row)
        }
        rowCount = taken.count
    }

    private static func row(
        _ deadline: TimelineChart.Deadline, _ scale: ChartScale, _ taken: [[ClosedRange<Double>]]
    ) -> Row? {
        let part = scale.part
        guard let last = deadline.second ?? deadline.earlier.last, part.contains(last) else { return nil }
        let earlier = deadline.second == nil ? Array(deadline.earlier.dropLast()) : deadline.earlier
        var diamonds: [(x: Double, sign: ChartSign)] = []
        for second in earlier where part.contains(second) { diamonds.append((scale.place(second), .moved)) }
        diamonds.append((scale.place(last), deadline.second == nil ? .moved : .deadline))
        // Of one bin the last one is seen.
        diamonds = diamonds.indices.filter { index in
            !diamonds[(index + 1)...].contains { $0.x == diamonds[index].x }
        }.map { diamonds[$0] }.sorted { $0.x < $1.x }
        let (first, final) = (diamonds[0].x, diamonds[diamonds.count - 1].x)
        let right = ChartScale.right - final - 13
        let left = first - 13 - ChartScale.left
        let whole = WrappedText(deadline.title, .chartText, measure: .infinity)
        let turnsBack = whole.width * ChartLabelBlock.allowance > right && left > right
        let measure = (turnsBack ? left : right) / ChartLabelBlock.allowance
        let title = whole.width <= measure ? whole : WrappedText(cutting: deadline.title, .chartText, measure: measure)
        var row = Row(
            diamonds: diamonds, title: title, titleX: turnsBack ? first - 13 : final + 13, turnsBack: turnsBack, row: 0,
            isCut: earlier.contains { $0 < part.from })
        let extent = row.start - 10...row.end + 10
        let free = taken.firstIndex { !$0.contains { $0.overlaps(extent) } } ?? taken.count
        row = Row(
            diamonds: diamonds, title: title, titleX: row.titleX, turnsBack: turnsBack, row: free, isCut: row.isCut)
        return row
    }
}

extension WrappedText {
    /// The beginning of a text that fits on one line, with an ellipsis.
    init(cutting text: String, _ style: TextStyle, measure: Double) {
        let ellipsis = WrappedText("…", style, measure: .infinity).width
        let first = WrappedText(text, style, measure: max(measure - ellipsis, 1))
        guard let line = first.lines.first, first.lines.count > 1 else {
            self = first
            return
        }
        // Balanced lines may be shorter than the room; that is well enough for a name that is cut.
        let kept = String(decoding: Array(first.clean.utf8)[line], as: UTF8.self)
        self = WrappedText(kept + "…", style, measure: .infinity)
    }
}
