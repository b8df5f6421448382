import Diagnostics
import Testing

/// Checks each edit that problems propose: it leaves fewer problems and no new ones, and writes no word that was not
/// there, since a fix never guesses a fact.
///
/// Behind a syntax error of YAML reading goes on at the next field, so a file with several may hide others.
func expectHonestEdits(
    _ problems: [Diagnostic], in file: TextFile, _ sourceLocation: SourceLocation = #_sourceLocation,
    _ problemsAfter: (TextFile) -> [Diagnostic]
) {
    if problems.count(where: { $0.code.name.hasPrefix("yaml") }) > 2 { return }
    let codes = Set(problems.map(\.code.name))
    // The scheme of an address is not a fact.
    let written = Set(words(String(decoding: file.bytes, as: UTF8.self)) + ["https"])
    for edit in problems.compactMap(\.fixIt) {
        var bytes = file.bytes
        bytes.replaceSubrange(edit.location.range.offsets, with: Array(edit.replacement.utf8))
        let left = problemsAfter(TextFile(path: file.path, bytes: bytes))
        #expect(left.count < problems.count, "\(edit.title): \(left.map(\.message))", sourceLocation: sourceLocation)
        #expect(
            left.allSatisfy { codes.contains($0.code.name) }, "\(edit.title): \(left.map(\.message))",
            sourceLocation: sourceLocation)
        let invented = words(edit.replacement).filter { word in
            !written.contains(word) && !written.contains { isSlip(word, of: $0) }
        }
        #expect(invented.isEmpty, "\(edit.title) invents \(invented)", sourceLocation: sourceLocation)
    }
}

private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
