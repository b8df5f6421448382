/// What keeps "26 February 2026" and "22:01 UTC" on one line: a short number or a clock time takes the next word with it,
/// and a year after that.
extension TextCutter {
    /// Four digits, with or without a mark behind them.
    func isYear(_ range: Range<Int>) -> Bool {
        guard range.count == 4 || range.count == 5 else { return false }
        return target[range.lowerBound..<range.lowerBound + 4].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// One or two digits, or a clock time.
    func isShortNumber(_ range: Range<Int>) -> Bool {
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
