/// A text cut into lines that fit a measure, with as even lengths as the number of lines allows.
struct WrappedText: Sendable {
    /// Clean UTF-8: one space between words, nothing in it that XML or HTML forbids.
    let clean: String
    /// UTF-8 offsets of each line in the clean text.
    let lines: Lines
    /// The estimated width of the longest line, in units of the viewBox.
    let width: Double
    let style: TextStyle
    /// The text's own direction; nil for one without letters.
    let isRightToLeft: Bool?

    var isEmpty: Bool { lines.isEmpty }

    /// From the first baseline to the last.
    var depth: Double { Double(max(lines.count - 1, 0)) * style.lineHeight }

    /// The lines' heights together.
    var height: Double { Double(lines.count) * style.lineHeight }
}

extension WrappedText {
    /// Wraps greedily at spaces, then narrows the measure for as long as the number of lines stays the same.
    init(_ text: String, _ style: TextStyle, measure: Double) {
        // The atoms are kept at once where the text will hardly have room on one line.
        let isLong = Double(text.utf8.count) * style.size * 0.5 > measure
        let words = TextWords(text, style: style, keepsAtoms: isLong)
        if isLong || words.width <= measure {
            self.init(words, style, measure: measure)
        } else {
            self.init(TextWords(text, style: style), style, measure: measure)
        }
    }

    /// Wraps words that were measured in the same face and size.
    init(_ words: TextWords, _ style: TextStyle, measure: Double) {
        self.style = style
        clean = words.clean
        isRightToLeft = words.isRightToLeft
        guard words.width > measure else {
            lines = clean.isEmpty ? Lines() : Lines(0..<clean.utf8.count)
            width = words.width
            return
        }
        let atoms = words.atoms(brokenTo: measure)
        let filled = Self.fill(atoms, measure: measure)
        var best = measure
        if filled.count > 1 {
            var low = filled.total / Double(filled.count)
            var high = filled.width
            best = high
            while high - low > 1 {
                let middle = (low + high) / 2
                let narrower = Self.fill(atoms, measure: middle)
                if narrower.count == filled.count, narrower.width <= middle {
                    high = narrower.width
                    best = high
                } else {
                    low = middle
                }
            }
        }
        width = min(filled.width, best)
        lines = Self.lines(of: atoms, count: filled.count, measure: best)
    }

    /// One line, in a smaller size where it would else be wider than the measure.
    init(fitting text: String, _ style: TextStyle, into measure: Double) {
        let line = WrappedText(text, style, measure: .infinity)
        guard line.width > measure else {
            self = line
            return
        }
        let size = (style.size * measure / line.width * 10).rounded(.down) / 10
        let smaller = TextStyle(
            face: style.face, size: size, lineHeight: style.lineHeight, isMute: style.isMute)
        self = WrappedText(text, smaller, measure: .infinity)
    }

    private struct Filled {
        var count = 0
        var width = 0.0
        var total = 0.0
    }

    /// What is rounding when a line is exactly as wide as the measure.
    private static let slack = 0.001

    /// How many lines there are, how wide the widest, and how wide all together.
    private static func fill(_ atoms: [TextWords.Atom], measure: Double) -> Filled {
        var filled = Filled()
        var width = 0.0
        for (index, atom) in atoms.enumerated() {
            let joined = index == 0 ? atom.width : width + atom.gap + atom.width
            if index > 0, joined > measure + slack {
                filled.count += 1
                filled.width = max(filled.width, width)
                filled.total += width
                width = atom.width
            } else {
                width = joined
            }
        }
        return Filled(count: filled.count + 1, width: max(filled.width, width), total: filled.total + width)
    }

    /// Greedy lines: an atom wider than the measure stands alone on its line.
    private static func lines(of atoms: [TextWords.Atom], count: Int, measure: Double) -> Lines {
        if count == 1 { return Lines(atoms[0].bytes.lowerBound..<atoms[atoms.count - 1].bytes.upperBound) }
        var lines: [Range<Int>] = []
        lines.reserveCapacity(count)
        var start = atoms[0].bytes.lowerBound
        var end = start
        var width = 0.0
        for (index, atom) in atoms.enumerated() {
            let joined = index == 0 ? atom.width : width + atom.gap + atom.width
            if index > 0, joined > measure + slack {
                lines.append(start..<end)
                start = atom.bytes.lowerBound
                width = atom.width
            } else {
                width = joined
            }
            end = atom.bytes.upperBound
        }
        lines.append(start..<end)
        return Lines(lines[0], lines.dropFirst())
    }
}

extension WrappedText {
    /// The lines of a text; a single one, as most texts have, takes no memory of its own.
    struct Lines: RandomAccessCollection, Sendable {
        private let first: Range<Int>
        private let others: ArraySlice<Range<Int>>
        let endIndex: Int

        var startIndex: Int { 0 }
        subscript(index: Int) -> Range<Int> { index == 0 ? first : others[index] }

        init() {
            first = 0..<0
            others = []
            endIndex = 0
        }

        /// All lines but the first are at the index that they have here.
        init(_ first: Range<Int>, _ others: ArraySlice<Range<Int>> = []) {
            self.first = first
            self.others = others
            endIndex = 1 + others.count
        }
    }
}
