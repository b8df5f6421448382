/// # Reading: a content folder becomes documents
///
/// In: the path of a folder. Out: documents (a text, its front matter as a tree of located nodes, the range of its
/// body), fields that a model reads one by one, and prose as a tree in which links, citations and pictures are still what
/// the writer wrote: only a whole site knows where they lead.
///
/// Never here: what the fields mean. Reading does not know what a demand is, resolves no reference, and prints nothing.
///
/// ```swift
/// let folder = try SiteFolder.scan(root: "content", displayedAs: "content", with: .live)
/// for found in folder.value.documents {
///     let document = try readDocument(found, in: folder.value)
/// }
/// ```
package enum Reading {
    /// Largest text file that is read, in bytes. A novel has 1 MiB; what is larger is a mistake (an export, a log).
    package static let largestText = 8 << 20
    /// Largest front matter, in bytes. A whole event written in one file's front matter has about 60 KiB.
    package static let largestFrontMatter = 256 << 10
}
