/// What a commit did to the output folder. Paths are relative to it and sorted by their bytes.
package struct WriteSummary: Sendable, Equatable {
    /// New files.
    package var created: [String] = []
    /// Files whose bytes changed.
    package var changed: [String] = []
    /// The number of files that were correct and were not touched.
    package var unchanged = 0
    /// Deleted files of an earlier build that this build does not make.
    package var removed: [String] = []
    /// Files of an earlier build that this build does not make, but that were edited since: they stay.
    package var kept: [String] = []

    package init() {}

    /// The number of written files.
    package var written: Int { created.count + changed.count }
    /// The number of files of the site.
    package var total: Int { written + unchanged }
}
