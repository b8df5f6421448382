import Diagnostics
import Templates

/// The output and the problems of a template, loaded and rendered for a test.
struct Rendered {
    var text = ""
    var problems: [Diagnostic] = []

    /// Messages, in order.
    var messages: [String] { problems.map(\.message) }
    var codes: [String] { problems.map(\.code.name) }
}

/// Loads templates with `page.html` as the page and renders it.
func render(
    _ page: String, _ others: [String: String] = [:], view: RootView = RootView(), name: String = "page.html",
    at path: String = "a/b.html"
) -> Rendered {
    let files = [name: page].merging(others) { first, _ in first }.sorted { $0.key < $1.key }
        .map { TemplateFile(name: $0.key, text: TextFile(path: $0.key, text: $0.value)) }
    let schema = Schema(pages: [.init("page", file: name, root: RootView.self, "A page.")])
    let loaded = TemplateSet.load(files: files, schema: schema)
    guard !loaded.diagnostics.hasErrors else { return Rendered(problems: loaded.diagnostics) }
    var bytes: [UInt8] = []
    let faults = loaded.value.render(name, view, at: path, into: &bytes)
    return Rendered(text: String(decoding: bytes, as: UTF8.self), problems: loaded.diagnostics + faults)
}
