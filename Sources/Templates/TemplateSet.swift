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
    ///   - jobs: how many cores to use; what comes of it is the same.
    package static func load(
        files: [TemplateFile], schema: Schema, filters: [HostFilter] = [], jobs: Int = 1
    ) -> Outcome<TemplateSet> {
        let folder = ParsedFolder(files, jobs: jobs)
        let known = schema.faults.map { Diagnostic(.templateHost, $0, at: nil) } + folder.diagnostics
        if jobs > 1, known.isEmpty,
            let program = Compiler.faultless(folder.templates, schema: schema, filters: filters, jobs: jobs)
        {
            return Outcome(TemplateSet(program: program), [])
        }
        let compiler = Compiler(folder.templates, schema: schema, filters: filters)
        compiler.diagnostics = known
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
