import Diagnostics

/// Citations, `[@report, para. 4; @statement]`, and text that looks like them.
extension ProseBuilder {
    /// Longest citation, in bytes: anything longer is a missing bracket.
    private static let longestCitation = 1000

    /// A citation, and where the text continues after it.
    struct FoundCitation {
        let citations: [ProseCitation]
        let node: MarkdownNode
        /// The content of the node.
        let literal: [UInt8]
        let end: Int
    }

    /// Reads the citation that begins at an index of a text; nil if it is plain text.
    ///
    /// A citation may continue on the next line, and then ends in another node.
    mutating func citation(at index: Int, of node: MarkdownNode, _ literal: [UInt8]) -> FoundCitation? {
        guard let place = places.findMark(0x40) else { return nil }
        if openLink != nil {
            report(.citationForm, "a citation cannot stand inside a link", place, place + 2)
            return nil
        }
        guard let (content, last, rest, end) = content(from: index + 1, of: node, literal) else {
            report(
                .citationForm, "the citation that begins here is not closed", place, place + 2,
                hint: "write '[@source-id]' or '[@source-id, para. 4]', or '\\[@' for plain text")
            return nil
        }
        return FoundCitation(citations: parse(content, from: place), node: last, literal: rest, end: end)
    }

    /// The text up to the closing bracket, and where it ends; nil if none follows in plain text.
    private func content(
        from start: Int, of node: MarkdownNode, _ literal: [UInt8]
    ) -> (content: [UInt8], node: MarkdownNode, literal: [UInt8], end: Int)? {
        var content: [UInt8] = []
        var node = node
        var literal = literal
        var index = start
        while true {
            while index < literal.count {
                if literal[index] == 0x5D { return (content, node, literal, index + 1) }
                if literal[index] == 0x5B || content.count == ProseBuilder.longestCitation { return nil }
                content.append(literal[index])
                index += 1
            }
            guard let line = node.next, line.kind == .softBreak, let next = line.next, next.kind == .text else {
                return nil
            }
            content.append(0x20)
            node = next
            literal = next.literal
            index = 0
        }
    }

    // MARK: The parts

    private mutating func parse(_ content: [UInt8], from place: Int) -> [ProseCitation] {
        var citations: [ProseCitation] = []
        for part in content.split(separator: 0x3B, omittingEmptySubsequences: false) {
            let part = trimmed(part)
            guard part.first == 0x40 else {
                // "pp. 4; 7": a semicolon within a locator.
                if let last = citations.popLast(), let locator = last.locator, !part.isEmpty {
                    citations.append(
                        ProseCitation(
                            id: last.id, locator: locator + "; " + String(decoding: part, as: UTF8.self),
                            range: last.range))
                } else {
                    reportForm(place, "'\(String(decoding: part, as: UTF8.self))' names no source")
                }
                continue
            }
            let id = part.dropFirst().prefix(while: isIDByte)
            let start = places.find(id: id) ?? place + 2
            let rest = trimmed(part.dropFirst(1 + id.count))
            let name = String(decoding: id, as: UTF8.self)
            if id.isEmpty || (rest.first != nil && rest.first != 0x2C) {
                reportLocator(name, rest, start)
                continue
            }
            let locator = trimmed(rest.dropFirst())
            if rest.first == 0x2C, locator.isEmpty {
                reportForm(start + id.count, "a place in the source is missing after the comma")
            }
            citations.append(
                ProseCitation(
                    id: name, locator: locator.isEmpty ? nil : String(decoding: locator, as: UTF8.self),
                    range: places.source.range(start, start + id.count)))
        }
        return citations
    }

    private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        return bytes
    }

    private mutating func reportLocator(_ id: String, _ rest: ArraySlice<UInt8>, _ start: Int) {
        guard !id.isEmpty, let first = rest.first, first >= 0x41 else {
            return reportForm(start, "the citation names no source after '@'")
        }
        let source = places.source
        let place = source.range(start + id.utf8.count, start + id.utf8.count)
        report(
            .citationForm, "a comma is missing between the source '\(id)' and the place in it",
            source.range(start, start + id.utf8.count),
            hint: "write '[@\(id), \(String(decoding: rest, as: UTF8.self))]'",
            fixIt: FixIt(
                replacing: TextLocation(source.file, place), with: ",", title: "write a comma after '\(id)'"))
    }

    private mutating func reportForm(_ place: Int, _ message: String) {
        report(
            .citationForm, message, place, place + 1,
            hint: "write '[@source-id]', '[@source-id, para. 4]' or '[@one; @two]', or '\\[@' for plain text")
    }

    // MARK: Footnotes

    mutating func footnoteMark() {
        guard let place = places.findMark(0x5E) else { return }
        reportFootnote(place)
    }

    /// A link that libcmark made of `[^1]` because of a line `[^1]: word`.
    mutating func reportFootnoteLink(_ node: MarkdownNode) {
        guard !scan.footnotes.isEmpty, let text = node.firstChild, text.kind == .text, text.literal.first == 0x5E
        else { return }
        footnoteMark()
    }

    /// Definitions of footnotes, which libcmark reads as definitions of links and does not show.
    mutating func reportUnseenFootnotes(_ root: MarkdownNode) {
        var hidden: [ClosedRange<Int>] = []
        var walk = MarkdownWalk(root)
        while let (node, isEntering) = walk.next() {
            guard isEntering, node.kind == .codeBlock || node.kind == .rawBlock else { continue }
            hidden.append(node.startLine...max(node.startLine, node.endLine))
        }
        let reported = Set(diagnostics.compactMap { $0.location?.range.start })
        var block = 0
        var line = 1
        for place in scan.footnotes where !reported.contains(places.source.range(place, place).start) {
            while line < scan.lines.count, Int(scan.lines[line]) <= place { line += 1 }
            while block < hidden.count, hidden[block].upperBound < line { block += 1 }
            if block < hidden.count, hidden[block].contains(line) { continue }
            reportFootnote(place)
        }
    }

    private mutating func reportFootnote(_ place: Int) {
        let bytes = places.source.bytes
        var end = place
        let limit = min(bytes.endIndex, place + 40)
        while end < limit, bytes[end] != 0x5D, bytes[end] != 0x0A { end += 1 }
        if end < limit, bytes[end] == 0x5D { end += 1 }
        report(
            .footnoteMark, "footnotes are not written '[^…]' here", place, end,
            hint: "cite a source: '[@source-id]' or '[@source-id, para. 4]'; it becomes a numbered reference")
    }
}

private func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2F: true
    default: byte >= 0x80
    }
}
