import Building
import Platform

/// Reports what changes in the folders of a site. Used by one thread.
package protocol Watcher: Sendable {
    /// Waits for changes and returns those of one burst; nil if nothing changed for so many milliseconds.
    func next(within milliseconds: Int) throws(Errno) -> SourceChanges?
}

/// A folder to watch with everything below it. It may be missing, and may be deleted and created again.
package struct WatchedFolder: Sendable {
    /// The path as messages show it, without a slash at its end.
    package let path: String

    package init(folder: String) {
        var path = Substring(folder)
        while path.utf8.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        self.path = String(path)
    }
}

/// How long a burst of changes is.
enum Burst {
    /// Milliseconds without a change after which a burst has ended. Editors save in several steps, which take less.
    static let pause = 3
    /// The same after a name was removed: an editor that saves by renaming adds it again.
    static let pauseAfterRemoval = 20
    /// The same after many changes: a checkout, a search and replace.
    static let pauseAfterMany = 100
    static let many = 64
    /// A burst that does not end is cut after so long.
    static let longest = Duration.seconds(2)
}
