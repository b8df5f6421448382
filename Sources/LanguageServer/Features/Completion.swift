import Building
import Checking
import Diagnostics
import Editing
import Model
import Reading

/// What may be written at a place, as an editor offers it.
struct Completion {
    let context: DocumentContext
    let client: ClientFeatures
    /// The offset of the place.
    let offset: Int
    private(set) var items: [LSP.CompletionItem] = []
    /// Whether there are more items than an editor shows.
    private(set) var isIncomplete = false
    /// More ids are found by typing more of them.
    static let most = 400

    init(_ context: DocumentContext, at offset: Int, _ client: ClientFeatures) {
        self.context = context
        self.offset = offset
        self.client = client
        if let block = context.frontMatter, context.isInFrontMatter(offset) {
            completeField(FieldPlace(at: offset, in: context.file.bytes, block: block))
        } else if context.frontMatter == nil, context.lines.lineNumber(at: offset) == 0, isAlmostEmpty {
            completeEntry()
        } else {
            completeText()
        }
    }

    // MARK: - Items

    /// Adds an item that replaces what is typed.
    private mutating func add(
        _ label: String, _ kind: LSP.CompletionItem.Kind, detail: String? = nil, documentation: String? = nil,
        from start: Int, insert: String? = nil, isSnippet: Bool = false
    ) {
        let number = String(items.count)
        let range = context.lines.range(TextRange(start, offset))
        items.append(
            LSP.CompletionItem(
                label: label, kind: kind, detail: detail,
                documentation: documentation.map { LSP.MarkupContent(kind: "markdown", value: $0) },
                sortText: String(repeating: "0", count: max(0, 5 - number.count)) + number,
                insertTextFormat: isSnippet ? 2 : 1, insertTextMode: isSnippet ? 2 : nil,
                textEdit: LSP.TextEdit(range: range, newText: insert ?? label)))
    }

    // MARK: - Fields

    private mutating func completeField(_ place: FieldPlace) {
        guard let placement = context.document.placement, let scope = FieldScope(place.path, at: placement) else {
            return
        }
        if place.isBlockText { return completeText() }
        guard place.part == .name else {
            if let field = scope.field { complete(field, place) }
            return
        }
        // A line below a list without a dash, or an item that is one value.
        let isList = scope.field.map { if case .list = $0.shape { true } else { false } } ?? false
        if place.isItemStart || isList, let field = scope.field, !field.shape.isListOfMappings || place.isItemStart {
            complete(field, place)
        }
        if place.isItemStart, let list = scope.list { completeItem(of: list, scope, place) }
        completeNames(scope, place)
    }

    private mutating func completeNames(_ scope: FieldScope, _ place: FieldPlace) {
        if case .ownData? = scope.field?.shape { return completeOwnNames(place) }
        if scope.field?.name == "checks" {
            for code in allCodes where code.isAdjustable && !place.siblings.contains(code.name) {
                add(
                    code.name, .field, detail: code.title, documentation: code.article, from: place.start,
                    insert: code.name + ": ")
            }
            return
        }
        let isBelowList =
            !place.isItemStart && !place.isInItem && !place.isFlow && scope.field?.shape.isListOfMappings == true
        let needsOne = !scope.needsOneOf.contains(where: place.siblings.contains)
        let free = scope.fields.filter { !place.siblings.contains($0.name) }
        let first = free.filter { scope.isRequired($0) || (needsOne && scope.needsOneOf.contains($0.name)) }
        let others = free.filter { field in !first.contains { $0.name == field.name } }
        for field in first + others {
            let isFirst = first.contains { $0.name == field.name }
            let text = (isBelowList ? "- " : "") + fieldText(field, place)
            add(
                field.name, .field, detail: field.shape.words + (isFirst ? ", required" : ""),
                documentation: FieldText.meaning(field), from: place.start, insert: text)
        }
    }

    /// The name with its colon, and what begins its value.
    private func fieldText(_ field: FieldDescription, _ place: FieldPlace) -> String {
        let rest = context.file.bytes[offset...]
        if rest.first == UInt8(ascii: ":") { return field.name }
        if place.isFlow { return field.name + ": " }
        if field.shape.isListOfMappings, field.shape.single.values.isEmpty, field.shape.namedKinds.isEmpty {
            return field.name + ":\n" + String(repeating: " ", count: place.indent + 2) + "- "
        }
        return field.name + ": "
    }

    /// The members of the writer's own data that site.md declares.
    private mutating func completeOwnNames(_ place: FieldPlace) {
        guard place.path.last == "extra" else { return }
        for member in context.ownFields where !place.siblings.contains(member.name.value) {
            let hasColon = context.file.bytes[offset...].first == UInt8(ascii: ":")
            add(
                member.name.value, .field, detail: member.kind.rawValue, documentation: member.kind.meaning,
                from: place.start, insert: member.name.value + (hasColon ? "" : ": "))
        }
    }

    private mutating func completeOwnValue(_ place: FieldPlace) {
        guard let member = context.ownField(at: place.path) else { return }
        switch member.kind {
        case .truth: for word in ["true", "false"] { add(word, .value, from: place.start) }
        case .file: completePaths(place.typed, from: place.start) { !$0.hasSuffix(".md") }
        case .text, .number, .date, .url, .list: break
        }
    }

    private mutating func complete(_ field: FieldDescription, _ place: FieldPlace) {
        let shape = field.shape.single
        switch shape {
        case .ownData: completeOwnValue(place)
        case .truth: for word in ["true", "false"] { add(word, .value, from: place.start) }
        case .prose: completeText()
        case .levels(let levels, _):
            for level in levels { add(level.name, .listed, detail: level.meaning, from: place.start) }
        case .typedReference(let kinds):
            completeTyped(kinds, typed: place.typed, from: place.start)
        case .reference(let kinds): completeIDs(kinds, typed: place.typed, from: place.start)
        case .text(let form) where form.namesPages:
            completeIDs([.page, .event], typed: place.typed, from: place.start)
        default:
            for value in shape.values {
                add(value.name, .listed, detail: value.meaning.isEmpty ? nil : value.meaning, from: place.start)
            }
        }
    }

    // MARK: - Ids

    /// Ids of kinds, with an event's folder where it must be written.
    private mutating func completeIDs(_ kinds: [EntryKind], typed: String, from start: Int, after prefix: String = "") {
        var seen: Set<String> = []
        for kind in kinds {
            for entry in nameable(kind, typed) where items.count < Completion.most {
                let name = name(of: entry)
                guard seen.insert(name).inserted else { continue }
                add(
                    prefix + name, .reference, detail: entry.title.map { "\($0) (\(kind.word))" } ?? kind.word,
                    documentation: summary(of: entry), from: start)
            }
        }
        if items.count >= Completion.most { isIncomplete = true }
    }

    /// The entries that may be named here: the event's own and what is shared; another event's behind its folder.
    private func nameable(_ kind: EntryKind, _ typed: String) -> [DeclaredEntry] {
        let all = context.names.entries(of: kind)
        let typed = typed.lowercased()
        if typed.contains("/") || (context.scope == nil && !kind.isShareable) {
            return all.filter { name(of: $0).hasPrefix(typed) || typed.isEmpty || !typed.contains("/") }
        }
        return context.names.entries(of: kind, namedFrom: context.scope)
    }

    private func name(of entry: DeclaredEntry) -> String {
        if entry.kind == .event { return entry.scope ?? entry.id }
        guard let scope = entry.scope, !scope.isEmpty, scope != context.scope else { return entry.id }
        return "\(scope)/\(entry.id)"
    }

    private func summary(of entry: DeclaredEntry) -> String? {
        context.names.fields(of: entry)?.value(of: "summary")?.text?.value
    }

    /// `kind:id`: the words for kinds first, then ids.
    private mutating func completeTyped(_ kinds: [EntryKind], typed: String, from start: Int) {
        if let colon = typed.firstIndex(of: ":") {
            guard let kind = EntryKind(referenceWord: String(typed[..<colon])), kinds.contains(kind) else { return }
            let id = String(typed[typed.index(after: colon)...])
            return completeIDs([kind], typed: id, from: start, after: String(typed[...colon]))
        }
        for word in EntryKind.referenceWords {
            guard let kind = EntryKind(referenceWord: word), kinds.contains(kind) else { continue }
            add(
                word + ":", .value,
                detail: "\(context.names.entries(of: kind, namedFrom: context.scope).count) entries",
                from: start)
        }
    }

    // MARK: - Whole entries

    private var isAlmostEmpty: Bool { context.file.bytes.count < 40 && !context.file.bytes.contains(0x3A) }

    /// The front matter of a new document, with the fields that it must have.
    private mutating func completeEntry() {
        guard let placement = context.document.placement else { return }
        let id = context.ownEntry?.id ?? ""
        let entry: NewEntry? =
            switch placement {
            case .entry(let folder, let event): NewEntry(.entry(folder), id: id, event: event)
            case .page(let folder): NewEntry(.page, id: id, event: folder)
            case .event: NewEntry(.event, id: id, event: nil)
            case .settings: nil
            }
        let fields = entry?.lacking ?? FieldScope([], at: placement)?.fields.filter(\.isRequired) ?? []
        let word = entry?.kind.word ?? "site"
        var number = 0
        let lines = fields.map { field -> String in
            number += 1
            return "\(field.name): \(gap(field, number))\n"
        }
        let text = "---\n" + lines.joined() + "---\n\n" + (client.hasSnippets ? "$0" : "")
        add(
            "new \(word)", .snippet, detail: entry?.record.meaning, from: 0, insert: text,
            isSnippet: client.hasSnippets)
        items[items.count - 1].filterText = String(decoding: context.file.bytes[..<offset], as: UTF8.self)
    }

    /// An item of a list of event.md, with the fields that it must have.
    private mutating func completeItem(of list: EntryFolder, _ scope: FieldScope, _ place: FieldPlace) {
        let oneOf = scope.fields.first { $0.name == scope.needsOneOf.first }.map { [$0] } ?? []
        var fields = scope.fields.filter { scope.isRequired($0) && $0.name != Vocabulary.itemID.name }
        if list.kind == .source {
            fields = Vocabulary.record(list.kind.word)?.canonicalFields.filter(\.isRequired) ?? []
        }
        var number = 0
        let lines = ([Vocabulary.itemID] + fields + oneOf).map { field -> String in
            number += 1
            return "\(field.name): \(gap(field, number))"
        }
        add(
            "new \(list.word)", .snippet, detail: Vocabulary.record(list.kind.word)?.meaning, from: place.start,
            insert: lines.joined(separator: "\n  "), isSnippet: client.hasSnippets)
    }

    /// A gap of a snippet: one value of a list, or the meaning to type over.
    private func gap(_ field: FieldDescription, _ number: Int) -> String {
        guard client.hasSnippets else { return "" }
        func escaped(_ text: String) -> String {
            text.map { "\\$},|".contains($0) ? "\\\($0)" : String($0) }.joined()
        }
        let values = field.shape.single.values.map { escaped($0.name) }
        return values.isEmpty
            ? "${\(number):\(escaped(field.shape.words))}" : "${\(number)|\(values.joined(separator: ","))|}"
    }

    // MARK: - Texts

    /// Citations, links and pictures of Markdown.
    private mutating func completeText() {
        guard let place = LinkPlace(context.lineBefore(offset)) else { return }
        let start = offset - place.typed.utf8.count
        switch place.kind {
        case .citation: completeIDs([.source], typed: place.typed, from: start)
        case .speaker: completeIDs([.person, .party], typed: place.typed, from: start)
        case .picture:
            completePaths(place.typed, from: start) { ImageSize.isPicture($0) || $0.lowercased().hasSuffix(".svg") }
        case .link where place.typed.hasPrefix("#"): completeAnchors(from: start)
        case .link:
            completeTyped(EntryKind.allCases, typed: place.typed, from: start)
            if !place.typed.contains(":") { completePaths(place.typed, from: start) { _ in true } }
        }
    }

    private mutating func completeAnchors(from start: Int) {
        let document = context.document.document
        for heading in Markdown.prose(document.body, in: document.file).value.headings {
            add("#" + heading.id, .reference, detail: heading.text, from: start)
        }
    }

    /// Paths of documents and files, relative to the document.
    private mutating func completePaths(_ typed: String, from start: Int, _ isWanted: (String) -> Bool) {
        let documents = typed.contains("/") || typed.contains(".") ? context.names.documents.map(\.path) : []
        let files = context.site?.plan.site.assets ?? []
        for path in (files + documents) where isWanted(path) && path != context.document.path {
            if items.count >= Completion.most {
                isIncomplete = true
                return
            }
            add(RelativePath.from(context.document.path, to: path), .file, from: start)
        }
    }
}

/// The beginning of a link, a citation or a picture at the end of a line that is being typed.
struct LinkPlace: Equatable {
    enum Kind { case citation, speaker, link, picture }

    let kind: Kind
    /// What is typed behind the `@`, or behind the `(`.
    let typed: String

    /// Nil if the line ends in none.
    init?(_ line: String) {
        if let open = line.range(of: "](", last: true),
            !line[open.upperBound...].contains(where: { ")<> ".contains($0) })
        {
            let label = line[..<open.lowerBound].lastIndex(of: "[")
            let isPicture = label.map { $0 > line.startIndex && line[line.index(before: $0)] == "!" } ?? false
            kind = isPicture ? .picture : .link
            typed = String(line[open.upperBound...])
            return
        }
        guard let at = line.lastIndex(of: "@") else { return nil }
        let word = line[line.index(after: at)...]
        guard word.allSatisfy({ $0.isLetter || $0.isNumber || "-/_".contains($0) }) else { return nil }
        let before = line[..<at]
        typed = String(word)
        if let bracket = before.lastIndex(of: "["), !before[bracket...].contains("]") {
            let inside = before[before.index(after: bracket)...]
            guard inside.isEmpty || inside.hasSuffix("; ") || inside.hasSuffix(";") else { return nil }
            kind = .citation
        } else if before.drop(while: { $0 == " " }).hasPrefix(">"),
            ["—", "–", "―", "--"].contains(where: { before.hasSuffix($0 + " ") || before.hasSuffix($0) })
        {
            kind = .speaker
        } else {
            return nil
        }
    }
}

extension String {
    /// Where a text stands last.
    fileprivate func range(of text: String, last: Bool) -> Swift.Range<Index>? { ranges(of: text).last }
}
