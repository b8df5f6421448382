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

    /// The same with a value that is put together in a buffer.
    package mutating func attribute(_ name: StaticString, _ value: borrowing ByteBuffer) {
        bytes.append(0x20)
        markup(name)
        bytes.append(0x3D)
        bytes.append(0x22)
        value.withSpan { bytes.append($0, escaping: .allNumbered) }
        bytes.append(0x22)
    }

    /// HTML that another writer, libcmark's tree or a picture made.
    package mutating func html(_ trusted: some Sequence<UInt8>) {
        bytes.append(contentsOf: trusted)
    }

    /// Text of prose between tags or in a quoted attribute: `"` becomes `&quot;`, as CommonMark's examples have it.
    package mutating func prose(_ text: ArraySlice<UInt8>) { bytes.append(text.span, escaping: .all) }

    /// The same of a text that stands by itself.
    package mutating func prose(_ text: String) { text.withSpan { bytes.append($0, escaping: .all) } }

    /// A URL in a quoted attribute: what a URL cannot hold is percent-encoded (WHATWG URL), `&` and `'` are escaped.
    package mutating func url(_ url: String) {
        url.withSpan { url in
            // Brackets may stand in a host of numbers, `[::1]`, and nowhere else (RFC 3986, 3.2.2).
            let host = "://[".withSpan { url.firstIndex(of: $0) } ?? url.count
            let hostEnd = url.firstIndex(of: 0x5D, from: host) ?? host
            for place in 0..<url.count {
                let byte = url[place]
                switch byte {
                case 0x5B where place <= host || place > hostEnd, 0x5D where place <= host || place > hostEnd:
                    encode(byte)
                case 0x26: markup("&amp;")
                case 0x27: markup("&#39;")
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F,
                    0x40, 0x5F, 0x7E, 0x5B, 0x5D:
                    bytes.append(byte)
                default: encode(byte)
                }
            }
        }
    }

    /// A byte as `%` and two hexadecimal digits.
    private mutating func encode(_ byte: UInt8) {
        bytes += [0x25, ByteBuffer.hexadecimalDigit(byte >> 4), ByteBuffer.hexadecimalDigit(byte & 15)]
    }

    /// A newline, unless the last line has ended.
    package mutating func endLine() {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// Takes back what was written last.
    package mutating func removeLast(_ count: Int) { bytes.removeLast(count) }
}
