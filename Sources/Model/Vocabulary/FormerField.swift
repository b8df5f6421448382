import Diagnostics
import Reading

/// A field that was renamed or is no longer read, so that content written for an earlier format can be built, and brought
/// up to date by `explainer check --fix`.
package enum FormerField: Sendable {
    case renamed(String, to: String)
    /// `instead` says what to do: "write a 'summary'".
    case dropped(String, instead: String)

    /// Reads what is written under the field's former name, with a warning.
    func accept(in fields: inout Fields) {
        switch self {
        case .renamed(let former, let name):
            guard let key = fields.rename(former, to: name) else { return }
            let place = TextLocation(fields.file, key.range)
            fields.report(
                Diagnostic(
                    .formerField, "'\(former)' of \(fields.owner) is now called '\(name)'", at: place,
                    hint: "write '\(name)'", fixIt: FixIt(replacing: place, with: name, title: "write '\(name)'")))
        case .dropped(let former, let instead):
            guard let entry = fields.drop(former) else { return }
            fields.report(
                Diagnostic(
                    .formerField, "'\(former)' of \(fields.owner) is no longer read",
                    at: TextLocation(fields.file, entry.key.range), hint: instead,
                    fixIt: FormerField.line(of: entry, in: fields.file).map {
                        FixIt(replacing: TextLocation(fields.file, $0), with: "", title: "delete '\(former)'")
                    }))
        }
    }

    /// The line of a field, with its end; nil if the field is more or less than a line.
    private static func line(of entry: YAMLNode.Entry, in file: TextFile) -> TextRange? {
        guard case .scalar = entry.value.kind else { return nil }
        let line = file.line(at: Int(entry.key.range.start))
        let end = Int(entry.value.range.end)
        guard end <= line.upperBound, line.upperBound < file.bytes.count,
            file.bytes[line.lowerBound..<Int(entry.key.range.start)].isEmpty,
            file.bytes[end..<line.upperBound].allSatisfy({ $0 == 0x20 })
        else { return nil }
        let isPair = file.bytes[line.upperBound...].starts(with: [0x0D, 0x0A])
        return TextRange(line.lowerBound, line.upperBound + (isPair ? 2 : 1))
    }
}
