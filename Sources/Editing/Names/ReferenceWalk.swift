import Diagnostics
import Model
import Reading

/// Finds every name in a document: what its entries are, and what its fields and texts refer to.
///
/// It follows the declaration of the vocabulary over the tree of fields and not the typed entries, so that a text with
/// faults, an unfinished entry or a draft is searched like any other.
struct ReferenceWalk {
    private let document: Document
    private let number: Int
    private(set) var entries: [DeclaredEntry] = []
    private(set) var references: [WrittenReference] = []
    private(set) var links: [WrittenLink] = []

    private var file: TextFile { document.file }

    init(_ document: Document, at placement: Placement?, number: Int) {
        self.document = document
        self.number = number
        switch placement {
        case .settings: walk(document.frontMatter, as: "site")
        case .event(let folder):
            let id = folder.isEmpty ? Event.idWithoutFolder : String(folder.split(separator: "/").last ?? "")
            declare(.event, id, in: nil, scope: folder, document.frontMatter)
            walk(document.frontMatter, as: "event")
            for list in EntryFolder.all { walkItems(list, scope: folder) }
        case .entry(let list, let event):
            declare(list.kind, ownID, in: list, scope: event, document.frontMatter)
            walk(document.frontMatter, as: list.kind.word)
        case .page(let folder):
            declare(.page, ownID, in: nil, scope: folder, document.frontMatter)
            walk(document.frontMatter, as: "page")
        case nil: break
        }
        addBody(Markdown.prose(document.body, in: file).value, document.body)
    }

    private var ownID: String {
        let name = document.path.split(separator: "/").last ?? ""
        return String(name.dropLast(3))
    }

    private mutating func declare(
        _ kind: EntryKind, _ id: String, in list: EntryFolder?, scope: String?, idRange: TextRange? = nil,
        _ fields: YAMLNode
    ) {
        // The first field of a kind is its name.
        let naming = Vocabulary.record(kind.word)?.fields.first?.name
        entries.append(
            DeclaredEntry(
                kind: kind, id: id, list: list, scope: scope, idRange: idRange,
                title: naming.flatMap { fields.value(of: $0)?.text?.value }, document: number))
    }

    // MARK: Fields

    private mutating func walk(_ node: YAMLNode, as record: String) {
        guard let record = Vocabulary.record(record) else { return }
        walk(node, record)
        guard record.isEntry else { return }
        for field in Vocabulary.common where !record.fields.contains(where: { $0.name == field.name }) {
            if let value = node.value(of: field.name) { walk(value, field.shape) }
        }
    }

    private mutating func walk(_ node: YAMLNode, _ record: RecordDescription) {
        for field in record.fields {
            if let value = node.value(of: field.name) { walk(value, field.shape) }
        }
    }

    private mutating func walk(_ node: YAMLNode, _ shape: FieldShape) {
        switch (shape, node.kind) {
        case (.list(let item), .sequence(let nodes)): for node in nodes { walk(node, item) }
        case (.list(let item), _): walk(node, item)
        case (.record(let record), .mapping): if !definesSource(node) { walk(node, record) }
        case (.record(let record), .scalar):
            if let field = record.fields.first(where: { $0.name == record.shorthand?.field }) {
                walk(node, field.shape)
            }
        case (.reference(let kinds), .scalar(let text, _)):
            references.append(WrittenReference(kinds: kinds, id: text, range: node.range, prefix: ""))
        case (.typedReference, .scalar(let text, _)): addTyped(text, node.range)
        case (.prose, .scalar): if let text = node.text { add(Markdown.inline(text, in: file).value) }
        case (.text(let form), .scalar(let text, _)): if form.namesPages { addSetting(text, node.range) }
        default: break
        }
    }

    /// Whether an item of `sources` in event.md is a source and not a reference to one.
    private func definesSource(_ node: YAMLNode) -> Bool {
        document.path.hasSuffix("event.md") && document.frontMatter.value(of: "sources")?.holds(node) == true
            && node.value(of: "title") != nil
    }

    private mutating func walkItems(_ list: EntryFolder, scope: String) {
        for item in document.frontMatter.value(of: list.name)?.items ?? [] {
            guard case .mapping = item.kind, list.kind != .source || definesSource(item) else { continue }
            if let id = item.value(of: "id")?.text {
                declare(list.kind, id.value, in: list, scope: scope, idRange: id.range, item)
            }
            walk(item, as: list.kind.word)
            if let body = item.value(of: "body")?.text {
                addBody(Markdown.prose(body, in: file, options: MarkdownOptions()).value, body.range)
            }
        }
    }

    // MARK: Texts

    /// The names in a body, and in the last lines of its quotes.
    private mutating func addBody(_ prose: Prose, _ range: TextRange) {
        add(prose)
        for speaker in quotedSpeakers(in: prose, range, of: document) {
            references.append(
                WrittenReference(kinds: [.person, .party], id: speaker.value, range: speaker.range, prefix: ""))
        }
    }

    private mutating func add(_ prose: Prose) {
        for target in prose.targets {
            switch target {
            case .reference(let reference):
                addTyped("\(reference.kind):\(reference.id)", reference.range)
                if let fragment = reference.fragment {
                    links.append(WrittenLink(path: "", fragment: fragment, range: reference.range))
                }
            case .citation(let citations):
                for citation in citations {
                    references.append(
                        WrittenReference(kinds: [.source], id: citation.id, range: citation.range, prefix: ""))
                }
            case .link(let link):
                links.append(WrittenLink(path: link.path, fragment: link.fragment, range: link.range))
            case .image(let image):
                links.append(WrittenLink(path: image.path, fragment: nil, range: image.range))
            // The reader of entries makes these of texts.
            case .speaker, .webLink, .dataImage: break
            }
        }
    }

    private mutating func addTyped(_ text: String, _ range: TextRange) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            let kind = EntryKind(referenceWord: String(text[..<colon]))
        else { return }
        let id = String(text[text.utf8.index(after: colon)...])
        references.append(WrittenReference(kinds: [kind], id: id, range: range, prefix: String(text[...colon])))
    }

    /// A page's id, an event's folder, an entry with its kind, or a path.
    private mutating func addSetting(_ text: String, _ range: TextRange) {
        let name = String(text.prefix { $0 != "#" && $0 != "?" })
        if name.contains(":") { return addTyped(name, range) }
        if name.contains("/") || name.contains(".") {
            links.append(WrittenLink(path: "/" + name, fragment: nil, range: range))
        }
        references.append(WrittenReference(kinds: [.page, .event], id: name, range: range, prefix: ""))
    }
}

extension YAMLNode {
    /// The value of a key of a mapping; nil if there is none.
    package func value(of key: String) -> YAMLNode? { entry(of: key)?.value }

    package func entry(of key: String) -> Entry? {
        guard case .mapping(let entries) = kind else { return nil }
        return entries.first { $0.key.value == key }
    }

    /// The items of a list; a single value counts as a list of one.
    package var items: [YAMLNode] {
        if case .sequence(let items) = kind { return items }
        return isAbsent ? [] : [self]
    }

    /// Whether a node is one of its items.
    fileprivate func holds(_ node: YAMLNode) -> Bool { items.contains { $0.range == node.range } }
}
