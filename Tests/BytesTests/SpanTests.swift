import Bytes
import Testing

@Suite struct SpanTests {
    /// Every byte at every place of texts around one and two blocks, with bytes near it before and behind.
    @Test func findsTheFirstByteFromAnyStart() {
        for length in [0, 1, 15, 16, 17, 31, 32, 33, 40] {
            for place in 0..<max(length, 1) {
                for byte in [0x00, 0x01, 0x0A, 0x7F, 0x80, 0xFF] as [UInt8] {
                    var bytes = [UInt8](repeating: byte ^ 1, count: length)
                    if place < length { bytes[place] = byte }
                    if place + 2 < length { bytes[place + 2] = byte }
                    for start in 0...length {
                        let wanted = bytes[start...].firstIndex(of: byte)
                        if bytes.span.firstIndex(of: byte, from: start) != wanted {
                            Issue.record("\(byte) at \(place) of \(length) from \(start)")
                        }
                    }
                }
            }
        }
        let none: [UInt8] = [1, 2, 3]
        #expect(none.span.firstIndex(of: 0) == nil, "zeros behind the end are not bytes of the text")
    }

    @Test func findsWhatStandsAtAnOffsetAndNotBeyondTheEnd() {
        let bytes = Array("abcdef".utf8)
        func contains(_ text: String, _ offset: Int) -> Bool { bytes.span.contains(Array(text.utf8).span, at: offset) }
        #expect(contains("abc", 0) && contains("def", 3) && contains("", 6))
        #expect(!contains("abd", 0) && !contains("efg", 4) && !contains("a", -1) && !contains("", 7))
    }

    @Test func ordersByBytesAndHashesEqualTextsAlike() {
        let texts = [
            "", "a", "a\0", "ab", "b", String(repeating: "a", count: 40), String(repeating: "a", count: 33) + "b",
        ]
        .map { Array($0.utf8) }
        for one in texts {
            for other in texts {
                #expect(one.span.precedes(other.span) == one.lexicographicallyPrecedes(other))
            }
            var (left, right) = (Hasher(), Hasher())
            one.span.hash(into: &left)
            Array(one).span.hash(into: &right)
            #expect(left.finalize() == right.finalize())
        }
    }

    @Test func writesAndReadsWordsLowestByteFirst() {
        var buffer = ByteBuffer()
        buffer.append(UInt8(7))
        buffer.append(word: 0x0102_0304_0506_0708)
        #expect(buffer.bytes == [7, 8, 7, 6, 5, 4, 3, 2, 1])
        #expect(buffer.withSpan { $0.word(1) } == 0x0102_0304_0506_0708)
    }
}
