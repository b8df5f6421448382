extension TextCutter {
    /// Keeps "26 February 2026" and "22:01 UTC" on one line: a short number or a clock time takes the next word with it,
    /// and a year after that.
    mutating func glueNumbers() {
        guard atoms.count > 1 else { return }
        var last = 0
        /// The last atom is a number with its word.
        var wasNumber = false
        for index in 1..<atoms.count {
            let (before, atom) = (atoms[last], atoms[index])
            let isNumber = isShortNumber(before.bytes)
            if atom.gap > 0, isNumber || wasNumber && isYear(atom.bytes) {
                wasNumber = isNumber
                atoms[last].bytes = before.bytes.lowerBound..<atom.bytes.upperBound
                atoms[last].width = before.width + atom.gap + atom.width
            } else {
                wasNumber = false
                last += 1
                atoms[last] = atom
            }
        }
        atoms.removeLast(atoms.count - last - 1)
    }

    /// Four digits, with or without a mark behind them.
    private func isYear(_ range: Range<Int>) -> Bool {
        guard range.count == 4 || range.count == 5 else { return false }
        return target[range.lowerBound..<range.lowerBound + 4].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// One or two digits, or a clock time.
    private func isShortNumber(_ range: Range<Int>) -> Bool {
        guard range.count <= 5 else { return false }
        var digits = 0
        var colons = 0
        for byte in target[range] {
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
}
