/// What a commit will do, decided before anything is changed.
struct CommitPlan: Sendable {
    /// One thing that comes in. A folder comes in with all that is staged below it.
    struct Placement: Sendable {
        enum How: Sendable {
            /// Nothing is there.
            case move
            /// It changes places with what is there: an older file, or a file or folder all of which is to go.
            case exchange
        }

        let path: OutputPath
        /// Where it waits.
        let item: Stage.Item
        let how: How
        /// The files added that come with it, as a range of the plan's `added`; more than one for a folder.
        var files: Range<Int>
        let isFolder: Bool
    }

    /// All files of the site, sorted by path.
    var added: [Added] = []
    var placements: [Placement] = []
    /// Files of earlier builds that go, sorted by path; those that an exchange takes away are not among them.
    var removals: [OutputPath] = []
    /// Files of earlier builds that are gone already; the folders they were in may have to go after them.
    var gone: [OutputPath] = []
    var conflicts: [WriteConflict] = []
    var summary = WriteSummary()

    /// The manifest as it will be.
    var manifest: Manifest { Manifest(sorted: added.map(\.entry)) }
    var changesNothing: Bool { placements.isEmpty && removals.isEmpty }
}
