/// The wide timeline strip: an axis, a lane for each party, labels under their bars.
struct StripWide {
    let strip: TimelineStrip

    /// More deadlines than this stand in a lane of their own.
    private let mostDeadlines = 6

    func draw(into builder: inout PictureBuilder) {
        var canvas = builder.canvas()
        let marks = DeadlineMark.merged(strip.deadlines)
        guard let scale = strip.scale(between: 150, and: 948) else {
            canvas.text(WrappedText(strip.labels.noDates, .meta, measure: 900), 0, 24)
            return builder.add(canvas, height: 40, title: strip.title)
        }
        let isCrowded = marks.count > mostDeadlines
        let heads = DeadlineHeads(isCrowded ? [] : marks, scale: scale)
        let axis = (heads.height + 38).rounded()
        var lines = isCrowded ? [] : marks.map { scale.place($0.second) }
        if let end = strip.recordEnd { lines.append(scale.place(end.second)) }
        let lanes = StripLanes(strip, scale: scale, lines: lines, deadlines: isCrowded ? marks : []).lanes
        let bottom = axis + lanes.reduce(0) { $0 + $1.height }

        drawAxis(scale, on: &canvas, axis: axis, bottom: bottom)
        var top = axis
        for (index, lane) in lanes.enumerated() {
            if index > 0 { canvas.line(0, top + 0.5, 960, top + 0.5, class: "r") }
            for entry in lane.entries { entry.drawShape(on: &canvas, top + 16 + lane.top(ofRow: entry.row)) }
            top += lane.height
        }
        canvas.line(0, bottom + 0.5, 960, bottom + 0.5, class: "j")
        heads.drawLines(on: &canvas, to: bottom)
        drawRecordEnd(scale, on: &canvas, axis: axis, bottom: bottom)
        heads.drawLabels(on: &canvas)
        top = axis
        for lane in lanes {
            drawName(of: lane, on: &canvas, top)
            for entry in lane.entries { entry.drawLabel(on: &canvas, top + 16 + lane.top(ofRow: entry.row)) }
            top += lane.height
        }
        builder.add(
            canvas, height: bottom + (strip.recordEnd == nil ? 8 : 36), title: strip.title)
    }

    /// Ticks from the axis to the bottom, their labels above it, and a break where a gap is cut.
    private func drawAxis(_ scale: TimeScale, on canvas: inout Canvas, axis: Double, bottom: Double) {
        let ticks = AxisTicks(scale, labels: strip.labels).ticks
        for tick in ticks {
            let isLabelled = tick.label != nil
            canvas.line(tick.place, axis - (isLabelled ? 6 : 3), tick.place, bottom, class: isLabelled ? "r" : "r fine")
        }
        canvas.line(0, axis + 0.5, 960, axis + 0.5, class: "j")
        for segment in scale.segments.dropFirst() {
            let middle = segment.start - TimeScale.cutWidth / 2
            canvas.rect(middle - 5, axis - 2, 10, bottom - axis + 4, class: "paper")
            for y in [axis, bottom] {
                for side in [-4.5, 4.5] {
                    canvas.line(middle + side - 3, y + 7, middle + side + 3, y - 6, class: "cut")
                }
            }
        }
        for tick in ticks {
            if let label = tick.label { canvas.text(label, tick.place + 6, axis - 14) }
        }
    }

    private func drawRecordEnd(_ scale: TimeScale, on canvas: inout Canvas, axis: Double, bottom: Double) {
        guard let end = strip.recordEnd else { return }
        let place = scale.place(end.second)
        canvas.line(place, axis - 28, place, bottom + 6, class: "end")
        let text = strip.labels.recordEnds.filled(with: end.date)
        let label = WrappedText(text, .name, measure: 700)
        let isRoomy = place >= label.width + 4
        canvas.text(label, isRoomy ? place : 0, bottom + 26, anchor: isRoomy ? .end : .start)
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
