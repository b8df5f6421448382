import Diagnostics

/// Finds the places of destinations, citations and raw HTML in a text. libcmark gives none for them, or wrong ones.
///
/// The text is searched forward, block by block. All searches together read a limited number of bytes, since one that
/// fails reads to the end of its block.
struct MarkdownPlaces {
    private(set) var source: MarkdownSource
    private let lines: [Int32]
    private let mayHaveDefinitions: Bool
    private(set) var blockStart = 0
    /// The position of the search in the current block.
    private(set) var cursor = 0
    /// The end of the current block, without its line end.
    private(set) var blockEnd = 0
    /// The number of bytes that may still be read.
    private var budget: Int
    /// The end of the last destination: the search continues there when its link is closed.
    private var destinationEnd = 0

    init(_ source: MarkdownSource, _ scan: MarkdownScan) {
        self.source = source
        lines = scan.lines
        mayHaveDefinitions = scan.mayHaveDefinitions
        budget = 4 * source.bytes.count + 4096
    }

    // MARK: Blocks

    private func offset(ofLine line: Int) -> Int {
        guard line >= 1 else { return source.bytes.startIndex }
        return line <= lines.count ? Int(lines[line - 1]) : source.bytes.endIndex
    }

    /// The offset of a node's first byte.
    func start(of node: MarkdownNode) -> Int { offset(ofLine: node.startLine) + max(0, node.startColumn - 1) }

    /// Begins the search in a block.
    mutating func start(_ block: MarkdownNode) {
        cursor = offset(ofLine: block.startLine)
        blockStart = cursor
        blockEnd = offset(ofLine: block.endLine + 1)
        while blockEnd > cursor, source.bytes[blockEnd - 1] == 0x0A || source.bytes[blockEnd - 1] == 0x0D {
            blockEnd -= 1
        }
    }

    /// The state that a search in another text must not change.
    struct Position {
        fileprivate let source: MarkdownSource
        fileprivate let blockStart: Int
        fileprivate let cursor: Int
        fileprivate let blockEnd: Int
    }

    /// Begins the search in a paragraph of another text, up to the next blank line; returns where it was before.
    mutating func enter(paragraphAt start: Int, of other: MarkdownSource) -> Position {
        let before = Position(source: source, blockStart: blockStart, cursor: cursor, blockEnd: blockEnd)
        source = other
        blockStart = start
        cursor = start
        blockEnd = start
        while blockEnd < other.bytes.endIndex, other.bytes[blockEnd] != 0x0A || other.bytes[blockEnd + 1] != 0x0A {
            blockEnd += 1
        }
        return before
    }

    mutating func leave(to before: Position) {
        source = before.source
        blockStart = before.blockStart
        cursor = before.cursor
        blockEnd = before.blockEnd
    }

    // MARK: Destinations

    mutating func startLink() { destinationEnd = cursor }

    /// Continues after the last destination.
    mutating func passDestination() { cursor = max(cursor, destinationEnd) }

    /// The place of a destination: in parentheses, in angle brackets, or in a definition elsewhere. If it is not found
    /// because of escapes, the link's start is used.
    mutating func destination(_ url: [UInt8], of link: MarkdownNode) -> TextRange {
        let bytes = source.bytes
        let start = cursor
        var index = budget > 0 ? start : blockEnd
        while index < blockEnd {
            guard bytes[index] == 0x28 || bytes[index] == 0x3C else {
                index += 1
                continue
            }
            var place = index + 1
            if bytes[index] == 0x28 {
                // After a line end, there may be marks of a quote.
                while place < blockEnd, bytes[place] <= 0x20 || bytes[place] == 0x3E { place += 1 }
                if place < blockEnd, bytes[place] == 0x3C { place += 1 }
            }
            if source.has(url, at: place) {
                budget -= index - start
                destinationEnd = place + url.count
                return source.range(place, place + url.count)
            }
            index += 1
        }
        budget -= max(0, index - start)
        destinationEnd = cursor
        return definition(url) ?? self.start(ofLink: link)
    }

    /// `[label]: destination`.
    private mutating func definition(_ url: [UInt8]) -> TextRange? {
        guard mayHaveDefinitions, !url.isEmpty else { return nil }
        let bytes = source.bytes
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex, budget > 0 {
            if bytes[index] == 0x5D, bytes[index + 1] == 0x3A {
                var place = index + 2
                while place < bytes.endIndex, bytes[place] <= 0x20 { place += 1 }
                if place < bytes.endIndex, bytes[place] == 0x3C { place += 1 }
                if source.has(url, at: place) { return source.range(place, place + url.count) }
            }
            index += 1
            budget -= 1
        }
        return nil
    }

    /// The link's first byte by libcmark if it is a bracket, otherwise the start of its block.
    private func start(ofLink node: MarkdownNode) -> TextRange {
        let start = self.start(of: node)
        if start < blockEnd, start >= cursor, [0x5B, 0x21, 0x3C].contains(source.bytes[start]) {
            return source.range(start, start + 1)
        }
        return source.range(cursor, min(cursor + 1, max(blockEnd, cursor)))
    }

    // MARK: Other texts

    /// Code may contain text that looks like a citation or a link: the search continues after it.
    mutating func pass(code: ArraySlice<UInt8>) {
        guard code.contains(where: { $0 == 0x5B || $0 == 0x28 || $0 == 0x3C }) else { return }
        if let place = find(code) { cursor = place + code.count }
    }

    /// The first place of a text in the rest of the block.
    mutating func find(_ text: some RandomAccessCollection<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        var index = cursor
        while index + text.count <= blockEnd, budget > 0 {
            if source.bytes[index] == first, source.has(text, at: index) { return index }
            index += 1
            budget -= 1
        }
        return nil
    }

    /// The first place of a text in the block, from an offset on, that no backslash escapes.
    mutating func find(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard let first = text.first else { return nil }
        var index = max(start, blockStart)
        while index + text.count <= blockEnd, budget > 0 {
            budget -= 1
            if source.bytes[index] == 0x5C {
                index += 2
                continue
            }
            if source.bytes[index] == first, source.has(text, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// The place of the next `[` before a given byte that no backslash escapes; the search continues after it.
    mutating func findMark(_ mark: UInt8) -> Int? {
        let bytes = source.bytes
        var index = cursor
        while index + 1 < blockEnd, budget > 0 {
            if bytes[index] == 0x5B, bytes[index + 1] == mark {
                cursor = index + 1
                var backslashes = 0
                while index - backslashes > bytes.startIndex, bytes[index - backslashes - 1] == 0x5C {
                    backslashes += 1
                }
                return backslashes % 2 == 1 ? nil : index
            }
            if bytes[index] == 0x26, let end = bracketEntity(at: index), bytes[end] == mark {
                cursor = end
                return nil
            }
            index += 1
            budget -= 1
        }
        return nil
    }

    /// The offset after a bracket that is written as an entity and therefore plain text.
    private func bracketEntity(at start: Int) -> Int? {
        for entity in ["&#91;", "&#x5B;", "&#x5b;", "&#X5B;", "&lbrack;", "&lsqb;"] {
            let end = start + entity.utf8.count
            if end < blockEnd, source.bytes[start..<end].elementsEqual(entity.utf8) { return end }
        }
        return nil
    }

    /// The place of an id after the next `@`; the search continues after it.
    mutating func find(id: ArraySlice<UInt8>) -> Int? {
        var index = cursor
        while index + 1 + id.count <= blockEnd, budget > 0 {
            if source.bytes[index] == 0x40, source.has(id, at: index + 1) {
                cursor = index + 1 + id.count
                return index + 1
            }
            index += 1
            budget -= 1
        }
        return nil
    }
}
