/// What a build may do to which output folder.
package struct WriteOptions: Sendable {
    /// The output folder, as given; relative paths count from where the command runs. Need not exist, its parent must.
    package var output: String
    /// Folders that the output may neither be, nor lie in, nor hold: content, templates.
    package var sources: [String]
    /// Folders that the output may neither be nor hold, but may lie in: the project's. `/`, the home folder and
    /// the one if the command runs are always among them.
    package var surroundings: [String]
    /// Whether files that stand in the way and are not ours are overwritten.
    package var adopt: Bool
    /// Whether files that we wrote and somebody edited since are overwritten.
    package var force: Bool
    /// Whether the commit waits until the disk has everything, so that it outlives a power cut.
    package var durable: Bool
    /// Whether to wait for another build of the same output instead of giving up.
    package var wait: Bool
    /// Called once before waiting, with the other build's process id if it is known.
    package var willWait: (@Sendable (Int32?) -> Void)?
    /// Asked before each change of the disk; anything but 0 is an `errno` with which the change is to fail. For tests.
    package var beforeChange: (@Sendable (DiskChange, String) -> Int32)?

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
