import Diagnostics
import Reading

/// A file of the content folder that a field names.
package struct ContentFile: FieldValue {
    /// Relative to the document, or with a leading `/` to the content folder.
    package let written: Located<String>
    /// Below the content folder, as in addresses; nil if it lies outside of it.
    package let path: String?

    package static var absent: Self { ContentFile(written: .absent, path: nil) }
    package static func shape(_ form: TextForm) -> FieldShape { .text(form) }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        Located<String>.read(node, field, &fields, &reader).map {
            ContentFile(written: $0, path: contentPath($0.value, relativeTo: reader.document.path))
        }
    }

    package var data: FieldData { .text(path ?? written.value) }
}
