/// The deadlines above the wide strip: a diamond, a line through all lanes, and a label that ends at the diamond.
///
/// Labels that would touch are stacked; a later deadline stands higher, so that its line, which runs down at the end of
/// its own label, never runs through the label of an earlier one.
struct DeadlineHeads {
    private struct Head {
        let mark: DeadlineMark
        let place: Double
        let titles: [(text: WrappedText, link: String?)]
        let date: WrappedText
        /// The height of the diamond's centre, which is that of the date's last line.
        var y = 0.0

        var height: Double { titles.reduce(0) { $0 + $1.text.height } + date.height }
        var width: Double { max(titles.map(\.text.width).max() ?? 0, date.width) }
    }

    private var heads: [Head] = []
    /// The height of the block of labels.
    private(set) var height = 0.0

    init(_ marks: [DeadlineMark], scale: TimeScale) {
        for mark in marks {
            let place = scale.place(mark.second)
            let measure = min(place - 16, 300)
            var titles: [(text: WrappedText, link: String?)] = []
            for deadline in mark.deadlines
            where !titles.contains(where: { $0.text.clean.utf8.elementsEqual(deadline.title.utf8) }) {
                titles.append((WrappedText(deadline.title, .name.onLines, measure: measure), deadline.link))
            }
            let date = WrappedText(mark.deadlines[0].date, .meta.onLines, measure: measure)
            heads.append(Head(mark: mark, place: place, titles: titles, date: date))
        }
        stack()
    }

    /// Gives each head its height above the axis, then turns heights into places down from the top.
    private mutating func stack() {
        var above = [Double](repeating: 0, count: heads.count)
        for index in heads.indices {
            for earlier in 0..<index where heads[earlier].place + 12 > heads[index].place - 16 - heads[index].width {
                above[index] = max(above[index], above[earlier] + heads[earlier].height + 6)
            }
            height = max(height, above[index] + heads[index].height + 6)
        }
        for index in heads.indices { heads[index].y = height - above[index] - 5 }
    }

    /// The lines down to the bottom, from the diamonds, or from a height in a later part of the strip.
    func drawLines(on canvas: inout Canvas, from top: Double?, to bottom: Double) {
        for head in heads {
            canvas.line(head.place, top ?? head.y, head.place, bottom, class: "thick")
            if top == nil { Hanging.diamond(on: &canvas, head.place, head.y) }
        }
    }

    func drawLabels(on canvas: inout Canvas) {
        for head in heads {
            canvas.counts.deadlines += head.mark.deadlines.count
            var baseline = head.y + 5 - head.height + 15
            for title in head.titles {
                canvas.linkedText(title.text, head.place - 16, baseline, anchor: .end, link: title.link)
                baseline += title.text.height
            }
            canvas.text(head.date, head.place - 16, baseline, anchor: .end)
        }
    }
}
