import Diagnostics

/// A link whose text is being read.
enum OpenLink {
    /// Its node is open, and its target has this index.
    case target(Int, firstNode: Int)
    /// Rejected: its text stays as text.
    case none
}

extension ProseBuilder {
    mutating func open(link node: MarkdownNode) -> MarkdownNode? {
        let url = node.destination
        let isEmpty = node.firstChild == nil
        checkReferences(url[...])
        checkReferences(inTitleOf: node)
        places.startLink()
        reportFootnoteLink(node)
        switch Destination(url, isPicture: false) {
        case .outside:
            open(.webLink(ProseWebLink(url: String(decoding: url, as: UTF8.self), title: node.title)))
            if isEmpty { reportEmpty(places.destination(url, of: node)) }
            checkTracking(url, node)
        case .entry(let kind, let id, let fragment):
            let range = places.destination(url, of: node)
            // `<party:x>` would show its destination; the entry's name is shown instead.
            let isBare = isEmpty || isAutolink(node, url)
            open(
                .reference(
                    ProseReference(kind: kind, id: id, fragment: fragment, hasText: !isBare, range: range)))
            if isBare {
                _ = close(link: node)
                return node
            }
        case .inside(let path, let query, let fragment):
            let range = places.destination(url, of: node)
            open(.link(ProseLink(path: path, query: query, fragment: fragment, title: node.title, range: range)))
            if isEmpty { reportEmpty(range) }
        case .refused(let refusal):
            report(refusal, .linkDestination, places.destination(url, of: node))
            openLink = OpenLink.none
        }
        return nil
    }

    private mutating func checkTracking(_ url: [UInt8], _ node: MarkdownNode) {
        guard url.contains(0x3F), let short = WebAddress(String(decoding: url, as: UTF8.self))?.withoutTracking else {
            return
        }
        let range = places.destination(url, of: node)
        let place = TextLocation(places.source.file, range)
        let isWritten = places.source.file.bytes[range.offsets].elementsEqual(url)
        report(
            .trackingParameter, "the address has parameters that follow readers", range, hint: "write '\(short)'",
            fixIt: isWritten ? FixIt(replacing: place, with: short, title: "write '\(short)'") : nil)
    }

    private mutating func open(_ target: Prose.Target) {
        open(.link(UInt32(targets.count)))
        openLink = .target(targets.count, firstNode: nodes.count)
        targets.append(target)
    }

    mutating func close(link node: MarkdownNode) -> MarkdownNode? {
        guard let link = openLink else { return nil }
        openLink = nil
        places.passDestination()
        guard case .target(let index, let firstNode) = link else { return nil }
        if nodes.count == firstNode, case .link(var link) = targets[index] {
            link.hasText = false
            targets[index] = .link(link)
        }
        close()
        return nil
    }

    mutating func report(_ refusal: Destination.Refusal, _ code: DiagnosticCode, _ range: TextRange) {
        let file = places.source.file
        let written = file.text(in: range)
        let fixIt = refusal.replacement.flatMap { replacement in
            written.isEmpty || written.hasPrefix("[") || written.hasPrefix("!")
                ? nil
                : FixIt(
                    replacing: TextLocation(file, range), with: replacement,
                    title: "replace '\(written)' with '\(replacement)'")
        }
        report(code, refusal.message, range, hint: refusal.hint, fixIt: fixIt)
    }

    private mutating func reportEmpty(_ range: TextRange) {
        report(
            .emptyLink, "the link has no text", range,
            hint: "write text between the brackets; only links to entries ('[](party:some-id)') may leave it out")
    }

    private func isAutolink(_ node: MarkdownNode, _ url: [UInt8]) -> Bool {
        guard let child = node.firstChild, child.kind == .text, child.next == nil else { return false }
        return child.literal == url
    }
}
