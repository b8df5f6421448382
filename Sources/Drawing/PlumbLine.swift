/// What hangs on a demand, literally: a line down from the asker, a diamond for the deadline, a weight for each threat.
struct PlumbLine {
    /// Where the line hangs, and where the words beside it begin.
    let x: Double
    let textX: Double

    private struct Item {
        let text: WrappedText
        let state: WrappedText?
        let link: String?
        let isDeadline: Bool
    }

    private let items: [Item]

    init(_ demand: PictureDemand, labels: PictureLabels, x: Double, textX: Double, measure: Double) {
        self.x = x
        self.textX = textX
        var items: [Item] = []
        if let deadline = demand.deadline {
            let text = WrappedText(labels.by.filled(with: deadline), .deadline, measure: measure)
            items.append(Item(text: text, state: nil, link: nil, isDeadline: true))
        }
        for threat in demand.threats {
            let text = WrappedText(threat.text, .label, measure: measure)
            let state = threat.state.map { WrappedText($0, .meta, measure: measure) }
            items.append(Item(text: text, state: state, link: threat.link, isDeadline: false))
        }
        self.items = items
    }

    var isEmpty: Bool { items.isEmpty }

    /// Draws the items under the last baseline before them; gives the last baseline of all.
    ///
    /// The line begins at `top`, under the asker's tile; items are 16 apart.
    func draw(on canvas: inout Canvas, from top: Double, below baseline: Double) -> Double {
        guard !items.isEmpty else { return baseline }
        var places: [Double] = []
        var last = baseline
        for item in items {
            let first = last + (item.isDeadline ? 30 : 29)
            places.append(first)
            last = first + item.text.depth
            if let state = item.state, !state.isEmpty { last += 20 + state.depth }
        }
        let end = places[places.count - 1] - (items[items.count - 1].isDeadline ? 6 : 5)
        canvas.line(x, top, x, end, class: "plumb")
        for (item, first) in zip(items, places) {
            if item.isDeadline {
                canvas.counts.deadlines += 1
                Self.diamond(on: &canvas, x, first - 6)
                canvas.text(item.text, textX, first)
                continue
            }
            canvas.counts.threats += 1
            Self.weight(on: &canvas, x, first - 5)
            canvas.linkedText(item.text, textX, first, link: item.link)
            if let state = item.state { canvas.text(state, textX, first + item.text.depth + 20) }
        }
        return last
    }

    /// A diamond, 16 across, about its centre.
    static func diamond(on canvas: inout Canvas, _ x: Double, _ y: Double) {
        canvas.path(class: "i") {
            $0.point("M", x, y - 8)
            $0.point("L", x + 8, y)
            $0.point("L", x, y + 8)
            $0.point("L", x - 8, y)
            $0.raw("z")
        }
    }

    /// A triangle on its point, 16 across and 13 high, about its centre.
    static func weight(on canvas: inout Canvas, _ x: Double, _ y: Double) {
        canvas.path(class: "i") {
            $0.point("M", x, y + 7)
            $0.point("L", x - 8.5, y - 6)
            $0.point("L", x + 8.5, y - 6)
            $0.raw("z")
        }
    }
}
