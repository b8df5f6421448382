extension Tile {
    /// A party's initials as tiles show them, measured once for tiles of all sizes.
    struct Letters: Sendable {
        let clean: String
        /// In units of the font's size.
        let width: Double

        init(_ initials: String) {
            let line = WrappedText(
                initials, TextStyle(face: .sansSemibold, size: 1000, lineHeight: 1000), measure: .infinity)
            clean = line.clean
            width = line.width / 1000
        }
    }
}
