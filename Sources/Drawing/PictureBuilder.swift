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
    mutating func add(_ canvas: Canvas, height: Double, title: String) {
        counts += canvas.counts
        let id = idPrefix + "-\(parts.count + 1)"
        // What describes the picture stands in its first part, and the others refer to it.
        let described = idPrefix + "-1d"
        var whole = Canvas(width: form.width, isRightToLeft: false)
        whole.raw("<svg class=\"pic ")
        whole.append(form.className)
        whole.raw("\" viewBox=\"0 0 ")
        whole.number(form.width)
        whole.raw(" ")
        whole.number(height.rounded(.up))
        // No role: an <svg> is a graphics document by itself, in which links are reached; the HTML checker allows few.
        whole.raw("\" aria-labelledby=\"")
        whole.escaped(id)
        whole.raw("t\"")
        whole.raw(" aria-describedby=\"")
        whole.escaped(described)
        whole.raw("\"")
        if labels.isRightToLeft { whole.raw(" direction=\"rtl\"") }
        whole.raw(">")
        whole.named("title", id + "t", title)
        if parts.isEmpty { whole.named("desc", described, description) }
        whole.append(canvas.bytes)
        whole.raw("</svg>")
        parts.append(whole.bytes)
    }

    func picture() -> Picture { Picture(parts: parts, counts: counts) }
}

extension Canvas {
    fileprivate mutating func named(_ element: StaticString, _ id: String, _ text: String) {
        raw("<")
        raw(element)
        raw(" id=\"")
        escaped(id)
        raw("\">")
        escaped(TextWords(text, style: .label).bytes)
        raw("</")
        raw(element)
        raw(">")
    }
}

extension String {
    /// Puts a text in the place of `{}`.
    func filled(with text: String) -> String {
        var result = ""
        var rest = utf8[...]
        while let open = rest.firstIndex(of: 0x7B) {
            let next = rest.index(after: open)
            if next < rest.endIndex, rest[next] == 0x7D {
                result += String(rest[..<open]) ?? ""
                return result + text + (String(rest[rest.index(after: next)...]) ?? "")
            }
            result += String(rest[...open]) ?? ""
            rest = rest[next...]
        }
        return result + (String(rest) ?? "")
    }
}
