import Diagnostics

/// Renders pages of a template set one after the other, reusing its working memory. Belongs to one task.
package final class Renderer {
    private let templates: TemplateSet

    init(_ templates: TemplateSet) { self.templates = templates }

    /// Appends a page's bytes to the output.
    ///
    /// - Parameters:
    ///   - file: the page's template as the schema names it: `event.html`.
    ///   - view: the record whose fields are the template's names.
    ///   - path: the page's own path from the site's root (`event/demands/x.html`): links are relative to it.
    /// - Returns: what went wrong: a URL whose scheme is refused (`#` is printed in its place), recursion beyond 64
    ///   levels, division by zero. Empty for a page that is whole.
    package func render<View: TemplateView>(
        _ file: String, _ view: View, at path: String, links: LinkStyle = .relative, into output: inout [UInt8]
    ) -> [Diagnostic] {
        render(file, record: View.record.of(view), at: path, links: links, into: &output)
    }

    /// The same for a record that is made already.
    package func render(
        _ file: String, record: Record, at path: String, links: LinkStyle = .relative, into output: inout [UInt8]
    ) -> [Diagnostic] {
        []
    }
}
