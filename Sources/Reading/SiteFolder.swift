import Diagnostics

/// The tree below a content folder: its documents and everything that is copied beside them.
///
/// Sorted by the UTF-8 bytes of the path, so that the same tree gives the same site on every machine.
package struct SiteFolder: Sendable {
    /// Every `*.md`.
    package let documents: [FoundFile]
    /// Every other file that is to be copied: pictures, PDFs, text copies of sources.
    package let assets: [FoundFile]
    /// The folder as it was opened, for reading the files.
    package let folder: OpenFolder

    package init(documents: [FoundFile], assets: [FoundFile], folder: OpenFolder) {
        self.documents = documents
        self.assets = assets
        self.folder = folder
    }

    /// Lists a folder and everything below it.
    ///
    /// - Parameter displayedAs: The folder's path as messages show it.
    /// - Throws: what the machine refuses, at the first place where it does; nothing is skipped in silence.
    package static func scan(
        root: String, displayedAs: String, with files: FileSystem
    ) throws(EnvironmentFault) -> Outcome<SiteFolder> {
        let folder = try files.openFolder(root)
        return Outcome(SiteFolder(documents: [], assets: [], folder: folder))
    }
}

/// A file below a content folder.
package struct FoundFile: Sendable {
    /// Relative to the content folder, `/` between segments: `demands/all-lawful-uses.md`.
    package let path: String
    /// The path as messages show it: `content/demands/all-lawful-uses.md`.
    package let displayPath: String
    package let identity: FileIdentity

    package init(path: String, displayPath: String, identity: FileIdentity) {
        self.path = path
        self.displayPath = displayPath
        self.identity = identity
    }

    /// Length in bytes when the folder was listed.
    package var size: Int { identity.size }
}
