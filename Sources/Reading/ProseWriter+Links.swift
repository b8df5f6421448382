import Diagnostics

/// A link whose text is being written.
struct OpenLink {
    enum Target {
        case outside
        case reference(ProseReference)
        case inside(ProseLink)
        /// Refused: its text stays as text.
        case none
    }

    let target: Target
}

/// Links, and where their destinations stand.
extension ProseWriter {
    mutating func open(link node: MarkdownNode) -> MarkdownNode? {
        let url = node.destination
        let destination = Destination(url, isPicture: false)
        let title = String(decoding: node.title, as: UTF8.self)
        let isEmpty = node.firstChild == nil
        searchEnd = cursor
        reportFootnoteLink(node)
        switch destination {
        case .outside:
            html.write("<a href=\"")
            html.writeURL(url)
            if !title.isEmpty {
                html.write("\" title=\"")
                html.writeEscaped(title)
            }
            html.write("\">")
            openLink = OpenLink(target: .outside)
            if isEmpty { reportEmpty(destinationRange(url, link: node)) }
        case .entry(let kind, let id, let fragment):
            let range = destinationRange(url, link: node)
            // `<party:x>` shows its own destination: nobody wants to read that, so the entry's name stands for it.
            let isBare = isEmpty || isAutolink(node)
            let reference = ProseReference(
                kind: kind, id: id, fragment: fragment, hasText: !isBare, range: range)
            append(.openReference(reference))
            openLink = OpenLink(target: .reference(reference))
            if isBare {
                _ = close(link: node)
                return node
            }
        case .inside(let path, let query, let fragment):
            let range = destinationRange(url, link: node)
            let link = ProseLink(path: path, query: query, fragment: fragment, title: title, range: range)
            append(.openLink(link))
            openLink = OpenLink(target: .inside(link))
            if isEmpty { reportEmpty(range) }
        case .refused(let refusal):
            report(refusal, .linkDestination, destinationRange(url, link: node))
            openLink = OpenLink(target: .none)
        }
        return nil
    }

    mutating func close(link node: MarkdownNode) -> MarkdownNode? {
        guard let link = openLink else { return nil }
        openLink = nil
        cursor = max(cursor, searchEnd)
        switch link.target {
        case .outside: html.write("</a>")
        case .reference(let reference): append(.closeReference(reference))
        case .inside(let link): append(.closeLink(link))
        case .none: break
        }
        return nil
    }

    mutating func report(_ refusal: Destination.Refusal, _ code: DiagnosticCode, _ range: TextRange) {
        let written = source.file.text(in: range)
        let fixIt = refusal.replacement.flatMap { replacement in
            written.isEmpty || written.hasPrefix("[") || written.hasPrefix("!")
                ? nil
                : FixIt(
                    replacing: TextLocation(source.file, range), with: replacement,
                    title: "replace '\(written)' with '\(replacement)'")
        }
        report(code, refusal.message, range, hint: refusal.hint, fixIt: fixIt)
    }

    private mutating func reportEmpty(_ range: TextRange) {
        report(
            .emptyLink, "the link has no text, so that nobody can follow it", range,
            hint: "write text between the brackets; only links to entries ('[](party:some-id)') may leave it out")
    }

    private func isAutolink(_ node: MarkdownNode) -> Bool {
        guard let child = node.firstChild, child.kind == .text, child.next == nil else { return false }
        return child.literal.elementsEqual(node.destination)
    }

    // MARK: Places

    /// Where a destination is written: in parentheses, in angle brackets, or in a definition elsewhere.
    ///
    /// libcmark gives no place for it, and its columns for links are wrong after line breaks in titles and
    /// destinations; so the text is searched, forward from the last link. Where escapes hide it, the link's start
    /// stands for it.
    mutating func destinationRange(_ url: UnsafeBufferPointer<UInt8>, link node: MarkdownNode) -> TextRange {
        let start = cursor
        var index = start
        var parenthesis = -1
        while index < blockEnd, searchBudget > 0 {
            if parenthesis < index { parenthesis = next(0x28, from: index, before: blockEnd) }
            index = next(0x3C, from: index, before: parenthesis)
            guard index < blockEnd else { break }
            var place = index + 1
            if index == parenthesis {
                // Over a line's end, marks of a quote may stand between.
                while place < blockEnd, source.bytes[place] <= 0x20 || source.bytes[place] == 0x3E { place += 1 }
                if place < blockEnd, source.bytes[place] == 0x3C { place += 1 }
            }
            if matches(url, at: place) {
                searchBudget -= index - start
                searchEnd = place + url.count
                return source.range(place, place + url.count)
            }
            index += 1
        }
        searchBudget -= index - start
        searchEnd = cursor
        return definitionRange(url) ?? linkStart(node)
    }

    /// Where a byte stands next before an end; the end where it does not.
    private func next(_ byte: UInt8, from start: Int, before end: Int) -> Int {
        UnsafeBufferPointer(rebasing: source.bytes[..<end]).index(of: byte, from: start) ?? end
    }

    /// `[label]: destination`.
    private mutating func definitionRange(_ url: UnsafeBufferPointer<UInt8>) -> TextRange? {
        guard scan.mayHaveDefinitions, !url.isEmpty else { return nil }
        var index = 0
        while index + 1 < source.bytes.count, searchBudget > 0 {
            if source.bytes[index] == 0x5D, source.bytes[index + 1] == 0x3A {
                var place = index + 2
                while place < source.bytes.count, source.bytes[place] <= 0x20 { place += 1 }
                if place < source.bytes.count, source.bytes[place] == 0x3C { place += 1 }
                if matches(url, at: place) { return source.range(place, place + url.count) }
            }
            index += 1
            searchBudget -= 1
        }
        return nil
    }

    /// The link's first byte as libcmark has it where a bracket stands there, else the start of its block.
    private func linkStart(_ node: MarkdownNode) -> TextRange {
        let start = offset(ofLine: node.startLine) + max(0, node.startColumn - 1)
        if start < blockEnd, start >= cursor, [0x5B, 0x21, 0x3C].contains(source.bytes[start]) {
            return source.range(start, start + 1)
        }
        return source.range(cursor, min(cursor + 1, max(blockEnd, cursor)))
    }

    private func matches(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place + text.count <= source.bytes.count else { return false }
        for offset in 0..<text.count where source.bytes[place + offset] != text[offset] { return false }
        return true
    }

    /// The first place of a text in the rest of the block.
    mutating func find(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        var index = cursor
        while index + text.count <= blockEnd, searchBudget > 0 {
            if source.bytes[index] == first, matches(text, at: index) { return index }
            index += 1
            searchBudget -= 1
        }
        return nil
    }
}
