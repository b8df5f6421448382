/// One change of the disk that a session is about to make. Tests name these to break off, or to let the disk fail.
package enum DiskChange: Sendable, Hashable, CaseIterable {
    /// A new file is written to the stage.
    case stage
    /// The manifest with the old and the new state comes in.
    case announce
    /// A staged file or folder comes in.
    case place
    /// A file that no longer belongs goes.
    case remove
    /// A folder that became empty goes.
    case removeFolder
    /// The manifest of the new state comes in, or the whole tree where there was none. After it the build is done.
    case conclude
}
