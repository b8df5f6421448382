/// A change of the disk that a session is about to make. Tests name these to interrupt a build or to simulate a disk
/// error.
package enum DiskChange: Sendable, Hashable, CaseIterable {
    /// A source file is replaced by its fixed version.
    case replaceSource
    /// A new file is written to the stage.
    case stage
    /// A new file in the stage is closed: some disks report errors of writes only now.
    case close
    /// The manifest with the old and the new state is put in place.
    case announce
    /// A staged file or folder is moved into the output.
    case place
    /// A staged file is exchanged with one of the output, which was looked at before.
    case exchange
    /// A file that the site no longer has is removed.
    case remove
    /// A folder that became empty is removed.
    case removeFolder
    /// The manifest of the new state is put in place, or the whole tree if there was no output. The build is then done.
    case conclude
    /// With `--durable`, everything is flushed to the disk.
    case flush
}
