import Platform
import Diagnostics

/// The syntax trees of a folder's templates.
struct ParsedFolder: Sendable {
    let templates: [String: ParsedTemplate]
    let diagnostics: [Diagnostic]

    /// Reads all files on several cores. Of two with one name the later one is used; the full name of a theme's file
    /// always leads to it.
    init(_ files: [TemplateFile], jobs: Int) {
        var byName: [String: Int] = [:]
        for (index, file) in files.enumerated() { byName[file.name] = index }
        var problems: [Diagnostic] = []
        for (index, file) in files.enumerated() where file.theme != nil {
            if let other = byName.updateValue(index, forKey: file.fullName) {
                problems.append(ParsedFolder.unreachable(files[other]))
            }
        }
        let names = byName
        let used = Set(names.values).sorted { files[$0].fullName < files[$1].fullName }
        let parsed = Cores(jobs: jobs).map(used.count) { place in
            let file = files[used[place]]
            let isReplaced = names[file.name] != used[place]
            return ParsedFolder.parse(file, named: isReplaced ? file.fullName : file.name)
        }
        let byIndex = Dictionary(uniqueKeysWithValues: zip(used, parsed))
        diagnostics = problems + parsed.flatMap(\.diagnostics)
        templates = names.compactMapValues { byIndex[$0]?.value }
    }

    /// The warning that a file has the full name of a theme's file.
    private static func unreachable(_ file: TemplateFile) -> Diagnostic {
        Diagnostic(
            .unusedTemplate, "'\(file.name)' is never used: this is the name of a file of the default theme",
            at: TextLocation(file.text, TextRange(at: file.text.byteOrderMarkLength)),
            hint: "to replace the theme's file, move it up one folder")
    }

    private static func parse(_ file: TemplateFile, named name: String) -> Outcome<ParsedTemplate?> {
        if let offset = firstInvalidByte(file.text.bytes) {
            let location = TextLocation(file.text, TextRange(offset, offset + 1))
            return Outcome(nil, [Diagnostic(.templateSyntax, "this byte is not UTF-8", at: location)])
        }
        let parsed = Parser.parse(file, named: name)
        return Outcome(parsed.value, parsed.diagnostics)
    }
}

/// The offset of the first byte that is not part of valid UTF-8.
private func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var low = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): low += UTF8.width(scalar)
        case .emptyInput, .error: return min(low, max(0, bytes.count - 1))
        }
    }
}
