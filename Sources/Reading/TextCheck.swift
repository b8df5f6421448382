import Bytes
import Diagnostics

/// Checks that bytes are valid text: UTF-8, without control characters, with LF or CR LF line endings.
///
/// Later stages depend on it: none of them replaces a byte with U+FFFD or ends a string at a NUL.
struct TextCheck {
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the text may be parsed: false after any error.
    private(set) var isSound = true
    private let file: TextFile
    private var skipped = 0
    private var firstInvalid: (place: Int, byte: UInt8)?
    /// Control characters, which text has few of and other files many.
    private var controls = 0
    private var loneReturns: (first: Int, last: Int, count: Int)?

    init(_ file: TextFile) {
        self.file = file
        if let fault = wideEncoding() {
            report(fault)
            return
        }
        check(file.bytes)
        if isBinary {
            diagnostics = []
            report(
                Diagnostic(
                    .notText, "the file is not text", at: nil, path: file.path,
                    hint: "save it as plain text, or give it the extension of what it is"))
            return
        }
        if let loneReturns { report(loneReturn(loneReturns)) }
        if let firstInvalid { report(invalidByte(firstInvalid.place, firstInvalid.byte)) }
    }

    /// Whether the file begins as an archive (.docx, .odt), a PDF or a picture does, or has too many control characters.
    private var isBinary: Bool {
        let marks: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
            [0xD0, 0xCF, 0x11, 0xE0], Array("GIF8".utf8), Array("{\\rtf".utf8), [0x1F, 0x8B],
        ]
        return marks.contains { file.bytes.starts(with: $0) } || controls > max(20, file.bytes.count / 50)
    }

    private func loneReturn(_ found: (first: Int, last: Int, count: Int)) -> Diagnostic {
        var text: [UInt8] = []
        for index in found.first...found.last {
            let isLone = file.bytes[index] == 0x0D && (index + 1 >= file.bytes.count || file.bytes[index + 1] != 0x0A)
            text.append(isLone ? 0x0A : file.bytes[index])
        }
        let others = found.count == 1 ? [] : [Diagnostic.Note("\(found.count - 1) more such lines follow in this file")]
        // Bytes that are not UTF-8 would not survive the fix.
        let fixed = String(validating: text, as: UTF8.self)
        return Diagnostic(
            .loneCarriageReturn, "a line ends in a carriage return without a line feed",
            at: location(found.first, found.first + 1), notes: others,
            hint: "save the file with line endings of Unix (LF) or Windows (CR LF)",
            fixIt: fixed.map {
                FixIt(
                    replacing: location(found.first, found.last + 1), with: $0,
                    title: found.count == 1 ? "write a line feed" : "write \(found.count) line feeds")
            })
    }

    /// Thirty-two bytes at a time if they are printable ASCII, otherwise one by one.
    private mutating func check(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            index = TextCheck.endOfPlainText(in: bytes.span, from: index)
            let end = min(index + 32, bytes.count)
            while index < end {
                let byte = bytes[index]
                if byte >= 0x20, byte < 0x7F {
                    index += 1
                } else if byte < 0x80 {
                    control(byte, at: index, bytes)
                    index += 1
                } else {
                    index += wide(bytes, index)
                }
            }
        }
    }

    /// The offset of the first block of thirty-two bytes that is not all printable ASCII and line feeds.
    private static func endOfPlainText(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index + 2 * ByteBlock.length <= bytes.count,
            others(in: bytes.block(at: index)) | others(in: bytes.block(at: index + ByteBlock.length)) == .zero
        {
            index += 2 * ByteBlock.length
        }
        return index
    }

    /// Zero if all sixteen bytes are printable ASCII or line feeds.
    @inline(__always)
    private static func others(in block: ByteBlock) -> ByteBlock {
        let ones = ByteBlock(repeating: 0x0101_0101_0101_0101)
        let highs = ones &* 0x80
        // Only the lower seven bits, so that no sum carries into the next byte: below a space but not a line feed, or
        // DEL.
        let low = block & ~highs
        let isControl = ~(low &+ ones &* 0x60)
        let isLineFeed = ~((low ^ ones &* 0x0A) &+ ones &* 0x7F)
        return (block | (low &+ ones) | (isControl & ~isLineFeed)) & highs
    }

    private mutating func control(_ byte: UInt8, at index: Int, _ bytes: [UInt8]) {
        switch byte {
        case 0x0A, 0x09: break
        case 0x0D:
            if index + 1 < bytes.count, bytes[index + 1] == 0x0A { break }
            loneReturns = (loneReturns?.first ?? index, index, (loneReturns?.count ?? 0) + 1)
        case 0:
            controls += 1
            guard mayReport else { break }
            report(
                Diagnostic(
                    .controlCharacter, "the text contains a NUL byte", at: location(index, index + 1),
                    hint: "the file may be damaged, or may not be text"))
        default:
            controls += 1
            guard mayReport else { break }
            report(
                Diagnostic(
                    .controlCharacter, "the text contains the control character \(codePoint(UInt32(byte)))",
                    at: location(index, index + 1), hint: "delete it; it is invisible in most editors",
                    fixIt: FixIt(replacing: location(index, index + 1), with: "", title: "delete it")))
        }
    }

    /// The length of the scalar that starts at an offset, 1 for a byte that is not UTF-8 (RFC 3629).
    private mutating func wide(_ bytes: [UInt8], _ index: Int) -> Int {
        let lead = bytes[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        var isValid = lead >= 0xC2 && lead <= 0xF4 && index + length <= bytes.count
        if isValid {
            let second = bytes[index + 1]
            switch lead {
            case 0xE0: isValid = second >= 0xA0
            case 0xED: isValid = second < 0xA0
            case 0xF0: isValid = second >= 0x90
            case 0xF4: isValid = second < 0x90
            default: break
            }
            for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { isValid = false }
        }
        guard isValid else {
            if firstInvalid == nil { firstInvalid = (index, lead) } else { skipped += 1 }
            return 1
        }
        // Where the refused ones are: C1, U+2028 and on, the last code points of a plane.
        if lead == 0xC2 || lead == 0xE2 && bytes[index + 1] == 0x80 || lead >= 0xEF {
            var walk = ScalarWalk(bytes[index..<index + length])
            if let code = walk.next() { refuse(code, at: index, index + length) }
        }
        return length
    }

    private mutating func refuse(_ code: UInt32, at start: Int, _ end: Int) {
        guard let refused = RefusedCharacter(code), refused != .invisible, mayReport else { return }
        let place = location(start, end)
        let diagnostic = Diagnostic(
            refused.code, refused.message(code), at: place,
            hint: refused == .reordering ? nil : "delete it; it is invisible in most editors",
            fixIt: refused == .separator
                ? FixIt(replacing: place, with: " ", title: "write a space")
                : FixIt(replacing: place, with: "", title: "delete it"))
        if refused == .reordering { diagnostics.append(diagnostic) } else { report(diagnostic) }
    }

    private func invalidByte(_ place: Int, _ byte: UInt8) -> Diagnostic {
        let digits = String(byte, radix: 16)
        let others = skipped == 0 ? [] : [Diagnostic.Note("\(skipped) more such bytes follow in this file")]
        return Diagnostic(
            .invalidUTF8, "invalid UTF-8 byte 0x\(digits)", at: location(place, place + 1), notes: others,
            hint: "save the file in the encoding UTF-8")
    }

    /// UTF-16 and UTF-32, by their byte order marks or by a NUL next to an ASCII letter at the start.
    private func wideEncoding() -> Diagnostic? {
        let start = file.bytes.prefix(4)
        let isWide =
            start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
            || (start.count == 4 && start[0] == start[2] && start[0] == 0 && start[1] != 0 && start[3] != 0)
            || (start.count == 4 && start[1] == start[3] && start[1] == 0 && start[0] != 0 && start[2] != 0)
        guard isWide else { return nil }
        return Diagnostic(
            .wideEncoding, "the file looks like UTF-16", at: nil, path: file.path,
            hint: "save the file in the encoding UTF-8")
    }

    /// At most twenty problems a file are reported; a binary file would have thousands.
    private var mayReport: Bool { diagnostics.count < 20 }

    private mutating func report(_ diagnostic: Diagnostic) {
        isSound = false
        diagnostics.append(diagnostic)
    }

    private func location(_ start: Int, _ end: Int) -> TextLocation { TextLocation(file, TextRange(start, end)) }
}
