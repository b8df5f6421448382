/// A lane of the wide strip: its entries in sub-rows, each in the first that is free.
struct StripLane {
    /// An entry with its places across.
    struct Entry {
        let title: WrappedText
        let date: WrappedText
        let link: String?
        let mark: MarkKind
        let color: PartyColor?
        let shape: Shape
        /// About, or uncertain.
        let isSoft: Bool
        /// Where its bar, bracket or point begins and ends.
        let start: Double
        let end: Double
        /// Where its mark begins; its words begin 32 further on.
        var labelX: Double
        var row = 0

        /// Where its words begin.
        var textX: Double { if case .diamond = shape { labelX } else { labelX + 32 } }
        var labelEnd: Double { textX + max(title.width, date.width) }
    }

    enum Shape {
        case point, bar
        /// A deadline that stands in a lane: its diamond, with no mark beside its words.
        case diamond
        case bracket(opensAtStart: Bool, opensAtEnd: Bool)
        /// A bar, and from this place on a line that runs out.
        case ongoing(until: Double)
    }

    let party: PictureParty?
    let name: WrappedText
    private(set) var entries: [Entry] = []
    /// The height of each sub-row: 62, and a line more for each further line of its tallest label.
    private(set) var rowHeights: [Double] = []
    /// What stands in each sub-row.
    private var taken: [[Extent]] = []

    private struct Extent {
        let start: Double
        let end: Double

        func overlaps(_ other: Extent) -> Bool { start <= other.end && other.start <= end }
    }

    init(party: PictureParty?, name: String, entryCount: Int) {
        self.party = party
        self.name = WrappedText(name, .name, measure: party == nil ? 138 : 100)
        entries.reserveCapacity(entryCount)
    }

    var height: Double { max(rowHeights.reduce(0, +) + 20, name.height + 32) }

    func top(ofRow row: Int) -> Double { rowHeights[..<row].reduce(0, +) }

    mutating func add(_ entry: Entry) {
        var entry = entry
        let extent = Extent(
            start: min(entry.labelX, entry.start) - 4, end: max(entry.labelEnd, entry.end) + 12)
        entry.row = taken.firstIndex { row in !row.contains { $0.overlaps(extent) } } ?? taken.count
        if entry.row == taken.count {
            taken.append([])
            rowHeights.append(62)
        }
        taken[entry.row].append(extent)
        let lines = max(entry.title.lines.count + entry.date.lines.count, 2)
        rowHeights[entry.row] = max(rowHeights[entry.row], 62 + 19 * Double(lines - 2))
        entries.append(entry)
    }
}
