/// A group of a score in its narrow form: no lifelines; every row has its tiles and words at fixed places.
struct ScoreNarrow {
    let standoff: Standoff

    /// The ink rule and "X asked"; gives where the first lane begins.
    func drawHead(_ name: String, on canvas: inout Canvas) -> Double {
        canvas.line(0, 0.5, 320, 0.5, class: "j")
        let text = WrappedText(name, .groupHead, measure: 320)
        canvas.text(text, 0, 29)
        return 35 + text.depth
    }

    /// One demand; gives where the next lane begins.
    func draw(_ lane: Lane, isFirst: Bool, on canvas: inout Canvas, from top: Double) -> Double {
        canvas.counts.demands += 1
        if !isFirst { canvas.line(0, top + 0.5, 320, top + 0.5, class: "r") }
        let demand = lane.demand
        let title = WrappedText(demand.title, .narrowTitle, measure: 320)
        canvas.linkedText(title, 0, top + 32, link: demand.link)
        var last = top + 32 + title.depth
        if let date = demand.date {
            let text = WrappedText(date, .meta, measure: 320)
            canvas.text(text, 0, last + 21)
            last += 21 + text.depth
        }
        var y = (last + 15).rounded()
        var tileBottom = last + 12
        for part in lane.rows {
            let row = AnswerRow(part, standoff: standoff, measure: 162)
            row.drawFixed(lane, on: &canvas, asker: 0, asked: 116, y: y, .small)
            let first = y + (row.answer == nil ? 19 : 12)
            row.drawWords(on: &canvas, 158, first)
            tileBottom = y + 28 + 32 * Double(max(lane.askers.count - 1, 0))
            last = max(first + row.depth, tileBottom - 5)
            y = max(first + row.depth + 18, tileBottom + 14).rounded()
        }
        if lane.rows.isEmpty {
            for (index, asker) in lane.askers.enumerated() {
                canvas.tile(standoff.parties[asker], .acts, 36 * Double(index), y, size: 28)
            }
            tileBottom = y + 28
            last = y + 23
        }
        let plumb = PlumbLine(demand, labels: standoff.labels, x: 14, textX: 44, measure: 276)
        last = plumb.draw(on: &canvas, from: tileBottom, below: last + 13)
        return (last + (plumb.isEmpty ? 20 : 30)).rounded()
    }
}
