/// The narrow timeline strip: days from top to bottom, doubt as a bracket in the gutter beside them.
struct StripNarrow {
    let strip: TimelineStrip
    private let bands: [StripBand]
    /// For each entry that is a bracket, by its row's number: its place in the gutter.
    private let gutter: StripGutter

    init(strip: TimelineStrip) {
        self.strip = strip
        bands = StripBand.bands(of: strip)
        gutter = StripGutter(bands)
    }

    /// What the gutter's further columns move to the side.
    private var shift: Double { gutter.shift }
    private var textX: Double { 146 + shift }
    /// A hair more than there is for dates: the estimate is generous, and "between 23 and 26 Feb" should stay on its line.
    private var measure: Double { 323 - textX }

    func draw(into builder: inout PictureBuilder) {
        var canvas = builder.canvas()
        if bands.isEmpty {
            canvas.text(WrappedText(strip.labels.noDates, .meta, measure: 320), 0, 24)
            return builder.add(canvas, height: 40, title: strip.title)
        }
        var y = 0.0
        var rowTops: [Double] = []
        var rowEnds: [Double] = []
        var bandEnds: [Double] = []
        var isEnded = strip.recordEnd == nil
        for (index, band) in bands.enumerated() {
            if !isEnded, let end = strip.recordEnd, band.isAfter(end) {
                y = drawRecordEnd(end, on: &canvas, y, besideGutter: true)
                isEnded = true
            } else if index > 0 {
                drawBoundary(band, on: &canvas, y)
            }
            y = draw(band, on: &canvas, from: y, &rowTops, &rowEnds)
            bandEnds.append(y)
        }
        if !isEnded, let end = strip.recordEnd { y = drawRecordEnd(end, on: &canvas, y, besideGutter: false) }
        gutter.draw(on: &canvas, strip: strip, rowTops: rowTops, rowEnds: rowEnds, bandEnds: bandEnds)
        builder.add(canvas, height: y + 4, title: strip.title)
    }

    private func drawBoundary(_ band: StripBand, on canvas: inout Canvas, _ y: Double) {
        guard band.isAfterBreak else { return canvas.line(0, y + 0.5, 320, y + 0.5, class: "r") }
        canvas.line(22, y + 0.5, 320, y + 0.5, class: "r")
        for x in [4.0, 12] { canvas.line(x, y + 6, x + 6, y - 5, class: "cut") }
    }

    /// A dotted line, and its words under it; beside the gutter where brackets may run on to later days.
    private func drawRecordEnd(
        _ end: RecordEnd, on canvas: inout Canvas, _ y: Double, besideGutter: Bool
    ) -> Double {
        canvas.line(0, y + 1, 320, y + 1, class: "end")
        let text = strip.labels.recordEnds.filled(with: end.date)
        let label = WrappedText(text, .name, measure: besideGutter ? measure : 320)
        canvas.text(label, besideGutter ? textX : 0, y + 21)
        return y + 32 + label.depth
    }

    /// A day with its entries; gives where the next one begins.
    private func draw(
        _ band: StripBand, on canvas: inout Canvas, from top: Double, _ rowTops: inout [Double],
        _ rowEnds: inout [Double]
    ) -> Double {
        let label = WrappedText(band.label, .meta.onLines, measure: 60)
        canvas.text(label, 0, top + 22)
        var y = top + 12
        for row in band.rows {
            rowTops.append(y)
            let end = draw(row, on: &canvas, from: y)
            rowEnds.append(end)
            y = end + 14
        }
        return max(y, top + 36 + label.depth).rounded()
    }

    /// An entry: mark, tile, title and date; gives its lower edge.
    private func draw(_ row: StripBand.Row, on canvas: inout Canvas, from top: Double) -> Double {
        let title = WrappedText(row.words.title, .name, measure: measure - 12)
        let date = WrappedText(row.words.date, .meta, measure: measure)
        let lines = title.lines.count + date.lines.count
        let party = row.party.map { strip.parties[$0] }
        let height = max(19 * Double(lines), party == nil ? 30 : 52)
        row.drawShape(on: &canvas, x: 94 + shift, top: top, height: height, color: party?.color)
        canvas.mark(row.mark, 106 + shift, top - 4, scale: 0.82)
        if let party { canvas.tile(party, .acts, 106 + shift, top + 24, size: 28) }
        canvas.link(row.link) {
            $0.text(title, textX, top + 11)
            $0.text(date, textX, top + 11 + title.height)
            // One line alone is lower than a finger needs.
            if row.link != nil, lines == 1 { $0.rect(textX, top - 8, title.width, 27, class: "hit") }
        }
        canvas.counts.deadlines += row.deadlineCount
        canvas.counts.items += row.isDeadline ? 0 : 1
        return top + height
    }
}
