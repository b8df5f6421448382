/// The severity of a problem. An error prevents writing.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    case warning
    case error

    package static func < (left: Self, right: Self) -> Bool { left == .warning && right == .error }
}

/// A kind of problem, with the text that `explainer explain` prints.
///
/// Each module declares its codes as static members, next to the code that reports them, and lists them in one array.
/// A test checks that names are unique and that every code has an article.
package struct DiagnosticCode: Hashable, Sendable {
    /// In kebab case: `unknown-reference`.
    package let name: String
    /// The default severity, which the site's settings can change for a warning.
    package let severity: Severity
    /// One line, no full stop: "A reference that names nothing".
    package let title: String
    /// A few sentences: what is wrong, why it matters, how to fix it, and an example. Plain text, `code` in backticks.
    package let article: String
    /// Whether `checks:` in `site.md` can turn it off or make it an error (true for every warning).
    package let isAdjustable: Bool

    package init(_ name: String, _ severity: Severity, title: String, article: String) {
        self.name = name
        self.severity = severity
        self.title = title
        self.article = article
        self.isAdjustable = severity == .warning
    }

    package static func == (left: Self, right: Self) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
