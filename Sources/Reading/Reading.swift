/// Reads a content folder as documents.
///
/// Input: the path of a folder. Output: documents (a text, its front matter as a tree of located nodes, the range of
/// its body), fields that the model reads one by one, and prose as a tree with links, citations and pictures as they
/// were written: they are resolved when the whole site is read.
///
/// This module does not interpret fields, resolve references, or print.
///
/// ```swift
/// let folder = try SiteFolder.scan(root: "content", displayedAs: "content", with: .live)
/// for found in folder.value.documents {
///     let document = try readDocument(found, in: folder.value)
/// }
/// ```
package enum Reading {
    /// Largest text file that is read unless the user allows more, in bytes. A novel has 1 MiB; larger files are mistakes (an export, a log).
    package static let largestText = 8 << 20
    /// Largest front matter, in bytes. A whole event written in one file's front matter has about 60 KiB.
    package static let largestFrontMatter = 256 << 10
}
