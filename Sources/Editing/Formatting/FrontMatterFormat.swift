import Diagnostics
import Model
import Reading

/// Front matter in its canonical form: fields in the order of the vocabulary, one space behind each colon, lists indented
/// by two spaces, no empty lines between fields, no white space at the ends of lines.
///
/// Bodies and comments are kept byte for byte; a comment moves with the field below it. What the fields say never
/// changes: the result is read again and compared.
package struct FrontMatterFormat {
    private let document: Document
    private let order: [String: Int]
    private let lines: Range<Int>
    private let entries: [YAMLNode.Entry]

    private var file: TextFile { document.file }
    private var bytes: [UInt8] { document.file.bytes }

    /// The bytes of a document in canonical form; the same bytes if it has that form, or if its front matter is written
    /// in a way that is left alone (in braces, with faults).
    ///
    /// - Parameter record: what the document's front matter holds.
    package static func formatted(_ document: Document, as record: RecordDescription) -> [UInt8] {
        let original = document.file.bytes
        guard let format = FrontMatterFormat(document, record) else { return original }
        let result = format.formatted()
        let again = parseDocument(
            TextFile(path: document.file.path, bytes: result), path: document.path, limit: .max
        ).value
        let isSame =
            document.frontMatter.isSame(as: again.frontMatter, isOrdered: false)
            && result[again.body.offsets].elementsEqual(original[document.body.offsets])
        return isSame ? result : original
    }

    private init?(_ document: Document, _ record: RecordDescription) {
        guard let lines = document.frontMatterLines, case .mapping(let entries) = document.frontMatter.kind,
            !document.frontMatter.isIncomplete
        else { return nil }
        self.document = document
        self.lines = lines
        self.entries = entries
        order = Dictionary(
            record.canonicalFields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        // Each field must begin a line.
        let bytes = document.file.bytes
        for entry in entries {
            let start = Int(entry.key.range.start)
            guard start == lines.lowerBound || bytes[start - 1] == 0x0A else { return nil }
        }
    }

    // MARK: Fields

    /// A field with the lines above it that belong to it.
    private struct Chunk {
        let place: Int
        var comments: [Range<Int>]
        let text: [UInt8]
    }

    private func formatted() -> [UInt8] {
        var chunks: [Chunk] = []
        var above = comments(in: lines.lowerBound..<(entries.first.map { Int($0.key.range.start) } ?? lines.upperBound))
        var head: [Range<Int>] = []
        if let empty = above.lastIndex(where: isEmpty) {
            // What stands above an empty line is about the file.
            head = Array(above[...empty])
            above = Array(above[(empty + 1)...])
        }
        if entries.isEmpty { (head, above) = (head + above, []) }
        for (number, entry) in entries.enumerated() {
            let end = number + 1 < entries.count ? Int(entries[number + 1].key.range.start) : lines.upperBound
            let own = lastLine(of: entry, before: end)
            chunks.append(
                Chunk(place: order[entry.key.value] ?? .max, comments: above, text: text(of: entry, to: own)))
            above = comments(in: own..<end)
        }
        let isComplete = (head + above + chunks.flatMap(\.comments)).allSatisfy { isEmpty($0) || isComment($0) }
        guard isComplete else { return bytes }
        let ordered = chunks.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
        var result = Array(bytes[..<lines.lowerBound])
        for line in trimmed(head, keepsLast: true) { result += bytes[line] }
        for (_, chunk) in ordered {
            for line in trimmed(chunk.comments) { result += bytes[line] }
            result += chunk.text
        }
        for line in trimmed(above) { result += bytes[line] }
        return result + bytes[lines.upperBound...]
    }

    /// The end of the last line that belongs to a field: that of its value, and of comments inside it.
    private func lastLine(of entry: YAMLNode.Entry, before end: Int) -> Int {
        let value = entry.value.range
        var last = file.nextLine(max(Int(entry.key.range.start), value.start == value.end ? 0 : Int(value.end) - 1))
        var line = last
        while line < end {
            let next = file.nextLine(line)
            let first = bytes[line]
            if first == 0x20, !isEmpty(line..<next) { last = next }
            line = next
        }
        return min(last, end)
    }

    // MARK: Lines

    /// The lines of a range.
    private func comments(in range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var line = range.lowerBound
        while line < range.upperBound {
            let next = min(file.nextLine(line), range.upperBound)
            lines.append(line..<next)
            line = next
        }
        return lines
    }

    /// Whether a line holds nothing but a comment; a field that is written twice is not one.
    private func isComment(_ line: Range<Int>) -> Bool {
        bytes[line].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
    }

    private func isEmpty(_ line: Range<Int>) -> Bool { bytes[line].allSatisfy { $0 <= 0x20 } }

    /// Lines without the empty ones at both ends, and one between others where there are several.
    private func trimmed(_ lines: [Range<Int>], keepsLast: Bool = false) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for line in lines {
            if isEmpty(line), result.isEmpty || result.last.map(isEmpty) == true { continue }
            result.append(line)
        }
        if !keepsLast, result.last.map(isEmpty) == true { result.removeLast() }
        return result
    }

    /// The lines of a field, with one space behind its colon and its list indented by two.
    private func text(of entry: YAMLNode.Entry, to end: Int) -> [UInt8] {
        let start = Int(entry.key.range.start)
        let firstEnd = file.nextLine(start)
        var result = spaced(Array(bytes[start..<min(firstEnd, end)]), entry)
        let shift = indentation(of: entry.value, after: firstEnd).map { 2 - $0 } ?? 0
        for line in comments(in: min(firstEnd, end)..<end) {
            if isEmpty(line), !isInside(line, entry.value) { continue }
            result += shifted(stripped(line, entry.value), by: shift)
        }
        return result
    }

    /// The first line of a field with one space behind its colon.
    private func spaced(_ line: [UInt8], _ entry: YAMLNode.Entry) -> [UInt8] {
        let start = Int(entry.key.range.start)
        let (keyEnd, value) = (Int(entry.key.range.end), Int(entry.value.range.start))
        guard !entry.value.isAbsent, value > keyEnd, value < start + line.count,
            bytes[keyEnd..<value].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ":") })
        else { return stripped(start..<start + line.count, entry.value) }
        let rest = stripped(value..<start + line.count, entry.value)
        return Array(bytes[start..<keyEnd]) + Array(": ".utf8) + rest
    }

    /// The column of a list or mapping that begins below its key; nil for any other value.
    private func indentation(of value: YAMLNode, after line: Int) -> Int? {
        if case .scalar = value.kind { return nil }
        let start = Int(value.range.start)
        guard start >= line else { return nil }
        let column = start - file.line(at: start).lowerBound
        return bytes[(start - column)..<start].allSatisfy { $0 == 0x20 } ? column : nil
    }

    /// A line without white space at its end, unless that is part of a text or of a comment.
    private func stripped(_ line: Range<Int>, _ value: YAMLNode) -> [UInt8] {
        let text = bytes[line]
        var end = text.endIndex
        while end > text.startIndex, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        let ending = text[end...]
        var last = end
        while last > text.startIndex, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
        if last == end || isInside(end..<end, value) || text[..<last].contains(UInt8(ascii: "#")) { return Array(text) }
        return Array(text[..<last]) + ending
    }

    /// Whether a place is inside a text of several lines.
    private func isInside(_ place: Range<Int>, _ node: YAMLNode) -> Bool {
        switch node.kind {
        case .scalar:
            let range = node.range.offsets
            return range.lowerBound < place.upperBound && place.lowerBound < range.upperBound
                && bytes[range].contains(0x0A)
        case .sequence(let items): return items.contains { isInside(place, $0) }
        case .mapping(let entries): return entries.contains { isInside(place, $0.value) }
        }
    }

    private func shifted(_ line: [UInt8], by shift: Int) -> [UInt8] {
        if shift == 0 || line.allSatisfy({ $0 <= 0x20 }) { return line }
        if shift > 0 { return [UInt8](repeating: 0x20, count: shift) + line }
        // A line that is indented less cannot be part of the list; the comparison then finds the difference.
        return line.prefix(-shift).allSatisfy { $0 == 0x20 } ? Array(line.dropFirst(-shift)) : line
    }
}

extension YAMLNode {
    /// Whether both say the same. The order of keys counts in all mappings but the first.
    fileprivate func isSame(as other: YAMLNode, isOrdered: Bool) -> Bool {
        switch (kind, other.kind) {
        case (.scalar(let text, let isPlain), .scalar(let otherText, let isOtherPlain)):
            return text == otherText && isPlain == isOtherPlain
        case (.sequence(let items), .sequence(let others)):
            return items.count == others.count && zip(items, others).allSatisfy { $0.isSame(as: $1, isOrdered: true) }
        case (.mapping(let entries), .mapping(let others)):
            guard entries.count == others.count else { return false }
            if isOrdered {
                return zip(entries, others).allSatisfy {
                    $0.key.value == $1.key.value && $0.value.isSame(as: $1.value, isOrdered: true)
                }
            }
            return entries.allSatisfy { entry in
                other.value(of: entry.key.value).map { entry.value.isSame(as: $0, isOrdered: true) } ?? false
            }
        default: return false
        }
    }
}
