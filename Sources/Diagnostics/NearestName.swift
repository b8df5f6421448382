/// The candidate that a writer most probably meant; nil if none is similar enough.
///
/// Optimal string alignment distance (edits, and swaps of neighbours) over UTF-8 bytes; at most a third of the longer
/// name's length may differ. Of equally near names the one that sorts first wins, so that messages never change
/// from run to run. A name is not near one that says the opposite by 'not' or 'no'.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
        let other = Array(candidate.lowercased().utf8)
        let allowed = max(1, max(wanted.count, other.count) / 3)
        guard abs(wanted.count - other.count) <= allowed, other.count <= 96 else { continue }
        let distance = editDistance(wanted, other)
        guard distance <= allowed, !isOpposite(candidate, of: name, distance) else { continue }
        if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.name
}

/// Whether the word 'not' or 'no' is what makes two names differ most.
private func isOpposite(_ name: String, of other: String, _ distance: Int) -> Bool {
    func words(_ name: String) -> [Substring] { name.lowercased().split { !$0.isLetter && !$0.isNumber } }
    func isNegation(_ word: Substring) -> Bool { word == "not" || word == "no" }
    guard words(name).contains(where: isNegation) != words(other).contains(where: isNegation) else { return false }
    func plain(_ name: String) -> [UInt8] { Array(words(name).filter { !isNegation($0) }.joined(separator: "-").utf8) }
    return editDistance(plain(name), plain(other)) < distance
}

/// Whether two names have the same letters and digits, so that a fix may write one for the other: `Dock_Workers` and
/// `dock-workers`. A name that is only similar may be another one.
package func isSameName(_ left: String, _ right: String) -> Bool {
    func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    return plain(left) == plain(right) && !plain(left).isEmpty
}

/// Whether a name is another one with one letter wrong, missing, too much or swapped, or is spelled as another one.
///
/// Digits and single letters are not slips: `report-2` may be missing beside `report-1`, and `union-b` beside `union-a`.
package func isSlip(_ left: String, of right: String) -> Bool {
    if isSameName(left, right) { return true }
    func marks(_ text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber }.filter { $0.count == 1 || $0.contains(where: \.isNumber) }
    }
    return min(left.utf8.count, right.utf8.count) > 3 && marks(left) == marks(right)
        && editDistance(Array(left.lowercased().utf8), Array(right.lowercased().utf8)) <= 1
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, other) in right.enumerated() {
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (byte == other ? 0 : 1))
            if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
