/// The output folder, and what a build may do to it.
package struct WriteOptions: Sendable {
    /// The output folder, as given; relative paths count from where the command runs. Need not exist, its parent must.
    package var output: String
    /// Folders that the output may not be, be inside of, or contain: content, templates.
    package var sources: [String]
    /// Folders that the output may not be or contain, but may be inside of: the project's. `/`, the home folder and the
    /// working directory are always among them.
    package var surroundings: [String]
    /// The folder for the caches of this and other outputs; nil for one next to the output.
    package var workFolder: String?
    /// Whether files in the way that this program did not write are overwritten.
    package var adopt: Bool
    /// Whether files that were edited after this program wrote them are overwritten.
    package var force: Bool
    /// Whether the commit waits until all data is on the disk, so that it survives a power cut.
    package var durable: Bool
    /// Whether to wait for another build of the same output instead of giving up.
    package var wait: Bool
    /// Called once before waiting, with the other build's process id if it is known.
    package var willWait: (@Sendable (Int32?) -> Void)?
    /// Called before each change of the disk; a result other than 0 is the `errno` with which the change fails. For
    /// tests.
    package var beforeChange: (@Sendable (DiskChange, String) -> Int32)?

    /// Whether the folder of the output is writable, and whether the file system exchanges two names and makes hard links.
    /// For tests.
    package var canMakeWorkFolder = true
    package var canExchange = true
    package var canLink = true

    package init(
        output: String, sources: [String] = [], surroundings: [String] = [], adopt: Bool = false, force: Bool = false,
        durable: Bool = false, wait: Bool = false, willWait: (@Sendable (Int32?) -> Void)? = nil
    ) {
        self.output = output
        self.sources = sources
        self.surroundings = surroundings
        self.adopt = adopt
        self.force = force
        self.durable = durable
        self.wait = wait
        self.willWait = willWait
    }
}
