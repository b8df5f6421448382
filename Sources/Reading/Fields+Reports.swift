import Diagnostics

/// What a reader of fields asks and reports beyond reading values.
extension Fields {
    /// Whether a key is written, whatever its value.
    package func has(_ name: String) -> Bool { false }

    /// Reports a value of a wrong shape.
    package mutating func reportWrongType(_ name: String, _ node: YAMLNode, expected: String) {}

    /// Reports a value that is not in a closed list.
    package mutating func reportUnknownValue(_ text: Located<String>, of name: String, among values: [String]) {}
}

extension Markdown {
    /// The blocks of a decoded scalar: an inline entry's body.
    package static func prose(
        _ text: Located<String>, in file: TextFile, options: MarkdownOptions
    ) -> Outcome<Prose> {
        Outcome(Prose())
    }
}
