/// The two forms in which every picture is drawn.
package enum PictureForm: Sendable, CaseIterable {
    /// viewBox 960 wide, shown from 960 px and in print.
    case wide
    /// viewBox 320 wide, shown below 960 px, at most 400 px wide.
    case narrow

    /// The width of the viewBox.
    package var width: Double { self == .wide ? 960 : 320 }
    /// The class on the `<svg>` element, by which the style sheet shows one form and hides the other.
    package var className: String { self == .wide ? "wide" : "narrow" }
}

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

/// How many things of each sort a picture shows, to be compared with the list or table beside it.
package struct PictureCounts: Sendable, Equatable {
    package var parties = 0
    package var deadlines = 0
    /// Dated entries of a timeline, deadlines not among them.
    package var items = 0

    package init() {}

    static func += (total: inout PictureCounts, more: PictureCounts) {
        total.parties += more.parties
        total.deadlines += more.deadlines
        total.items += more.items
    }
}
