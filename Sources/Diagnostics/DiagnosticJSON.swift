import Bytes

/// The JSON form of a run's problems, `--format json`: version 1 of the format.
///
/// Lines and columns are those of the other formats (from 1, Unicode scalars); `offset` and `length` are UTF-8 bytes.
func diagnosticsJSON(_ diagnostics: [Diagnostic], _ lines: inout LineIndexes) -> JSON {
    .members(["version": .number(1), "diagnostics": .array(diagnostics.map { json($0, &lines) })])
}

private func json(_ diagnostic: Diagnostic, _ lines: inout LineIndexes) -> JSON {
    .members([
        "severity": .string(diagnostic.severity.rawValue),
        "code": .string(diagnostic.code.name),
        "message": .string(diagnostic.message),
        "path": (diagnostic.location?.file.path ?? diagnostic.path).map(JSON.string),
        "range": diagnostic.location.map { json($0, &lines) },
        "hint": diagnostic.hint.map(JSON.string),
        "notes": diagnostic.notes.isEmpty
            ? nil
            : .array(
                diagnostic.notes.map { note in
                    .members([
                        "message": .string(note.message), "path": note.location.map { .string($0.file.path) },
                        "range": note.location.map { json($0, &lines) },
                    ])
                }),
        "fix": diagnostic.fixIt.map { fixIt in
            .members([
                "title": .string(fixIt.title), "path": .string(fixIt.location.file.path),
                "range": json(fixIt.location, &lines), "replacement": .string(fixIt.replacement),
            ])
        },
    ])
}

private func json(_ location: TextLocation, _ lines: inout LineIndexes) -> JSON {
    let end = lines.position(at: Int(location.range.end), in: location.file)
    let start = lines.position(of: location)
    return .members([
        "line": .number(start.line), "column": .number(start.column), "end_line": .number(end.line),
        "end_column": .number(end.column), "offset": .number(Int(location.range.start)),
        "length": .number(location.range.offsets.count),
    ])
}
