#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What is kept of a source's words, prepared for finding quotes in it.
///
/// Any run of white space counts as one space; all else must agree to the letter. A quote may leave words out where it
/// says so with `[…]` or `[...]`: its parts must then all be there, in their order.
package struct KeptText: Sendable {
    /// The text with its white space folded; excerpts are parted by NUL, so that no quote runs over their ends.
    private let folded: [UInt8]

    /// - Parameter text: The text copy's bytes, nil where none is kept.
    package init(text: [UInt8]?, excerpts: [String]) {
        var folded: [UInt8] = []
        if let text { text.withUnsafeBufferPointer { foldWhiteSpace($0, into: &folded) } }
        for excerpt in excerpts {
            if !folded.isEmpty { folded.append(0) }
            appendFolded(excerpt, to: &folded)
        }
        self.folded = folded
    }

    package var isEmpty: Bool { folded.isEmpty }

    /// Whether a quote stands in the text word for word.
    package func contains(_ quote: String) -> Bool {
        var start = 0
        for part in KeptText.parts(of: quote) {
            guard let end = end(of: part, from: start) else { return false }
            start = end
        }
        return true
    }

    /// A quote's parts between marks of omission, folded.
    private static func parts(of quote: String) -> [[UInt8]] {
        var bytes: [UInt8] = []
        appendFolded(quote, to: &bytes)
        var parts: [[UInt8]] = []
        var part: [UInt8] = []
        var index = 0
        func close() {
            while part.last == 0x20 { part.removeLast() }
            if !part.isEmpty { parts.append(part) }
            part = []
        }
        while index < bytes.count {
            if let length = omission(in: bytes, at: index) {
                close()
                index += length
                if index < bytes.count, bytes[index] == 0x20 { index += 1 }
            } else {
                part.append(bytes[index])
                index += 1
            }
        }
        close()
        return parts
    }

    /// The length of `[…]` or `[...]` at an offset; nil where there is neither.
    private static func omission(in bytes: [UInt8], at index: Int) -> Int? {
        guard bytes[index] == UInt8(ascii: "["), bytes.count - index >= 5 else { return nil }
        let mark = bytes[index + 1..<index + 4]
        guard bytes[index + 4] == UInt8(ascii: "]") else { return nil }
        return mark.elementsEqual("…".utf8) || mark.elementsEqual("...".utf8) ? 5 : nil
    }

    /// The offset just past the first place at or after `start` where a part stands.
    ///
    /// Knuth, Morris and Pratt's search: linear whatever the text, and past stretches without the first byte at the
    /// speed of `memchr`.
    private func end(of part: [UInt8], from start: Int) -> Int? {
        let steps = KeptText.fallbacks(of: part)
        return folded.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return nil }
            var index = start
            var matched = 0
            while index < text.count {
                if matched == 0 {
                    guard let found = memchr(base + index, Int32(part[0]), text.count - index) else { return nil }
                    index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                }
                while matched > 0, text[index] != part[matched] { matched = steps[matched - 1] }
                if text[index] == part[matched] { matched += 1 }
                index += 1
                if matched == part.count { return index }
            }
            return nil
        }
    }

    /// For each prefix of a part, the length of the longest proper prefix that is also its end.
    private static func fallbacks(of part: [UInt8]) -> [Int] {
        var steps = [Int](repeating: 0, count: part.count)
        var length = 0
        for index in part.indices.dropFirst() {
            while length > 0, part[index] != part[length] { length = steps[length - 1] }
            if part[index] == part[length] { length += 1 }
            steps[index] = length
        }
        return steps
    }
}

private func appendFolded(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { foldWhiteSpace($0, into: &output) }
}

/// Appends a text with every run of white space as one space, and none at its ends.
private func foldWhiteSpace(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    output.reserveCapacity(output.count + text.count)
    let start = output.count
    var isPending = false
    var index = 0
    while index < text.count {
        let length = whiteSpaceLength(text, index)
        if length > 0 {
            isPending = true
            index += length
            continue
        }
        if isPending, output.count > start { output.append(0x20) }
        isPending = false
        output.append(text[index])
        index += 1
    }
}

/// The bytes that a white space character at an offset takes, 0 where there is none: Unicode's White_Space, and U+FEFF.
private func whiteSpaceLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return index + 1 < text.count && (text[index + 1] == 0xA0 || text[index + 1] == 0x85) ? 2 : 0
    case 0xE1, 0xE2, 0xE3, 0xEF:
        guard index + 2 < text.count else { return 0 }
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            return 3
        default: return 0
        }
    default: return 0
    }
}
