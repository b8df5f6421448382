import Building
import Diagnostics
import Editing
import Model
import Reading

/// A document that a request asks about, with the names in its site.
struct DocumentContext {
    let path: String
    let names: ContentNames
    let document: ContentNames.NamedDocument
    let lines: LineTable
    /// The site as last read; nil if none could be made.
    let site: SitePreview?

    var file: TextFile { document.file }
    /// The event from which the document looks up names.
    var scope: String? { names.scope(of: document.placement) }

    /// The lines of the front matter without its fences, closed or not; nil if the document has none.
    var frontMatter: Range<Int>? {
        guard lines.lineCount > 1, isFence(0) else { return nil }
        let start = lines.line(1).lowerBound
        let end = (1..<lines.lineCount).first(where: isFence)
        return start..<(end.map { lines.line($0).lowerBound } ?? file.bytes.count)
    }

    /// The members of the writer's own data that site.md declares.
    var ownFields: [ExtraFields.Declared] { site?.plan.site.settings.extraFields.declared ?? [] }

    /// The declaration of the member that a path of fields ends in; nil if it ends in something else.
    func ownField(at path: [String]) -> ExtraFields.Declared? {
        guard path.dropLast().last == "extra" else { return nil }
        return ownFields.first { $0.name.value == path.last }
    }

    /// Whether a line is `---`.
    func isFence(_ line: Int) -> Bool {
        let text = file.bytes[lines.line(line)]
        return text.starts(with: Array("---".utf8)) && text.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Whether a place is among the fields.
    func isInFrontMatter(_ offset: Int) -> Bool {
        guard let block = frontMatter else { return false }
        return offset >= block.lowerBound && offset <= max(block.lowerBound, block.upperBound - 1)
            || (offset == block.upperBound && block.upperBound == file.bytes.count)
    }

    /// The text of the line of a place, up to the place.
    func lineBefore(_ offset: Int) -> String {
        let start = lines.line(lines.lineNumber(at: offset)).lowerBound
        return String(decoding: file.bytes[min(start, offset)..<offset], as: UTF8.self)
    }

    // MARK: What stands at a place

    /// The reference that a place is in.
    func reference(at offset: Int) -> WrittenReference? {
        document.references.first { $0.range.offsets.contains(offset) || Int($0.range.end) == offset }
    }

    /// The entry that is named or declared at a place.
    func entry(at offset: Int) -> DeclaredEntry? {
        if let reference = reference(at: offset) { return names.target(of: reference, in: document) }
        if let link = link(at: offset), let entry = entry(of: link) { return entry }
        if let item = document.entries.first(where: { entry in
            entry.idRange.map { $0.offsets.contains(offset) || Int($0.end) == offset } ?? false
        }) {
            return item
        }
        return nil
    }

    /// The entry whose file it is; nil for site.md.
    var ownEntry: DeclaredEntry? { document.entries.first { !$0.isItem } }

    func link(at offset: Int) -> WrittenLink? {
        document.links.first { $0.range.offsets.contains(offset) || Int($0.range.end) == offset }
    }

    /// The entry whose document or page a link leads to.
    func entry(of link: WrittenLink) -> DeclaredEntry? {
        guard let target = document(of: link) else { return nil }
        return target.entries.first { !$0.isItem }
    }

    /// The document that a link leads to, by its own path or by that of its page.
    func document(of link: WrittenLink) -> ContentNames.NamedDocument? {
        guard !link.path.isEmpty, let path = contentPath(link.path, relativeTo: document.path) else { return nil }
        if let found = names.document(at: path) { return found }
        guard path.hasSuffix(".html") else { return nil }
        return names.document(at: String(path.dropLast("html".count)) + "md")
    }

    /// The place where an entry is declared: its id, or the start of its file.
    func declaration(of entry: DeclaredEntry) -> TextLocation {
        let file = names.documents[entry.document].file
        return TextLocation(file, entry.idRange ?? TextRange(at: file.byteOrderMarkLength))
    }

    /// The handle of an entry in the site as last read.
    func handle(of entry: DeclaredEntry) -> AnyHandle? {
        guard let site = site?.plan.site else { return nil }
        let scope = entry.scope.flatMap { folder in site.events.firstIndex { $0.folder == folder } } ?? -1
        return site.index.find(entry.kind, entry.kind == .event ? entry.scope ?? "" : entry.id, from: scope).found
    }
}

extension DocumentContext {
    var ownNumber: Int? { document.entries.first?.document }
}

extension DocumentContext {
    /// The entry that is named or declared at a place, with the place of its id.
    func renamed(at offset: Int) -> (entry: DeclaredEntry, range: TextRange)? {
        guard let entry = entry(at: offset) else { return nil }
        if let reference = reference(at: offset) {
            return (entry, reference.nameRange(in: file) ?? reference.range)
        }
        if let range = entry.idRange, entry.document == ownNumber,
            range.offsets.contains(offset) || Int(range.end) == offset
        {
            return (entry, range)
        }
        return link(at: offset).map { (entry, $0.range) }
    }
}
