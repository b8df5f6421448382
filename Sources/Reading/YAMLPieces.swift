import Diagnostics

/// Front matter that is read in pieces, because of syntax errors between them.
struct YAMLPieces {
    private let file: TextFile
    private var root: YAMLNode
    private var diagnostics: [Diagnostic]
    private var count = 1

    /// How often reading continues after a syntax error. Each time, the whole rest is read.
    static let most = 16

    init(_ root: YAMLNode, _ diagnostics: [Diagnostic], in file: TextFile) {
        self.file = file
        self.root = root
        self.diagnostics = diagnostics
    }

    var outcome: Outcome<YAMLNode> { Outcome(root, diagnostics) }

    /// The first line after an error that begins with a key; nil if there is none.
    func nextField(behind fault: Int, in block: Range<Int>) -> Int? {
        guard count < YAMLPieces.most else { return nil }
        var line = file.line(at: fault).upperBound
        while line < block.upperBound {
            // A line's range excludes its line break.
            while line < block.upperBound, file.bytes[line] == 0x0A || file.bytes[line] == 0x0D { line += 1 }
            if line < block.upperBound, beginsWithKey(line, block.upperBound) { return line }
            line = file.line(at: line).upperBound
        }
        return nil
    }

    /// Whether lower-case letters, digits and underscores stand in the first column, and a colon and a space or the
    /// line's end behind them.
    private func beginsWithKey(_ start: Int, _ end: Int) -> Bool {
        guard (0x61...0x7A).contains(file.bytes[start]) else { return false }
        var place = start
        while place < end {
            switch file.bytes[place] {
            case 0x61...0x7A, 0x30...0x39, 0x5F: place += 1
            case 0x3A:
                place += 1
                return place == end || file.bytes[place] <= 0x20
            default: return false
            }
        }
        return false
    }

    /// Adds the fields of a further piece.
    mutating func add(_ piece: YAMLNode, _ further: [Diagnostic]) {
        count += 1
        diagnostics += further
        guard case .mapping(var entries) = root.kind, case .mapping(let others) = piece.kind else { return }
        var places = Dictionary(entries.map { ($0.key.value, $0.key.range) }) { first, _ in first }
        for entry in others {
            if let earlier = places[entry.key.value] {
                diagnostics.append(YAMLFault.duplicateKey(entry.key, first: earlier, in: file))
            } else {
                places[entry.key.value] = entry.key.range
                entries.append(entry)
            }
        }
        let range = TextRange(Int(root.range.start), max(Int(root.range.end), Int(piece.range.end)))
        root = YAMLNode(.mapping(entries), range, isIncomplete: true)
    }
}
