import Bytes

/// The wide timeline strip: an axis, a lane for each party, labels under their bars.
struct StripWide {
    let strip: TimelineStrip

    /// More deadlines than this stand in a lane of their own.
    private let mostDeadlines = 6

    func draw(into builder: inout PictureBuilder) {
        let marks = DeadlineMark.merged(strip.deadlines)
        guard let scale = strip.scale(between: 150, and: 948) else {
            var canvas = builder.canvas()
            canvas.text(WrappedText(strip.labels.noDates, .meta, measure: 900), 0, 24)
            return builder.add(canvas, height: 40, title: strip.title)
        }
        let isCrowded = marks.count > mostDeadlines
        let heads = DeadlineHeads(isCrowded ? [] : marks, scale: scale)
        let axis = (heads.height + 38).rounded()
        var lines = isCrowded ? [] : marks.map { scale.place($0.second) }
        if let end = strip.recordEnd { lines.append(scale.place(end.second)) }
        let lanes = StripLanes(strip, scale: scale, lines: lines, deadlines: isCrowded ? marks : []).lanes
        let ticks = AxisTicks(scale, labels: strip.labels).ticks
        let parts = StripSlice.parts(of: lanes)
        for (index, slices) in parts.enumerated() {
            let part = Part(
                slices: slices, top: index == 0 ? axis : 0, isFirst: index == 0, isLast: index == parts.count - 1)
            draw(part, scale, ticks, heads, into: &builder)
        }
    }

    /// What stands in one `<svg>`, between whose likes a printed page may end.
    private struct Part {
        let slices: [StripSlice]
        /// Where the lanes begin: under the axis in the first part.
        let top: Double
        let isFirst: Bool
        let isLast: Bool

        var bottom: Double { top + slices.reduce(0) { $0 + $1.height } }
    }

    private func draw(
        _ part: Part, _ scale: TimeScale, _ ticks: [AxisTicks.Tick], _ heads: DeadlineHeads,
        into builder: inout PictureBuilder
    ) {
        var canvas = builder.canvas()
        drawAxis(scale, ticks, on: &canvas, part)
        var top = part.top
        for (index, slice) in part.slices.enumerated() {
            if slice.isFirst, index > 0 || !part.isFirst { canvas.line(0, top + 0.5, 960, top + 0.5, class: "r") }
            for entry in slice.entries { entry.drawShape(on: &canvas, top + slice.place(ofRow: entry.row)) }
            top += slice.height
        }
        if part.isLast { canvas.line(0, part.bottom + 0.5, 960, part.bottom + 0.5, class: "j") }
        heads.drawLines(on: &canvas, from: part.isFirst ? nil : 0, to: part.bottom)
        drawRecordEnd(scale, on: &canvas, part)
        if part.isFirst {
            drawTickLabels(ticks, on: &canvas, axis: part.top)
            heads.drawLabels(on: &canvas)
        }
        top = part.top
        for slice in part.slices {
            if slice.isFirst { drawName(of: slice.lane, on: &canvas, top) }
            for entry in slice.entries { entry.drawLabel(on: &canvas, top + slice.place(ofRow: entry.row)) }
            top += slice.height
        }
        let foot = part.isLast ? strip.recordEnd == nil ? 8.0 : 36 : 0
        builder.add(
            canvas, height: part.bottom + foot,
            title: part.isFirst ? strip.title : strip.labels.continued.filled(with: strip.title))
    }

    /// Ticks from the axis to the bottom, and a break where a gap is cut.
    private func drawAxis(_ scale: TimeScale, _ ticks: [AxisTicks.Tick], on canvas: inout Canvas, _ part: Part) {
        let (axis, bottom) = (part.top, part.bottom)
        for tick in ticks {
            let isLabelled = tick.label != nil
            let above = !part.isFirst ? 0.0 : isLabelled ? 6 : 3
            canvas.line(tick.place, axis - above, tick.place, bottom, class: isLabelled ? "r" : "r fine")
        }
        if part.isFirst { canvas.line(0, axis + 0.5, 960, axis + 0.5, class: "j") }
        for segment in scale.segments.dropFirst() {
            let middle = segment.start - TimeScale.cutWidth / 2
            let (from, until) = (part.isFirst ? axis - 2 : axis, part.isLast ? bottom + 2 : bottom)
            canvas.rect(middle - 5, from, 10, until - from, class: "paper")
            for (y, isDrawn) in [(axis, part.isFirst), (bottom, part.isLast)] where isDrawn {
                for side in [-4.5, 4.5] {
                    canvas.line(middle + side - 3, y + 7, middle + side + 3, y - 6, class: "cut")
                }
            }
        }
    }

    /// The words of the ticks stand over the lines that cross them.
    private func drawTickLabels(_ ticks: [AxisTicks.Tick], on canvas: inout Canvas, axis: Double) {
        for tick in ticks {
            if let label = tick.label { canvas.text(label, tick.place + 6, axis - 14) }
        }
    }

    private func drawRecordEnd(_ scale: TimeScale, on canvas: inout Canvas, _ part: Part) {
        guard let end = strip.recordEnd else { return }
        let place = scale.place(end.second)
        canvas.line(
            place, part.isFirst ? part.top - 28 : 0, place, part.bottom + (part.isLast ? 6 : 0), class: "end")
        guard part.isLast else { return }
        let text = strip.labels.recordEnds.filled(with: end.date)
        let label = WrappedText(text, .name, measure: 700)
        let isRoomy = place >= label.width + 4
        canvas.text(label, isRoomy ? place : 0, part.bottom + 26, anchor: isRoomy ? .end : .start)
    }

    private func drawName(of lane: StripLane, on canvas: inout Canvas, _ top: Double) {
        guard let party = lane.party else { return canvas.text(lane.name, 0, top + 33) }
        canvas.counts.parties += 1
        canvas.tile(party, .acts, 0, top + 14, size: 28)
        canvas.linkedText(lane.name, 38, top + (lane.name.lines.count == 1 ? 33.5 : 26), link: party.link)
    }
}

extension TimelineStrip {
    /// The scale that holds everything dated; nil where nothing is.
    func scale(between left: Double, and right: Double) -> TimeScale? {
        var occupied = items.compactMap(\.extent.occupied)
        occupied += DeadlineMark.merged(deadlines).map { $0.second...$0.second }
        var isHourly = !items.isEmpty && !items.contains { !$0.extent.isClock }
        if let first = occupied.map(\.lowerBound).min(), let last = occupied.map(\.upperBound).max() {
            isHourly = isHourly && max(last, recordEnd?.second ?? last) - first <= 36 * 3600
        }
        if let end = recordEnd { occupied.append((isHourly ? end.second : end.second - CivilDay.seconds)...end.second) }
        let isOpenAtStart = items.contains { $0.extent.bounds.from == nil }
        let isOpenAtEnd = items.contains { $0.extent.bounds.until == nil }
        return TimeScale(
            occupied, isHourly: isHourly, between: isOpenAtStart ? left + 36 : left,
            and: isOpenAtEnd ? right - 36 : right)
    }
}
