/// The labels over the lanes, in rows in which no leader crosses a text.
struct ChartLabelRows {
    static let most = 10
    static let mostRows = 4
    private static let joining = 26.0
    private static let rowSpace = 10.0

    private(set) var blocks: [ChartLabelBlock] = []
    private(set) var height = 0.0

    /// Places the heaviest labels, and of equal ones the earlier; leaves out the lightest until the rest fits.
    ///
    /// - Parameter width: where texts end at the latest.
    init(_ labels: [(label: TimelineChart.Label, x: Double)], width: Double) {
        let ranked = labels.enumerated().sorted { left, right in
            let (one, two) = (left.element, right.element)
            if one.label.weight != two.label.weight { return one.label.weight > two.label.weight }
            return (one.label.second, left.offset) < (two.label.second, right.offset)
        }
        var count = min(ranked.count, Self.most)
        while count > 0 {
            let kept = ranked.prefix(count).sorted {
                ($0.element.x, $0.element.label.second, $0.offset) < ($1.element.x, $1.element.label.second, $1.offset)
            }
            if let placed = Self.inRows(Self.blocks(of: kept.map(\.element), width: width)) {
                blocks = placed
                break
            }
            count -= 1
        }
        stack()
    }

    /// Labels near the one before join its block.
    private static func blocks(
        of labels: [(label: TimelineChart.Label, x: Double)], width: Double
    ) -> [ChartLabelBlock] {
        var groups: [[(label: TimelineChart.Label, x: Double)]] = []
        for label in labels {
            if let last = groups.last?.last, groups[groups.count - 1].count < 3, label.x - last.x <= joining {
                groups[groups.count - 1].append(label)
            } else {
                groups.append([label])
            }
        }
        return groups.indices.map { index in
            let next = index + 1 < groups.count ? groups[index + 1][0].x : nil
            return block(groups[index], next: next, width: width)
        }
    }

    private static func block(
        _ labels: [(label: TimelineChart.Label, x: Double)], next: Double?, width: Double
    ) -> ChartLabelBlock {
        let leader = labels[0].x
        let wide = ChartLabelBlock(labels, leader: leader, measure: 150, turnsBack: false)
        if let next, next <= wide.end + ChartLabelBlock.clearance, next - leader - 16 >= 96 {
            let narrow = ChartLabelBlock(labels, leader: leader, measure: next - leader - 16, turnsBack: false)
            if narrow.end <= width, narrow.entries.allSatisfy({ $0.name.lines.count <= 3 }) { return narrow }
        }
        if wide.end <= width { return wide }
        return ChartLabelBlock(labels, leader: leader, measure: 150, turnsBack: true)
    }

    /// The blocks with their rows; nil if they need too many.
    ///
    /// Rows only grow, so this ends; two blocks that cover each other's leader grow past the last row.
    private static func inRows(_ blocks: [ChartLabelBlock]) -> [ChartLabelBlock]? {
        var blocks = blocks
        var isSettled = false
        while !isSettled {
            isSettled = true
            for left in blocks.indices.reversed() {
                for other in blocks.indices where other != left {
                    let mustRise =
                        blocks[left].covers(blocks[other])
                        ? blocks[left].row <= blocks[other].row
                        : left < other && blocks[left].row == blocks[other].row
                            && blocks[left].overlaps(blocks[other])
                    guard mustRise else { continue }
                    blocks[left].row = max(blocks[left].row, blocks[other].row) + 1
                    guard blocks[left].row < mostRows else { return nil }
                    isSettled = false
                }
            }
        }
        return blocks
    }

    /// Gives each row the height of its highest block; texts stand at the foot of their row.
    private mutating func stack() {
        let heights = (0..<Self.mostRows).map { row in
            blocks.filter { $0.row == row }.map { $0.height + Self.rowSpace }.max() ?? 0
        }
        height = heights.reduce(0, +)
        for index in blocks.indices {
            let below = heights.prefix(blocks[index].row).reduce(0, +)
            blocks[index].top = height - below - Self.rowSpace - blocks[index].height
        }
    }
}
