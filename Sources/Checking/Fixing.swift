import Diagnostics

/// A file after its fixes are applied.
package struct FixedFile: Sendable {
    package let file: TextFile
    package let bytes: [UInt8]
    /// The number of problems fixed.
    package let count: Int
    /// The applied edits, by offset.
    package let edits: [FixIt]
}

/// Applies the fixes of problems: `explainer check --fix`.
///
/// A fix that overlaps an earlier one in the same file is left for the next run, because its target may be gone. Files are
/// sorted by path. Nothing is written here.
package func applyFixIts(_ diagnostics: [Diagnostic]) -> [FixedFile] {
    var edits: [ObjectIdentifier: [FixIt]] = [:]
    for diagnostic in diagnostics {
        if let fixIt = diagnostic.fixIt { edits[ObjectIdentifier(fixIt.location.file), default: []].append(fixIt) }
    }
    return edits.values.map(applied).sorted { $0.file.path < $1.file.path }
}

/// The fixes of one file; not empty.
private func applied(_ edits: [FixIt]) -> FixedFile {
    let file = edits[0].location.file
    let ordered = edits.sorted { left, right in
        let (first, second) = (left.location.range, right.location.range)
        return (first.start, first.end, left.replacement) < (second.start, second.end, right.replacement)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count + 64)
    var position = 0
    var count = 0
    var made: [FixIt] = []
    for edit in ordered {
        let range = edit.location.range.offsets
        guard range.upperBound <= file.bytes.count else { continue }
        if let last = made.last, last.location.range == edit.location.range {
            // The same edit twice fixes two problems; a different edit at the same place waits for the next run.
            if last.replacement == edit.replacement { count += 1 }
            continue
        }
        if !made.isEmpty, range.lowerBound < position { continue }
        bytes += file.bytes[position..<range.lowerBound]
        bytes += Array(edit.replacement.utf8)
        position = range.upperBound
        count += 1
        made.append(edit)
    }
    bytes += file.bytes[position...]
    return FixedFile(file: file, bytes: bytes, count: count, edits: made)
}
