/// Bounds that keep every template's cost known; past each there is an error, never a crash.
enum Limits {
    /// Statements inside statements of one file.
    static let nesting = 100
    /// Levels of one expression's tree.
    static let expressionHeight = 200
    /// Files included one in another, and macro calls one in another while a page is rendered.
    static let recursion = 64
    /// Statements inside statements over all files that a page is put together from, while it is compiled.
    static let compileDepth = 600
    /// Statements of a whole template set, each counted as often as it is used.
    static let steps = 400_000
    /// Instructions of a whole template set.
    static let instructions = 2_000_000
    /// Elements that `range` makes, and repetitions of `*`.
    static let repetition = 100_000
    /// Bytes of a text that a template puts together.
    static let text = 16 << 20
    /// Weight (`Value.weight`) of a list that a template puts together.
    static let list = 4_000_000
    /// Bytes of a page.
    static let page = 256 << 20
    /// Rounds of loops, calls of macros, and the weight of what filters make, together on one page.
    static let work = 5_000_000
}
