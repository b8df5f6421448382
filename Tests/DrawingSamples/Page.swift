import Drawing

/// A page of sample pictures; each sample is a `<section>` with its charts.
struct Page {
    private var html: [UInt8] = []
    private var number = 0
    /// Whether the shapes of the signs are there.
    private var hasShapes = false
    private let rightToLeft: Bool

    init(rightToLeft: Bool) {
        self.rightToLeft = rightToLeft
        append("<!doctype html><html lang=en dir=\(rightToLeft ? "rtl" : "ltr")><meta charset=utf-8>")
        append("<meta name=viewport content=\"width=device-width\"><title>Samples</title>\n")
    }

    mutating func append(_ text: String) { html.append(contentsOf: text.utf8) }

    mutating func add(_ sample: Sample) {
        number += 1
        append("<section id=\"s\(number)\" data-name=\"\(sample.name)\">\n")
        let chart = sample.chart(rightToLeft: rightToLeft)
        for (place, part) in ChartSpans(chart).parts.enumerated() {
            append("<figure class=chart>")
            html.append(
                contentsOf: chart.drawn(
                    part, title: "Timeline", description: "The list below says the same.",
                    idPrefix: "s\(number)-\(place)", hasShapes: !hasShapes
                ).bytes)
            append("</figure>\n")
            hasShapes = true
        }
        append("</section>\n")
    }

    /// All marks and tiles, with their names.
    mutating func addMarks() {
        append("<section class=marks>")
        for mark in MarkKind.all {
            append("<p>")
            html.append(contentsOf: Mark.svg(mark, rightToLeft: rightToLeft))
            append(" \(mark.name)</p>")
        }
        append("<p>")
        for number in 1...7 {
            for style in [Tile.Style.acts, .asked, .silent] {
                html.append(contentsOf: Tile.html(initials: "AB", color: .palette(number), style: style))
                append(" ")
            }
        }
        append("</p></section>")
    }

    func print() {
        Swift.print(String(decoding: html, as: UTF8.self))
    }
}
