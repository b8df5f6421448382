import Bytes

/// The SARIF 2.1.0 form of a run's problems, `--format sarif`, which code hosts and editors show beside the lines.
///
/// Columns count Unicode scalars from 1, like those of the other formats.
func diagnosticsSARIF(_ diagnostics: [Diagnostic], version: String, _ lines: inout LineIndexes) -> JSON {
    var codes: [DiagnosticCode] = []
    for diagnostic in diagnostics where !codes.contains(diagnostic.code) { codes.append(diagnostic.code) }
    let results = diagnostics.map { result($0, codes.firstIndex(of: $0.code) ?? 0, &lines) }
    let driver = JSON.members([
        "name": .string("explainer"), "version": version.isEmpty ? nil : .string(version),
        "rules": .array(codes.map(rule)),
    ])
    let run = JSON.members([
        "tool": .members(["driver": driver]), "columnKind": .string("unicodeCodePoints"), "results": .array(results),
    ])
    return .members([
        "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"), "version": .string("2.1.0"),
        "runs": .array([run]),
    ])
}

private func rule(_ code: DiagnosticCode) -> JSON {
    .members([
        "id": .string(code.name), "shortDescription": .members(["text": .string(code.title + ".")]),
        "fullDescription": .members(["text": .string(code.article)]),
        "help": .members(["text": .string(code.article), "markdown": .string(code.article)]),
        "defaultConfiguration": .members(["level": .string(code.severity.rawValue)]),
    ])
}

private func result(_ diagnostic: Diagnostic, _ rule: Int, _ lines: inout LineIndexes) -> JSON {
    let location =
        diagnostic.location.map { physicalLocation($0, &lines) }
        ?? diagnostic.path.map { .members(["artifactLocation": artifact($0)]) }
    let text = diagnostic.message + (diagnostic.hint.map { "\nhint: \($0)" } ?? "")
    var related: [JSON] = []
    for note in diagnostic.notes {
        guard let place = note.location else { continue }
        related.append(
            .members([
                "physicalLocation": physicalLocation(place, &lines),
                "message": .members(["text": .string(note.message)]),
            ]))
    }
    return .members([
        "ruleId": .string(diagnostic.code.name), "ruleIndex": .number(rule),
        "level": .string(diagnostic.severity.rawValue), "message": .members(["text": .string(text)]),
        "locations": location.map { .array([.members(["physicalLocation": $0])]) },
        "relatedLocations": related.isEmpty ? nil : .array(related),
        "fixes": diagnostic.fixIt.map { .array([fix($0, &lines)]) },
    ])
}

private func fix(_ fixIt: FixIt, _ lines: inout LineIndexes) -> JSON {
    let replacement = JSON.members([
        "deletedRegion": region(fixIt.location, &lines),
        "insertedContent": .members(["text": .string(fixIt.replacement)]),
    ])
    let change = JSON.members([
        "artifactLocation": artifact(fixIt.location.file.path), "replacements": .array([replacement]),
    ])
    return .members(["description": .members(["text": .string(fixIt.title)]), "artifactChanges": .array([change])])
}

private func physicalLocation(_ location: TextLocation, _ lines: inout LineIndexes) -> JSON {
    .members(["artifactLocation": artifact(location.file.path), "region": region(location, &lines)])
}

private func region(_ location: TextLocation, _ lines: inout LineIndexes) -> JSON {
    let start = lines.position(of: location)
    let end = lines.position(at: Int(location.range.end), in: location.file)
    return .members([
        "startLine": .number(start.line), "startColumn": .number(start.column), "endLine": .number(end.line),
        "endColumn": .number(end.column),
    ])
}

/// A file by its URI: relative to where the command ran, or absolute.
private func artifact(_ path: String) -> JSON {
    var uri = ""
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            uri.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            uri += "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }
    return .members(["uri": .string(path.hasPrefix("/") ? "file://" + uri : uri)])
}
