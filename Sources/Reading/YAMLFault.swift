import Diagnostics

/// A syntax error of libyaml as plain values, and its message for writers.
///
/// libyaml reports "did not find expected key"; a writer needs to know which character to add, and where.
struct YAMLFault {
    /// The last scalar before the error.
    struct Scalar {
        let range: TextRange
        let isQuoted: Bool
    }

    /// libyaml's message and its context.
    let problem: String
    let context: String
    /// UTF-8 offset in the file.
    let place: Int
    /// The start of the construct that libyaml was reading.
    let opening: Int?
    /// The rejected code point, if a character was rejected.
    let scalarValue: UInt32
    let last: Scalar?

    /// - Parameter block: The offsets of the front matter.
    func diagnostic(in file: TextFile, block: Range<Int>) -> Diagnostic {
        let page = FaultPage(file: file, block: block)
        if let quote = quoteThatRanOn(page) { return quote }
        switch problem {
        case "mapping values are not allowed in this context": return secondColon(page)
        case "found character that cannot start any token": return badStart(page)
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return page.tab(at: place)
        case "found unexpected end of stream", "found unexpected document indicator": return unclosedQuote(page)
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'": return unclosedBracket(page)
        case "could not find expected ':'": return page.noColon(lineAt: opening ?? place)
        case "did not find expected key", "did not find expected '-' indicator": return badContinuation(page)
        case "block sequence entries are not allowed in this context":
            return page.fault(
                .yamlSyntax, "a list cannot begin on the line of its key", at: place, length: 1,
                hint: "put each '- item' on a line of its own below the key, or write '[item, item]'")
        case "control characters are not allowed":
            return page.fault(
                .controlCharacter, "character \(codePoint(scalarValue)) is not allowed in front matter", at: place,
                length: 1, hint: "delete it; it is invisible in most editors")
        case "found unknown escape character":
            return page.fault(
                .yamlEscape, "unknown escape '\(page.text(place, 2))' in a double-quoted string", at: place, length: 2,
                hint: "write '\\\\' for a backslash, or use single quotes")
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            return page.fault(
                .yamlEscape, "this escape is not a character", at: max(block.lowerBound, place - 2), length: 3,
                hint: "type the character itself")
        case "found unexpected ':'":
            return page.fault(
                .yamlNeedsQuotes, "a text in brackets cannot have this ':' unless it is quoted", at: place, length: 1,
                hint: "quote the text, or write a space behind the ':' of a field")
        case "did not find expected <document start>":
            return page.fault(
                .yamlSecondDocument, "the YAML document ends before the front matter does", at: place, length: 1,
                hint: "remove the line '...'; only the closing '---' ends front matter")
        case "did not find expected node content":
            if page.text(place, 1) == ":" { return noKey(page) }
            return page.needsQuotes(
                "a value cannot begin with '\(page.text(place, 1))'", at: place, from: place)
        default: return other(page)
        }
    }

    // MARK: Cases

    /// A closing quote is missing, so that the quoted text ran on to the next quote on another line.
    private func quoteThatRanOn(_ page: FaultPage) -> Diagnostic? {
        guard let last, last.isQuoted, Int(last.range.end) <= place,
            page.lineStart(of: Int(last.range.start)) != page.lineStart(of: Int(last.range.end)),
            page.lineStart(of: Int(last.range.end)) == page.lineStart(of: place)
        else { return nil }
        return page.unclosedQuote(
            at: Int(last.range.start), note: "the text in quotes ends only here", noteAt: Int(last.range.end) - 1)
    }

    private func unclosedQuote(_ page: FaultPage) -> Diagnostic {
        page.unclosedQuote(at: opening ?? place, note: nil, noteAt: nil)
    }

    private func secondColon(_ page: FaultPage) -> Diagnostic {
        guard let last else { return page.noColon(lineAt: place) }
        let start = Int(last.range.start)
        if page.lineStart(of: start) == page.lineStart(of: place) {
            return page.needsQuotes(
                "a value that contains ': ' must be written in quotes", at: place, from: start)
        }
        // The text began on an earlier line and goes on to this one.
        if let glued = page.gluedColon(lineAt: start) { return glued }
        if start == page.indented(page.lineStart(of: start)) { return page.noColon(lineAt: start) }
        let line = page.lineStart(of: place)
        let key = page.text(page.indented(line), place - page.indented(line))
        return Diagnostic(
            .yamlSyntax, "'\(key)' is indented as if it continued the value above it",
            at: page.location(page.indented(line), place),
            notes: [Diagnostic.Note("the value begins here", at: page.location(start, page.lineEnd(of: start)))],
            hint: "indent it like the other fields, or quote the value above")
    }

    private func badStart(_ page: FaultPage) -> Diagnostic {
        let mark = page.text(place, 1)
        if mark == "\t" { return page.tab(at: place) }
        if page.beginsField(at: place) {
            return page.fault(
                .yamlSyntax, "the name of a field cannot begin with '\(mark)'", at: place, length: 1,
                hint: "fields are written 'key: value'")
        }
        return page.needsQuotes("a value cannot begin with '\(mark)' unless it is quoted", at: place, from: place)
    }

    private func unclosedBracket(_ page: FaultPage) -> Diagnostic {
        let open = opening ?? place
        let mark = page.text(open, 1)
        let closing = mark == "{" ? "}" : "]"
        if page.lineStart(of: open) == page.lineStart(of: place) {
            if let comma = page.missingComma(before: place, behind: open) { return comma }
            return Diagnostic(
                .yamlUnclosed, "',' or '\(closing)' is missing here", at: page.location(place, place + 1),
                notes: [Diagnostic.Note("'\(mark)' was opened here", at: page.location(open, open + 1))])
        }
        if let comma = page.missingComma(before: place, behind: open) { return comma }
        if page.text(place, 1) == ":", page.indented(page.lineStart(of: place)) == place {
            return page.fault(
                .yamlSyntax, "this ':' stands on another line than its key", at: place, length: 1,
                hint: "write it directly behind the key, and a space behind it")
        }
        let end = page.lineEnd(of: open)
        // Closing it on its own line is certain only if a field begins behind it and nothing closes it later.
        let isCertain =
            page.beginsField(at: page.indented(page.lineStart(of: place))) && page.hasText(open + 1, end)
            && !page.hasByte(closing, from: end)
        return Diagnostic(
            .yamlUnclosed, "'\(mark)' is not closed", at: page.location(open, open + 1),
            notes: [Diagnostic.Note("before this, '\(closing)' was expected", at: page.location(place, place + 1))],
            hint: "text that begins with '\(mark)' must be quoted",
            fixIt: isCertain
                ? FixIt(
                    replacing: page.location(end, end), with: closing,
                    title: "write '\(closing)' at the end of the line") : nil)
    }

    /// A line or the rest of a line that is not part of any value.
    private func badContinuation(_ page: FaultPage) -> Diagnostic {
        if let last, last.isQuoted, page.lineStart(of: Int(last.range.start)) == page.lineStart(of: place),
            Int(last.range.end) <= place
        {
            return page.textAfterQuote(opening: Int(last.range.start), at: place)
        }
        let line = page.lineStart(of: place)
        if page.indented(line) == place {
            if page.text(place, 1) == ":" {
                return noKey(page)
            }
            if page.text(place, 2) == "- " || page.text(place, 2) == "-\n" {
                return page.fault(
                    .yamlSyntax, "a list item stands where a field was expected", at: place, length: 1,
                    hint: "put it below the key that it belongs to, before any other value")
            }
            return page.fault(
                .yamlIndentation, "the indentation of this line fits no line above it", at: place,
                length: page.lineEnd(of: place) - place, hint: "indent fields of one mapping by the same spaces")
        }
        return page.fault(
            .yamlSyntax, "this text does not belong to the value before it", at: place,
            length: page.lineEnd(of: place) - place, hint: "quote the whole value")
    }

    private func noKey(_ page: FaultPage) -> Diagnostic {
        page.fault(.yamlKey, "a value has no key before its ':'", at: place, length: 1)
    }

    private func other(_ page: FaultPage) -> Diagnostic {
        switch context {
        case "while scanning an alias", "while scanning an anchor", "while scanning a tag", "while parsing a tag",
            "while parsing a node":
            let start = opening ?? place
            return page.needsQuotes(
                "a value cannot begin with '\(page.text(start, 1))' unless it is quoted", at: start, from: start)
        case "while scanning a block scalar":
            let start = opening ?? place
            return page.needsQuotes(
                "no text may follow '\(page.text(start, 1))' on its line", at: start, from: start)
        case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive":
            let start = opening ?? place
            return page.fault(
                .yamlSyntax, "a line of front matter cannot begin with '%'", at: start, length: 1,
                hint: "fields are written 'key: value'")
        default:
            let doing = context.isEmpty ? "" : " (\(context))"
            return page.fault(.yamlSyntax, "this is not YAML: \(problem)\(doing)", at: place, length: 1)
        }
    }
}

/// "U+0007".
func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
