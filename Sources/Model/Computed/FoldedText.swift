import Bytes
import Reading

/// A text without the differences that copying and typesetting make, in which quotes are searched.
///
/// Folded are: compatibility characters and decomposed accents (the part of Unicode NFKC that copied texts need), the
/// kinds of apostrophe, quotation mark and dash, white space with form feeds and page numbers beside these, and line ends
/// between wide characters. Invisible characters are dropped. Hyphens are kept beside the bytes: one at a line end may be
/// the word's own or the typesetter's.
struct FoldedText: Sendable {
    /// UTF-8 without hyphens and dashes.
    private(set) var bytes: [UInt8] = []
    /// Offsets into the bytes before which a dash stands, ascending.
    private(set) var dashes: [Int] = []
    /// The same for hyphens at a line end.
    private(set) var softHyphens: [Int] = []

    init(_ text: String) {
        var folder = TextFolder()
        for scalar in text.unicodeScalars { folder.add(scalar) }
        folder.end()
        bytes = folder.bytes
        dashes = folder.dashes
        softHyphens = folder.softHyphens
    }

    /// The offset behind the first place of a quote's piece at or after an offset; nil if it is not there.
    ///
    /// Linear in both texts (Knuth, Morris and Pratt). Places at which only the dashes differ are tried 256 times.
    func end(of piece: FoldedText, from start: Int) -> Int? {
        let wanted = piece.bytes
        guard !wanted.isEmpty, bytes.count - start >= wanted.count else { return nil }
        var fallback = [Int](repeating: 0, count: wanted.count)
        var length = 0
        for index in wanted.indices.dropFirst() {
            while length > 0, wanted[index] != wanted[length] { length = fallback[length - 1] }
            if wanted[index] == wanted[length] { length += 1 }
            fallback[index] = length
        }
        var matched = 0
        var attempts = 0
        for index in start..<bytes.count {
            while matched > 0, bytes[index] != wanted[matched] { matched = fallback[matched - 1] }
            if bytes[index] == wanted[matched] { matched += 1 }
            guard matched == wanted.count else { continue }
            if hasSameDashes(as: piece, at: index + 1 - matched) { return index + 1 }
            attempts += 1
            if attempts == 256 { return nil }
            matched = fallback[matched - 1]
        }
        return nil
    }

    /// Whether the dashes of a piece stand in its place here: each where a dash or a soft hyphen stands, none missing.
    private func hasSameDashes(as piece: FoldedText, at place: Int) -> Bool {
        let end = place + piece.bytes.count
        let wanted = (piece.dashes + piece.softHyphens).map { $0 + place }.filter { place < $0 && $0 < end }
        let own = Set(dashes[range(of: dashes, from: place + 1, to: end)])
        let soft = Set(softHyphens[range(of: softHyphens, from: place + 1, to: end)])
        return wanted.allSatisfy { own.contains($0) || soft.contains($0) } && own.isSubset(of: Set(wanted))
    }

    private func range(of list: [Int], from start: Int, to end: Int) -> Range<Int> {
        func place(of value: Int) -> Int {
            var (low, high) = (0, list.count)
            while low < high {
                let middle = (low + high) / 2
                if list[middle] < value { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let first = place(of: start)
        return first..<max(first, place(of: end))
    }
}

/// Folds a text scalar by scalar.
private struct TextFolder {
    private(set) var bytes: [UInt8] = []
    private(set) var dashes: [Int] = []
    private(set) var softHyphens: [Int] = []
    /// The last letter and the marks on it, not yet written.
    private var base: Unicode.Scalar?
    private var marks: [Unicode.Scalar] = []
    /// The last scalar; nil after a dash.
    private var last: Unicode.Scalar?
    private var hasSpace = false
    private var hasLineEnd = false
    private var hyphen = Hyphen.none
    /// Where the present line and the last one with text begin in `bytes`.
    private var lineStart = 0
    private var textStart = 0
    private var followsPageEnd = false

    /// What the last character is: a hyphen after a letter, which counts as a dash until a line ends, or a soft hyphen.
    private enum Hyphen { case none, written, invisible }

    mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0A, 0x0D, 0x0B, 0x85, 0x2028, 0x2029: lineEnd()
        case 0x0C: pageEnd()
        case 0xAD: hyphen = .invisible
        case 0x200B...0x200F, 0x2060...0x2064, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFE00...0xFE0F: break
        case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: hasSpace = true
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D:
            dash(isHyphen: [0x2D, 0x2010, 0x2011].contains(scalar.value))
        case 0x60: letter("'")
        case 0..<0x80: letter(scalar)
        default:
            if let folded = compatible[scalar] {
                for each in folded.unicodeScalars { add(each) }
            } else if let plain = plainForm(of: scalar) {
                add(plain)
            } else if base != nil, !hasSpace, !hasLineEnd, isMark(scalar) {
                marks.append(scalar)
            } else {
                letter(scalar)
            }
        }
    }

    mutating func end() {
        flush()
        while bytes.last == 0x20 { bytes.removeLast() }
        let end = bytes.count
        dashes.removeAll { $0 > end }
    }

    private mutating func letter(_ scalar: Unicode.Scalar) {
        separate(before: scalar)
        flush()
        base = scalar
        last = scalar
        hyphen = .none
    }

    /// Writes what lies between the last character and the next: a space, or nothing.
    private mutating func separate(before next: Unicode.Scalar?) {
        guard hasSpace || hasLineEnd else { return }
        flush()
        defer { (hasSpace, hasLineEnd) = (false, false) }
        if hasLineEnd {
            switch hyphen {
            case .written:
                // It may be the typesetter's, or the word's own.
                dashes.removeLast()
                softHyphens.append(bytes.count)
                return
            case .invisible: return
            case .none: break
            }
            if let last, let next, last.isWide, next.isWide { return }
        }
        if let final = bytes.last, final != 0x20 || dashes.last == bytes.count { bytes.append(0x20) }
    }

    private mutating func dash(isHyphen: Bool) {
        let followsLetter = !hasSpace && !hasLineEnd && last != nil
        separate(before: nil)
        flush()
        // A run of them is one.
        if dashes.last != bytes.count { dashes.append(bytes.count) }
        hyphen = isHyphen && followsLetter ? .written : .none
        last = nil
    }

    private mutating func lineEnd() {
        flush()
        if bytes.count > lineStart {
            textStart = lineStart
            if followsPageEnd { dropPageNumber() }
            followsPageEnd = false
        }
        hasLineEnd = true
        lineStart = bytes.count
    }

    private mutating func pageEnd() {
        flush()
        if bytes.count > lineStart { textStart = lineStart }
        dropPageNumber()
        hasLineEnd = true
        lineStart = bytes.count
        followsPageEnd = true
    }

    /// Takes back the last line with text if it is a number of at most four digits.
    private mutating func dropPageNumber() {
        let line = bytes[textStart...].drop { $0 == 0x20 }
        guard !line.isEmpty, line.count <= 4, line.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
        let start = textStart
        bytes.removeSubrange(start...)
        dashes.removeAll { $0 > start }
        last = beforeText
    }

    /// The scalar before the last line with text, as far as it matters: whether it is wide.
    private var beforeText: Unicode.Scalar? {
        String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last
    }

    private mutating func flush() {
        guard let letter = base else { return }
        base = nil
        if marks.isEmpty {
            append(letter)
            return
        }
        var character = String(letter)
        character.unicodeScalars.append(contentsOf: marks)
        if character.count == 1, let first = character.first, let whole = composed[first] {
            append(whole)
        } else {
            for scalar in character.unicodeScalars { append(scalar) }
        }
        marks = []
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += Array(String(scalar).utf8) }
    }
}

/// Whether a scalar is a mark on the letter before it, such as U+0301.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark || scalar.value == 0x3099 || scalar.value == 0x309A
}

/// Wide, bold and styled forms of ASCII characters, by their ranges.
private func plainForm(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x1D400...0x1D6A3:
        Unicode.Scalar(((scalar.value - 0x1D400) % 52).letterOfAlphabet)
    case 0x1D7CE...0x1D7FF: Unicode.Scalar(0x30 + (scalar.value - 0x1D7CE) % 10)
    default: nil
    }
}

extension UInt32 {
    /// A to Z, then a to z.
    fileprivate var letterOfAlphabet: UInt32 { self < 26 ? 0x41 + self : 0x61 + self - 26 }
}

/// What stands for a character: one kind of apostrophe and quotation mark, and the letters of ligatures.
private let compatible: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ",
        "ŉ": "'n", "ſ": "s", "…": "...", "²": "2", "³": "3", "¹": "1", "ª": "a", "º": "o", "½": "1/2", "¼": "1/4",
        "¾": "3/4", "⁄": "/", "№": "No", "™": "TM", "℃": "°C", "µ": "μ", "⁰": "0",
    ]
    for scalar in "‘’‚‛ʼʹ′´‹›＇".unicodeScalars { table[scalar] = "'" }
    for scalar in "“”„‟«»″＂〝〞".unicodeScalars { table[scalar] = "\"" }
    for (digit, scalar) in "₀₁₂₃₄₅₆₇₈₉".unicodeScalars.enumerated() { table[scalar] = String(digit) }
    for (digit, scalar) in "⁴⁵⁶⁷⁸⁹".unicodeScalars.enumerated() { table[scalar] = String(digit + 4) }
    let halfWidth = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゙゚"
    for (place, scalar) in halfWidth.unicodeScalars.enumerated() {
        if let half = Unicode.Scalar(0xFF66 + UInt32(place)) { table[half] = String(scalar) }
    }
    return table
}()

/// Letters with their marks, by what they are equal to: a letter and the marks that follow it.
private let composed: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    let ranges: [ClosedRange<UInt32>] = [
        0xC0...0x24F, 0x386...0x3CE, 0x400...0x4F9, 0x622...0x6D3, 0x958...0x95F, 0x1E00...0x1FFC, 0x3040...0x30FF,
    ]
    for value in ranges.joined() { if let scalar = Unicode.Scalar(value) { table[Character(scalar)] = scalar } }
    return table
}()
