import Diagnostics

/// Questions about fields, and reports of problems.
extension Fields {
    /// Whether a key is written, with or without a value. The call does not make the field an allowed one.
    package func has(_ name: String) -> Bool { entries.contains { $0.key.value == name } }

    /// Reports a value of a wrong shape.
    ///
    /// - Parameter expected: the expected form: "text", "a list of texts", "a party's id".
    package mutating func reportWrongType(
        _ name: String, _ node: YAMLNode, expected: String, hint: String? = nil
    ) {
        let isList = if case .sequence = node.kind { true } else { false }
        report(
            Diagnostic(
                .wrongType, "'\(name)' of \(owner) must be \(expected), not \(node.shape)",
                at: location(firstLine(of: node.range)),
                hint: hint ?? (isList && !expected.contains("list") ? "write one value, without a list" : nil)))
    }

    /// Reports a missing required field; `choices` are its possible values.
    mutating func reportMissing(_ name: String, _ choices: [String]) {
        report(
            Diagnostic(
                .missingField, "\(owner) has no '\(name)'", at: location(firstLine),
                hint: "add '\(name): …'" + (choices.isEmpty ? "" : ", one of: " + choices.joined(separator: ", "))))
    }

    /// Reports a value that is not in a closed list.
    @usableFromInline
    package mutating func reportUnknownValue(_ text: Located<String>, of name: String, among values: [String]) {
        let nearest = nearestName(to: text.value, among: values)
        report(
            Diagnostic(
                .unknownValue, "'\(name)' of \(owner) cannot be '\(text.value)'", at: location(text.range),
                hint: (nearest.map { "did you mean '\($0)'? " } ?? "") + "allowed: " + values.joined(separator: ", "),
                fixIt: nearest.flatMap {
                    isSlip(text.value, of: $0)
                        ? FixIt(
                            replacing: location(text.range), with: $0, title: "replace '\(text.value)' with '\($0)'")
                        : nil
                }))
    }

    /// Reports a field, or an item of a list, without a value.
    package mutating func reportEmpty(_ name: String, _ place: TextRange) {
        report(
            Diagnostic(
                .emptyValue, "'\(name)' of \(owner) is empty", at: location(place),
                hint: hint(ofEmpty: name)))
    }

    /// Reports an unknown key.
    mutating func reportUnknownField(_ key: Located<String>, among names: [String]) {
        if let hint = key.value.hintOfPartedNumber {
            report(
                Diagnostic(
                    .unknownField, "\(owner) has no field '\(key.value)'", at: location(key.range), hint: hint))
            return
        }
        let nearest = nearestName(to: key.value, among: names)
        let isFree = nearest.map { !has($0) } ?? false
        report(
            Diagnostic(
                .unknownField, "\(owner) has no field '\(key.value)'", at: location(key.range),
                hint: nearest.map { "did you mean '\($0)'?" }
                    ?? "its fields are: \(Set(names).sorted().joined(separator: ", ")); \(whereFieldsAreListed(owner))",
                fixIt: isFree
                    ? nearest.map {
                        FixIt(replacing: location(key.range), with: $0, title: "replace '\(key.value)' with '\($0)'")
                    } : nil))
    }

    func withArticle(_ noun: String) -> String { (noun.first.map("aeiou".contains) ?? false ? "an " : "a ") + noun }

    /// A hint that names the command with the meaning of each field.
    func whereFieldsAreListed(_ owner: String) -> String {
        "'explainer fields \(owner)' says what each is for"
    }

    func location(_ range: TextRange) -> TextLocation { TextLocation(file, range) }

    /// The mapping's first line: where a missing field is reported.
    var firstLine: TextRange { firstLine(of: range) }

    func firstLine(of range: TextRange) -> TextRange {
        TextRange(Int(range.start), min(Int(range.end), file.line(at: Int(range.start)).upperBound))
    }
}
