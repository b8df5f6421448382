import Bytes
import Testing

/// The one place of the stages with memory of its own: every way in, across every growth.
@Suite struct ByteBufferTests {
    @Test func growsAndKeepsWhatItHolds() {
        var buffer = ByteBuffer()
        var wanted: [UInt8] = []
        for number in 0..<2_000 {
            let byte = UInt8(truncatingIfNeeded: number)
            switch number % 5 {
            case 0:
                buffer.append(byte)
                wanted.append(byte)
            case 1:
                buffer.append("é\(number)")
                wanted += Array("é\(number)".utf8)
            case 2:
                buffer.append(literal: "<&>")
                wanted += Array("<&>".utf8)
            case 3:
                buffer.append([UInt8](repeating: byte, count: number))
                wanted += [UInt8](repeating: byte, count: number)
            default:
                buffer.append(byte, times: 3)
                wanted += [byte, byte, byte]
            }
            #expect(buffer.count == wanted.count)
        }
        #expect(buffer.bytes == wanted)
        let lent = buffer.withBytes { Array($0) }
        #expect(lent == wanted)
        buffer.removeLast(3)
        #expect(buffer.bytes == wanted.dropLast(3))
        buffer.removeAll()
        #expect(buffer.bytes.isEmpty && buffer.string.isEmpty)
        buffer.removeLast(1)
        #expect(buffer.count == 0)
    }

    @Test(arguments: [
        (0, 1, "0"), (7, 3, "007"), (1234, 2, "1234"), (-5, 1, "-5"), (-5, 4, "-0005"), (Int.max, 1, "\(Int.max)"),
        (Int.min, 1, "\(Int.min)"),
    ]) func writesNumbers(_ number: Int, _ width: Int, _ text: String) {
        var buffer = ByteBuffer()
        buffer.append(number: number, width: width)
        #expect(buffer.string == text)
    }

    @Test func takesWhatIsWrittenIntoItsRoom() {
        var buffer = ByteBuffer(capacity: 1)
        for length in 0..<200 {
            buffer.append(atMost: 2 * length) { room in
                for place in 0..<length { room[place] = UInt8(length) }
                return length
            }
        }
        #expect(buffer.bytes == (0..<200).flatMap { [UInt8](repeating: UInt8($0), count: $0) })
    }

    @Test func tellsItsEnd() {
        var buffer = ByteBuffer()
        let atFirst = buffer.ends(with: "a")
        buffer.append("ba")
        let ends = (buffer.ends(with: "a"), buffer.ends(with: "ba"), buffer.ends(with: "cba"))
        #expect(!atFirst && ends == (true, true, false))
    }

    /// At every place of texts of every length around one and two blocks.
    @Test func readsBlocksToTheEndOfATextAndNotBeyond() {
        for length in 0...40 {
            let bytes = (0..<length).map { UInt8($0 + 1) }
            for place in 0...length {
                let block = bytes.span.block(at: place)
                let wanted = (0..<ByteBlock.length).map { place + $0 < length ? UInt8(place + $0 + 1) : 0 }
                var buffer = ByteBuffer()
                buffer.append(block, ByteBlock.length)
                #expect(buffer.bytes == wanted, "\(place) of \(length)")
            }
        }
    }

    @Test func findsTheFirstMark() {
        #expect(ByteBlock.zero.firstMarked == ByteBlock.length)
        for place in 0..<ByteBlock.length {
            var block = ByteBlock(0, 0x8000_0000_0000_0000)
            block[place / 8] |= 0x80 << UInt64(place % 8 * 8)
            #expect(block.firstMarked == place)
        }
    }

    @Test(arguments: ["", "short", "a text that is longer than what fits into itself", "é😀"])
    func lendsTheBytesOfATextThatIsNotItsOwn(_ text: String) {
        #expect(text.withFastUTF8 { Array($0) } == Array(text.utf8))
        let part = String(text.dropFirst())
        #expect(part.withFastUTF8 { Array($0) } == Array(part.utf8))
    }

    /// Every byte at every place of texts around one and two blocks, and beside another.
    @Test func escapesWhereverItStands() {
        let references: [UInt8: String] = [0x26: "&amp;", 0x27: "&#39;", 0x3C: "&lt;", 0x3E: "&gt;"]
        for byte in UInt8(1)..<128 {
            for place in 0..<34 {
                var text = [UInt8](repeating: UInt8(ascii: "a"), count: 34)
                text[place] = byte
                text[(place + 1) % 34] = UInt8(ascii: "<")
                for (marks, quote) in [(MarkupBytes.all, "&quot;"), (.allNumbered, "&#34;"), (.ofText, "\"")] {
                    var buffer = ByteBuffer()
                    buffer.append(text.span, escaping: marks)
                    let wanted = text.flatMap { byte in
                        if byte == 0x22 { return Array(quote.utf8) }
                        if byte == 0x27, marks == .ofText { return [byte] }
                        return references[byte].map { Array($0.utf8) } ?? [byte]
                    }
                    var array: [UInt8] = []
                    array.append(text.span, escaping: marks)
                    if buffer.bytes != wanted || array != wanted { Issue.record("\(byte) at \(place), \(marks)") }
                }
            }
        }
    }
}
