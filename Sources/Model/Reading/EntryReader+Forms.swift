import Diagnostics
import Reading

/// Fields whose text has a form of its own.
extension EntryReader {
    mutating func readSource(_ fields: inout Fields, _ head: EntryHead) -> Source? {
        let title = fields.requiredText("title")
        let type = sourceType(&fields)
        let publisher = fields.text("publisher")
        let authors = fields.texts("authors")
        let published = date(&fields, "published")
        let accessed = date(&fields, "accessed")
        let url = address(&fields, "url")
        var archive: Source.Archive?
        if var item = fields.mapping("archive", of: "archive") {
            let url = item.requiredNode("url") == nil ? nil : address(&item, "url")
            let date = self.date(&item, "date")
            diagnostics += item.finish()
            archive = url.map { Source.Archive(url: $0, date: date) }
        }
        let origin = fields.choice("origin", of: Source.Origin.self)
        let relation = fields.choice("relation", of: Source.Relation.self)
        let language = languageTag(&fields, "language")
        let text = fields.text("text")
        let excerpts = fields.texts("excerpts")
        guard let title, let type else { return nil }
        return Source(
            head: head, title: title, type: type, publisher: publisher, authors: authors, published: published,
            accessed: accessed, url: url, archive: archive, origin: origin, relation: relation, language: language,
            text: text, excerpts: excerpts)
    }

    /// CSL writes some types with underscores; both spellings are accepted, hyphens are kept.
    private mutating func sourceType(_ fields: inout Fields) -> Located<String>? {
        guard let text = fields.requiredText("type", oneOf: Source.types) else { return nil }
        var type = text.value
        if type.utf8.contains(UInt8(ascii: "_")) { type = String(type.map { $0 == "_" ? "-" : $0 }) }
        let length = type.utf8.count
        guard Source.types.contains(where: { $0.utf8.count == length && $0 == type }) else {
            fields.reportUnknownValue(text, of: "type", among: Source.types)
            return nil
        }
        return Located(type, text.range)
    }

    mutating func languageTag(_ fields: inout Fields, _ name: String) -> Located<String>? {
        guard let text = fields.text(name) else { return nil }
        guard isLanguageTag(text.value) else {
            fields.report(
                Diagnostic(
                    .invalidLanguage, "'\(text.value)' is not a language tag", at: TextLocation(file, text.range),
                    hint: "tags look like 'en', 'pt-BR' or 'zh-Hant' (BCP 47)"))
            return nil
        }
        return text
    }

    mutating func clockZone(_ fields: inout Fields) -> ClockZone? {
        guard let text = fields.text("zone") else { return nil }
        guard let zone = ClockZone(named: text.value) else {
            fields.report(
                Diagnostic(
                    .unknownZone, "there is no time zone '\(text.value)'", at: TextLocation(file, text.range),
                    hint: nearestName(to: text.value, among: ClockZone.knownNames).map { "did you mean '\($0)'?" }
                        ?? "zones have names like 'America/New_York', 'Europe/Paris' or 'UTC'"))
            return nil
        }
        return zone
    }

    mutating func wikidataItem(_ fields: inout Fields) -> Located<String>? {
        guard let text = fields.text("wikidata") else { return nil }
        let digits = text.value.utf8.dropFirst()
        guard text.value.utf8.first == UInt8(ascii: "Q"), !digits.isEmpty, digits.count < 12,
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else {
            invalid(&fields, text, "'\(text.value)' is not a Wikidata item", "items are written 'Q116758847'")
            return nil
        }
        return text
    }

    /// `#` and six hexadecimal digits.
    mutating func hexColor(_ fields: inout Fields, _ name: String) -> Located<String>? {
        guard let text = fields.text(name) else { return nil }
        let digits = text.value.utf8.dropFirst()
        guard text.value.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.allSatisfy(isHexDigit) else {
            invalid(
                &fields, text, "'\(text.value)' is not a colour",
                "write '#' and six hexadecimal digits, in quotes: \"#0b5cad\"")
            return nil
        }
        return text.map { $0.lowercased() }
    }

    mutating func invalid(_ fields: inout Fields, _ text: Located<String>, _ message: String, _ hint: String) {
        fields.report(Diagnostic(.invalidValue, message, at: TextLocation(file, text.range), hint: hint))
    }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
    default: false
    }
}

/// Whether a text is a well-formed BCP 47 tag of the plain kind: a language of two or three letters, then subtags.
func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.count)
            && part.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
