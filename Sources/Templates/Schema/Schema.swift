/// All names that templates may use: the kinds of pages, and the record types that can be reached from them.
package struct Schema: Sendable {
    package let pages: [Page]
    /// Every record type that can be reached from a page, in the order in which they are found.
    package let records: [RecordShape]
    /// Errors in the declarations themselves (two record types of one name). A test of the host expects none.
    package let faults: [String]
    /// The words that templates print by name.
    package let words: TemplateWords
    /// What to do about a name that a record does not have, by the record.
    let fieldHints: [String: String]
    /// The functions of the host that make addresses.
    package let addressFunctions: [AddressFunction]

    /// One kind of page: the template that renders it and the record whose fields are that template's names.
    package struct Page: Sendable {
        /// `event`.
        package let kind: String
        /// The template's name in the folder: `event.html`.
        package let file: String
        /// One sentence.
        package let documentation: String
        let root: RecordShape
        /// Whether it is a whole HTML document: one with an `<html>` element whose elements are all closed.
        let isDocument: Bool

        package init(
            _ kind: String, file: String, root: RecordShape, _ documentation: String, isDocument: Bool = false
        ) {
            self.kind = kind
            self.file = file
            self.root = root
            self.documentation = documentation
            self.isDocument = isDocument
        }

        package init<View: TemplateView>(
            _ kind: String, file: String, root: View.Type, _ documentation: String, isDocument: Bool = false
        ) {
            self.init(kind, file: file, root: View.record.shape, documentation, isDocument: isDocument)
        }
    }

    /// - Parameters:
    ///   - records: record types that no declaration of a view refers to (those that a `field` names).
    ///   - words: the words that templates print by name.
    ///   - fieldHints: what to do about a name that a record does not have, by the record's name.
    ///   - addressFunctions: functions that make addresses; the host gives their results to `Renderer.render`.
    package init(
        pages: [Page], records extra: [RecordShape] = [], words: TemplateWords = .none,
        addressFunctions: [AddressFunction] = [], fieldHints: [String: String] = [:]
    ) {
        self.pages = pages
        self.words = words
        self.addressFunctions = addressFunctions
        self.fieldHints = fieldHints
        var found: [RecordShape] = []
        var byName: [String: RecordShape] = [:]
        var faults: [String] = []
        var waiting = Array((pages.map(\.root) + extra).reversed())
        while let shape = waiting.popLast() {
            if let known = byName[shape.name] {
                if known !== shape { faults.append("two record types are named '\(shape.name)'") }
                continue
            }
            byName[shape.name] = shape
            found.append(shape)
            var names: Set<String> = []
            for field in shape.fields where !names.insert(field.name).inserted {
                faults.append("record type '\(shape.name)' declares '\(field.name)' twice")
            }
            waiting.append(contentsOf: shape.fields.reversed().compactMap { $0.link?() })
        }
        self.records = found
        self.faults = faults
    }
}
