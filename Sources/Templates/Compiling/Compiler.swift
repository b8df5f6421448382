import Diagnostics

/// Checks a folder's templates and compiles them, page by page.
///
/// Every template is looked at where it is used: an included file with the names and at the place of the markup that
/// it is included with, a macro with the types it is called with. Checking and compiling are one walk, so that nothing
/// that was not checked can be rendered.
final class Compiler {
    let schema: Schema
    let shapes: [String: RecordShape]
    let hostFilters: [String: HostFilter]
    let templates: [String: ParsedTemplate]
    @exclusivity(unchecked) var program = Program()
    var diagnostics: [Diagnostic] = []

    // What is being compiled; what is asked for at every step is not watched for overlaps, as in `FunctionBuilder`.
    @exclusivity(unchecked) var function = FunctionBuilder(isPage: true, holding: 1)
    var pageFunction = FunctionBuilder(isPage: true, holding: 1)
    @exclusivity(unchecked) var scope = Scope(in: nil)
    @exclusivity(unchecked) var facts = Facts.none
    @exclusivity(unchecked) var paths = PathTable()
    @exclusivity(unchecked) var place = Place(.html)
    var template: ParsedTemplate
    /// The template being compiled and those it extends, the most derived first.
    var chain: [ParsedTemplate] = []
    /// The scope that blocks see.
    var contextScope = Scope(in: nil)
    /// What was printed last into the address that is open.
    var addressRange: TextRange?
    /// Blocks being compiled, innermost last: for `super()`.
    var openBlocks: [(name: String, level: Int)] = []
    /// How we came here from the page's own template, outermost first.
    var trail: [Diagnostic.Note] = []
    /// Files being included or imported, for circles.
    var openFiles: [String] = []
    var depth = 0
    var isInMacro = false
    /// Whether the page uses something in which a fault was reported before.
    var isPageFaulty = false

    /// Fields of the page's root that are the same on all pages.
    var sharedSlots: Set<Int> = []
    /// Macros, by index, that read their arguments alone.
    var closedMacros: Set<Int> = []

    // What is known from before.
    var nextID = 0
    var modules: [String: Module] = [:]
    var instances: [MacroKey: MacroInstance] = [:]
    var functions: [(builder: FunctionBuilder, macro: Int?)] = []
    var usedMacros: Set<ObjectIdentifier> = []
    /// Scopes that hold macros, which hold them in turn: kept, so that no other scope gets their identity, and cleared
    /// in the end.
    var macroScopes: [Scope] = []
    var usedTemplates: Set<String> = []
    var literalOffsets: [LiteralKey: Int] = [:]
    var hasOverflowed = false
    var instructionCount = 0
    /// Statements compiled so far, each as often as it is used.
    var steps = 0

    struct LiteralKey: Hashable {
        let file: ObjectIdentifier
        let start: Int
        let end: Int

        func hash(into hasher: inout Hasher) { hasher.combine(Int(bitPattern: file) ^ start << 24 ^ end) }
    }

    init(_ templates: [String: ParsedTemplate], schema: Schema, filters: [HostFilter]) {
        self.templates = templates
        self.schema = schema
        self.shapes = Dictionary(schema.records.map { ($0.name, $0) }) { first, _ in first }
        var hostFilters = Dictionary(filters.map { ($0.name, $0) }) { _, last in last }
        if !schema.words.entries.isEmpty { hostFilters[TemplateWords.pluralFilter] = schema.words.plural }
        self.hostFilters = hostFilters
        self.template = ParsedTemplate(
            name: "", file: TextFile(path: "", text: ""), body: [], isBroken: true, blocks: [:], blockOrder: [],
            macros: [], parent: nil)
    }

    // MARK: Reports

    func report(
        _ code: DiagnosticCode, _ message: String, _ range: TextRange, in file: TextFile? = nil,
        notes: [Diagnostic.Note] = [], hint: String? = nil
    ) {
        // Where many calls lead to one place, the innermost ones say enough.
        let way = Array(trail.suffix(6).reversed())
        diagnostics.append(
            Diagnostic(
                code, message, at: TextLocation(file ?? template.file, range), notes: notes + way, hint: hint))
    }

    /// Reports a part of Jinja that is left out.
    func report(_ part: LeftOut, _ range: TextRange) { report(part.code, part.message, range, hint: part.hint) }

    func didYouMean(_ name: String, _ candidates: some Sequence<String>) -> String? {
        nearestName(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    func newID() -> Int {
        nextID += 1
        return nextID
    }

    /// Remembers which place of a template the next instruction comes from.
    func mark(_ range: TextRange) {
        function.origins.append((function.code.count, TextLocation(template.file, range)))
    }

    /// The same for expressions that stand side by side.
    func mark(_ expressions: [Expression]) {
        guard let first = expressions.first, let last = expressions.last else { return }
        mark(first.range.joined(with: last.range))
    }

    // MARK: Regions

    /// Compiles something whose names, registers and certainties end with it.
    func region<Result>(in newScope: Scope? = nil, _ body: () -> Result) -> Result {
        let oldScope = scope
        let mark = function.mark
        let oldFacts = facts
        if let newScope { scope = newScope }
        defer {
            scope = oldScope
            function.leave(mark)
            facts = oldFacts
        }
        return body()
    }

    /// Goes one level down; nil, with a report, where that is too deep.
    func deeper(_ range: TextRange, _ body: () -> Void) {
        guard depth < Limits.compileDepth, steps < Limits.steps, !hasOverflowed else {
            overflow(range)
            return
        }
        depth += 1
        body()
        depth -= 1
    }

    func overflow(_ range: TextRange) {
        guard !hasOverflowed else { return }
        hasOverflowed = true
        report(
            .templateTooDeep, "all templates together are nested too deep or grow too large here", range,
            hint: "make a macro of what is included many times")
    }
}
