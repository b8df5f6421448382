extension StripLane.Entry {
    /// A bar for days, a bracket for doubt, a point for a clock time, about the given height.
    func drawShape(on canvas: inout Canvas, _ y: Double) {
        canvas.colored(color) { canvas in
            switch shape {
            case .point: canvas.circle((start + end) / 2, y, isSoft ? 4.5 : 5, class: isSoft ? "ring" : "f")
            case .diamond: Hanging.diamond(on: &canvas, (start + end) / 2, y)
            case .bar where isSoft: canvas.rect(start + 1, y - 3, max(end - start - 2, 4), 6, class: "soft")
            case .bar: canvas.rect(start, y - 4, end - start, 8, class: "f")
            case .ongoing(let known):
                canvas.rect(start, y - 4, known - start, 8, class: "f")
                canvas.line(known, y, end, y, class: "fade")
            case .bracket(let opensAtStart, let opensAtEnd):
                drawBracket(on: &canvas, y, opensAtStart: opensAtStart, opensAtEnd: opensAtEnd)
            }
        }
    }

    private func drawBracket(on canvas: inout Canvas, _ y: Double, opensAtStart: Bool, opensAtEnd: Bool) {
        let from = opensAtStart ? min(start + 32, end) : start
        let until = opensAtEnd ? max(end - 32, from) : end
        canvas.path(class: "bar") {
            if !opensAtStart {
                $0.point("M", from, y - 5)
                $0.raw("V")
                $0.number(y + 5)
            }
            $0.point("M", from, y)
            $0.raw("H")
            $0.number($0.across(until))
            if !opensAtEnd {
                $0.point("M", until, y - 5)
                $0.raw("V")
                $0.number(y + 5)
            }
        }
        if opensAtStart { canvas.line(from, y, start, y, class: "fade") }
        if opensAtEnd { canvas.line(until, y, end, y, class: "fade") }
    }

    /// Mark, title and date under the bar.
    func drawLabel(on canvas: inout Canvas, _ y: Double) {
        if case .diamond = shape {
            canvas.counts.deadlines += 1
        } else {
            canvas.counts.items += 1
            canvas.mark(mark, labelX, y + 10, scale: 0.82)
        }
        canvas.link(link) {
            $0.text(title, textX, y + 26)
            $0.text(date, textX, y + 26 + 18.5 + title.depth)
        }
    }
}
