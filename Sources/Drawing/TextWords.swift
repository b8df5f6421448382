/// A text cleaned and cut into the pieces that a line break may not divide.
struct TextWords: Sendable {
    struct Atom: Sendable {
        /// UTF-8 offsets in `bytes`.
        var bytes: Range<Int>
        /// Estimated, in units of the viewBox.
        var width: Double
        /// The width of the space before it, where both stand on one line.
        var gap: Double
    }

    /// Clean UTF-8: one space between words, nothing in it that XML or HTML forbids.
    let clean: String
    /// The width of all words on one line.
    let width: Double
    let atoms: [Atom]
    /// The direction of the first letter that has one; nil where there is none.
    let isRightToLeft: Bool?
    private let style: TextStyle

    /// Cleans the text: runs of white space become one space, and controls and noncharacters are dropped.
    ///
    /// For a text that is to stand on one line the atoms need not be kept.
    init(_ text: String, style: TextStyle, keepsAtoms: Bool = true) {
        var cutter = TextCutter(text, style, keepsAtoms: keepsAtoms)
        cutter.cut()
        clean = cutter.isChanged ? cutter.clean : text
        width = cutter.width
        atoms = cutter.atoms
        isRightToLeft = cutter.isRightToLeft
        self.style = style
    }

    /// The advance of a scalar, in units of the viewBox.
    private func advance(_ scalar: UInt32) -> Double { Double(style.face.table.advance(scalar)) * (style.size / 1000) }

    /// Of the measure, for pieces of a word: they fill it to the last letter, and fonts differ by a few per cent.
    private static let careful = 0.96

    /// The atoms, those that are wider than the measure cut into pieces that fit: between glued words first, then after a
    /// hyphen or slash if there is one.
    func atoms(brokenTo measure: Double) -> [Atom] {
        guard atoms.contains(where: { $0.width > measure }) else { return atoms }
        let bytes = Array(clean.utf8)
        var result: [Atom] = []
        for atom in atoms {
            guard atom.width > measure else {
                result.append(atom)
                continue
            }
            var gap = atom.gap
            for word in bytes[atom.bytes].split(separator: 0x20) {
                cut(word, gap: gap, to: measure * Self.careful, into: &result)
                gap = advance(0x20)
            }
        }
        return result
    }

    private func cut(_ word: ArraySlice<UInt8>, gap: Double, to measure: Double, into result: inout [Atom]) {
        var start = word.startIndex
        var width = 0.0
        var gap = gap
        /// The last good place to cut, and the width up to it.
        var good: (end: Int, width: Double)?
        var position = start
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            let advance = advance(scalar.value)
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
