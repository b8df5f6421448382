import Platform
import Diagnostics

/// The syntax trees of a folder's templates.
struct ParsedFolder: Sendable {
    let templates: [String: ParsedTemplate]
    let diagnostics: [Diagnostic]

    /// Reads all files on several cores. Of two with one name the later one is used.
    init(_ files: [TemplateFile], jobs: Int) {
        let latest = Dictionary(files.map { ($0.name, $0) }) { _, last in last }.values.sorted { $0.name < $1.name }
        let parsed = Cores(jobs: jobs).map(latest.count) { ParsedFolder.parse(latest[$0]) }
        diagnostics = parsed.flatMap(\.diagnostics)
        templates = Dictionary(
            uniqueKeysWithValues: zip(latest, parsed).compactMap { file, outcome in
                outcome.value.map { (file.name, $0) }
            })
    }

    private static func parse(_ file: TemplateFile) -> Outcome<ParsedTemplate?> {
        if let offset = firstInvalidByte(file.text.bytes) {
            let location = TextLocation(file.text, TextRange(offset, offset + 1))
            return Outcome(nil, [Diagnostic(.templateSyntax, "this byte is not UTF-8", at: location)])
        }
        let parsed = Parser.parse(file)
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
