import Diagnostics

/// Checks a folder's templates and compiles them, page by page.
///
/// Every template is checked for each use: an included file with the names and the place of the markup of its
/// `include`, a macro with the argument types of its call. One pass checks and compiles, so unchecked code is never
/// rendered.
final class Compiler {
    let schema: Schema
    /// By name: the schema's records, and those of which some optional fields are known to be there.
    var shapes: [String: RecordShape]
    let templates: [String: ParsedTemplate]
    var program = Program()
    var diagnostics: [Diagnostic] = []

    // The code that is being compiled.
    var function = FunctionBuilder(isPage: true, reserving: 1)
    var pageFunction = FunctionBuilder(isPage: true, reserving: 1)
    var scope = Scope(in: nil)
    var facts = Facts.none
    var paths = PathTable()
    var place = Place(.html)
    var template: ParsedTemplate
    /// The current template and those it extends, the most derived first.
    var chain: [ParsedTemplate] = []
    /// The scope that blocks see.
    var contextScope = Scope(in: nil)
    /// The last value that was printed into the open address.
    var addressRange: TextRange?
    /// The blocks around the current statement, innermost last, for `super()`.
    var openBlocks: [(name: String, level: Int)] = []
    /// The includes and calls that lead from the page's template to here, outermost first.
    var trail: [Diagnostic.Note] = []
    /// The files that are being included or imported, to find cycles.
    var openFiles: [String] = []
    var depth = 0
    var isInMacro = false
    /// The elements that are open at the current place.
    var elements = OpenElements.empty
    /// How many of them were open where the current block, file or loop begins; it must not close these.
    var elementBase = 0
    /// Whether elements are counted: on pages that are whole documents, outside of captured output.
    var checksNesting = false
    /// Whether the current page is a whole document, and whether it has an `<html>` element.
    var isDocument = false
    var hasRootElement = false
    /// The last `<` of the current page, and the last quote that opened a value in which there is a `<`.
    var openTag: TextLocation?
    var openQuote: (attribute: String, location: TextLocation)?
    /// The last quote that opened a value of an attribute in the current file.
    var quote: TextRange?
    /// Whether the next value stands at the start of an address.
    var isAddressStart = false
    /// The files of a theme.
    let themeFiles: Set<ObjectIdentifier>
    /// The literal ids and addresses of the current page or macro.
    var marks = PageMarks()
    /// Whether the page uses code whose fault was already reported.
    var isPageFaulty = false

    /// The texts that a value can be, by the id of the value; see `choices(of:)`.
    var valueChoices: [Int: [String]] = [:]
    /// The record whose fields are the names of the current page.
    var pageRoot: RecordShape?
    /// The name of the current page's template.
    var pageFile: String?
    /// The names of all kinds of pages; see `nameOfOtherPages`.
    let otherNames: [String: (type: ValueType, slot: Int)]
    /// The fields of the page's root that are the same on all pages.
    var sharedSlots: Set<Int> = []
    /// The indices of macros that read only their arguments.
    var closedMacros: Set<Int> = []

    // Results for all pages.
    var nextID = 0
    var modules: [String: Module] = [:]
    var instances: [MacroKey: MacroInstance] = [:]
    var functions: [(builder: FunctionBuilder, macro: Int?)] = []
    var usedMacros: Set<ObjectIdentifier> = []
    /// Scopes with macros. They are retained so that no other scope gets their identity, and cleared at the end,
    /// because scopes and macros refer to each other.
    var macroScopes: [Scope] = []
    var usedTemplates: Set<String> = []
    /// The blocks that files of the site lack and files of the theme fill, as "file block": each is reported once.
    var missingBlocks: Set<String> = []
    /// The macros that files of the site lack and files of the theme call, by file.
    var missingMacros: [String: Set<String>] = [:]
    var literalOffsets: [LiteralKey: Int] = [:]
    var hasOverflowed = false
    var instructionCount = 0
    /// The number of compiled statements. A statement counts once for each use.
    var steps = 0

    struct LiteralKey: Hashable {
        let file: ObjectIdentifier
        let start: Int
        let end: Int

        func hash(into hasher: inout Hasher) { hasher.combine(Int(bitPattern: file) ^ start << 24 ^ end) }
    }

    init(_ templates: [String: ParsedTemplate], schema: Schema) {
        self.templates = templates
        self.schema = schema
        self.otherNames = Compiler.otherNames(of: schema.pages)
        self.themeFiles = Set(templates.values.lazy.filter(\.isOfTheme).map { ObjectIdentifier($0.file) })
        self.shapes = Dictionary(schema.records.map { ($0.name, $0) }) { first, _ in first }
        self.template = ParsedTemplate(
            name: "", file: TextFile(path: "", text: ""), isOfTheme: false, body: [], isBroken: true, blocks: [:],
            blockOrder: [], macros: [], parent: nil)
    }

    // MARK: Reports

    func report(
        _ code: DiagnosticCode, _ message: String, _ range: TextRange, in file: TextFile? = nil,
        notes: [Diagnostic.Note] = [], hint: String? = nil
    ) {
        // The innermost calls are enough to find the place.
        let way = Array(trail.suffix(6).reversed())
        diagnostics.append(
            Diagnostic(
                code, message, at: TextLocation(file ?? template.file, range), notes: notes + way, hint: hint))
    }

    /// Reports a part of Jinja that this engine leaves out.
    func report(_ part: LeftOut, _ range: TextRange) { report(part.code, part.message, range, hint: part.hint) }

    func didYouMean(_ name: String, _ candidates: some Sequence<String>) -> String? {
        nearestName(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    func newID() -> Int {
        nextID += 1
        return nextID
    }

    /// Records the location of the next instruction in the template.
    func mark(_ range: TextRange) {
        function.origins.append((function.code.count, TextLocation(template.file, range)))
    }

    /// The same for adjacent expressions.
    func mark(_ expressions: [Expression]) {
        guard let first = expressions.first, let last = expressions.last else { return }
        mark(first.range.joined(with: last.range))
    }

    // MARK: Regions

    /// Compiles code whose names, registers and facts end with it.
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

    /// Compiles one level deeper. Reports code that is nested too deep.
    func deeper(_ range: TextRange, _ body: () -> Void) {
        guard depth < Limits.compileDepth, steps < Limits.steps, !hasOverflowed else {
            overflow(range, depth < Limits.compileDepth ? .statements : .depth)
            return
        }
        depth += 1
        body()
        depth -= 1
    }

    /// A limit of all templates together.
    enum Overflow {
        case depth, files, statements, instructions

        var message: String {
            switch self {
            case .depth: "statements are nested more than \(Limits.compileDepth) levels deep here, over all files"
            case .files: "more than \(Limits.recursion) includes or macro calls are nested here"
            case .statements:
                "all templates together have more than \(Limits.steps) statements, each counted as often as it is included"
            case .instructions: "all templates together make more than \(Limits.instructions) instructions"
            }
        }
    }

    func overflow(_ range: TextRange, _ limit: Overflow) {
        guard !hasOverflowed else { return }
        hasOverflowed = true
        report(.templateTooDeep, limit.message, range, hint: "use a macro for a file that is included many times")
    }
}
