import Bytes

/// The timeline chart as a file of its own, for other sites and for print: with a title, what its signs mean, and a line
/// that says where it is from.
///
/// Like the cards it needs no style sheet and is in light colours. It has no links.
package struct ChartPicture {
    package struct Part {
        package let part: ChartSpans.Part
        /// What it shows, where there are two.
        package let heading: String?
        package let note: String?

        package init(part: ChartSpans.Part, heading: String? = nil, note: String? = nil) {
            self.part = part
            self.heading = heading
            self.note = note
        }
    }

    let chart: TimelineChart
    let title: String
    /// Lines over the signs.
    let notes: [String]
    let signs: [(sign: ChartSign, words: String)]
    let parts: [Part]
    /// Lines under the chart: whose it is, as of when, and where.
    let credit: [String]

    private static let margin = 32.0
    private static let heading = TextStyle(face: .serifBold, size: 30, lineHeight: 36)
    private static let signColumns = 4

    package init(
        chart: TimelineChart, title: String, notes: [String], signs: [(sign: ChartSign, words: String)], parts: [Part],
        credit: [String]
    ) {
        self.chart = chart
        self.title = title
        self.notes = notes
        self.signs = signs
        self.parts = parts
        self.credit = credit
    }

    package func svg() -> [UInt8] {
        let width = PictureBuilder.width
        let isRightToLeft = chart.labels.isRightToLeft
        var canvas = Canvas(width: width, isRightToLeft: isRightToLeft, isAlone: true)
        canvas.signShapes()
        canvas.rect(0, 0, width, 8, class: "")
        var y = 48.0
        /// Writes a text at the start edge and moves below it.
        func write(_ text: String, _ style: TextStyle, _ canvas: inout Canvas, at x: Double = 0, measure: Double? = nil)
        {
            let lines = WrappedText(text, style, measure: (measure ?? width) / ChartLabelBlock.allowance)
            canvas.text(lines, x, y)
            y += lines.height
        }
        write(title, Self.heading, &canvas)
        for note in notes { write(note, .chartDate, &canvas) }
        y += 8
        drawSigns(&canvas, &y)
        for part in parts {
            y += 16
            if let heading = part.heading { write(heading, .chartPhase, &canvas) }
            if let note = part.note { write(note, .chartDate, &canvas) }
            let layout = ChartLayout(chart, part.part)
            canvas.raw("<g transform=\"translate(0 ")
            canvas.number(y)
            canvas.raw(")\">")
            canvas.draw(layout)
            canvas.raw("</g>")
            y += layout.height
        }
        y += 16
        canvas.line(0, y, width, y, class: "r")
        y += 24
        for line in credit { write(line, .chartDate, &canvas) }
        return file(canvas, height: y + 4, isRightToLeft: isRightToLeft)
    }

    /// In columns, so that nothing stands after a text whose width is estimated.
    private func drawSigns(_ canvas: inout Canvas, _ y: inout Double) {
        let column = PictureBuilder.width / Double(Self.signColumns)
        var row = 0
        while row < signs.count {
            var height = 0.0
            for place in row..<min(row + Self.signColumns, signs.count) {
                let x = Double(place - row) * column
                let words = WrappedText(
                    signs[place].words, .chartDate, measure: (column - 32) / ChartLabelBlock.allowance)
                canvas.painted(signs[place].sign.paint ?? .ink) { $0.sign(signs[place].sign, x + 8, y + 4) }
                canvas.text(words, x + 24, y + 9)
                height = max(height, words.height)
            }
            y += height + 8
            row += Self.signColumns
        }
    }

    private func file(_ canvas: borrowing Canvas, height: Double, isRightToLeft: Bool) -> [UInt8] {
        let (width, whole) = (PictureBuilder.width + 2 * Self.margin, height.rounded(.up))
        var file = ByteBuffer(capacity: canvas.markup.count + 1_024)
        func attribute(_ name: StaticString, _ value: Double) {
            file.write(" ")
            file.write(name)
            file.write("=\"")
            file.write(value)
            file.write("\"")
        }
        file.write("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        attribute("width", width)
        attribute("height", whole)
        file.write(" viewBox=\"0 0 ")
        file.write(width)
        file.write(" ")
        file.write(whole)
        file.write("\" font-family=\"system-ui, sans-serif\" font-size=\"15\" fill=\"")
        file.append(Card.ink)
        file.write(isRightToLeft ? "\" direction=\"rtl\">\n<title>" : "\">\n<title>")
        file.writeCleaned(title)
        file.write("</title>\n<rect")
        attribute("width", width)
        attribute("height", whole)
        file.write(" fill=\"")
        file.append(Card.paper)
        file.write("\"/>\n<g transform=\"translate(")
        file.write(Self.margin)
        file.write(" ")
        file.write(0.0)
        file.write(")\">")
        canvas.markup.withSpan { file.append($0) }
        file.write("</g>\n</svg>\n")
        return file.bytes
    }
}
