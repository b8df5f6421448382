import Diagnostics

/// What the compiler notes of a template's own markup: tags, ids and addresses, code inside of pages.
extension Compiler {
    /// Notes a `<`: the start of a tag, or a sign that the quote before it was not closed.
    func noteOpening(at index: Int, in place: Place) {
        let location = TextLocation(template.file, TextRange(index, index + 1))
        switch place.position {
        case .doubleQuoted, .singleQuoted:
            if openQuote == nil, let quote { openQuote = (place.attribute.text, TextLocation(template.file, quote)) }
        case .text, .raw, .escapable: openTag = location
        default: break
        }
    }

    /// Notes the end of a tag, if a `>` is one.
    func noteEnd(
        of tag: MarkupName, isEnd: Bool, closesItself: Bool, _ before: Place.Position, _ after: Place.Position,
        _ index: Int
    ) {
        switch (before, after) {
        case (.raw, .text), (.escapable, .text):
            noteTag(tag, isEnd: true, closesItself: false, at: tagRange(index))
        case (.tagName, _), (.inTag, _), (.gap, _), (.attributeName, _), (.afterAttributeName, _), (.unquoted, _):
            noteTag(tag, isEnd: isEnd, closesItself: closesItself, at: tagRange(index))
            guard !isEnd else { return }
            checkInlineCode(tag, tagRange(index))
            checkAttributes(tagRange(index))
        default: break
        }
    }

    /// The tag that ends before an offset; its last byte if it began in another file.
    private func tagRange(_ end: Int) -> TextRange {
        guard let openTag, openTag.file === template.file, Int(openTag.range.start) < end else {
            return TextRange(end - 1, end)
        }
        return TextRange(Int(openTag.range.start), end)
    }

    /// Reports a script or style that a Content-Security-Policy blocks.
    private func checkInlineCode(_ tag: MarkupName, _ range: TextRange) {
        guard isDocument, !template.isOfTheme else { return }
        let text = template.file.text(in: range).lowercased()
        if tag == Compiler.script, !text.contains("src="), !text.contains("json") {
            report(
                .inlineCode, "a strict Content-Security-Policy blocks this script", range,
                hint: "put it into a file in 'templates/assets/': <script src=\"{{ asset(\"….js\") }}\" defer></script>"
            )
        } else if tag == Compiler.style {
            report(
                .inlineCode, "a strict Content-Security-Policy blocks this style", range,
                hint: "put it into 'content/theme.css'")
        }
    }

    private func checkInlineCode(in attribute: String, _ value: TextRange, quotes: Int) {
        guard isDocument, !template.isOfTheme else { return }
        let range = TextRange(Int(value.start) - attribute.utf8.count - 1 - quotes, Int(value.end) + quotes)
        if attribute == "style" {
            report(
                .inlineCode, "a strict Content-Security-Policy blocks 'style='", range,
                hint: "choose a class, and style it in 'content/theme.css'")
        } else if attribute.hasPrefix("on") || isScriptAddress(attribute, value) {
            report(
                .inlineCode, "a strict Content-Security-Policy blocks the script in '\(attribute)'", range,
                hint: "add it in a script in 'templates/assets/', with 'addEventListener'")
        }
    }

    private func isScriptAddress(_ attribute: String, _ value: TextRange) -> Bool {
        guard attribute == "href" || attribute == "src" || attribute == "action" else { return false }
        return template.file.text(in: value).lowercased().drop(while: \.isWhitespace).hasPrefix("javascript:")
    }

    private static let script = MarkupName("script")
    private static let style = MarkupName("style")
    private static let object = MarkupName("object")

    /// Reports markup that is broken: at the quote or the tag that was not closed, if that is what it shows.
    func reportFault(_ message: String, _ range: TextRange, _ byte: UInt8, _ place: Place) {
        // Tags after the fault are not what the author wrote.
        checksNesting = false
        if let quote = openQuote {
            openQuote = nil
            diagnostics.append(
                Diagnostic(
                    .unsettledMarkup, "the value of attribute '\(quote.attribute)' has no closing quote",
                    at: quote.location))
        } else if byte == UInt8(ascii: "<"), let openTag {
            diagnostics.append(
                Diagnostic(.unsettledMarkup, "the tag '\(place.tag.text)' has no '>'", at: openTag))
        } else {
            report(
                .unsettledMarkup, message, range,
                hint: place.position == .gap ? "put a space between them" : nil)
        }
    }

    /// Notes an id or an address that is written out.
    ///
    /// - Parameter quotes: how many bytes of quotes stand on each side of the value.
    func noteValue(_ attribute: String, of tag: MarkupName, _ range: TextRange, quotes: Int) {
        checkInlineCode(in: attribute, range, quotes: quotes)
        switch attribute {
        case "id": marks.ids.insert(template.file.text(in: range))
        case "href", "src", "poster", "xlink:href", "action", "formaction": noteAddress(attribute, range)
        case "data" where tag == Compiler.object: noteAddress(attribute, range)
        case "srcset", "imagesrcset":
            for candidate in candidates(in: range) { noteAddress(attribute, candidate) }
        default: break
        }
    }

    private func noteAddress(_ attribute: String, _ range: TextRange) {
        marks.addresses.append(
            WrittenAddress(
                function: nil, text: CharacterReferences.resolved(template.file.text(in: range)),
                attribute: attribute, location: TextLocation(template.file, range), isOfTheme: template.isOfTheme))
    }

    /// The addresses of `srcset`: each is the first word between two commas (WHATWG HTML, 4.8.4.2.1).
    private func candidates(in range: TextRange) -> [TextRange] {
        // The commas of a `data:` address separate nothing.
        guard !template.file.text(in: range).contains("data:") else { return [] }
        return template.file.bytes[range.offsets].split(separator: UInt8(ascii: ",")).compactMap { part in
            guard let start = part.firstIndex(where: { !Place.isSpace($0) }) else { return nil }
            let end = part[start...].firstIndex(where: Place.isSpace) ?? part.endIndex
            return TextRange(start, end)
        }
    }

    /// Reports an attribute that a tag has twice, if the whole tag is written out.
    private func checkAttributes(_ range: TextRange) {
        guard isDocument, !template.isOfTheme else { return }
        let bytes = template.file.bytes[range.offsets]
        var place = Place(place.language)
        var names: Set<MarkupName> = []
        var start = 0
        for index in bytes.indices {
            // Quotes between braces are those of the template's language.
            if bytes[index] == UInt8(ascii: "{") { return }
            let before = place
            if case .fault? = place.step(bytes[index]) { return }
            if place.position == .attributeName {
                if before.position != .attributeName { start = index }
                continue
            }
            guard before.position == .attributeName, !names.insert(before.attribute).inserted else { continue }
            report(
                .unsettledMarkup, "this tag has two attributes '\(before.attribute.text)'", TextRange(start, index),
                hint: "browsers ignore the second: write one")
        }
    }
}
