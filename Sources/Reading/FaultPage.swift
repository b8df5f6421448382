import Diagnostics

/// The text of a file around a fault in front matter, and the diagnostics that several faults share.
struct FaultPage {
    let file: TextFile
    /// The offsets of the front matter.
    let block: Range<Int>

    // MARK: Places

    func location(_ start: Int, _ end: Int) -> TextLocation {
        TextLocation(file, TextRange(min(start, file.bytes.count), min(end, file.bytes.count)))
    }

    func lineStart(of offset: Int) -> Int { file.line(at: offset).lowerBound }
    func lineEnd(of offset: Int) -> Int { file.line(at: offset).upperBound }

    /// The first offset from a start on that is not a space.
    func indented(_ start: Int) -> Int {
        var index = start
        while index < file.bytes.count, file.bytes[index] == 0x20 { index += 1 }
        return index
    }

    /// Whether a line begins at an offset, spaces before it aside, and has a colon that makes it a field.
    func beginsField(at place: Int) -> Bool {
        guard indented(lineStart(of: place)) == place else { return false }
        let line = file.bytes[place..<lineEnd(of: place)]
        return line.indices.contains { index in
            line[index] == 0x3A && (index + 1 == line.endIndex || line[index + 1] == 0x20)
        }
    }

    /// Up to `count` scalars from an offset, for messages.
    func text(_ start: Int, _ count: Int) -> String {
        let end = min(file.bytes.count, start + count * 4)
        guard start < end, count > 0 else { return "" }
        let text = String(decoding: file.bytes[start..<end], as: UTF8.self)
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
    }

    // MARK: Faults

    func fault(
        _ code: DiagnosticCode, _ message: String, at place: Int, length: Int, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(code, message, at: location(place, place + length), hint: hint)
    }

    /// A value that YAML reads differently unless it is quoted.
    func needsQuotes(_ message: String, at place: Int, from start: Int) -> Diagnostic {
        Diagnostic(
            .yamlNeedsQuotes, message, at: location(place, place + 1), hint: "quote this value",
            fixIt: quoting(from: start))
    }

    /// The edit that quotes everything from an offset to the end of its line, a comment there excepted; inside
    /// brackets, to the end of the item.
    func quoting(from start: Int) -> FixIt? {
        var end = lineEnd(of: start)
        let isItem = isInsideBrackets(start)
        var index = start
        while index + 1 < end {
            if file.bytes[index] == 0x20, file.bytes[index + 1] == 0x23 { end = index }
            index += 1
        }
        if isItem { end = file.bytes[start..<end].firstIndex { [0x2C, 0x5D, 0x7D].contains($0) } ?? end }
        return replacing(start, end, with: start..<end)
    }

    /// The edit that quotes everything from an offset to the end of its line, a comment there included; nil inside
    /// brackets, or if `place` is on another line.
    func quotingLine(from start: Int, upTo place: Int) -> FixIt? {
        let end = lineEnd(of: start)
        guard place < end, !isInsideBrackets(start) else { return nil }
        return replacing(start, end, with: start..<end)
    }

    /// Whether a bracket of a list or mapping is open before an offset: `[a, @b]`.
    private func isInsideBrackets(_ place: Int) -> Bool {
        // The field begins with the last line before that is not indented.
        var index = lineStart(of: place)
        while index > block.lowerBound, file.bytes[index] <= 0x20 { index = lineStart(of: index - 1) }
        var depth = 0
        var quote: UInt8?
        var last = UInt8(ascii: " ")
        while index < place {
            let byte = file.bytes[index]
            let beginsValue = last <= 0x20 || (depth > 0 && [0x5B, 0x7B, 0x2C].contains(last))
            switch byte {
            case quote: quote = nil
            case _ where quote != nil: break
            case 0x22 where beginsValue, 0x27 where beginsValue: quote = byte
            case 0x5B where beginsValue, 0x7B where beginsValue: depth += 1
            case 0x5D where depth > 0, 0x7D where depth > 0: depth -= 1
            default: break
            }
            last = byte
            index += 1
        }
        return depth > 0
    }

    /// The edit that writes the text of `inner` quoted in place of a range.
    private func replacing(_ start: Int, _ end: Int, with inner: Range<Int>) -> FixIt? {
        var last = inner.upperBound
        while last > inner.lowerBound, file.bytes[last - 1] == 0x20 || file.bytes[last - 1] == 0x09 { last -= 1 }
        guard last > inner.lowerBound else { return nil }
        let value = quoted(String(decoding: file.bytes[inner.lowerBound..<last], as: UTF8.self))
        return FixIt(replacing: location(start, max(last, end)), with: value, title: "write \(value)")
    }

    /// A quote that is not closed on its line.
    func unclosedQuote(at opening: Int, note: String?, noteAt: Int?) -> Diagnostic {
        let mark = text(opening, 1)
        var end = lineEnd(of: opening)
        while end > opening + 1, file.bytes[end - 1] == 0x20 { end -= 1 }
        let notes = note.flatMap { note in noteAt.map { [Diagnostic.Note(note, at: location($0, $0 + 1))] } }
        return Diagnostic(
            .yamlUnclosed, "the quote \(mark) that opens here is not closed", at: location(opening, opening + 1),
            notes: notes ?? [], hint: "close it at the end of the text",
            fixIt: FixIt(
                replacing: location(end, end), with: mark, title: "write \(mark) at the end of the line"))
    }

    /// `'it's'`, `"x" y`: the quoted text ended before the value did.
    func textAfterQuote(opening: Int, at place: Int) -> Diagnostic {
        let mark = text(opening, 1)
        var end = lineEnd(of: opening)
        while end > opening, file.bytes[end - 1] == 0x20 { end -= 1 }
        let isWrapped = end - 1 > place && file.bytes[end - 1] == file.bytes[opening]
        let inner = isWrapped ? opening + 1..<end - 1 : opening..<end
        let hint =
            mark == "'" ? "inside single quotes, ' is written twice: ''" : "inside double quotes, \" is written \\\""
        return Diagnostic(
            .yamlNeedsQuotes, "the quoted text ends before the value does", at: location(place, end),
            notes: [Diagnostic.Note("the quote opens here", at: location(opening, opening + 1))],
            hint: isWrapped ? hint : "quote the whole value", fixIt: replacing(opening, end, with: inner))
    }

    /// A list or mapping in brackets whose next item begins behind the end of another: only a comma can stand between.
    func missingComma(before place: Int, behind open: Int) -> Diagnostic? {
        guard place < file.bytes.count, [0x5B, 0x7B, 0x22, 0x27].contains(file.bytes[place]) else { return nil }
        var end = place
        while end > open + 1, file.bytes[end - 1] <= 0x20 { end -= 1 }
        guard end > open + 1, [0x5D, 0x7D, 0x22, 0x27].contains(file.bytes[end - 1]) else { return nil }
        return Diagnostic(
            .yamlUnclosed, "a comma is missing before this", at: location(place, place + 1),
            notes: [Diagnostic.Note("'\(text(open, 1))' was opened here", at: location(open, open + 1))],
            hint: "items in brackets are separated by commas",
            fixIt: FixIt(replacing: location(end, end), with: ",", title: "write a comma"))
    }

    /// Whether there is anything but white space in a range.
    func hasText(_ start: Int, _ end: Int) -> Bool { start < end && file.bytes[start..<end].contains { $0 > 0x20 } }

    /// Whether a byte stands between an offset and the end of the front matter.
    func hasByte(_ mark: String, from start: Int) -> Bool {
        guard let byte = mark.utf8.first, start < block.upperBound else { return false }
        return file.bytes[start..<block.upperBound].contains(byte)
    }

    func tab(at place: Int) -> Diagnostic {
        let line = lineStart(of: place)
        var end = line
        var spaces = ""
        while end < file.bytes.count, file.bytes[end] == 0x20 || file.bytes[end] == 0x09 {
            spaces += file.bytes[end] == 0x09 ? "  " : " "
            end += 1
        }
        let isIndentation = place < end
        return Diagnostic(
            .yamlTab, "front matter is indented with spaces, not with tabs",
            at: isIndentation ? location(line, end) : location(place, place + 1), hint: "write two spaces for each tab",
            fixIt: isIndentation
                ? FixIt(replacing: location(line, end), with: spaces, title: "write two spaces for each tab") : nil)
    }

    /// `key:value`: a colon without the space that makes it one.
    func gluedColon(lineAt offset: Int) -> Diagnostic? {
        let start = indented(lineStart(of: offset))
        var index = start
        while index < file.bytes.count, isNameByte(file.bytes[index]) { index += 1 }
        guard index > start, index + 1 < lineEnd(of: offset), file.bytes[index] == 0x3A, file.bytes[index + 1] != 0x20,
            file.bytes[index + 1] != 0x2F
        else { return nil }
        return Diagnostic(
            .yamlSyntax, "a space is missing after the colon of '\(text(start, index - start))'",
            at: location(index, index + 1),
            fixIt: FixIt(replacing: location(index + 1, index + 1), with: " ", title: "write a space after the colon"))
    }

    /// A line that is neither a field nor an item.
    func noColon(lineAt offset: Int) -> Diagnostic {
        if let glued = gluedColon(lineAt: offset) { return glued }
        let start = indented(lineStart(of: offset))
        return Diagnostic(
            .yamlSyntax, "expected 'key: value'", at: location(start, lineEnd(of: offset)),
            hint: "a value that goes on over several lines must be indented or quoted")
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
}

/// A text in YAML quotes: double ones, or single ones where it has double quotes or backslashes itself.
func quoted(_ text: String) -> String {
    if !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) { return "\"" + text + "\"" }
    var result = "'"
    for scalar in text.unicodeScalars {
        result.unicodeScalars.append(scalar)
        if scalar == "'" { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
}
