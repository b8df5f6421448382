import Diagnostics

/// A node of front matter, with its place in the file.
///
/// Scalars are text and are never resolved: `no` is "no", `012` is "012", `1.10` is "1.10".
package struct YAMLNode: Sendable {
    package let kind: Kind
    /// The range including quotes. The range of a missing value is empty, after its colon.
    package let range: TextRange
    /// Whether a syntax error cut this mapping short: missing fields are then not reported.
    package let isIncomplete: Bool

    package enum Kind: Sendable {
        /// `isPlain`: written without quotes and not as a block (`|`, `>`).
        case scalar(text: String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    /// One `key: value` of a mapping.
    package struct Entry: Sendable {
        package let key: Located<String>
        package let value: YAMLNode

        package init(key: Located<String>, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    package init(_ kind: Kind, _ range: TextRange, isIncomplete: Bool = false) {
        self.kind = kind
        self.range = range
        self.isIncomplete = isIncomplete
    }

    /// "text", "a list", "a mapping": for messages.
    package var shape: String {
        switch kind {
        case .scalar: "text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// Whether there is no value: `key:` and the end of the line.
    package var isAbsent: Bool {
        if case .scalar(let text, let isPlain) = kind { return isPlain && text.isEmpty }
        return false
    }

    /// The text of a scalar with its place; nil for a list or a mapping.
    package var text: Located<String>? {
        if case .scalar(let text, _) = kind { return Located(text, range) }
        return nil
    }
}
