import Bytes

/// Writes the elements of a card, with all looks as attributes.
struct CardWriter: ~Copyable {
    private(set) var markup = ByteBuffer(capacity: 8192)
    let isRightToLeft: Bool

    init(isRightToLeft: Bool) {
        self.isRightToLeft = isRightToLeft
    }

    private static let serif: StaticString =
        "Charter, 'Bitstream Charter', 'Source Serif 4', 'Source Serif Pro', Georgia, 'Noto Serif', serif"

    @inline(__always)
    private mutating func raw(_ text: StaticString) { markup.write(text) }

    /// An attribute and its value.
    private mutating func attribute(_ name: StaticString, _ value: Double) {
        raw(" ")
        raw(name)
        raw("=\"")
        markup.write(value)
        raw("\"")
    }

    mutating func open(title: String) {
        raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        attribute("width", Card.width)
        attribute("height", Card.height)
        raw(" viewBox=\"0 0 ")
        markup.write(Card.width)
        raw(" ")
        markup.write(Card.height)
        raw(isRightToLeft ? "\" direction=\"rtl\">\n<title>" : "\">\n<title>")
        let title = TextWords(title, style: .label, keepsAtoms: false).clean
        markup.writeText(title, 0..<title.utf8.count)
        raw("</title>\n")
    }

    mutating func close() { raw("</svg>\n") }

    /// A place across, seen from the side at which reading starts.
    private func across(_ x: Double, width: Double = 0) -> Double {
        isRightToLeft ? Card.width - x - width : x
    }

    mutating func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String) {
        raw("<rect")
        attribute("x", across(x, width: width))
        attribute("y", y)
        attribute("width", width)
        attribute("height", height)
        raw(" fill=\"")
        markup.append(fill)
        raw("\"/>\n")
    }

    mutating func tile(_ initials: String, _ x: Double, _ y: Double, _ fill: String) {
        rect(x, y, 56, 48, fill)
        raw("<text")
        attribute("x", across(x + 28))
        attribute("y", y + 32)
        raw(" text-anchor=\"middle\" fill=\"#fff\" font-family=\"system-ui, sans-serif\"")
        raw(" font-weight=\"700\"")
        attribute("font-size", initials.count > 3 ? 16 : initials.count == 3 ? 19 : 24)
        raw(">")
        markup.writeText(initials, 0..<initials.utf8.count)
        raw("</text>\n")
    }

    /// Lines of text, at most so many; where only its beginning is bold, its length in bytes of UTF-8 is given.
    mutating func text(
        _ text: WrappedText, _ x: Double, _ y: Double, _ fill: String, isEnd: Bool = false, boldBytes: Int? = nil,
        most: Int = .max
    ) {
        for (index, line) in text.lines.enumerated() where index < most {
            raw("<text")
            attribute("x", across(x))
            attribute("y", y + Double(index) * text.style.lineHeight)
            // Words of the other direction keep their own, and stand at the same edge.
            let isForeign = isRightToLeft && text.isRightToLeft == false
            if isForeign { raw(" direction=\"ltr\"") }
            if isEnd != isForeign { raw(" text-anchor=\"end\"") }
            raw(" fill=\"")
            markup.append(fill)
            raw("\" font-family=\"")
            raw(text.style.face.isSerif ? Self.serif : "system-ui, sans-serif")
            raw("\"")
            attribute("font-size", text.style.size)
            attribute("font-weight", boldBytes == nil ? text.style.face.weight : 400)
            raw(">")
            let isCut = index == most - 1 && text.lines.count > most
            let last = isCut ? text.end(ofCut: line) : line.upperBound
            let end = min(max(boldBytes ?? 0, line.lowerBound), last)
            if end > line.lowerBound {
                raw("<tspan")
                attribute("font-weight", text.style.face.weight)
                raw(">")
                markup.writeText(text.clean, line.lowerBound..<end)
                raw("</tspan>")
            }
            markup.writeText(text.clean, end..<last)
            if isCut { raw("…") }
            raw("</text>\n")
        }
    }

    mutating func mark(_ kind: MarkKind, _ x: Double, _ y: Double, scale: Double) {
        raw("<g transform=\"translate(")
        markup.write(across(x, width: 34 * scale))
        raw(" ")
        markup.write(y)
        raw(")scale(")
        markup.write(scale)
        raw(")\" fill=\"#16181a\">")
        var canvas = Canvas(width: 34, isRightToLeft: isRightToLeft, isAlone: true)
        canvas.mark(kind, 0, 0)
        canvas.markup.withSpan { markup.append($0) }
        raw("</g>\n")
    }
}

extension WrappedText {
    /// Where a line ends that an ellipsis follows: before a comma or a semicolon.
    fileprivate func end(ofCut line: Range<Int>) -> Int {
        var end = line.upperBound
        let bytes = Array(clean.utf8)
        while end > line.lowerBound + 1,
            [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: " ")].contains(bytes[end - 1])
        {
            end -= 1
        }
        return end
    }
}

extension TextStyle.Face {
    fileprivate var isSerif: Bool { self == .serif || self == .serifBold }

    /// As CSS counts it.
    fileprivate var weight: Double {
        switch self {
        case .serifBold: 700
        case .sansSemibold: 600
        case .sans, .serif: 400
        }
    }
}
