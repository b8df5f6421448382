import Diagnostics

/// A mapping that is read field by field: what was asked for is what is allowed, and `finish()` reports the rest.
///
/// ```swift
/// var fields = Fields(document.frontMatter, in: document.file, of: "demand")
/// let title = fields.requiredText("title")
/// diagnostics += fields.finish()
/// ```
///
/// A key without a value (`place:`) counts as left out. An empty text (`""`, `~`, `null`) is an error: nobody means it.
/// Every problem goes into `diagnostics`; a method returns nil for what is not there or not right.
package struct Fields {
    package let file: TextFile
    /// The mapping's place; where it is empty, the place where a field would be written.
    package let range: TextRange
    /// What the mapping describes, for messages: "demand", "role".
    package let owner: String
    package private(set) var diagnostics: [Diagnostic] = []
    let entries: [YAMLNode.Entry]

    package init(_ node: YAMLNode, in file: TextFile, of owner: String) {
        self.file = file
        self.range = node.range
        self.owner = owner
        if case .mapping(let entries) = node.kind { self.entries = entries } else { self.entries = [] }
    }

    /// The text of a field; nil where it is absent or, after an error, not text.
    package mutating func text(_ name: String) -> Located<String>? { nil }
    /// The text of a field that must be there; nil only after an error.
    package mutating func requiredText(_ name: String) -> Located<String>? { nil }
    /// A list of texts; a single text counts as a list of one.
    package mutating func texts(_ name: String) -> [Located<String>] { [] }
    /// A list of at least one text; empty only after an error.
    package mutating func requiredTexts(_ name: String) -> [Located<String>] { [] }
    /// `true` or `false`, written in just these words.
    package mutating func truth(_ name: String) -> Located<Bool>? { nil }
    /// One value of a closed list.
    package mutating func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, of type: Choice.Type
    ) -> Located<Choice>? where Choice.RawValue == String { nil }
    /// One value of a closed list that must be there; nil only after an error.
    package mutating func requiredChoice<Choice: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, of type: Choice.Type
    ) -> Located<Choice>? where Choice.RawValue == String { nil }
    /// A mapping inside this one; read it, then `absorb` it.
    package mutating func mapping(_ name: String, of owner: String) -> Fields? { nil }
    /// A list of mappings; a single mapping counts as a list of one. Read each, then `absorb` it.
    package mutating func mappings(_ name: String, of owner: String) -> [Fields] { [] }
    /// The items of a list as they are; a single value counts as a list of one.
    package mutating func items(_ name: String) -> [YAMLNode] { [] }
    /// The value as it is; nil where the key is absent or has no value.
    package mutating func node(_ name: String) -> YAMLNode? { nil }
    /// The value as it is, an error where there is none.
    package mutating func requiredNode(_ name: String) -> YAMLNode? { nil }
    /// Where the key of a field stands; the field then counts as asked for.
    package mutating func keyRange(_ name: String) -> TextRange? { nil }
    /// A problem that the caller has found.
    package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
    /// Problems found elsewhere, such as those of a nested mapping.
    package mutating func absorb(_ others: [Diagnostic]) { diagnostics += others }
    /// Finishes a nested mapping and takes its problems over.
    package mutating func absorb(_ nested: Fields) {
        var nested = nested
        diagnostics += nested.finish()
    }
    /// All problems, unknown fields included. Call it once, last.
    package mutating func finish() -> [Diagnostic] { diagnostics }
}
