import Diagnostics

/// Inlines: text, code, emphasis, pictures.
extension ProseWriter {
    /// Writes an inline; the node up to which everything has been written, where that is more than this event.
    mutating func inline(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, _ isEntering: Bool) -> MarkdownNode? {
        if pictures > 0 { return insidePicture(node, kind, isEntering) }
        switch kind {
        case .text: return text(node)
        case .softBreak: html.write("\n")
        case .lineBreak: html.write("<br>\n")
        case .emphasis:
            if isEntering { html.write("<em>") } else { html.write("</em>") }
        case .strong:
            if isEntering { html.write("<strong>") } else { html.write("</strong>") }
        case .code:
            html.write("<code>")
            html.writeEscaped(node.literal)
            html.write("</code>")
            passCode(node.literal)
        case .rawInline:
            let place = find(node.literal) ?? cursor
            raw(node.literal, at: place)
        case .link: return isEntering ? open(link: node) : close(link: node)
        case .image:
            if isEntering { open(picture: node) }
        default: break
        }
        return nil
    }

    /// Writes a text, its citations as pieces; the last node written, where a citation went on over a line's end.
    private mutating func text(_ node: MarkdownNode) -> MarkdownNode? {
        var node = node
        var literal = node.literal
        if dropsNoBreakSpace {
            dropsNoBreakSpace = false
            if literal.starts(with: [0xC2, 0xA0]) { literal = UnsafeBufferPointer(rebasing: literal[2...]) }
        }
        var last: MarkdownNode?
        var written = 0
        var index = 0
        while let bracket = literal.index(of: 0x5B, from: index), bracket + 1 < literal.count {
            index = bracket
            if literal[index + 1] == 0x5E { footnoteMark() }
            guard literal[index + 1] == 0x40, let found = citation(at: index, of: node, literal) else {
                index += 1
                continue
            }
            html.writeEscaped(UnsafeBufferPointer(rebasing: literal[written..<index]))
            if !found.citations.isEmpty { append(.citation(found.citations)) }
            if found.node != node {
                node = found.node
                literal = node.literal
                last = node
            }
            written = found.end
            index = found.end
        }
        html.writeEscaped(UnsafeBufferPointer(rebasing: literal[written...]))
        return last
    }

    /// Code may hold what looks like a citation or a link: the search for real ones must begin behind it.
    private mutating func passCode(_ literal: UnsafeBufferPointer<UInt8>) {
        guard literal.contains(where: { $0 == 0x5B || $0 == 0x28 || $0 == 0x3C }) else { return }
        if let place = find(literal) { cursor = place + literal.count }
    }

    // MARK: Pictures

    private mutating func open(picture node: MarkdownNode) {
        let destination = Destination(node.destination, isPicture: true)
        pictures = 1
        alternative = []
        openPicture = (
            destination, String(decoding: node.title, as: UTF8.self),
            destinationRange(node.destination, link: node)
        )
    }

    /// Everything inside `![…]` becomes its alternative text.
    private mutating func insidePicture(
        _ node: MarkdownNode, _ kind: MarkdownNode.Kind, _ isEntering: Bool
    ) -> MarkdownNode? {
        switch kind {
        case .text, .code: alternative += node.literal
        case .softBreak, .lineBreak: alternative.append(0x20)
        case .image:
            pictures += isEntering ? 1 : -1
            if pictures == 0 { closePicture(node) }
        default: break
        }
        return nil
    }

    private mutating func closePicture(_ node: MarkdownNode) {
        guard let picture = openPicture else { return }
        openPicture = nil
        cursor = max(cursor, searchEnd)
        let text = String(decoding: alternative, as: UTF8.self)
        switch picture.destination {
        case .outside:
            html.write("<img src=\"")
            html.writeURL(node.destination)
            html.write("\" alt=\"")
            html.writeEscaped(text)
            if !picture.title.isEmpty {
                html.write("\" title=\"")
                html.writeEscaped(picture.title)
            }
            html.write("\">")
        case .inside(let path, _, _) where !path.isEmpty:
            append(
                .image(ProseImage(path: path, alternative: text, title: picture.title, range: picture.range)))
        case .refused(let refusal): report(refusal, .pictureDestination, picture.range)
        case .inside, .entry:
            report(Destination.Refusal(message: "the picture has no path"), .pictureDestination, picture.range)
        }
    }
}
