import CCommonMark
import Diagnostics

/// Which parts of Markdown a site wants.
package struct MarkdownOptions: Sendable {
    /// Whether raw HTML is passed on as it is. Off unless `site.md` says `raw_html: true`.
    package var allowsRawHTML: Bool

    package init(allowsRawHTML: Bool = false) {
        self.allowsRawHTML = allowsRawHTML
    }
}

/// Markdown becomes prose, by libcmark.
package enum Markdown {
    /// Blocks: an entry's body.
    package static func prose(
        _ range: TextRange, in file: TextFile, options: MarkdownOptions = MarkdownOptions()
    ) -> Outcome<Prose> {
        Outcome(Prose())
    }

    /// One paragraph's inlines without `<p>`: a field of front matter such as `definition`.
    ///
    /// - Parameter located: The decoded scalar. More than one block is an error.
    package static func inline(
        _ located: Located<String>, in file: TextFile, options: MarkdownOptions = MarkdownOptions()
    ) -> Outcome<Prose> {
        Outcome(Prose())
    }

    /// The version of the libcmark that runs: "0.30.2".
    package static var libraryVersion: String { String(cString: cmark_version_string()) }
}
