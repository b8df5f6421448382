/// What a stage returns: its value and every problem met on the way. A stage goes on past a bad entry.
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
