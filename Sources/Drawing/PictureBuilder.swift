/// Collects the `<svg>` elements of one picture.
struct PictureBuilder {
    let form: PictureForm
    let idPrefix: String
    let description: String
    let labels: PictureLabels
    private var counts = PictureCounts()
    private var parts: [[UInt8]] = []

    init(form: PictureForm, idPrefix: String, description: String, labels: PictureLabels) {
        self.form = form
        self.idPrefix = idPrefix
        self.description = description
        self.labels = labels
    }

    /// A canvas for the next part.
    func canvas() -> Canvas { Canvas(width: form.width, isRightToLeft: labels.isRightToLeft) }

    /// Closes a part: what was drawn, how high it is, and how it is called.
    mutating func add(_ canvas: borrowing Canvas, height: Double, title: String) {
        counts += canvas.counts
        let number = parts.count + 1
        var whole = MarkupBuffer(capacity: canvas.markup.count + 1024)
        whole.write("<svg class=\"pic ")
        whole.write(form.className)
        whole.write("\" viewBox=\"0 0 ")
        whole.write(form.width)
        whole.write(" ")
        whole.write(height.rounded(.up))
        // No role: an <svg> is a graphics document by itself, in which links are reached; the HTML checker allows few.
        whole.write("\" aria-labelledby=\"")
        writeID(number, "t", to: &whole)
        // What describes the picture stands in its first part, and the others refer to it.
        whole.write("\" aria-describedby=\"")
        writeID(1, "d", to: &whole)
        whole.write("\"")
        if labels.isRightToLeft { whole.write(" direction=\"rtl\"") }
        whole.write("><title id=\"")
        writeID(number, "t", to: &whole)
        whole.write("\">")
        whole.writeCleaned(title)
        whole.write("</title>")
        if parts.isEmpty {
            whole.write("<desc id=\"")
            writeID(1, "d", to: &whole)
            whole.write("\">")
            whole.writeCleaned(description)
            whole.write("</desc>")
        }
        whole.write(canvas.markup)
        whole.write("</svg>")
        parts.append(whole.bytes)
    }

    /// The id of a part's title or description: prefix, the part's number from 1, letter.
    private func writeID(_ number: Int, _ letter: StaticString, to markup: inout MarkupBuffer) {
        markup.writeEscaped(idPrefix)
        markup.write("-")
        markup.write(number)
        markup.write(letter)
    }

    func picture() -> Picture { Picture(parts: parts, counts: counts) }
}

extension String {
    /// Puts a text in the place of `{}`.
    func filled(with text: String) -> String {
        var pattern = self
        return pattern.withUTF8 { pattern in
            for index in pattern.indices.dropLast() where pattern[index] == 0x7B && pattern[index + 1] == 0x7D {
                return String(decoding: pattern[..<index], as: UTF8.self) + text
                    + String(decoding: pattern[(index + 2)...], as: UTF8.self)
            }
            return self
        }
    }
}
