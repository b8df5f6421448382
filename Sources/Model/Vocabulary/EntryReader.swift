import Diagnostics
import Reading

/// What one document holds: an event with the entries listed in it, one entry, or a page.
package enum ReadEntry: Sendable {
    /// Apart, for its size: without, each of the others would be as large.
    indirect case event(Event)
    case page(Page, folder: String?)
    /// `folder` is the event's; nil for what all events share.
    case entry(any Entry, folder: String?)
    /// An entry that is there and cannot be used; its problems are reported, and what refers to it has none.
    case unusable(EntryKind, id: String, folder: String?)
    /// An event whose document a fault of syntax cut short: nobody knows which entries the rest would have listed.
    case cutShort(folder: String)
}

/// Reads the entries of one document; collects entries and problems. What fields they have, their records declare.
package struct EntryReader {
    let document: Document
    let options: MarkdownOptions
    /// The folder, or the list of event.md, in which the entry that is being read lies; nil for events and pages.
    var folder: EntryFolder?
    var entries: [ReadEntry] = []
    var diagnostics: [Diagnostic] = []

    init(document: Document, options: MarkdownOptions) {
        self.document = document
        self.options = options
    }

    var file: TextFile { document.file }

    /// One paragraph of inline Markdown from a field.
    mutating func inline(_ text: Located<String>) -> Prose {
        absorb(Markdown.inline(text, in: file, options: options))
    }

    mutating func absorb<Value>(_ outcome: Outcome<Value>) -> Value {
        diagnostics += outcome.diagnostics
        return outcome.value
    }

    /// Reports a field that another field makes necessary.
    func incomplete(_ fields: inout Fields, _ range: TextRange, _ message: String) {
        fields.report(Diagnostic(.incompleteEntry, message, at: TextLocation(file, range)))
    }

    /// Whether an item of `sources` in event.md is an entry, and not only a citation of one: whether it has a title.
    func definesSource(_ node: YAMLNode, in fields: Fields) -> Bool {
        guard case .mapping(let pairs) = node.kind, document.isEvent, fields.range == document.frontMatter.range else {
            return false
        }
        return pairs.contains { $0.key.value == "title" }
    }
}

extension Document {
    /// Whether this is an event's own document.
    var isEvent: Bool { path == "event.md" || path.hasSuffix("/event.md") }
}
