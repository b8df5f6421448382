import Drawing

/// A page of sample pictures; each sample is a `<section>` with its timeline in both forms.
struct Page {
    private var html: [UInt8] = []
    private var number = 0
    private let rightToLeft: Bool

    init(rightToLeft: Bool) {
        self.rightToLeft = rightToLeft
        append("<!doctype html><html lang=en dir=\(rightToLeft ? "rtl" : "ltr")><meta charset=utf-8>")
        append("<meta name=viewport content=\"width=device-width\"><title>Samples</title>\n")
    }

    mutating func append(_ text: String) { html.append(contentsOf: text.utf8) }

    mutating func add(_ sample: Sample) {
        number += 1
        var labels = sample.labels
        labels.isRightToLeft = rightToLeft
        let strip = TimelineStrip(
            title: "Timeline", description: "The list below says the same.", parties: sample.parties,
            items: sample.items, deadlines: sample.deadlines, recordEnd: sample.recordEnd, labels: labels)
        append("<section id=\"s\(number)\" data-name=\"\(sample.name)\">\n")
        for form in PictureForm.allCases {
            let letter = form == .wide ? "w" : "n"
            append("<figure>")
            html.append(contentsOf: strip.drawn(form, idPrefix: "s\(number)\(letter)t").bytes)
            append("</figure>\n")
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
