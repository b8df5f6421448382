import Bytes

/// Collects the `<svg>` elements of one picture.
struct PictureBuilder {
    let idPrefix: String
    let description: String
    let labels: PictureLabels
    /// Of the viewBox.
    static let width = 960.0
    private var counts = PictureCounts()
    private var parts: [[UInt8]] = []

    init(idPrefix: String, description: String, labels: PictureLabels) {
        self.idPrefix = idPrefix
        self.description = description
        self.labels = labels
    }

    /// A canvas for the next part.
    func canvas() -> Canvas { Canvas(width: Self.width, isRightToLeft: labels.isRightToLeft) }

    /// Closes a part: what was drawn, how high it is, and how it is called.
    mutating func add(_ canvas: borrowing Canvas, height: Double, title: String) {
        counts = canvas.counts
        var head = ByteBuffer(capacity: 1024)
        writeHead(height: height, title: title, to: &head)
        var part: [UInt8] = []
        part.reserveCapacity(head.count + canvas.markup.count + 6)
        head.withSpan { part.append(copying: $0) }
        canvas.markup.withSpan { part.append(copying: $0) }
        part.append(contentsOf: "</svg>".utf8)
        parts.append(part)
    }

    private func writeHead(height: Double, title: String, to head: inout ByteBuffer) {
        let number = parts.count + 1
        head.write("<svg class=\"pic\" viewBox=\"0 0 ")
        head.write(Self.width)
        head.write(" ")
        head.write(height.rounded(.up))
        // No role: an <svg> is a graphics document by itself, in which links are reached; the HTML checker allows few.
        head.write("\" aria-labelledby=\"")
        writeID(number, "t", to: &head)
        // What describes the picture stands in its first part, and the others refer to it.
        head.write("\" aria-describedby=\"")
        writeID(1, "d", to: &head)
        head.write(labels.isRightToLeft ? "\" direction=\"rtl\">" : "\">")
        head.write("<title id=\"")
        writeID(number, "t", to: &head)
        head.write("\">")
        head.writeCleaned(title)
        head.write("</title>")
        guard parts.isEmpty else { return }
        head.write("<desc id=\"")
        writeID(1, "d", to: &head)
        head.write("\">")
        head.writeCleaned(description)
        head.write("</desc>")
    }

    /// The id of a part's title or description: prefix, the part's number from 1, letter.
    private func writeID(_ number: Int, _ letter: StaticString, to markup: inout ByteBuffer) {
        markup.append(idPrefix, escaping: .all)
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
