/// One problem, as plain data. Nothing is printed where it is found; the command prints all of a run's, sorted.
@usableFromInline package struct Diagnostic: Sendable {
    package let code: DiagnosticCode
    package var severity: Severity
    /// One sentence without a full stop that says what is wrong, with the names involved in single quotes.
    package let message: String
    /// Where it is; nil for problems of the environment or the command line, which have no line.
    package let location: TextLocation?
    /// Path to show where there is a file but no text to point into (a file that cannot be read, a folder).
    package let path: String?
    /// Second places: "first written here".
    package let notes: [Note]
    /// What to do: "did you mean 'anthropic'?".
    package let hint: String?
    /// The single edit that mends it, where one does.
    package let fixIt: FixIt?

    /// A second place that belongs to a problem, or a remark without one.
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

/// An edit of one file that mends a problem: the bytes of a range become another text.
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
    /// The total order in which a run's problems are printed: path, offset, code, message.
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
    /// Sorted for print, with exact repeats (same place, code and message) removed.
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
