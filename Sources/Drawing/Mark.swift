/// The marks as `<svg>` elements for text: 34 by 26, in the colour of the text, hidden from being read aloud because the
/// word stands beside them.
package enum Mark {
    /// A mark, with the classes "mark" and "mark-refused" (by its name), and a further one of your choice.
    ///
    /// It points to the right; a style sheet may turn it round in right-to-left text (all but "mark-unknown"), or it is
    /// drawn so.
    package static func svg(_ kind: MarkKind, className: String = "", rightToLeft: Bool = false) -> [UInt8] {
        var canvas = Canvas(width: 34, isRightToLeft: rightToLeft)
        canvas.raw("<svg class=\"mark mark-")
        canvas.append(kind.name)
        if !className.isEmpty {
            canvas.raw(" ")
            canvas.escaped(className)
        }
        canvas.raw("\" viewBox=\"0 0 34 26\" width=\"34\" height=\"26\" aria-hidden=\"true\">")
        canvas.mark(kind, 0, 0)
        canvas.raw("</svg>")
        return canvas.markup.bytes
    }

    /// Whether two marks are drawn alike.
    package static func areAlike(_ one: MarkKind, _ other: MarkKind) -> Bool { shapes(of: one) == shapes(of: other) }

    private static func shapes(of kind: MarkKind) -> [UInt8] {
        MarkKind.all.firstIndex(of: kind).map { shapes[$0] } ?? []
    }

    private static let shapes = MarkKind.all.map { kind in
        var canvas = Canvas(width: 34, isRightToLeft: false)
        canvas.mark(kind, 0, 0)
        return canvas.markup.bytes
    }
}
