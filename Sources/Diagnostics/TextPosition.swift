/// Line and column in a text, both from 1.
///
/// Columns count Unicode scalars, not bytes and not grapheme clusters, as the language server protocol's
/// UTF-32 encoding does. A byte order mark at the start of a file is not counted.
package struct TextPosition: Hashable, Comparable, Sendable {
    /// Line number, from 1.
    package let line: Int
    /// Column in Unicode scalars, from 1.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
