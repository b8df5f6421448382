/// A drawn picture: one or more `<svg>` elements that stand under each other, and what they count.
package struct Picture: Sendable {
    /// Whole `<svg>` elements, top to bottom; pages may break between them.
    package let parts: [[UInt8]]
    package let counts: PictureCounts

    package init(parts: [[UInt8]], counts: PictureCounts) {
        self.parts = parts
        self.counts = counts
    }

    /// All parts in one run of UTF-8 bytes.
    package var bytes: [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { all.append(contentsOf: part) }
        return all
    }
}

/// How many things of each sort a picture shows, to be compared with the list beside it.
package struct PictureCounts: Sendable, Equatable {
    package var lanes = 0
    package var deadlines = 0
    /// Marks of acts, and acts that only a number counts.
    package var acts = 0
    /// Brackets of dates in doubt, and bars of what lasted.
    package var doubts = 0
    package var durations = 0

    package init() {}
}
