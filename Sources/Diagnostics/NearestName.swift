/// The candidate that a writer most probably meant; nil if none is similar enough.
///
/// Optimal string alignment distance (edits, and swaps of neighbours) over UTF-8 bytes; at most a third of the longer
/// name's length may differ. Of equally near names the one that sorts first wins, so that messages never change
/// from run to run.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
        let other = Array(candidate.lowercased().utf8)
        let allowed = max(1, max(wanted.count, other.count) / 3)
        guard abs(wanted.count - other.count) <= allowed, other.count <= 96 else { continue }
        let distance = editDistance(wanted, other)
        guard distance <= allowed else { continue }
        if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.name
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
