import Diagnostics
import Reading

/// The types of the writer's own data, as `extra_fields` in site.md declares them.
package struct ExtraFields: FieldValue {
    package enum Kind: String, ClosedList {
        case text, number, truth, date, url, file, list
    }

    package struct Declared: Sendable {
        package let name: Located<String>
        package let kind: Kind

        package init(_ name: Located<String>, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// In the order written.
    package fileprivate(set) var declared: [Declared] = []

    package init(_ declared: [Declared] = []) { self.declared = declared }

    package static var absent: ExtraFields { ExtraFields() }
    package static var isRequired: Bool { false }
    package static func shape(_ form: TextForm) -> FieldShape { .levels(Kind.values, of: "names") }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> ExtraFields? {
        guard case .mapping(let pairs) = node.kind else {
            fields.reportWrongType(field.name, node, expected: "a mapping of names to types ('beat: text')")
            return nil
        }
        var result = ExtraFields()
        var types = Fields(node, in: fields.file, of: field.name)
        for pair in pairs {
            guard case .scalar(let text, _) = pair.value.kind else {
                types.reportWrongType(
                    pair.key.value, pair.value, expected: Kind.allCases.map(\.rawValue).joined(separator: ", "))
                continue
            }
            guard let kind = Kind(rawValue: text) else {
                types.reportUnknownValue(
                    Located(text, pair.value.range), of: pair.key.value, among: Kind.allCases.map(\.rawValue))
                continue
            }
            guard isName(pair.key.value) else {
                let usable = String(pair.key.value.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
                types.report(
                    Diagnostic(
                        .invalidValue, "templates cannot write '\(pair.key.value)' after a dot",
                        at: TextLocation(fields.file, pair.key.range),
                        hint: isName(usable) ? "write '\(usable)', here and in 'extra'" : "use letters, digits and '_'")
                )
                continue
            }
            result.declared.append(Declared(pair.key, kind))
        }
        fields.absorb(types.diagnostics)
        return result
    }

    /// Whether a text is a name in templates.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == 0x5F || (0x61...0x7A).contains(first | 0x20) else { return false }
        return text.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    }

    package var data: FieldData { .absent }
}

/// A value of the writer's own data, read as the type that is declared for it.
package enum ExtraValue: Sendable {
    case text(String)
    case integer(Int)
    case decimal(Double)
    case truth(Bool)
    case date(EventDate)
    case url(String)
    /// A path below `content/`.
    case file(String)
    case list([String])

    /// Why a value is not of its type: what is expected there.
    package struct Mismatch: Error, Sendable {
        package let expected: String
    }

    /// - Parameter document: the path of the document in which the value stands.
    package static func read(
        _ node: YAMLNode, as kind: ExtraFields.Kind, in document: String
    ) -> Result<ExtraValue, Mismatch> {
        func wrong(_ expected: String) -> Result<ExtraValue, Mismatch> { .failure(Mismatch(expected: expected)) }
        if kind == .list { return list(node).map { .success(.list($0)) } ?? wrong("a list of texts") }
        guard case .scalar(let text, let isPlain) = node.kind else { return wrong(expectation(kind)) }
        switch kind {
        case .text, .list: return .success(.text(text))
        case .number:
            if let number = Int(text) { return .success(.integer(number)) }
            guard let number = Double(text), number.isFinite, text.utf8.allSatisfy({ $0 < 0x3A }) else {
                return wrong(expectation(kind))
            }
            return .success(.decimal(number))
        case .truth:
            guard isPlain, text == "true" || text == "false" else { return wrong(expectation(kind)) }
            return .success(.truth(text == "true"))
        case .date:
            guard case .success(let date) = EventDate.parse(text) else { return wrong(expectation(kind)) }
            return .success(.date(date))
        case .url:
            let scheme = text.prefix { $0 != ":" }.lowercased()
            guard ["http", "https", "mailto", "tel"].contains(scheme), text.utf8.count > scheme.utf8.count + 1 else {
                return wrong(expectation(kind))
            }
            return .success(.url(text))
        case .file:
            guard let path = contentPath(text, relativeTo: document), !path.isEmpty else {
                return wrong(expectation(kind))
            }
            return .success(.file(path))
        }
    }

    private static func list(_ node: YAMLNode) -> [String]? {
        switch node.kind {
        case .scalar(let text, _): return [text]
        case .mapping: return nil
        case .sequence(let items):
            var texts: [String] = []
            for item in items {
                guard case .scalar(let text, _) = item.kind else { return nil }
                texts.append(text)
            }
            return texts
        }
    }

    private static func expectation(_ kind: ExtraFields.Kind) -> String {
        switch kind {
        case .text: "a text"
        case .number: "a number, as in '12' or '0.5'"
        case .truth: "true or false, without quotes"
        case .date: "a date, as in '2026-02-27'"
        case .url: "an address in full, as in 'https://example.org/'"
        case .file: "a path in the content folder"
        case .list: "a list of texts"
        }
    }
}

extension OwnData {
    /// The node of a member; nil if there is none.
    package subscript(name: String) -> YAMLNode? {
        guard case .mapping(let pairs) = node.kind else { return nil }
        return pairs.first { $0.key.value == name }?.value
    }

    /// The paths below `content/` of the files that members of type `file` name.
    func files(_ fields: ExtraFields, in document: String) -> [String] {
        fields.declared.compactMap { field in
            guard field.kind == .file, let node = self[field.name.value],
                case .success(.file(let path)) = ExtraValue.read(node, as: .file, in: document)
            else { return nil }
            return path
        }
    }
}
