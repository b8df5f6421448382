import Bytes
import Diagnostics
import Model
import Reading

/// Prose as text without markup: for data, feeds and search.
///
/// A run of white space is one space, and blocks stand on lines of their own (or after a space, in one line).
/// Citations, pictures and raw HTML leave nothing.
package struct ProseText: ~Copyable {
    package private(set) var bytes = ByteBuffer()
    private let isOneLine: Bool
    /// How many more Unicode scalars may be written; nothing more is once the next has no room.
    private var room: Int
    /// What stands before the next character.
    private var gap = Gap.none

    private enum Gap { case none, space, line }

    /// - Parameter limit: the most Unicode scalars that are wanted.
    package init(isOneLine: Bool = false, limit: Int = .max) {
        self.isOneLine = isOneLine
        room = limit
    }

    package var isFull: Bool { room <= 0 }
    package var isEmpty: Bool { bytes.count == 0 }
    package var text: String { bytes.string }

    /// Empties the text and keeps its memory.
    package mutating func reset() {
        bytes.removeAll()
        gap = .none
        room = .max
    }

    /// Lets so many more Unicode scalars be written.
    package mutating func allow(_ limit: Int) { room = limit }

    /// Adds prose; references without a text of their own become their entry's name.
    package mutating func add(_ prose: Prose, name: (ProseReference) -> String?) {
        add(prose, prose.nodes.indices, name: name)
    }

    /// Adds some whole nodes of prose.
    package mutating func add(_ prose: Prose, _ nodes: Range<Int>, name: (ProseReference) -> String?) {
        var walk = ProseWalk(prose, nodes)
        while !isFull, let (index, isEntering) = walk.next() {
            switch prose.nodes[index].content {
            case .text(let range), .code(let range), .date(let range): add(prose.text(range).span)
            case .link(let number):
                if isEntering, case .reference(let reference) = prose.targets[Int(number)], !reference.hasText,
                    let name = name(reference)
                {
                    add(name)
                } else if isEntering, case .speaker(let speaker) = prose.targets[Int(number)] {
                    add(speaker.references.lazy.compactMap(name).first ?? speaker.id)
                }
            case .citation: if gap == .space { gap = .none }
            case .cell: if gap == .none { gap = .space }
            case .rawInline(let range): if isLineBreak(prose.text(range)) { breakLine() }
            case .paragraph(isTight: true), .emphasis, .strong, .image: break
            case .paragraph, .heading, .bulletList, .orderedList, .item, .quote, .codeBlock, .rawBlock, .thematicBreak,
                .table, .row, .lineBreak:
                breakLine()
            }
        }
    }

    /// Adds plain text as it is, but for its white space.
    package mutating func add(_ text: String) { text.withSpan { add($0) } }

    /// Separates what follows from what stands before.
    package mutating func breakLine() { gap = .line }

    private mutating func add(_ text: Span<UInt8>) {
        var start = 0
        while start < text.count, room >= 0 {
            let byte = text[start]
            guard isVisible(byte) else {
                if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D, gap == .none { gap = .space }
                start += 1
                continue
            }
            let hasGap = gap != .none && !isEmpty
            let run = text.extracting(start...)
            let (length, scalars) = visible(in: run, room: room - (hasGap ? 1 : 0))
            if length > 0 {
                if hasGap { bytes.append(gap == .line && !isOneLine ? 0x0A : 0x20) }
                gap = .none
                bytes.append(run.extracting(..<length))
                room -= scalars + (hasGap ? 1 : 0)
                start += length
            }
            // The next scalar had no room.
            if start < text.count, isVisible(text[start]) { room = -1 }
        }
    }

    /// How many bytes, and Unicode scalars, can be added as they are: words with one space between them, as far as there
    /// is room.
    private func visible(in text: Span<UInt8>, room: Int) -> (bytes: Int, scalars: Int) {
        var length = 0
        // Without a limit nothing need be counted.
        if room > .max / 2 {
            while length < text.count {
                if isVisible(text[length]) {
                    length += 1
                } else if text[length] == 0x20, length + 1 < text.count, isVisible(text[length + 1]) {
                    length += 2
                } else {
                    break
                }
            }
            return (length, 0)
        }
        var scalars = 0
        while length < text.count {
            let byte = text[length]
            if !isVisible(byte) {
                guard byte == 0x20, length + 1 < text.count, isVisible(text[length + 1]), scalars + 1 < room else {
                    break
                }
                scalars += 1
            } else if byte & 0xC0 != 0x80 {
                if scalars >= room { break }
                scalars += 1
            }
            length += 1
        }
        return (length, scalars)
    }

    @inline(__always)
    private func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0x7F }

    /// `<br>`, `<br/>` and the like.
    private func isLineBreak(_ tag: ArraySlice<UInt8>) -> Bool {
        let name = tag.dropFirst().prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
        return name.elementsEqual("br".utf8) { $0 | 0x20 == $1 }
    }
}

extension Site {
    /// A section's heading as text; nil for the text before the first heading.
    package func title(of section: Prose.Section, in prose: Prose, scope: Int) -> String? {
        guard section.heading != nil else { return nil }
        var plain = ProseText(isOneLine: true)
        plain.add(prose, section.title) { reference in
            guard let kind = EntryKind(referenceWord: reference.kind) else { return nil }
            return index.find(kind, reference.id, from: scope).found.map { displayName(of: $0) }
        }
        return plain.text
    }
}
