import Diagnostics

/// Parts of YAML that libyaml accepts and front matter does not.
extension YAMLFault {
    /// - Parameter isKey: whether a key is an alias; quotes to the end of the line would take in its value.
    static func alias(_ name: String, _ place: TextRange, isKey: Bool, in file: TextFile) -> Diagnostic {
        Diagnostic(
            .yamlAlias, "'*\(name)' is a YAML alias, and aliases are not used in front matter",
            at: TextLocation(file, place), hint: "write the value out, or quote it if it is text",
            fixIt: isKey ? nil : FaultPage(file: file, block: place.offsets).quoting(from: Int(place.start)))
    }

    static func anchor(_ name: String, _ place: TextRange, in file: TextFile) -> Diagnostic {
        Diagnostic(
            .yamlAlias, "'&\(name)' is a YAML anchor, and anchors are not used in front matter",
            at: TextLocation(file, place), hint: "remove it, or quote the value if it is text")
    }

    static func tag(_ place: TextRange, in file: TextFile) -> Diagnostic {
        let page = FaultPage(file: file, block: place.offsets)
        var end = Int(place.start)
        while end < place.end, file.bytes[end] > 0x20 { end += 1 }
        return Diagnostic(
            .yamlTag,
            "'\(file.text(in: TextRange(Int(place.start), end)))' is a YAML tag, and tags are not used in front matter",
            at: page.location(Int(place.start), end), hint: "remove it, or quote the value if it is text")
    }

    static func duplicateKey(_ key: Located<String>, first: TextRange, in file: TextFile) -> Diagnostic {
        Diagnostic(
            .duplicateKey, "'\(key.value)' is written twice", at: TextLocation(file, key.range),
            notes: [Diagnostic.Note("first written here", at: TextLocation(file, first))],
            hint: key.value.hintOfPartedNumber ?? "keep one of the two")
    }

    static func escapedCharacter(
        _ refused: RefusedCharacter, _ code: UInt32, _ place: TextRange, in file: TextFile
    ) -> Diagnostic {
        Diagnostic(
            refused.code, refused.message(code, ", written as an escape"),
            at: TextLocation(file, place), hint: "remove the escape, or use single quotes if a backslash was meant")
    }

    /// `color: #ff0000`: YAML reads a comment, the writer meant a value.
    static func commentInsteadOfValue(of key: Located<String>, _ value: YAMLNode, in file: TextFile) -> Diagnostic? {
        var index = Int(value.range.end)
        let bytes = file.bytes
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index + 1 < bytes.count, bytes[index] == 0x23, index > 0, bytes[index - 1] != 0x0A,
            bytes[index + 1] > 0x23
        else { return nil }
        let page = FaultPage(file: file, block: key.range.offsets)
        return page.needsQuotes(
            "the value of '\(key.value)' begins with '#', which makes it a comment", at: index, from: index)
    }

    /// `title: Strike #now`: YAML reads a comment, the writer meant a word. `# note` with a space is a comment.
    static func commentAfterValue(_ place: TextRange, in file: TextFile) -> Diagnostic? {
        var index = Int(place.end)
        let bytes = file.bytes
        guard index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index + 1 < bytes.count, bytes[index] == 0x23, bytes[index + 1] > 0x23 else { return nil }
        let page = FaultPage(file: file, block: 0..<bytes.count)
        return Diagnostic(
            .yamlNeedsQuotes, "' #' begins a comment, so the rest of the line is not read",
            at: page.location(index, page.lineEnd(of: index)),
            hint: "quote the whole value; for a comment, write a space after '#'",
            fixIt: page.quotingLine(from: Int(place.start), upTo: index))
    }

    /// Front matter that is a list, or a line of text.
    static func rootIsNoMapping(_ node: YAMLNode, in file: TextFile) -> Diagnostic {
        let page = FaultPage(file: file, block: node.range.offsets)
        if case .scalar = node.kind { return page.noColon(lineAt: Int(node.range.start)) }
        return Diagnostic(
            .yamlSyntax, "front matter must be fields ('key: value'), not \(node.shape)",
            at: TextLocation(file, TextRange(Int(node.range.start), page.lineEnd(of: Int(node.range.start)))))
    }
}

extension String {
    /// What to do where three digits stand as a field: within braces a comma parts `1,515` into two.
    var hintOfPartedNumber: String? {
        guard utf8.count == 3, utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return "within braces a comma parts a number: write it in quotes, as in \"1,\(self)\""
    }
}
