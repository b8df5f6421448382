/// What a commit did to the output folder. Paths are relative to it and sorted by their bytes.
package struct WriteSummary: Sendable, Equatable {
    /// Files that were not there before.
    package var created: [String] = []
    /// Files whose bytes are other ones now.
    package var changed: [String] = []
    /// How many files were as they should be, and were not touched.
    package var unchanged = 0
    /// Files of an earlier build that this one no longer makes, deleted.
    package var removed: [String] = []
    /// Files of an earlier build that this one no longer makes, but that somebody edited since: left where they are.
    package var kept: [String] = []

    package init() {}

    /// How many files were written.
    package var written: Int { created.count + changed.count }
    /// How many files the site has.
    package var total: Int { written + unchanged }
}
