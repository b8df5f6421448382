import Diagnostics

/// Characters in front matter that look like YAML's own: spaces from a web page, a wide colon, curly quotes, the dashes
/// of a word processor.
///
/// YAML reads them as text, so that its own errors name other characters and other lines.
struct FrontMatterCharacters {
    private(set) var diagnostics: [Diagnostic] = []
    private let file: TextFile
    private var bytes: [UInt8] { file.bytes }

    init(_ file: TextFile, _ block: Range<Int>) {
        self.file = file
        guard file.bytes[block].contains(where: { $0 >= 0x80 }) else { return }
        var line = block.lowerBound
        /// The indentation of the key whose value is a block of lines (`|`, `>`).
        var blockText: Int?
        while line < block.upperBound {
            let range = file.line(at: line)
            let spaces = file.bytes[range].prefix { $0 == 0x20 }.count
            if let indentation = blockText, spaces > indentation || range.isEmpty {
                line = FrontMatter.nextLine(file.bytes, line)
                continue
            }
            blockText = beginsBlock(range) ? spaces : nil
            if file.bytes[range].contains(where: { $0 >= 0x80 }) { check(range) }
            line = FrontMatter.nextLine(file.bytes, line)
        }
    }

    private mutating func check(_ line: Range<Int>) {
        if indentation(line) || fence(line) { return }
        var place = line.lowerBound
        while place < line.upperBound, bytes[place] == 0x20 || bytes[place] == 0x2D { place += 1 }
        let name = bytes[place..<line.upperBound].prefix { (0x61...0x7A).contains($0) || $0 == 0x5F }
        guard !name.isEmpty else { return }
        afterName(String(decoding: name, as: UTF8.self), name.endIndex, line)
    }

    private func beginsBlock(_ line: Range<Int>) -> Bool {
        let text = bytes[line].reversed().drop { [0x20, 0x2B, 0x2D].contains($0) || (0x30...0x39).contains($0) }
        guard let last = text.first, last == 0x7C || last == 0x3E else { return false }
        return text.dropFirst().first == 0x20
    }

    /// White space before the first word that is not made of spaces.
    private mutating func indentation(_ line: Range<Int>) -> Bool {
        var spaces = ""
        var end = line.lowerBound
        var wrong: (name: String, place: Int)?
        while end < line.upperBound {
            if bytes[end] == 0x20 {
                spaces += " "
                end += 1
            } else if let space = Space(bytes, end) {
                if wrong == nil { wrong = (space.name, end) }
                spaces += space.columns
                end += space.length
            } else {
                break
            }
        }
        guard let wrong, end < line.upperBound else { return false }
        report(
            .yamlIndentation, "the indentation has \(wrong.name)", TextRange(wrong.place, end),
            hint: "YAML is indented with spaces", replacing: TextRange(line.lowerBound, end), with: spaces,
            "indent with spaces")
        return true
    }

    /// A line of dashes, one of them not a hyphen.
    private mutating func fence(_ line: Range<Int>) -> Bool {
        let text = String(decoding: bytes[line], as: UTF8.self).unicodeScalars
        guard text.count <= 6, FrontMatterFence.isDashes(text) else { return false }
        report(
            .unclosedFrontMatter, "this line has other dashes than the '---' that closes front matter",
            TextRange(line.lowerBound, line.upperBound), hint: "write three hyphens",
            replacing: TextRange(line.lowerBound, line.upperBound), with: "---", "write '---'")
        return true
    }

    private mutating func afterName(_ name: String, _ end: Int, _ line: Range<Int>) {
        guard end < line.upperBound else { return }
        // U+FF1A, U+FE55 and U+A789 look like colons.
        for (colon, called) in [
            ("：", "U+FF1A (fullwidth colon)"), ("﹕", "U+FE55 (small colon)"), ("꞉", "U+A789 (modifier letter colon)"),
        ]
        where bytes[end..<line.upperBound].starts(with: colon.utf8) {
            var behind = end + colon.utf8.count
            while behind < line.upperBound, let space = Space(bytes, behind) { behind += space.length }
            if behind < line.upperBound, bytes[behind] == 0x20 { behind += 1 }
            return report(
                .yamlSyntax, "the colon of '\(name)' is \(called)", TextRange(end, end + colon.utf8.count),
                hint: "write ':' and a space", replacing: TextRange(end, behind), with: ": ", "write ': '")
        }
        guard bytes[end] == 0x3A else { return }
        var place = end + 1
        while place < line.upperBound, bytes[place] == 0x20 { place += 1 }
        if place < line.upperBound, let space = Space(bytes, place) {
            var behind = place
            while behind < line.upperBound, bytes[behind] == 0x20 || Space(bytes, behind) != nil {
                behind += Space(bytes, behind)?.length ?? 1
            }
            return report(
                .yamlSyntax, "behind the colon of '\(name)' stands \(space.name)",
                TextRange(place, place + space.length), hint: "write a space",
                replacing: TextRange(end + 1, behind), with: " ", "write a space")
        }
        value(place..<line.upperBound)
    }

    /// “value”: the quotes that YAML reads are straight. A title may have curly ones; a text with a colon, an id or a
    /// date does not.
    private mutating func value(_ range: Range<Int>) {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
        let text = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
        let pairs = [("“", "”"), ("„", "“"), ("„", "”"), ("‘", "’"), ("”", "”"), ("«", "»")]
        guard let pair = pairs.first(where: { text.hasPrefix($0.0) && text.dropFirst().hasSuffix($0.1) }) else {
            return
        }
        let inner = String(text.dropFirst().dropLast())
        let isSyntax = inner.contains(": ") || inner.contains(" #")
        let isName = inner.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !(0x41...0x5A).contains($0) } && !inner.isEmpty
        guard isSyntax || isName, let scalar = pair.0.unicodeScalars.first else { return }
        let written = isName && !isSyntax ? inner : quoted(inner)
        report(
            .yamlNeedsQuotes,
            "this value stands in curly quotes, \(codePoint(scalar.value)) (\(scalar.properties.name?.lowercased() ?? "quotation mark"))",
            TextRange(range.lowerBound, range.lowerBound + pair.0.utf8.count), hint: "YAML reads straight quotes only",
            replacing: TextRange(range.lowerBound, end), with: written, "write \(written)")
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, _ place: TextRange, hint: String, replacing range: TextRange,
        with text: String, _ title: String
    ) {
        diagnostics.append(
            Diagnostic(
                code, message, at: TextLocation(file, place), hint: hint,
                fixIt: FixIt(replacing: TextLocation(file, range), with: text, title: title)))
    }
}

/// A character that is shown as white space and is not a space of YAML.
private struct Space {
    let name: String
    let length: Int
    /// The spaces of the same width.
    let columns: String

    init?(_ bytes: [UInt8], _ place: Int) {
        func has(_ first: UInt8, _ second: UInt8, _ third: UInt8?) -> Bool {
            guard place + (third == nil ? 1 : 2) < bytes.count, bytes[place] == first, bytes[place + 1] == second else {
                return false
            }
            return third == nil || bytes[place + 2] == third
        }
        if has(0xC2, 0xA0, nil) {
            (name, length, columns) = ("U+00A0 (no-break space)", 2, " ")
        } else if has(0xE3, 0x80, 0x80) {
            (name, length, columns) = ("U+3000 (ideographic space)", 3, "  ")
        } else if has(0xE2, 0x80, 0xAF) {
            (name, length, columns) = ("U+202F (narrow no-break space)", 3, " ")
        } else if place + 2 < bytes.count, bytes[place] == 0xE2, bytes[place + 1] == 0x80,
            (0x80...0x8A).contains(bytes[place + 2])
        {
            let scalar = Unicode.Scalar(0x2000 + UInt32(bytes[place + 2] - 0x80))
            let called = scalar?.properties.name?.lowercased() ?? "space"
            (name, length, columns) = ("\(codePoint(0x2000 + UInt32(bytes[place + 2] - 0x80))) (\(called))", 3, " ")
        } else {
            return nil
        }
    }
}
