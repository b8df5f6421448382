import Bytes

/// Where SVG is written to: bytes, with coordinates that can be mirrored.
///
/// A right-to-left picture is the mirror image of a left-to-right one, in which text keeps its anchors because
/// `direction="rtl"` turns "start" round.
struct Canvas: ~Copyable {
    enum Anchor { case start, middle, end }

    private(set) var markup: ByteBuffer
    /// What has been drawn so far; whoever draws a thing counts it.
    var counts = PictureCounts()
    let width: Double
    let isRightToLeft: Bool
    /// The drawing is a file of its own, which no style sheet reaches: its looks are attributes.
    let isAlone: Bool

    init(width: Double, isRightToLeft: Bool, isAlone: Bool = false) {
        self.width = width
        self.isAlone = isAlone
        self.isRightToLeft = isRightToLeft
        markup = ByteBuffer(capacity: 4096)
    }

    // MARK: Bytes

    @inline(__always)
    mutating func raw(_ text: StaticString) { markup.write(text) }

    /// Finished names (classes, ids) that hold no special characters.
    mutating func append(_ name: String) { markup.append(name) }

    /// Finished markup.
    mutating func append(_ more: [UInt8]) { markup.append(more) }

    /// A number with at most one decimal.
    mutating func number(_ value: Double) { markup.write(value) }

    /// Escapes for text and for quoted attributes alike.
    mutating func escaped(_ text: String) { markup.append(text, escaping: .all) }

    /// A part of a text, by its UTF-8 offsets.
    mutating func escaped(_ text: String, _ part: Range<Int>) { markup.writeEscaped(text, part) }

    mutating func address(_ url: String) { markup.writeAddress(url) }

    /// A text that needs no measure.
    mutating func cleaned(_ text: String) { markup.writeCleaned(text) }

    // MARK: Places

    /// The place on the page of a place in the drawing.
    func across(_ x: Double) -> Double { isRightToLeft ? width - x : x }

    /// Writes a place across and a place down for a path, after its command.
    mutating func point(_ command: StaticString, _ x: Double, _ y: Double) {
        raw(command)
        number(across(x))
        raw(" ")
        number(y)
    }

    // MARK: Elements

    mutating func rect(_ x: Double, _ y: Double, _ rectWidth: Double, _ height: Double, class name: StaticString) {
        raw("<rect")
        looks(name)
        raw(" x=\"")
        number(isRightToLeft ? width - x - rectWidth : x)
        raw("\" y=\"")
        number(y)
        raw("\" width=\"")
        number(rectWidth)
        raw("\" height=\"")
        number(height)
        raw("\"/>")
    }

    /// A path whose points the closure writes with `point`.
    mutating func path(class name: StaticString, _ content: (inout Canvas) -> Void) {
        raw("<path")
        looks(name)
        raw(" d=\"")
        content(&self)
        raw("\"/>")
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: StaticString) {
        path(class: name) {
            $0.point("M", x1, y1)
            if y1 == y2 {
                $0.raw("H")
                $0.number($0.across(x2))
            } else if x1 == x2 {
                $0.raw("V")
                $0.number(y2)
            } else {
                $0.point("L", x2, y2)
            }
        }
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, class name: StaticString) {
        raw("<circle")
        looks(name)
        raw(" cx=\"")
        number(across(x))
        raw("\" cy=\"")
        number(y)
        raw("\" r=\"")
        number(radius)
        raw("\"/>")
    }
}
