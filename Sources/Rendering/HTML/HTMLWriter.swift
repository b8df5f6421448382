import Model
import Templates

/// Bytes of HTML or XML, put together by the only functions that may: markup is a literal, all else is escaped.
///
/// Escaping goes byte by byte, never by `Character`, so that a combining mark cannot shield the quote before it. The
/// same five bytes are escaped in text and in attributes: `&amp;`, `&lt;`, `&gt;`, `&#34;`, `&#39;`.
package struct HTMLWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 0) {
        if capacity > 0 { bytes.reserveCapacity(capacity) }
    }

    /// Markup that the program's own source spells out.
    package mutating func markup(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Text between tags.
    package mutating func text(_ text: some StringProtocol) {
        var text = String(text)
        text.withUTF8 { appendEscaped($0) }
    }

    /// A number that is not negative, in decimal.
    package mutating func number(_ number: Int) {
        var divisor = 1
        while number / divisor > 9 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    /// ` name="value"`, with the value escaped.
    package mutating func attribute(_ name: StaticString, _ value: String) {
        bytes.append(0x20)
        markup(name)
        bytes.append(0x3D)
        bytes.append(0x22)
        text(value)
        bytes.append(0x22)
    }

    /// The same with the way from a page to a route of its site.
    mutating func attribute(_ name: StaticString, _ route: Route, on page: String, _ style: LinkStyle) {
        bytes.append(0x20)
        markup(name)
        bytes.append(0x3D)
        bytes.append(0x22)
        Address.write(route.path, anchor: route.anchor, on: page, style) { appendEscaped($0) }
        bytes.append(0x22)
    }

    /// HTML that another writer, libcmark's tree or a picture made.
    package mutating func html(_ trusted: some Sequence<UInt8>) {
        bytes.append(contentsOf: trusted)
    }

    /// Takes back what was written last.
    mutating func removeLast(_ count: Int) { bytes.removeLast(count) }

    /// The same as UTF-8.
    mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in utf8.indices where HTMLWriter.isEscaped(utf8[index]) {
            bytes.append(contentsOf: utf8[start..<index])
            switch utf8[index] {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&#34;")
            default: markup("&#39;")
            }
            start = index + 1
        }
        bytes.append(contentsOf: utf8[start...])
    }

    /// Whether a byte is one of the five that are escaped.
    private static func isEscaped(_ byte: UInt8) -> Bool {
        // A bit for each of `"`, `&`, `'`, `<` and `>`.
        let escaped: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62
        return byte < 64 && escaped >> UInt64(byte) & 1 == 1
    }
}
