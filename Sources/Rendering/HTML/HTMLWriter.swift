import Bytes
import Diagnostics
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
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Text between tags.
    package mutating func text(_ text: String) { text.withSpan { bytes.append($0, escaping: .allNumbered) } }

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
    mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) { bytes.append(utf8.span, escaping: .allNumbered) }
}
