/// A change of the disk that a session is about to make. Tests name these to interrupt a build or to simulate a disk
/// error.
package enum DiskChange: Sendable, Hashable, CaseIterable {
    /// A new file is written to the stage.
    case stage
    /// The manifest with the old and the new state is put in place.
    case announce
    /// A staged file or folder is moved into the output.
    case place
    /// A file that the site no longer has is removed.
    case remove
    /// A folder that became empty is removed.
    case removeFolder
    /// The manifest of the new state is put in place, or the whole tree if there was no output. The build is then done.
    case conclude
}
