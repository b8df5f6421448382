/// Finds lines and columns of many places in one text. One pass builds the index.
struct LineIndex {
    private static let step = 1024

    private let file: TextFile
    /// The offset at which each line starts, behind a byte order mark.
    private let lineStarts: [Int]
    /// How many bytes before each multiple of `step` begin a column.
    private let columns: [Int]

    init(_ file: TextFile) {
        self.file = file
        let bytes = file.bytes
        var lineStarts = [file.byteOrderMarkLength]
        var columns: [Int] = []
        columns.reserveCapacity(bytes.count / LineIndex.step + 1)
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % LineIndex.step == 0 { columns.append(count) }
            if LineIndex.beginsColumn(byte) { count += 1 }
            if byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)) {
                lineStarts.append(offset + 1)
            }
        }
        self.lineStarts = lineStarts
        self.columns = columns
    }

    private static func beginsColumn(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 && byte != 0x0D }

    /// The same as `TextFile.position(at:)`.
    func position(at offset: Int) -> TextPosition {
        let offset = min(max(offset, 0), file.bytes.count)
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return TextPosition(line: low + 1, column: max(0, count(before: offset) - count(before: lineStarts[low])) + 1)
    }

    private func count(before offset: Int) -> Int {
        let place = offset / LineIndex.step
        guard columns.indices.contains(place) else {
            return columns.isEmpty
                ? 0 : columns[columns.count - 1] + count(in: (columns.count - 1) * LineIndex.step..<offset)
        }
        return columns[place] + count(in: place * LineIndex.step..<offset)
    }

    private func count(in range: Range<Int>) -> Int {
        file.bytes[range].reduce(0) { LineIndex.beginsColumn($1) ? $0 + 1 : $0 }
    }
}

/// The line indexes of the files of one run.
struct LineIndexes {
    private var files: [ObjectIdentifier: LineIndex] = [:]

    mutating func position(of location: TextLocation) -> TextPosition {
        position(at: Int(location.range.start), in: location.file)
    }

    mutating func position(at offset: Int, in file: TextFile) -> TextPosition {
        if let known = files[ObjectIdentifier(file)] { return known.position(at: offset) }
        let index = LineIndex(file)
        files[ObjectIdentifier(file)] = index
        return index.position(at: offset)
    }
}
