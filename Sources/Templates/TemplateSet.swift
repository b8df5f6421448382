import Diagnostics

/// A folder's templates, checked and compiled. Shared by all tasks; each makes a `Renderer` of its own.
package struct TemplateSet: Sendable {
    /// Checks and compiles all pages of a schema.
    ///
    /// All of the folder's faults come back at once. A page whose template has an error is left out of the set, and
    /// rendering it reports that; nothing is thrown.
    ///
    /// - Parameters:
    ///   - files: every template of the folder; where two have the same name the later one counts (a theme, then what
    ///     a site puts over it).
    ///   - schema: what templates may name.
    ///   - filters: the host's own filters.
    package static func load(
        files: [TemplateFile], schema: Schema, filters: [HostFilter] = []
    ) -> Outcome<TemplateSet> {
        let compiler = Compiler(schema: schema, filters: filters)
        for fault in schema.faults {
            compiler.diagnostics.append(Diagnostic(.templateHost, fault, at: nil))
        }
        compiler.parse(files)
        for page in schema.pages { compiler.compile(page) }
        // A misspelt name makes what it should have named look unused.
        if !compiler.diagnostics.hasErrors { compiler.checkUnused() }
        return Outcome(TemplateSet(program: compiler.link()), compiler.diagnostics.inOrder())
    }

    let program: Program

    /// A renderer, which keeps its working memory from page to page: make one a task.
    package func renderer() -> Renderer { Renderer(self) }

    /// Renders one page with a renderer made for it alone; see `Renderer.render`.
    package func render<View: TemplateView>(
        _ file: String, _ view: View, at path: String, links: LinkStyle = .relative, into output: inout [UInt8]
    ) -> [Diagnostic] {
        renderer().render(file, view, at: path, links: links, into: &output)
    }
}
