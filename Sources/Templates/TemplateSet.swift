import Diagnostics

/// The templates of a folder, checked and compiled. All tasks share it; each makes its own `Renderer`.
package struct TemplateSet: Sendable {
    /// Checks and compiles all pages of a schema.
    ///
    /// Returns all faults of the folder at once. A page whose template has an error is left out of the set; rendering
    /// it returns an error.
    ///
    /// - Parameters:
    ///   - files: every template of the folder. Of two with one name the later one is used (a theme, then the templates
    ///     of the site).
    ///   - schema: the names that templates may use.
    ///   - jobs: how many cores to use. The result does not depend on it.
    package static func load(files: [TemplateFile], schema: Schema, jobs: Int = 1) -> Outcome<TemplateSet> {
        let folder = ParsedFolder(files, jobs: jobs)
        let known = schema.faults.map { Diagnostic(.templateHost, $0, at: nil) } + folder.diagnostics
        if jobs > 1, known.isEmpty,
            let program = Compiler.faultless(folder.templates, schema: schema, jobs: jobs)
        {
            return Outcome(TemplateSet(program: program), [])
        }
        let compiler = Compiler(folder.templates, schema: schema)
        compiler.diagnostics = known
        for page in schema.pages { compiler.compile(page) }
        compiler.reportMissingMacros()
        // A misspelt name would also be reported as an unused macro or template.
        if !compiler.diagnostics.hasErrors { compiler.checkUnused() }
        return Outcome(TemplateSet(program: compiler.link()), compiler.diagnostics.inOrder())
    }

    let program: Program

    /// The addresses that are written out in a page's template and in the files that it uses, each once.
    package func addresses(of file: String) -> [WrittenAddress] {
        var seen: Set<WrittenAddress> = []
        return (program.pages[file]?.marks.addresses ?? []).filter { seen.insert($0).inserted }
    }

    /// Whether files of the site have addresses that are written out.
    package var hasOwnAddresses: Bool {
        program.pages.values.contains { page in page.marks.addresses.contains { !$0.isOfTheme } }
    }

    /// Whether a page may have an element of this id: it is written out, or ids of the site's own files are printed.
    package func mayHave(id: String, on file: String) -> Bool {
        guard let marks = program.pages[file]?.marks else { return true }
        return marks.hasOwnIDs || marks.ids.contains(id)
    }

    /// Makes a renderer, which keeps its working memory from page to page: one for each task.
    package func renderer() -> Renderer { Renderer(program) }

    /// Renders one page with a new renderer; see `Renderer.render`.
    package func render<View: TemplateView>(
        _ file: String, _ view: View, at path: String, links: LinkStyle = .relative, into output: inout [UInt8]
    ) -> [Diagnostic] {
        renderer().render(file, view, at: path, links: links, into: &output)
    }
}
