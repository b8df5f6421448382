/// One problem, as data. The command prints all problems of a run, sorted.
@usableFromInline package struct Diagnostic: Sendable {
    package let code: DiagnosticCode
    package var severity: Severity
    /// One sentence without a full stop; names in single quotes.
    package let message: String
    /// The place in a text; nil for problems of the environment or the command line.
    package let location: TextLocation?
    /// The path to print if no text is available (an unreadable file, a folder).
    package let path: String?
    /// Further places: "first written here".
    package let notes: [Note]
    /// What to do: "did you mean 'anthropic'?".
    package let hint: String?
    /// The edit that fixes it; nil if no single edit is certain to.
    package let fixIt: FixIt?

    /// A note on a problem, with or without a place.
    package struct Note: Sendable {
        package let message: String
        package let location: TextLocation?

        package init(_ message: String, at location: TextLocation? = nil) {
            self.message = message
            self.location = location
        }
    }

    package init(
        _ code: DiagnosticCode, _ message: String, at location: TextLocation?, path: String? = nil, notes: [Note] = [],
        hint: String? = nil, fixIt: FixIt? = nil
    ) {
        self.code = code
        self.severity = code.severity
        self.message = message
        self.location = location
        self.path = path
        self.notes = notes
        self.hint = hint
        self.fixIt = fixIt
    }
}

/// An edit that fixes a problem: replaces the bytes of a range in one file.
package struct FixIt: Sendable {
    package let location: TextLocation
    package let replacement: String
    /// "replace 'anthropc' with 'anthropic'".
    package let title: String

    package init(replacing location: TextLocation, with replacement: String, title: String) {
        self.location = location
        self.replacement = replacement
        self.title = title
    }
}

extension Diagnostic {
    /// The total order in which problems are printed: path, offset, code, message.
    package static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        func key(_ diagnostic: Diagnostic) -> (String, UInt32, String, String) {
            (
                diagnostic.location?.file.path ?? diagnostic.path ?? "", diagnostic.location?.range.start ?? 0,
                diagnostic.code.name, diagnostic.message
            )
        }
        return key(left) < key(right)
    }
}

extension Sequence where Element == Diagnostic {
    /// Sorted for printing, without duplicates (same place, code and message).
    package func inOrder() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for diagnostic in sorted(by: Diagnostic.precedes) {
            if let last = result.last, !Diagnostic.precedes(last, diagnostic), last.severity == diagnostic.severity {
                continue
            }
            result.append(diagnostic)
        }
        return result
    }

    package var hasErrors: Bool { contains { $0.severity == .error } }
}
