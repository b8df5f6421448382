/// The marks as `<svg>` elements for text: 34 by 26, in the colour of the text, hidden from being read aloud because the
/// word stands beside them.
package enum Mark {
    /// A mark, with the class "mark" and a further one of your choice; its size in CSS pixels follows from the class.
    package static func svg(_ kind: MarkKind, className: String = "", rightToLeft: Bool = false) -> [UInt8] { [] }
}
