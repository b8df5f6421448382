/// Limits of the cost of templates. A template that exceeds one gives an error.
enum Limits {
    /// Nested statements of one file.
    static let nesting = 100
    /// Levels of the tree of one expression.
    static let expressionHeight = 200
    /// Nested includes, and nested macro calls while a page is rendered.
    static let recursion = 64
    /// Nested statements of a page over all its files, while it is compiled.
    static let compileDepth = 600
    /// Statements of a whole template set, each counted once for each use.
    static let steps = 400_000
    /// Instructions of a whole template set.
    static let instructions = 2_000_000
    /// Elements that `range` makes, and repetitions of `*`.
    static let repetition = 100_000
    /// Bytes of a text that a template builds.
    static let text = 16 << 20
    /// Weight (`Value.weight`) of a list that a template builds.
    static let list = 4_000_000
    /// Bytes of a page.
    static let page = 256 << 20
    /// Loop iterations, macro calls, and the weight of the results of filters, together on one page.
    static let work = 5_000_000
}
