/// What may have changed on the disk since a workspace last read it.
package struct SourceChanges: Sendable, Equatable {
    /// Files whose bytes may have changed, or that may have been added or removed, by the path that messages show.
    package var files: Set<String>
    /// Whether other files may have been added or removed, so that the folders are listed again.
    package var isStructural: Bool
    /// Whether any file may have changed, so that all are read again.
    package var isUnknown: Bool

    package init(files: Set<String> = [], isStructural: Bool = false, isUnknown: Bool = false) {
        self.files = files
        self.isStructural = isStructural || isUnknown
        self.isUnknown = isUnknown
    }

    /// Anything may have changed.
    package static let everything = SourceChanges(isUnknown: true)

    package var isEmpty: Bool { files.isEmpty && !isStructural }

    package mutating func add(_ other: SourceChanges) {
        files.formUnion(other.files)
        isStructural = isStructural || other.isStructural
        isUnknown = isUnknown || other.isUnknown
    }
}
