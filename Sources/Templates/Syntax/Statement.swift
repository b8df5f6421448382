import Diagnostics

/// A statement of a template.
enum Statement: Sendable {
    /// Literal text: a range of the file.
    case text(TextRange)
    case print(Expression)
    case condition(Condition)
    case loop(Loop)
    case assign(Located<String>, Expression)
    case assignBlock(Located<String>, [Statement], TextRange)
    case scope([(name: Located<String>, value: Expression)], [Statement])
    case include(Include)
    case importAll(Located<String>, as: Located<String>)
    case importNames(Located<String>, [(name: Located<String>, alias: Located<String>)])
    case macro(Macro)
    case block(Block)
    case extends(Located<String>)

    struct Condition: Sendable {
        /// `if` and each `elif`.
        let branches: [(test: Expression, body: [Statement])]
        let otherwise: [Statement]?
        /// The opening tag.
        let range: TextRange
    }

    struct Loop: Sendable {
        /// One name; two for a list of the groups of `groupby`.
        let names: [Located<String>]
        let list: Expression
        let filter: Expression?
        let body: [Statement]
        let otherwise: [Statement]?
        let range: TextRange
    }

    struct Include: Sendable {
        /// The first that exists is included.
        let names: [Located<String>]
        let ignoresMissing: Bool
        let values: [(name: Located<String>, value: Expression)]
        let range: TextRange
    }

    final class Macro: Sendable {
        let name: Located<String>
        let parameters: [(name: Located<String>, standard: Expression?)]
        let body: [Statement]
        let file: ParsedTemplate.Name

        init(
            name: Located<String>, parameters: [(name: Located<String>, standard: Expression?)], body: [Statement],
            file: ParsedTemplate.Name
        ) {
            self.name = name
            self.parameters = parameters
            self.body = body
            self.file = file
        }
    }

    final class Block: Sendable {
        let name: Located<String>
        let body: [Statement]
        let file: ParsedTemplate.Name

        init(name: Located<String>, body: [Statement], file: ParsedTemplate.Name) {
            self.name = name
            self.body = body
            self.file = file
        }
    }
}

/// A template's syntax tree.
final class ParsedTemplate: Sendable {
    typealias Name = String

    let name: Name
    let file: TextFile
    /// Whether the site builds upon the file and cannot change it.
    let isOfTheme: Bool
    let body: [Statement]
    /// Whether its structure is broken, so that it cannot be checked.
    let isBroken: Bool
    /// All blocks of the file, nested ones too, by name.
    let blocks: [String: Statement.Block]
    /// The names of the blocks in order, and whether each is inside another block.
    let blockOrder: [(name: Located<String>, isNested: Bool)]
    /// The macros of the file, in order.
    let macros: [Statement.Macro]
    /// The template it extends.
    let parent: Located<String>?

    init(
        name: Name, file: TextFile, isOfTheme: Bool, body: [Statement], isBroken: Bool,
        blocks: [String: Statement.Block], blockOrder: [(name: Located<String>, isNested: Bool)],
        macros: [Statement.Macro], parent: Located<String>?
    ) {
        self.name = name
        self.file = file
        self.isOfTheme = isOfTheme
        self.body = body
        self.isBroken = isBroken
        self.blocks = blocks
        self.blockOrder = blockOrder
        self.macros = macros
        self.parent = parent
    }
}
