/// What a stage returns: its value and every problem that it found. A stage does not stop at an invalid entry.
@usableFromInline package struct Outcome<Value> {
    @usableFromInline package var value: Value
    @usableFromInline package var diagnostics: [Diagnostic]

    @inlinable
    package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    @inlinable
    package func map<New>(_ transform: (Value) throws -> New) rethrows -> Outcome<New> {
        Outcome<New>(try transform(value), diagnostics)
    }
}

extension Outcome: Sendable where Value: Sendable {}
