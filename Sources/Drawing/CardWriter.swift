/// Writes the elements of a card, with all looks as attributes.
struct CardWriter {
    private(set) var bytes: [UInt8] = []
    let isRightToLeft: Bool

    init(isRightToLeft: Bool) {
        self.isRightToLeft = isRightToLeft
    }

    private static let serif =
        "Charter, 'Bitstream Charter', 'Source Serif 4', 'Source Serif Pro', Georgia, 'Noto Serif', serif"

    private mutating func raw(_ text: String) { bytes += text.utf8 }

    mutating func open(title: String) {
        let (width, height) = (Int(SocialCard.width), Int(SocialCard.height))
        raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\"")
        raw(" viewBox=\"0 0 \(width) \(height)\"\(isRightToLeft ? " direction=\"rtl\"" : "")>\n<title>")
        escaped(TextWords(title, style: .label).bytes[...])
        raw("</title>\n")
    }

    mutating func close() { raw("</svg>\n") }

    /// A place across, seen from the side at which reading starts.
    private func across(_ x: Double, width: Double = 0) -> String {
        number(isRightToLeft ? SocialCard.width - x - width : x)
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String((value * 10).rounded() / 10)
    }

    mutating func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String) {
        raw("<rect x=\"\(across(x, width: width))\" y=\"\(number(y))\" width=\"\(number(width))\"")
        raw(" height=\"\(number(height))\" fill=\"\(fill)\"/>\n")
    }

    mutating func tile(_ initials: String, _ x: Double, _ y: Double, _ fill: String) {
        rect(x, y, 44, 44, fill)
        raw("<text x=\"\(across(x + 22))\" y=\"\(number(y + 29))\" text-anchor=\"middle\" fill=\"#fff\"")
        raw(" font-family=\"system-ui, sans-serif\" font-weight=\"700\" font-size=\"20\">")
        escaped(Array(initials.utf8)[...])
        raw("</text>\n")
    }

    /// Lines of text, at most so many; where only its beginning is bold, its length in bytes of UTF-8 is given.
    mutating func text(
        _ text: WrappedText, _ x: Double, _ y: Double, _ fill: String, isEnd: Bool = false, boldBytes: Int? = nil,
        most: Int = .max
    ) {
        let isSerif = text.style.face == .serif || text.style.face == .serifBold
        let weight = text.style.face == .serifBold ? 700 : text.style.face == .sansSemibold ? 600 : 400
        for (index, line) in text.lines.prefix(most).enumerated() {
            raw("<text x=\"\(across(x))\" y=\"\(number(y + Double(index) * text.style.lineHeight))\"")
            // Words of the other direction keep their own, and stand at the same edge.
            let isForeign = isRightToLeft && text.isRightToLeft == false
            if isForeign { raw(" direction=\"ltr\"") }
            if isEnd != isForeign { raw(" text-anchor=\"end\"") }
            raw(" fill=\"\(fill)\" font-family=\"\(isSerif ? Self.serif : "system-ui, sans-serif")\"")
            raw(" font-size=\"\(number(text.style.size))\" font-weight=\"\(boldBytes == nil ? weight : 400)\">")
            if let boldBytes, line.lowerBound < boldBytes {
                let end = min(boldBytes, line.upperBound)
                raw("<tspan font-weight=\"\(weight)\">")
                escaped(text.bytes[line.lowerBound..<end])
                raw("</tspan>")
                escaped(text.bytes[end..<line.upperBound])
            } else {
                escaped(text.bytes[line])
            }
            if index == most - 1, text.lines.count > most { raw("…") }
            raw("</text>\n")
        }
    }

    /// A mark, whose classes become attributes.
    mutating func mark(_ kind: MarkKind, _ x: Double, _ y: Double, scale: Double) {
        var canvas = Canvas(width: 34, isRightToLeft: isRightToLeft)
        canvas.mark(kind, 0, 0)
        raw(
            "<g transform=\"translate(\(across(x, width: 34 * scale)) \(number(y)))scale(\(number(scale)))\" fill=\"#16181a\">"
        )
        var shapes = String(decoding: canvas.bytes, as: UTF8.self)
        let line = "fill=\"none\" stroke=\"#16181a\" stroke-width="
        for (name, looks) in [
            ("i", "stroke=\"none\""), ("hollow", line + "\"2\""), ("circle", line + "\"2\""),
            ("stroke", line + "\"3\""),
            ("gap", line + "\"1.5\" stroke-dasharray=\"4 3\""),
        ] {
            shapes = shapes.split(separator: "class=\"\(name)\"", omittingEmptySubsequences: false).joined(
                separator: looks)
        }
        raw(shapes)
        raw("</g>\n")
    }

    private mutating func escaped(_ text: ArraySlice<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            default: bytes.append(byte)
            }
        }
    }
}
