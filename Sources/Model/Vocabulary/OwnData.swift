import Diagnostics
import Reading

/// A mapping of the writer's own, which is handed on as it is: `extra`.
package struct OwnData: FieldValue {
    /// A mapping; its scalars are text, but for plain `true` and `false`.
    package let node: YAMLNode

    package static var absent: OwnData { OwnData(node: YAMLNode(.mapping([]), TextRange(at: 0))) }
    package static func shape(_ form: TextForm) -> FieldShape { .ownData }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> OwnData? {
        if case .mapping = node.kind { return OwnData(node: node) }
        fields.reportWrongType(field.name, node, expected: "a mapping ('key: value')")
        return nil
    }

    package var data: FieldData { .tree(node) }
}

/// A whole number.
extension Int: LocatedValue {
    package static var placeholder: Int { 0 }
    package static func shape(_ form: TextForm) -> FieldShape { .number }

    package static func read(_ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields) -> Located<Int>? {
        guard let text = fields.text(of: node, field.name) else { return nil }
        let digits = text.value.utf8.drop { $0 == 0x2D }
        // Other programs read a number that begins with 0 to the base 8.
        let isOctal = digits.count > 1 && digits.first == 0x30
        if text.value.utf8.count < 10, !digits.isEmpty, !isOctal, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text.value)
        {
            return Located(number, text.range)
        }
        fields.report(
            Diagnostic(
                .invalidValue, "'\(text.value)' is not a whole number", at: TextLocation(fields.file, text.range),
                hint: "write digits only, as in '1', and no zero before others"))
        return nil
    }

    package var data: FieldData { .text(String(self)) }
}
