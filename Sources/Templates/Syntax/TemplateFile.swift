import Diagnostics

/// A template and its name.
package struct TemplateFile: Sendable {
    /// Path from the template folder: `event.html`, `parts/tile.html`. Its extension decides how values are escaped.
    package let name: String
    package let text: TextFile

    package init(name: String, text: TextFile) {
        self.name = name
        self.text = text
    }
}
