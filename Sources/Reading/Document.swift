import Diagnostics

/// A content file: front matter as a tree of located nodes, and the range of its body.
package struct Document: Sendable {
    /// Relative to the content folder: `demands/all-lawful-uses.md`.
    package let path: String
    /// The text, under the path that messages show.
    package let file: TextFile
    /// Always a mapping; empty where there is no front matter.
    package let frontMatter: YAMLNode
    package let hasFrontMatter: Bool
    /// What follows the front matter; `Markdown.prose` makes prose of it when asked.
    package let body: TextRange

    package init(path: String, file: TextFile, frontMatter: YAMLNode, hasFrontMatter: Bool, body: TextRange) {
        self.path = path
        self.file = file
        self.frontMatter = frontMatter
        self.hasFrontMatter = hasFrontMatter
        self.body = body
    }
}

/// Reads and parses one document; nil where its bytes are no text, with the error that says why.
///
/// Pure per file, so that callers may run it on many cores.
package func readDocument(
    _ found: FoundFile, in site: SiteFolder
) throws(EnvironmentFault) -> Outcome<Document?> {
    guard let bytes = try site.folder.read(found, Reading.largestText) else { return Outcome(nil) }
    return parseDocument(TextFile(path: found.displayPath, bytes: bytes), path: found.path).map { $0 }
}

/// Parses a document whose bytes are in memory already.
package func parseDocument(_ file: TextFile, path: String) -> Outcome<Document> {
    Outcome(
        Document(
            path: path, file: file, frontMatter: YAMLNode(.mapping([]), TextRange(at: 0)), hasFrontMatter: false,
            body: TextRange(0, file.bytes.count)))
}
