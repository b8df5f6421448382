/// Where everything of a chart stands, before it is drawn.
struct ChartLayout {
    struct PhaseBar {
        let start: Double
        let end: Double
        /// Nil if it has no room over its bar.
        let name: WrappedText?
    }

    let chart: TimelineChart
    let part: ChartSpans.Part
    let scale: ChartScale
    let phases: [PhaseBar]
    let labels: ChartLabelRows
    /// From where the texts of labels are counted.
    let labelsTop: Double
    let lanesTop: Double
    private(set) var lanes: [ChartLane] = []
    let deadlines: ChartDeadlines
    let deadlinesTop: Double
    let axis: Double
    let ticks: ChartTicks
    let height: Double
    /// Where names of lanes begin: right of the widest tile.
    let nameX: Double

    var lanesBottom: Double { lanes.last?.bottom ?? lanesTop }
    /// Where the record ends, if that is drawn: the right edge, or left of what lies ahead.
    var endX: Double? {
        part.isEnlargement || chart.recordEnd == nil ? nil : scale.end ?? ChartScale.right
    }
    var endIsAtEdge: Bool { scale.end == nil }

    /// From where to where the line at the record's end runs: it stays out of numbers and names of deadlines.
    var endSpans: [ClosedRange<Double>] {
        guard let end = endX else { return [] }
        var spans: [ClosedRange<Double>] = endIsAtEdge ? [max(labelsTop - 14, 0)...lanesTop] : []
        for lane in lanes where !lane.counts.contains(where: { $0.start - 3 < end && $0.end + 3 > end }) {
            spans.append(lane.top...lane.bottom)
        }
        var foot = deadlinesTop
        for row in 0..<deadlines.rowCount {
            let height = ChartDeadlines.rowHeight + (row == 0 ? 8 : 0)
            let isTaken = deadlines.rows.contains { $0.row == row && $0.start - 3 < end && $0.end + 3 > end }
            if !isTaken { spans.append(foot...foot + height) }
            foot += height
        }
        spans.append(foot...axis + 62)
        return spans
    }

    init(_ chart: TimelineChart, _ part: ChartSpans.Part) {
        self.chart = chart
        self.part = part
        let scale = ChartScale(part, recordEnd: chart.recordEnd)
        self.scale = scale
        nameX = 10 + (chart.lanes.compactMap { $0.party?.letters.chartWidth }.max() ?? 28)
        phases = Self.bars(chart.phases, scale)
        let hidden = part.enlarged
        let places = chart.marks.filter { label in
            part.contains(label.second) && !(hidden.map { $0.contains(label.second) } ?? false)
        }.map { (label: $0, x: scale.place($0.second)) }
        labels = ChartLabelRows(places, width: scale.end == nil && !part.isEnlargement ? 936 : 960)
        labelsTop = phases.isEmpty ? 6 : 44
        lanesTop = labelsTop + labels.height
        var top = lanesTop
        for index in chart.lanes.indices {
            let acts = chart.acts.filter { $0.lanes.contains(index) && Self.isIn(part, $0.extent) }
            if acts.isEmpty { continue }
            let lane = ChartLane(chart.lanes[index], acts, scale: scale, top: top, nameX: nameX)
            lanes.append(lane)
            top = lane.bottom
        }
        deadlinesTop = top
        deadlines = ChartDeadlines(chart.deadlines, scale: scale)
        axis = top + max(deadlines.height, 8)
        ticks = ChartTicks(scale, words: chart.labels)
        height = axis + (part.isEnlargement || chart.recordEnd == nil ? 46 : 68)
    }

    /// Whether an act is drawn: what is not known to the day counts by its middle, so that it is in one place.
    private static func isIn(_ part: ChartSpans.Part, _ extent: TimelineChart.Extent) -> Bool {
        guard let middle = extent.middle else { return false }
        return part.isEnlargement ? part.contains(middle) : middle >= part.from
    }

    private static func bars(_ phases: [TimelineChart.Phase], _ scale: ChartScale) -> [PhaseBar] {
        let sorted = phases.sorted { $0.from < $1.from }
        return sorted.indices.compactMap { index in
            let phase = sorted[index]
            let next = index + 1 < sorted.count ? sorted[index + 1].from : Int.max
            let until = min(phase.until ?? next, next, scale.part.until)
            guard phase.from < scale.part.until, until > scale.part.from else { return nil }
            let limit = scale.end.map { $0 - 4 } ?? ChartScale.right - 4
            let start = min(scale.exactPlace(phase.from), limit)
            let end = min(scale.exactPlace(until) - 3, limit)
            guard end - start > 1 else { return nil }
            let name = WrappedText(phase.name, .chartPhase, measure: .infinity)
            return PhaseBar(start: start, end: end, name: name.width <= end - start ? name : nil)
        }
    }
}

extension Tile.Letters {
    /// The width of a lane's tile, in which letters have 14.
    var chartWidth: Double { max(28, (width * 14 + 8).rounded(.up)) }
}
