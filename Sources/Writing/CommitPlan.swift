/// What a commit will do. It is complete before anything is changed.
struct CommitPlan: Sendable {
    /// A file or folder that is moved into the output. A folder is moved with everything that is staged below it.
    struct Placement: Sendable {
        enum How: Sendable {
            /// The path does not exist.
            case move
            /// It is exchanged with an older file, or with a file or folder that is to be removed as a whole.
            case exchange
        }

        let path: OutputPath
        /// Its place in the stage.
        let item: Stage.Item
        let how: How
        /// The files that it contains, as a range of the plan's `added`; more than one for a folder.
        var files: Range<Int>
        let isFolder: Bool
    }

    /// All files of the site, sorted by path.
    var added: [Added] = []
    var placements: [Placement] = []
    /// Files of earlier builds to remove, sorted by path, except those that an exchange removes.
    var removals: [OutputPath] = []
    /// Files of earlier builds that are already deleted; their folders may have to be removed.
    var gone: [OutputPath] = []
    /// The files to replace and to remove, as they were found.
    var seen: [OutputPath: Seen] = [:]
    var conflicts: [WriteConflict] = []
    var summary = WriteSummary()

    /// The manifest of the new state.
    var manifest: Manifest { Manifest(sorted: added.map(\.entry)) }
    var changesNothing: Bool { placements.isEmpty && removals.isEmpty }
}
