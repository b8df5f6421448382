import Bytes

/// Markup, which is printed unescaped between tags and rejected everywhere else.
///
/// A template cannot turn text into markup: there is no `safe` filter. Only the host makes markup.
@usableFromInline package struct HTML: Sendable, Hashable {
    /// UTF-8 bytes of the markup.
    package let bytes: [UInt8]

    /// Takes bytes without a check. The caller guarantees that they are a well-formed fragment of HTML, that every
    /// element is closed, and that text from outside is escaped. For the output of a Markdown renderer, a picture, or a
    /// writer that escapes.
    package init(trusting bytes: [UInt8]) { self.bytes = bytes }

    /// Markup that the program's own source spells out.
    package init(_ literal: StaticString) {
        self.bytes = literal.withUTF8Buffer { Array($0) }
    }

    /// Text as markup: the five characters that mean something in HTML are escaped.
    package init(escaping text: String) {
        var markup = ByteBuffer(capacity: text.utf8.count)
        markup.append(text, escaping: .allNumbered)
        self.bytes = markup.bytes
    }
}
