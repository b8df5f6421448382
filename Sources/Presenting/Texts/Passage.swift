import Model
import Reading

/// A text in Markdown, and the document that its links and pictures are relative to.
package struct Passage: Sendable {
    package let prose: Prose
    /// The path below `content/` of the document that holds the text.
    package let document: String

    package init(_ prose: Prose, document: String) {
        self.prose = prose
        self.document = document
    }

    /// A text of an entry.
    package init(_ prose: Prose, of head: EntryHead) { self.init(prose, document: head.path) }

    /// A text that an entry may lack.
    package init?(_ prose: Prose?, of head: EntryHead) {
        guard let prose else { return nil }
        self.init(prose, of: head)
    }
}
