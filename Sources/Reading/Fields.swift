import Diagnostics

/// Reads a mapping field by field. The fields that were read are the allowed ones; `finish()` reports the others.
///
/// ```swift
/// var fields = Fields(document.frontMatter, in: document.file, of: "demand")
/// let title = fields.requiredText("title")
/// diagnostics += fields.finish()
/// ```
///
/// A key without a value (`place:`) and an empty text (`""`, `~`, `null`) are errors. All problems are added to
/// `diagnostics`; a method returns nil for a missing or invalid value. If a syntax error cut the mapping short, no missing
/// fields are reported.
@usableFromInline package struct Fields {
    package let file: TextFile
    /// The mapping's place; if it is empty, the place where a field would be written.
    package let range: TextRange
    /// What the mapping describes, for messages: "demand", "role".
    package let owner: String
    package private(set) var diagnostics: [Diagnostic] = []
    private(set) var entries: [YAMLNode.Entry]
    private let isIncomplete: Bool
    /// The names that were read, in order: `finish()` allows and suggests these.
    private var asked: [String] = []
    /// The entries that were read, by index.
    private var known: [Bool]
    /// Where the search for the next field begins: fields are mostly read in the order in which they are written.
    private var next = 0
    /// The required fields that are written without a value, with what their value may be.
    private var unfilled: [(name: String, choices: [String])] = []

    package init(_ node: YAMLNode, in file: TextFile, of owner: String) {
        self.file = file
        self.range = node.range
        self.owner = owner
        if case .mapping(let entries) = node.kind { self.entries = entries } else { self.entries = [] }
        isIncomplete = node.isIncomplete
        known = entries.map { _ in false }
        asked.reserveCapacity(24)
    }

    // MARK: Text

    /// The text of a field; nil if it is absent or, after an error, not text.
    @usableFromInline package mutating func text(_ name: String) -> Located<String>? {
        node(name).flatMap { text(of: $0, name) }
    }

    /// The text of a required field; nil only after an error.
    ///
    /// - Parameter choices: possible values, for the message if the field is missing.
    @usableFromInline package mutating func requiredText(
        _ name: String, oneOf choices: @autoclosure () -> [String] = []
    ) -> Located<String>? {
        requiredNode(name, oneOf: choices()).flatMap { text(of: $0, name) }
    }

    /// A list of texts; a single text counts as a list of one.
    package mutating func texts(_ name: String) -> [Located<String>] {
        items(name).compactMap { text(of: $0, name) }
    }

    /// A list of at least one text; empty only after an error.
    package mutating func requiredTexts(_ name: String) -> [Located<String>] {
        guard let node = requiredNode(name) else { return [] }
        if case .sequence(let items) = node.kind {
            if items.isEmpty { reportEmpty(name, node.range) }
            return items.compactMap { text(of: $0, name) }
        }
        return text(of: node, name).map { [$0] } ?? []
    }

    /// `true` or `false`, in exactly this spelling.
    package mutating func truth(_ name: String) -> Located<Bool>? {
        guard let node = node(name), let text = text(of: node, name) else { return nil }
        if case .scalar("true", isPlain: true) = node.kind { return Located(true, text.range) }
        if case .scalar("false", isPlain: true) = node.kind { return Located(false, text.range) }
        let meant: String? =
            switch text.value.lowercased() {
            case "yes", "on", "y", "true", "1": "true"
            case "no", "off", "n", "false", "0": "false"
            default: nil
            }
        report(
            Diagnostic(
                .wrongType, "'\(name)' of \(owner) must be true or false, not '\(text.value)'",
                at: location(text.range),
                hint: meant.map { "write \($0), without quotes" },
                fixIt: meant.map {
                    FixIt(replacing: location(text.range), with: $0, title: "replace it with \($0)")
                }))
        return nil
    }

    // MARK: Closed lists

    /// One value of a closed list.
    @inlinable package mutating func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, of type: Choice.Type
    ) -> Located<Choice>? where Choice.RawValue == String {
        guard let text = text(name) else { return nil }
        return choice(text, name, of: type)
    }

    /// One value of a closed list, required; nil only after an error.
    @inlinable package mutating func requiredChoice<Choice: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, of type: Choice.Type
    ) -> Located<Choice>? where Choice.RawValue == String {
        guard let text = requiredText(name, oneOf: type.allCases.map(\.rawValue)) else { return nil }
        return choice(text, name, of: type)
    }

    /// One value of a closed list from its text; nil after an error.
    @inlinable package mutating func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
        _ text: Located<String>, _ name: String, of type: Choice.Type
    ) -> Located<Choice>? where Choice.RawValue == String {
        if let value = Choice(rawValue: text.value) { return Located(value, text.range) }
        reportUnknownValue(text, of: name, among: type.allCases.map(\.rawValue))
        return nil
    }

    // MARK: Structure

    /// A mapping inside this one; read it, then `absorb` it.
    package mutating func mapping(_ name: String, of owner: String) -> Fields? {
        node(name).flatMap { mapping($0, name, of: owner) }
    }

    /// A list of mappings; a single mapping counts as a list of one. Read each, then `absorb` it.
    package mutating func mappings(_ name: String, of owner: String) -> [Fields] {
        items(name).compactMap { mapping($0, name, of: owner) }
    }

    /// The fields of a value that must be a mapping, such as one of `items`.
    package mutating func mapping(_ node: YAMLNode, _ name: String, of owner: String) -> Fields? {
        if case .mapping = node.kind { return Fields(node, in: file, of: owner) }
        reportWrongType(
            name, node, expected: "fields of \(withArticle(owner)) ('key: value')", hint: whereFieldsAreListed(owner))
        return nil
    }

    /// The items of a list as they are; a single value counts as a list of one.
    package mutating func items(_ name: String) -> [YAMLNode] {
        guard let node = node(name) else { return [] }
        guard case .sequence(let items) = node.kind else { return [node] }
        for item in items where item.isAbsent {
            report(Diagnostic(.emptyValue, "an item of '\(name)' is empty", at: location(item.range)))
        }
        return items.contains(where: \.isAbsent) ? items.filter { !$0.isAbsent } : items
    }

    /// The value as it is; nil if the key is absent or has no value.
    package mutating func node(_ name: String) -> YAMLNode? {
        find(name).flatMap { entries[$0].value.isAbsent ? nil : entries[$0].value }
    }

    /// The value as it is; reports an error if there is none.
    package mutating func requiredNode(
        _ name: String, oneOf choices: @autoclosure () -> [String] = []
    ) -> YAMLNode? {
        guard let index = find(name) else {
            if !isIncomplete { reportMissing(name, choices()) }
            return nil
        }
        if isEmpty(entries[index].value) { unfilled.append((name, choices())) }
        // `finish()` reports a key without a value.
        return entries[index].value.isAbsent ? nil : entries[index].value
    }

    /// Reads a field with a former name as if it had its present name.
    ///
    /// - Returns: the former name as written; nil if there is none, or if the present name is written too.
    package mutating func rename(_ former: String, to name: String) -> Located<String>? {
        guard !has(name), let index = entries.firstIndex(where: { $0.key.value == former }) else { return nil }
        let entry = entries[index]
        entries[index] = YAMLNode.Entry(key: Located(name, entry.key.range), value: entry.value)
        return entry.key
    }

    /// Allows a field that is no longer read; nil if it is not written.
    package mutating func drop(_ former: String) -> YAMLNode.Entry? {
        guard let index = entries.firstIndex(where: { $0.key.value == former }) else { return nil }
        known[index] = true
        return entries[index]
    }

    /// The place of a field's key; the field then counts as read.
    package mutating func keyRange(_ name: String) -> TextRange? { find(name).map { entries[$0].key.range } }

    // MARK: Problems

    /// Adds a problem that the caller found.
    package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Adds problems that were found elsewhere, such as those of prose in a field.
    package mutating func absorb(_ others: [Diagnostic]) { diagnostics += others }

    /// Finishes a nested mapping and adds its problems.
    package mutating func absorb(_ nested: Fields) {
        var nested = nested
        diagnostics += nested.finish()
    }

    /// All problems, unknown fields included. Call it once, last.
    package mutating func finish() -> [Diagnostic] {
        for index in known.indices where !known[index] {
            reportUnknownField(entries[index].key, among: asked)
            known[index] = true
        }
        if !isIncomplete {
            for entry in entries where entry.value.isAbsent && asked.contains(entry.key.value) {
                reportEmpty(entry.key.value, entry.key.range)
            }
        }
        return diagnostics
    }

    // MARK: Inside

    private mutating func find(_ name: String) -> Int? {
        asked.append(name)
        let length = name.utf8.count
        var index = next
        for _ in 0..<entries.count {
            if index >= entries.count { index = 0 }
            // Most names differ in length, which is compared first.
            if entries[index].key.value.utf8.count == length, entries[index].key.value == name {
                known[index] = true
                next = index + 1
                return index
            }
            index += 1
        }
        return nil
    }

    /// The text of a field's value, or of an item of its list; nil after an error.
    package mutating func text(of node: YAMLNode, _ name: String) -> Located<String>? {
        guard case .scalar(let text, let isPlain) = node.kind else {
            reportWrongType(name, node, expected: "text")
            return nil
        }
        if text.isEmpty || (isPlain && isNull(text)) {
            reportEmpty(name, node.range)
            return nil
        }
        return Located(text, node.range)
    }

    /// Whether a value is reported by `reportEmpty(_:_:)`.
    private func isEmpty(_ value: YAMLNode) -> Bool {
        switch value.kind {
        case .scalar(let text, let isPlain): text.isEmpty || (isPlain && isNull(text))
        case .sequence(let items): items.isEmpty
        default: value.isAbsent
        }
    }

    /// What to write in a field without a value.
    func hint(ofEmpty name: String) -> String {
        guard let field = unfilled.first(where: { $0.name == name }) else {
            return "write a value, or leave the field out"
        }
        if field.choices.isEmpty { return "write a value: the field is required" }
        return "write one of: " + field.choices.joined(separator: ", ")
    }

    private func isNull(_ text: String) -> Bool { text == "~" || text == "null" || text == "Null" || text == "NULL" }
}
