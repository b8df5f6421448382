extension Tile {
    /// A party's initials as tiles show them, measured once for tiles of all sizes.
    struct Letters: Sendable {
        let clean: String
        /// In units of the font's size.
        private let width: Double

        init(_ initials: String) {
            let line = WrappedText(
                initials, TextStyle(face: .sansSemibold, size: 1000, lineHeight: 1000), measure: .infinity)
            clean = line.clean
            width = line.width / 1000
        }

        /// .46 of the tile's size, or less where the letters would else run into its edges.
        func fontSize(inTileOf size: Double) -> Double {
            let usual = (size * 4.6).rounded() / 10
            let measure = size - 3
            let width = width * usual
            return width > measure ? (usual * measure / width * 10).rounded(.down) / 10 : usual
        }
    }
}
