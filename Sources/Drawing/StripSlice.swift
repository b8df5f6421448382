/// Rows of one lane that stand in one part of the wide strip; a lane that no page could hold has several.
struct StripSlice {
    let lane: StripLane
    let rows: Range<Int>

    /// A slice ends when it is as high as this, a part as soon as its next slice would make it higher.
    private static let highest = 560.0
    /// What a slice has above its first row and below its last.
    private static let (above, below, between) = (16.0, 4.0, 8.0)

    var isFirst: Bool { rows.lowerBound == 0 }
    private var isLast: Bool { rows.upperBound == lane.rowHeights.count }
    var entries: some Sequence<StripLane.Entry> { lane.entries.lazy.filter { rows.contains($0.row) } }

    /// A whole number, so that parts meet without a seam.
    var height: Double {
        if isFirst, isLast { return lane.height.rounded(.up) }
        let rowsHeight = lane.top(ofRow: rows.upperBound) - lane.top(ofRow: rows.lowerBound)
        return ((isFirst ? Self.above : Self.between) + rowsHeight + (isLast ? Self.below : -Self.between)).rounded(.up)
    }

    /// Where a row's bars stand, from the slice's top.
    func place(ofRow row: Int) -> Double {
        lane.top(ofRow: row) - lane.top(ofRow: rows.lowerBound) + (isFirst ? Self.above : Self.between)
    }

    /// All lanes as parts, each with a few slices.
    static func parts(of lanes: [StripLane]) -> [[StripSlice]] {
        var parts: [[StripSlice]] = [[]]
        var height = 0.0
        for slice in lanes.flatMap(slices) {
            if !(parts.last?.isEmpty ?? true), height + slice.height > highest {
                parts.append([])
                height = 0
            }
            parts[parts.count - 1].append(slice)
            height += slice.height
        }
        return parts
    }

    private static func slices(of lane: StripLane) -> [StripSlice] {
        var slices: [StripSlice] = []
        var first = 0
        for row in lane.rowHeights.indices
        where lane.top(ofRow: row + 1) - lane.top(ofRow: first) > highest && row > first {
            slices.append(StripSlice(lane: lane, rows: first..<row))
            first = row
        }
        return slices + [StripSlice(lane: lane, rows: first..<lane.rowHeights.count)]
    }
}
