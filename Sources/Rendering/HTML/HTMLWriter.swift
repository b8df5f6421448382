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
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Text between tags.
    package mutating func text(_ text: String) { text.withFastUTF8 { appendEscaped($0) } }

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
        var url = ByteBuffer()
        Address.append(route.path, anchor: route.anchor, on: page, style, to: &url)
        url.withBytes { appendEscaped($0) }
        bytes.append(0x22)
    }

    /// HTML that another writer, libcmark's tree or a picture made.
    package mutating func html(_ trusted: some Sequence<UInt8>) {
        bytes.append(contentsOf: trusted)
    }

    /// Text of prose between tags or in a quoted attribute: `"` becomes `&quot;`, as CommonMark's examples have it.
    mutating func prose(_ text: some Collection<UInt8>) {
        if text.withContiguousStorageIfAvailable({ appendEscaped($0, quotationMark: "&quot;") }) == nil {
            prose(Array(text))
        }
    }

    /// A URL in a quoted attribute: what a URL cannot hold is percent-encoded (WHATWG URL), `&` and `'` are escaped.
    mutating func url(_ url: String) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in url.utf8 {
            switch byte {
            case 0x26: markup("&amp;")
            case 0x27: markup("&#39;")
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40,
                0x5F, 0x7E, 0x5B, 0x5D:
                bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }

    /// A newline, unless the last line has ended.
    mutating func endLine() {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// Takes back what was written last.
    mutating func removeLast(_ count: Int) { bytes.removeLast(count) }

    /// The same as UTF-8.
    mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, quotationMark: StaticString = "&#34;") {
        var start = 0
        var index = 0
        while index < utf8.count {
            index = min(index + HTMLWriter.marks(in: utf8.block(at: index)).firstMarked, utf8.count)
            if index == utf8.count { break }
            let escape: StaticString
            switch utf8[index] {
            case UInt8(ascii: "&"): escape = "&amp;"
            case UInt8(ascii: "<"): escape = "&lt;"
            case UInt8(ascii: ">"): escape = "&gt;"
            case UInt8(ascii: "\""): escape = quotationMark
            case UInt8(ascii: "'"): escape = "&#39;"
            default:
                // The end of a whole block.
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
            markup(escape)
            index += 1
            start = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }

    /// Has the high bit of each byte that is to be escaped; above such a byte perhaps of one that is not.
    @inline(__always)
    private static func marks(in block: ByteBlock) -> ByteBlock {
        let ones = ByteBlock(repeating: 0x0101_0101_0101_0101)
        // `&` and `'`, and `<` and `>`, differ in one bit. A difference of zero, less one, has a high bit.
        let apostrophes = ((block | ones) ^ ones &* 0x27) &- ones
        let angles = ((block | ones &* 0x02) ^ ones &* 0x3E) &- ones
        return (apostrophes | angles | ((block ^ ones &* 0x22) &- ones)) & ~block & (ones &* 0x80)
    }
}
