/// How grave a problem is. Nothing is written while an error stands.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    case warning
    case error

    package static func < (left: Self, right: Self) -> Bool { left == .warning && right == .error }
}

/// The name of one kind of problem, with the text that `explainer explain` prints for it.
///
/// Each module declares its own codes as static members, beside the code that reports them, and lists them in one
/// array, so that a module can be lifted out with its codes. A test holds that names are unique and articles present.
package struct DiagnosticCode: Hashable, Sendable {
    /// Kebab-case, names the fault: `unknown-reference`.
    package let name: String
    /// What a problem with this code counts as unless the site's settings say otherwise.
    package let severity: Severity
    /// One line, no full stop: "A reference that names nothing".
    package let title: String
    /// A few sentences: what is wrong, why it matters, how to mend it, with a small example. Plain text, `code` in backticks.
    package let article: String
    /// Whether `checks:` in `site.md` may switch it off or make it an error (true for every warning).
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
