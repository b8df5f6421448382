import Bytes
import Diagnostics

/// A picture whose alternative text is being read.
struct OpenPicture {
    let url: [UInt8]
    let destination: Destination
    let title: String
    let range: TextRange
}

/// Inlines: text, code, emphasis, pictures.
extension ProseBuilder {
    /// Adds an inline; returns the last node that is done, if that is not the node of this event.
    mutating func inline(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, _ isEntering: Bool) -> MarkdownNode? {
        if pictures > 0 { return insidePicture(node, kind, isEntering) }
        if kind != .text { plain.append(kind == .softBreak || kind == .lineBreak ? 0x0A : 0) }
        switch kind {
        case .text: return text(node)
        case .softBreak:
            if isBetweenWideCharacters(node) { break }
            text.append(0x0A)
            addText(from: text.count - 1)
        case .lineBreak: add(.lineBreak)
        case .emphasis: if isEntering { open(.emphasis) } else { close() }
        case .strong: if isEntering { open(.strong) } else { close() }
        case .code:
            let start = text.count
            node.appendLiteral(to: &text)
            add(.code(stretch(from: start)))
            places.pass(code: text[start...])
        case .rawInline: raw(node, at: nil) { .rawInline($0) }
        case .link: return isEntering ? open(link: node) : close(link: node)
        case .image: if isEntering { open(picture: node) }
        default: break
        }
        return nil
    }

    /// Whether a line end stands between two characters of a writing without spaces: there it is none either.
    private func isBetweenWideCharacters(_ lineEnd: MarkdownNode) -> Bool {
        guard let last = text.last, last >= 0x80,
            String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last?.isWide == true
        else { return false }
        var node = lineEnd.next
        while let child = node?.firstChild { node = child }
        guard let node, node.kind == .text else { return false }
        return String(decoding: node.literal.prefix(4), as: UTF8.self).unicodeScalars.first?.isWide == true
    }

    /// Adds a text and the citations in it; returns the last node that it read if a citation continued on the next
    /// line.
    private mutating func text(_ node: MarkdownNode) -> MarkdownNode? {
        let start = text.count
        node.appendLiteral(to: &text)
        checkReferences(text[start...])
        if dropsNoBreakSpace {
            dropsNoBreakSpace = false
            if text[start...].starts(with: [0xC2, 0xA0]) { text.removeSubrange(start..<start + 2) }
        }
        if openLink == nil { plain += text[start...] }
        guard scan.mayHaveMarks, hasMark(from: start) else {
            addText(from: start)
            return nil
        }
        let literal = Array(text[start...])
        text.removeLast(literal.count)
        return text(node, literal)
    }

    /// Whether the store has `[@` or `[^` after an offset.
    private func hasMark(from start: Int) -> Bool {
        var index = start
        while index + 1 < text.count {
            if text[index] == 0x5B, text[index + 1] == 0x40 || text[index + 1] == 0x5E { return true }
            index += 1
        }
        return false
    }

    private mutating func text(_ node: MarkdownNode, _ literal: [UInt8]) -> MarkdownNode? {
        var node = node
        var literal = literal
        var last: MarkdownNode?
        var added = 0
        var index = 0
        while index + 1 < literal.count {
            guard literal[index] == 0x5B else {
                index += 1
                continue
            }
            if literal[index + 1] == 0x5E { footnoteMark() }
            guard literal[index + 1] == 0x40, let found = citation(at: index, of: node, literal) else {
                index += 1
                continue
            }
            append(literal[added..<index])
            if !found.citations.isEmpty { add(.citation(found.citations)) { .citation($0) } }
            if found.node != node {
                node = found.node
                literal = found.literal
                last = node
            }
            added = found.end
            index = found.end
        }
        append(literal[added...])
        return last
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        let start = text.count
        text += bytes
        addText(from: start)
    }

    // MARK: Pictures

    private mutating func open(picture node: MarkdownNode) {
        let url = node.destination
        checkReferences(url[...])
        checkReferences(inTitleOf: node)
        pictures = 1
        alternative = []
        openPicture = OpenPicture(
            url: url, destination: Destination(url, isPicture: true), title: node.title,
            range: places.destination(url, of: node))
    }

    /// The text inside `![…]` becomes the alternative text.
    private mutating func insidePicture(
        _ node: MarkdownNode, _ kind: MarkdownNode.Kind, _ isEntering: Bool
    ) -> MarkdownNode? {
        switch kind {
        case .text, .code:
            let start = alternative.count
            node.appendLiteral(to: &alternative)
            if kind == .text { checkReferences(alternative[start...]) }
        case .softBreak, .lineBreak: alternative.append(0x20)
        case .image:
            pictures += isEntering ? 1 : -1
            if pictures == 0 { closePicture() }
        default: break
        }
        return nil
    }

    private mutating func closePicture() {
        guard let picture = openPicture else { return }
        openPicture = nil
        places.passDestination()
        func image(_ path: String) -> ProseImage {
            ProseImage(
                path: path, alternative: String(decoding: alternative, as: UTF8.self), title: picture.title,
                range: picture.range)
        }
        switch picture.destination {
        case .outside:
            add(.dataImage(image(String(decoding: picture.url, as: UTF8.self)))) { .image($0) }
        case .inside(let path, _, _) where !path.isEmpty: add(.image(image(path))) { .image($0) }
        case .refused(let refusal): report(refusal, .pictureDestination, picture.range)
        case .inside, .entry:
            report(Destination.Refusal(message: "the picture has no path"), .pictureDestination, picture.range)
        }
    }
}
