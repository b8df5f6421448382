/// A text cleaned and cut into the pieces that a line break may not divide.
struct TextWords {
    struct Atom {
        /// UTF-8 offsets in `bytes`.
        var bytes: Range<Int>
        /// Estimated, in units of the viewBox.
        var width: Double
        /// The width of the space before it, where both stand on one line.
        var gap: Double
    }

    private(set) var bytes: [UInt8] = []
    private(set) var atoms: [Atom] = []
    /// The direction of the first letter that has one; nil where there is none.
    private(set) var isRightToLeft: Bool?
    private let table: AdvanceTable
    private let unit: Double

    /// Cleans the text: runs of white space become one space, and controls and noncharacters are dropped.
    init(_ text: String, style: TextStyle) {
        table = style.face.table
        unit = style.size / 1000
        bytes.reserveCapacity(text.utf8.count)
        atoms.reserveCapacity(16)
        var cutter = Cutter(space: Double(table.advance(0x20)) * unit)
        var text = text
        text.withUTF8 { source in
            var index = 0
            while index < source.count {
                let first = source[index]
                if first > 0x20, first < 0x7F, cutter.isOpen, !cutter.lastBroke, isRightToLeft != nil {
                    index = takeRun(source, from: index, &cutter)
                    continue
                }
                let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
                var value = UInt32(first)
                if length > 1 {
                    value &= length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07
                    for next in 1..<length { value = value << 6 | UInt32(source[index + next] & 0x3F) }
                }
                take(value, source[index..<index + length], &cutter)
                index += length
            }
        }
        if cutter.isOpen { atoms.append(cutter.atom) }
        if cutter.hasNumbers { glueNumbers() }
    }

    /// Takes the rest of a word as far as it is ASCII, which nothing can divide, and gives the offset behind it.
    private mutating func takeRun(
        _ source: UnsafeBufferPointer<UInt8>, from start: Int, _ cutter: inout Cutter
    ) -> Int {
        var end = start
        var advance = 0
        while end < source.count, source[end] > 0x20, source[end] < 0x7F {
            if source[end] >= 0x30, source[end] <= 0x39 { cutter.hasNumbers = true }
            advance += Int(table.ascii[Int(source[end]) - 0x20])
            end += 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
        cutter.atom.width += Double(advance) * unit
        cutter.atom.bytes = cutter.atom.bytes.lowerBound..<bytes.count
        return end
    }

    /// What is known between one scalar and the next.
    private struct Cutter {
        let space: Double
        var atom = Atom(bytes: 0..<0, width: 0, gap: 0)
        var isOpen = false
        var sawSpace = false
        /// The last scalar allows a break behind it.
        var lastBroke = false
        var hasNumbers = false
    }

    private mutating func take(_ value: UInt32, _ encoded: Slice<UnsafeBufferPointer<UInt8>>, _ cutter: inout Cutter) {
        if value == 0x20 || value == 0x9 || value == 0xA || value == 0xD || value == 0x2028 || value == 0x2029 {
            if cutter.isOpen { atoms.append(cutter.atom) }
            cutter.isOpen = false
            cutter.sawSpace = !atoms.isEmpty
            cutter.lastBroke = false
            return
        }
        if Self.isForbidden(value) { return }
        if isRightToLeft == nil { isRightToLeft = AdvanceTable.isRightToLeft(value) }
        if value >= 0x200B || cutter.lastBroke {
            let breaks = AdvanceTable.breaksAnywhere(value)
            let parts = value == 0x200B || (breaks || cutter.lastBroke) && !AdvanceTable.isJoining(value)
            if cutter.isOpen, parts, !AdvanceTable.mustNotBeginLine(value) {
                atoms.append(cutter.atom)
                cutter.isOpen = false
            }
            cutter.lastBroke = breaks
            if value == 0x200B { return }
        }
        if value >= 0x30, value <= 0x39 { cutter.hasNumbers = true }
        if !cutter.isOpen {
            if cutter.sawSpace { bytes.append(0x20) }
            cutter.atom = Atom(bytes: bytes.count..<bytes.count, width: 0, gap: cutter.sawSpace ? cutter.space : 0)
            cutter.isOpen = true
            cutter.sawSpace = false
        }
        if encoded.count == 1 { bytes.append(UInt8(value)) } else { bytes.append(contentsOf: encoded) }
        cutter.atom.width += Double(table.advance(value)) * unit
        cutter.atom.bytes = cutter.atom.bytes.lowerBound..<bytes.count
    }

    /// Keeps "26 February 2026" and "22:01 UTC" on one line: a short number or a clock time takes the next word with it,
    /// and a year after that.
    private mutating func glueNumbers() {
        guard atoms.count > 1 else { return }
        var glued: [Atom] = []
        glued.reserveCapacity(atoms.count)
        /// The last atom is a number with its word.
        var wasNumber = false
        for atom in atoms {
            if let last = glued.last, atom.gap > 0,
                isShortNumber(last.bytes) || wasNumber && isYear(atom.bytes)
            {
                wasNumber = isShortNumber(last.bytes)
                let joined = Atom(
                    bytes: last.bytes.lowerBound..<atom.bytes.upperBound, width: last.width + atom.gap + atom.width,
                    gap: last.gap)
                glued[glued.count - 1] = joined
            } else {
                wasNumber = false
                glued.append(atom)
            }
        }
        atoms = glued
    }

    /// Four digits, with or without a mark behind them.
    private func isYear(_ range: Range<Int>) -> Bool {
        guard range.count == 4 || range.count == 5 else { return false }
        return bytes[range.lowerBound..<range.lowerBound + 4].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// One or two digits, or a clock time.
    private func isShortNumber(_ range: Range<Int>) -> Bool {
        guard range.count <= 5 else { return false }
        var digits = 0
        var colons = 0
        for byte in bytes[range] {
            if byte >= 0x30, byte <= 0x39 {
                digits += 1
            } else if byte == 0x3A {
                colons += 1
            } else {
                return false
            }
        }
        return colons == 1 && digits >= 3 || colons == 0 && digits <= 2 && digits > 0
    }

    /// Of the measure, for pieces of a word: they fill it to the last letter, and fonts differ by a few per cent.
    private static let careful = 0.96

    /// The atoms, those that are wider than the measure cut into pieces that fit: between glued words first, then after a
    /// hyphen or slash if there is one.
    func atoms(brokenTo measure: Double) -> [Atom] {
        guard atoms.contains(where: { $0.width > measure }) else { return atoms }
        var result: [Atom] = []
        for atom in atoms {
            guard atom.width > measure else {
                result.append(atom)
                continue
            }
            var gap = atom.gap
            for word in bytes[atom.bytes].split(separator: 0x20) {
                cut(
                    Atom(bytes: word.startIndex..<word.endIndex, width: 0, gap: gap), to: measure * Self.careful,
                    into: &result)
                gap = Double(table.advance(0x20)) * unit
            }
        }
        return result
    }

    private func cut(_ atom: Atom, to measure: Double, into result: inout [Atom]) {
        var start = atom.bytes.lowerBound
        var width = 0.0
        var gap = atom.gap
        /// The last good place to cut, and the width up to it.
        var good: (end: Int, width: Double)?
        var position = start
        for scalar in String(decoding: bytes[atom.bytes], as: UTF8.self).unicodeScalars {
            let advance = Double(table.advance(scalar.value)) * unit
            if advance > 0, width + advance > measure, position > start {
                let end = good.map { $0.width > measure * 0.4 ? $0.end : position } ?? position
                let kept = end == position ? width : good?.width ?? width
                result.append(Atom(bytes: start..<end, width: kept, gap: gap))
                start = end
                width -= kept
                gap = 0
                good = nil
            }
            width += advance
            position += UTF8.width(scalar)
            switch scalar {
            case "-", "/", "–", "—", "_", "@", ",", "\u{2010}": good = (position, width)
            default: break
            }
        }
        result.append(Atom(bytes: start..<position, width: width, gap: gap))
    }

    /// What XML 1.0 or HTML forbids, and the soft hyphen, which no picture shows.
    static func isForbidden(_ scalar: UInt32) -> Bool {
        scalar < 0x20 || scalar >= 0x7F && scalar < 0xA0 || scalar == 0xAD || scalar >= 0xFDD0 && scalar <= 0xFDEF
            || scalar & 0xFFFE == 0xFFFE
    }
}
