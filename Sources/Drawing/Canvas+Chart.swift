extension Canvas {
    /// Draws a chart from top to bottom; lines first, so that marks and texts stand on them.
    mutating func draw(_ layout: ChartLayout) {
        for phase in layout.phases {
            rect(phase.start, 26, phase.end - phase.start, 4, class: "")
            if let name = phase.name { text(name, phase.start, 16) }
        }
        drawLeaders(layout)
        for lane in layout.lanes { line(0, lane.top, ChartScale.right, lane.top, class: "r") }
        line(0, layout.lanesBottom, ChartScale.right, layout.lanesBottom, class: "r")
        drawAxis(layout)
        for block in layout.labels.blocks { draw(block, top: layout.labelsTop) }
        for lane in layout.lanes { draw(lane, nameX: layout.nameX) }
        drawDeadlines(layout)
        counts.lanes = layout.lanes.count
    }

    private mutating func drawLeaders(_ layout: ChartLayout) {
        for block in layout.labels.blocks {
            let foot = layout.lanesTop
            line(block.leader, layout.labelsTop + block.top, block.leader, foot, class: "lead")
            let places = block.entries.map(\.x)
            // Labels that share a leader: a step to the place of each.
            if let last = places.max(), last > block.leader {
                line(block.leader, foot - 1, last, foot - 1, class: "lead")
            }
            for place in Set(places).sorted() {
                for lane in layout.lanes {
                    // A line stays out of the numbers in a lane.
                    let isTaken = lane.counts.contains { place > $0.start - 3 && place < $0.end + 3 }
                    if !isTaken { line(place, lane.top, place, lane.bottom, class: "r") }
                }
            }
        }
    }

    private mutating func draw(_ block: ChartLabelBlock, top: Double) {
        var y = top + block.top
        let x = block.turnsBack ? block.leader - ChartLabelBlock.inset : block.leader + ChartLabelBlock.inset
        let anchor = block.turnsBack ? Anchor.end : .start
        for entry in block.entries {
            let place = y
            link(entry.label.link) {
                $0.text(entry.name, x, place + 14, anchor: anchor)
                $0.text(entry.date, x, place + entry.name.height + 14, anchor: anchor)
                if entry.label.link != nil, !$0.isAlone {
                    let start = block.turnsBack ? x - block.width : x
                    $0.rect(start, place, block.width, entry.height, class: "hit")
                }
            }
            y += entry.height + ChartLabelBlock.space
        }
    }

    private mutating func draw(_ lane: ChartLane, nameX: Double) {
        if let party = lane.lane.party { tile(party, 0, lane.top + 8) }
        text(lane.name, nameX, lane.top + 25)
        painted(lane.lane.party.map { .party($0.color) } ?? .ink) { canvas in
            for range in lane.ranges { canvas.draw(range) }
            for mark in lane.marks where mark.sign.paint == nil { canvas.sign(mark.sign, mark.x, mark.y) }
        }
        for paint in [Paint.ink, .mute] {
            let marks = lane.marks.filter { $0.sign.paint == paint }
            if marks.isEmpty { continue }
            painted(paint) { canvas in for mark in marks { canvas.sign(mark.sign, mark.x, mark.y) } }
        }
        for count in lane.counts { text(count.words, count.x, count.baseline, anchor: .middle) }
        counts.doubts += lane.ranges.count { !$0.lasts }
        counts.durations += lane.ranges.count { $0.lasts }
        counts.acts += lane.marks.count + lane.ranges.count + lane.counts.reduce(0) { $0 + $1.number }
    }

    /// A doubt is a bracket with a gap for its mark; what lasted is a bar from its mark on.
    private mutating func draw(_ range: ChartLane.Range) {
        if range.lasts {
            line(range.start + 9, range.y, range.end, range.y, class: "lasts")
            if !range.opensAtEnd { line(range.end, range.y - 5, range.end, range.y + 5, class: "doubt") }
        } else {
            line(range.start, range.y, range.markX - 9, range.y, class: "doubt")
            line(range.markX + 9, range.y, range.end, range.y, class: "doubt")
            if !range.opensAtStart { line(range.start, range.y - 5, range.start, range.y + 5, class: "doubt") }
            if !range.opensAtEnd { line(range.end, range.y - 5, range.end, range.y + 5, class: "doubt") }
        }
        if let paint = range.sign.paint {
            painted(paint) { $0.sign(range.sign, range.markX, range.y) }
        } else {
            sign(range.sign, range.markX, range.y)
        }
    }

    private mutating func drawDeadlines(_ layout: ChartLayout) {
        let lane = layout.deadlines
        guard lane.rowCount > 0 else { return }
        painted(.ink) { $0.sign(.deadline, 14, layout.deadlinesTop + 20) }
        text(WrappedText(layout.chart.labels.deadlines, .name, measure: 120), layout.nameX, layout.deadlinesTop + 25)
        painted(.ink) { canvas in
            for row in lane.rows {
                let y = layout.deadlinesTop + 20 + Double(row.row) * ChartDeadlines.rowHeight
                let line = row.line
                if !line.isEmpty { canvas.line(line.lowerBound, y, line.upperBound, y, class: "doubt") }
                for diamond in row.diamonds { canvas.sign(diamond.sign, diamond.x, y) }
            }
        }
        for row in lane.rows {
            let y = layout.deadlinesTop + 25 + Double(row.row) * ChartDeadlines.rowHeight
            text(row.title, row.titleX, y, anchor: row.turnsBack ? .end : .start)
        }
        if lane.hidden > 0 {
            let words = layout.chart.labels.more.filled(with: String(lane.hidden))
            let y = layout.deadlinesTop + 25 + Double(lane.rowCount) * ChartDeadlines.rowHeight
            text(WrappedText(words, .chartDate, measure: .infinity), ChartScale.left, y)
        }
        counts.deadlines = lane.rows.count + lane.hidden
    }

    private mutating func drawAxis(_ layout: ChartLayout) {
        let axis = layout.axis
        line(ChartScale.left - 11, axis, ChartScale.right, axis, class: "axis")
        for place in layout.ticks.places { line(place, axis, place, axis + 5, class: "axis") }
        for label in layout.ticks.labels { text(label.words, label.x, axis + 19) }
        for label in layout.ticks.headings { text(label.words, label.x, axis + 38) }
        if let part = layout.part.enlarged {
            let start = layout.scale.exactPlace(part.lowerBound)
            let width = max(layout.scale.exactPlace(part.upperBound) - start, 6)
            rect(min(start, ChartScale.right - width), axis - 3, width, 6, class: "")
        }
        guard let end = layout.endX else { return }
        for span in layout.endSpans { line(end, span.lowerBound, end, span.upperBound, class: "end") }
        let words = WrappedText(layout.chart.recordEndWords, .chartStrong, measure: .infinity)
        if words.width * ChartLabelBlock.allowance < end - 6 {
            text(words, end - 6, axis + 60, anchor: .end)
        } else {
            text(words, end + 6, axis + 60)
        }
    }
}
