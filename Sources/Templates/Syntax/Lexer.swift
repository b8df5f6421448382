import Diagnostics

/// Splits a template's text into tokens, with Jinja's default whitespace control.
///
/// One pass over the bytes, without recursion: the time is always linear in the file's length.
struct Lexer {
    let file: TextFile
    let bytes: [UInt8]
    var tokens: [Token] = []
    var diagnostics: [Diagnostic] = []
    var index: Int
    /// The end of the text. A single line ending at the end of the file is not part of it.
    let end: Int
    /// Whether white space after the last tag is stripped.
    var stripsNext = false
    /// Whether the current tag has a fault. Further faults of the tag usually follow from it.
    var hasFailed = false

    init(_ file: TextFile) {
        self.file = file
        self.bytes = file.bytes
        var end = file.bytes.count
        if end > 0, file.bytes[end - 1] == 0x0A { end -= 1 }
        if end > 0, file.bytes[end - 1] == 0x0D, end == file.bytes.count || file.bytes[end] == 0x0A { end -= 1 }
        self.end = end
        self.index = min(file.byteOrderMarkLength, end)
    }

    /// The tokens of the whole file, ended by `.end`.
    mutating func run() {
        tokens.reserveCapacity(bytes.count / 8 + 8)
        while index < end { readData() }
        tokens.append(Token(.end, end, end))
    }

    mutating func fault(_ start: Int, _ stop: Int, _ message: String, hint: String? = nil) {
        diagnostics.append(
            Diagnostic(.templateSyntax, message, at: TextLocation(file, TextRange(start, stop)), hint: hint))
    }

    /// The offset after white space.
    func afterSpace(_ start: Int) -> Int {
        var at = start
        while at < end, case let step = PythonSpace.length(in: bytes, at: at), step > 0 { at += step }
        return at
    }

    mutating func addData(_ start: Int, _ stop: Int, stripEnd: Bool) {
        let start = stripsNext ? min(stop, afterSpace(start)) : start
        var stop = stop
        stripsNext = false
        if stripEnd {
            while case let step = PythonSpace.length(in: bytes, before: stop, from: start), step > 0 { stop -= step }
        }
        if start < stop { tokens.append(Token(.data, start, stop)) }
    }

    /// Reads text up to the next tag, and that tag.
    mutating func readData() {
        let start = index
        var at = index
        while at < end {
            if bytes[at] == UInt8(ascii: "{"), at + 1 < end {
                let next = bytes[at + 1]
                if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#") { break }
            }
            at += 1
        }
        guard at < end else {
            addData(start, end, stripEnd: false)
            index = end
            return
        }
        let sign = at + 2 < end ? bytes[at + 2] : 0
        let hasSign = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
        addData(start, at, stripEnd: sign == UInt8(ascii: "-"))
        index = at + (hasSign ? 3 : 2)
        switch bytes[at + 1] {
        case UInt8(ascii: "#"): readComment(opening: at)
        case UInt8(ascii: "{"):
            tokens.append(Token(.printOpen, at, index))
            readTag(opening: at, closer: UInt8(ascii: "}"))
        default:
            if let afterRaw = rawTag("raw", at: index) {
                readRaw(opening: at, from: afterRaw)
            } else {
                tokens.append(Token(.tagOpen, at, index))
                readTag(opening: at, closer: UInt8(ascii: "%"))
            }
        }
    }

    mutating func readComment(opening: Int) {
        var at = index
        // The `-` of `{#-}` belongs to the start of the comment, so the end is after it.
        while at + 1 < end {
            if bytes[at] == UInt8(ascii: "#"), bytes[at + 1] == UInt8(ascii: "}") {
                stripsNext = at > index && bytes[at - 1] == UInt8(ascii: "-")
                index = at + 2
                return
            }
            at += 1
        }
        fault(opening, opening + 2, "this comment is not closed", hint: "close it with '#}'")
        index = end
    }

    /// The offset after `raw %}` (or `endraw %}`), and whether white space after it is stripped.
    func rawTag(_ word: String, at: Int) -> (index: Int, strips: Bool)? {
        var at = at
        at = afterSpace(at)
        for byte in word.utf8 {
            guard at < end, bytes[at] == byte else { return nil }
            at += 1
        }
        at = afterSpace(at)
        var strips = false
        if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
            strips = bytes[at] == UInt8(ascii: "-")
            at += 1
        }
        guard at + 1 < end, bytes[at] == UInt8(ascii: "%"), bytes[at + 1] == UInt8(ascii: "}") else { return nil }
        return (at + 2, strips)
    }

    mutating func readRaw(
        opening: Int, from: (index: Int, strips: Bool)
    ) {
        stripsNext = from.strips
        var at = from.index
        while at + 1 < end {
            if bytes[at] == UInt8(ascii: "{"), bytes[at + 1] == UInt8(ascii: "%") {
                let sign = at + 2 < end ? bytes[at + 2] : 0
                let hasSign = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
                if let after = rawTag("endraw", at: at + (hasSign ? 3 : 2)) {
                    addData(from.index, at, stripEnd: sign == UInt8(ascii: "-"))
                    stripsNext = after.strips
                    index = after.index
                    return
                }
            }
            at += 1
        }
        fault(opening, from.index, "this 'raw' is not closed", hint: "close it with '{% endraw %}'")
        index = end
    }

    /// Reads the tokens of a tag up to its end. An unclosed tag ends before the next one, so that one missing brace is
    /// one message.
    mutating func readTag(opening: Int, closer: UInt8) {
        hasFailed = false
        let closeKind: Token.Kind = closer == UInt8(ascii: "}") ? .printClose : .tagClose
        var braces = 0
        while true {
            index = afterSpace(index)
            guard index < end else { return closeUnclosed(opening, closeKind, at: end) }
            let byte = bytes[index]
            let next = index + 1 < end ? bytes[index + 1] : 0
            let third = index + 2 < end ? bytes[index + 2] : 0
            if braces == 0 || closer == UInt8(ascii: "%") {
                if byte == closer, next == UInt8(ascii: "}") {
                    return close(closeKind, length: 2)
                }
                let isSign = byte == UInt8(ascii: "-") || (byte == UInt8(ascii: "+") && closer == UInt8(ascii: "%"))
                if isSign, next == closer, third == UInt8(ascii: "}") {
                    stripsNext = byte == UInt8(ascii: "-")
                    return close(closeKind, length: 3)
                }
            }
            if byte == UInt8(ascii: "{") {
                if next == UInt8(ascii: "%") || (next == UInt8(ascii: "{") && braces == 0) || next == UInt8(ascii: "#")
                {
                    return closeUnclosed(opening, closeKind, at: index)
                }
                braces += 1
            } else if byte == UInt8(ascii: "}") {
                braces = max(0, braces - 1)
            }
            readToken(byte, next)
        }
    }

    mutating func close(_ kind: Token.Kind, length: Int) {
        tokens.append(Token(kind, index, index + length))
        index += length
    }

    /// Reports an unclosed tag and keeps only the tokens that name it, so that one fault is one message.
    mutating func closeUnclosed(_ opening: Int, _ kind: Token.Kind, at: Int) {
        let isPrint = kind == .printClose
        if tokens.last?.kind != .faulty {
            fault(
                opening, opening + 2, "this '\(isPrint ? "{{" : "{%")' is not closed",
                hint: "close it with '\(isPrint ? "}}" : "%}")'")
        }
        if let first = tokens.lastIndex(where: { $0.kind == .printOpen || $0.kind == .tagOpen }) {
            let kept = first + (!isPrint && first + 1 < tokens.count && tokens[first + 1].kind == .name ? 2 : 1)
            tokens.removeSubrange(min(kept, tokens.count)...)
        }
        tokens.append(Token(.faulty, opening, opening + 2))
        tokens.append(Token(kind, at, at))
        index = at
    }
}

func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: false
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
