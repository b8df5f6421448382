/// A group of a score in its wide form: labels, a track with a lifeline for each party, answers.
struct ScoreWide {
    let standoff: Standoff
    let group: Score.Group
    /// The parties that have a column; with more than seven in the event, those of this group alone.
    private let columns: [Int]
    /// The widths of the zones.
    private let labelWidth: Double
    private let answerWidth: Double
    private let exchange: Exchange.Size

    init(standoff: Standoff, group: Score.Group) {
        self.standoff = standoff
        self.group = group
        var shown = Array(standoff.parties.indices)
        if shown.count > 7 {
            let taking = group.lanes.flatMap { $0.askers + $0.rows.map(\.party) }
            shown = shown.filter { taking.contains($0) }
        }
        columns = shown
        let isCrowded = shown.count > 5
        labelWidth = isCrowded ? 264 : 312
        answerWidth = isCrowded ? 172 : 196
        exchange = isCrowded ? .smallest : .small
    }

    /// With more than ten parties in one group there is no room for columns: every row has its tiles at fixed places.
    private var hasLifelines: Bool { columns.count <= 10 }

    private var answerX: Double { 960 - answerWidth }

    /// The middle of a party's column.
    private func center(of party: Int) -> Double {
        let first = labelWidth + 38
        let last = answerX - 36
        guard columns.count > 1, let index = columns.firstIndex(of: party) else { return (first + last) / 2 }
        return first + Double(index) * (last - first) / Double(columns.count - 1)
    }

    /// The ink rule, "X asked", and the initials over their columns; gives where the first lane begins.
    func drawHead(_ name: String, on canvas: inout Canvas) -> Double {
        canvas.line(0, 0.5, 960, 0.5, class: "j")
        let text = WrappedText(name, .groupHead, measure: labelWidth + 10)
        canvas.text(text, 0, 27)
        if hasLifelines {
            for party in columns {
                let initials = WrappedText(standoff.parties[party].initials, .columnHead, measure: 60)
                canvas.text(initials, center(of: party), 26, anchor: .middle)
            }
        }
        return 44 + text.depth
    }

    /// One demand; gives where the next lane begins.
    func draw(_ lane: Lane, isFirst: Bool, on canvas: inout Canvas, from top: Double) -> Double {
        canvas.counts.demands += 1
        if !isFirst { canvas.line(0, top + 0.5, 960, top + 0.5, class: "r") }
        let labelEnd = drawLabel(lane.demand, on: &canvas, from: top)
        let rows = lane.rows.map { AnswerRow($0, standoff: standoff, measure: answerWidth - 30) }
        let heights = rows.map { hasLifelines ? $0.height : max($0.height, 32 * Double(lane.askers.count) + 20) }
        let bottom = max(labelEnd + 26, top + 16 + max(heights.reduce(0, +), 40) + 12).rounded()
        if hasLifelines {
            for party in columns {
                canvas.line(center(of: party), top + 6.5, center(of: party), bottom - 10, class: "r")
            }
        }
        var y = top + 16
        for (row, height) in zip(rows, heights) {
            if hasLifelines {
                drawTrack(lane, row, on: &canvas, y: y + 16)
            } else {
                row.drawFixed(lane, on: &canvas, asker: labelWidth + 24, asked: labelWidth + 200, y: y + 2, exchange)
            }
            row.drawInitials(on: &canvas, answerX, y + 15)
            row.drawWords(on: &canvas, answerX + 32, y + 15)
            y += height
        }
        if lane.rows.isEmpty, hasLifelines {
            for asker in lane.askers {
                canvas.tile(
                    standoff.parties[asker], .acts, center(of: asker) - exchange.tile / 2, y + 2, size: exchange.tile)
            }
        }
        return bottom
    }

    /// Title, date and plumb line; gives the last baseline.
    private func drawLabel(_ demand: PictureDemand, on canvas: inout Canvas, from top: Double) -> Double {
        let measure = labelWidth + 8
        let title = WrappedText(demand.title, .title, measure: measure)
        canvas.linkedText(title, 0, top + 31, link: demand.link)
        var last = top + 31 + title.depth
        if let date = demand.date {
            let text = WrappedText(date, .meta, measure: measure)
            canvas.text(text, 0, last + 21)
            last += 21 + text.depth
        }
        let plumb = PlumbLine(demand, labels: standoff.labels, x: 8.5, textX: 28, measure: labelWidth - 20)
        return plumb.isEmpty ? last : plumb.draw(on: &canvas, from: last + 10, below: last + 8)
    }

    /// One party asked: tiles on their columns, the demand across and the answer back.
    ///
    /// Of several askers the nearest on either side makes the exchange; those behind it are joined to it by a line.
    private func drawTrack(_ lane: Lane, _ row: AnswerRow, on canvas: inout Canvas, y: Double) {
        let half = exchange.tile / 2
        let askedAt = center(of: row.party)
        for side in [-1.0, 1] {
            var askers = lane.askers.filter { (center(of: $0) - askedAt) * side > 0 }
            if askers.count > 1 { askers.sort { abs(center(of: $0) - askedAt) < abs(center(of: $1) - askedAt) } }
            guard let nearest = askers.first else { continue }
            for (near, far) in zip(askers, askers.dropFirst()) {
                canvas.colored(standoff.parties[far].color) {
                    $0.line(center(of: far) - side * (half + 4), y, center(of: near) + side * (half + 4), y, class: "k")
                }
            }
            Exchange(
                size: exchange, asker: center(of: nearest) - side * half, asked: askedAt + side * half, y: y,
                askerColor: standoff.parties[nearest].color, askedColor: standoff.parties[row.party].color,
                kind: row.answer?.kind
            ).draw(on: &canvas)
            for asker in askers {
                canvas.tile(standoff.parties[asker], .acts, center(of: asker) - half, y - half, size: exchange.tile)
            }
        }
        row.drawAskedTile(on: &canvas, askedAt - half, y - half, size: exchange.tile)
    }
}
