import Diagnostics
import Testing

/// Checks each edit that problems propose: it leaves fewer problems and no new ones, and writes no word that was not
/// there, since a fix never guesses a fact.
func expectHonestEdits(
    _ problems: [Diagnostic], in file: TextFile, _ sourceLocation: SourceLocation = #_sourceLocation,
    _ problemsAfter: (TextFile) -> [Diagnostic]
) {
    let messages = Set(problems.map(\.message))
    let written = Set(words(String(decoding: file.bytes, as: UTF8.self)))
    for edit in problems.compactMap(\.fixIt) {
        var bytes = file.bytes
        bytes.replaceSubrange(edit.location.range.offsets, with: Array(edit.replacement.utf8))
        let left = problemsAfter(TextFile(path: file.path, bytes: bytes))
        #expect(left.count < problems.count, "\(edit.title): \(left.map(\.message))", sourceLocation: sourceLocation)
        #expect(
            left.allSatisfy { messages.contains($0.message) }, "\(edit.title): \(left.map(\.message))",
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
