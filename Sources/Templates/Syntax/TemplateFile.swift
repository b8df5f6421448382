import Diagnostics

/// A template and its name.
package struct TemplateFile: Sendable {
    /// Path from the template folder: `event.html`, `parts/tile.html`. Its extension decides how values are escaped.
    package let name: String
    package let text: TextFile
    /// The name of the theme that it belongs to, which other files build upon; nil for a file of the site itself.
    ///
    /// A theme's file has two names: its own, unless another file has that too, and always its own behind the theme's
    /// (`theme/event.html`). No warning is given of it, since the authors of the site cannot change it.
    package let theme: String?

    package init(name: String, text: TextFile, theme: String? = nil) {
        self.name = name
        self.text = text
        self.theme = theme
    }

    /// The name that always leads to a theme's file.
    var fullName: String { theme.map { "\($0)/\(name)" } ?? name }
}
