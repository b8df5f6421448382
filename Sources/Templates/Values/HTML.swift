import Bytes

/// Markup that prints as it is where text stands between tags, and is refused everywhere else.
///
/// No template can make one of text: there is no `safe` filter. Only the host makes them.
@usableFromInline package struct HTML: Sendable, Hashable {
    /// UTF-8 bytes of the markup.
    package let bytes: [UInt8]

    /// Takes bytes on trust: whoever calls this answers for it that they are a well-formed fragment of HTML, that every
    /// element it opens is closed in it, and that no text in it came unescaped from outside. Made for the output of a
    /// Markdown renderer, of a picture, or of a writer that escapes.
    package init(trusting bytes: [UInt8]) { self.bytes = bytes }

    /// Markup that the program's own source spells out.
    package init(_ literal: StaticString) {
        self.bytes = literal.withUTF8Buffer { Array($0) }
    }

    /// Text as markup: the five characters that mean something in HTML are escaped.
    package init(escaping text: String) {
        var markup = ByteBuffer(capacity: text.utf8.count)
        markup.append(escaping: text)
        self.bytes = markup.bytes
    }
}
