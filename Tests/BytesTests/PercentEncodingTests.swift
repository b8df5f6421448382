import Bytes
import Testing

/// Percent-encoding, and the parts of a buffer.
@Suite struct PercentEncodingTests {
    @Test(arguments: [
        ("", ""), ("abc", "abc"), ("a b", "a%20b"), ("ü", "%C3%BC"), ("/a//", "%2Fa%2F%2F"), ("\u{0}\u{7F}", "%00%7F"),
    ]) func encodesEveryByteThatIsNotAllowed(_ text: String, _ encoded: String) {
        var buffer = ByteBuffer()
        text.withSpan { bytes in
            buffer.append(percentEncoding: bytes) { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        }
        #expect(buffer.string == encoded)
    }

    @Test(arguments: [
        ("/srv/a-b_c.~1", "/srv/a-b_c.~1"), ("a b:c", "a%20b%3Ac"), ("ü&'\"<", "%C3%BC%26%27%22%3C"), ("", ""),
        ("\n\u{0}\u{7F}", "%0A%00%7F"),
    ]) func encodesAText(_ text: String, _ encoded: String) {
        #expect(percentEncoded(text, allowing: isUnreservedOrSlash) == encoded)
    }

    @Test func leavesWhatRFC3986CallsUnreserved() {
        let plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
        for byte in UInt8.min...UInt8.max { #expect(isUnreservedOrSlash(byte) == plain.utf8.contains(byte)) }
    }

    @Test func copiesAndRemovesTheEnd() {
        var buffer = ByteBuffer()
        buffer.append("abcdef")
        #expect(buffer.bytes(from: 4) == Array("ef".utf8))
        #expect(buffer.bytes(from: 6).isEmpty)
        buffer.truncate(to: 9)
        #expect(buffer.string == "abcdef")
        buffer.truncate(to: 2)
        var other = ByteBuffer()
        other.append("-")
        other.append(buffer)
        #expect(other.string == "-ab")
    }
}
