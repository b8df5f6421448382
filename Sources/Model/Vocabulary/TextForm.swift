import Diagnostics
import Reading

/// What form a text must have: any, an address, a language tag.
package struct TextForm: Sendable {
    typealias Check = @Sendable (Located<String>, _ field: String, inout Fields) -> Located<String>?

    /// As documentation calls it: "address".
    package let name: String
    package let plural: String
    /// A regular expression of JSON Schema that every valid text matches; nil if any text may be valid.
    package let pattern: String?
    /// The same for exported data.
    package let dataPattern: String?
    /// The closed list of what it may be; empty if there is none.
    package let values: [ListedValue]
    /// Returns the text as it is kept; nil after an error. Nil if any text is valid.
    let check: Check?

    init(
        _ name: String, plural: String? = nil, pattern: String? = nil, dataPattern: String? = nil,
        values: [ListedValue] = [], check: Check? = nil
    ) {
        self.name = name
        self.plural = plural ?? name + "s"
        self.pattern = pattern
        self.dataPattern = dataPattern
        self.values = values
        self.check = check
    }

    package static let plain = TextForm("text")
    static let path = TextForm("path")
    static let filePattern = TextForm("pattern of paths", plural: "patterns of paths")
    static let pathOrAddress = TextForm("path or address")
    static let pageOrAddress = TextForm("page id or address")
    static let linkTarget = TextForm("page id, event folder, path or address")
    /// Of dates that need a clock time.
    static let moment = TextForm("date with clock time and offset")
    static let zone = TextForm("time zone", pattern: "^(UTC|GMT|Z|[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)+)$")

    /// An address that starts with http:// or https://, has a host and no spaces.
    static let address = TextForm(
        "address", plural: "addresses", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^/: ][^\\s<>\"\\\\^`{|}]*$",
        dataPattern: "^[Hh][Tt][Tt][Pp][Ss]?://"
    ) { text, _, fields in
        if let address = WebAddress(text.value) {
            guard let fault = address.fault else {
                if let short = address.withoutTracking { report(tracking: short, text, &fields) }
                return text
            }
            report(fault, text, &fields)
            return nil
        }
        let full = fullAddress(text.value)
        let place = TextLocation(fields.file, text.range)
        fields.report(
            Diagnostic(
                .invalidAddress, "'\(text.value)' is not an address on the web", at: place,
                hint: "write it in full, as in '\(full ?? "https://example.org/page")'",
                fixIt: full.map { FixIt(replacing: place, with: $0, title: "write '\($0)'") }))
        return nil
    }

    static let languageTag = TextForm(
        "language tag", pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
    ) { text, _, fields in
        if isLanguageTag(text.value) { return text }
        fields.report(
            Diagnostic(
                .invalidLanguage, "'\(text.value)' is not a language tag", at: TextLocation(fields.file, text.range),
                hint: "tags look like 'en', 'pt-BR' or 'zh-Hant' (BCP 47)"))
        return nil
    }

    static let wikidata = TextForm(
        "Wikidata item", pattern: "^Q[0-9]{1,10}$", dataPattern: "^Q[0-9]+$"
    ) { text, _, fields in
        let digits = text.value.utf8.dropFirst()
        if text.value.utf8.first == UInt8(ascii: "Q"), !digits.isEmpty, digits.count < 12, digits.allSatisfy(isDigit) {
            return text
        }
        return invalid(text, "a Wikidata item", "items are written 'Q116758847'", &fields)
    }

    /// `#` and six hexadecimal digits.
    static let color = TextForm("colour", pattern: "^#[0-9A-Fa-f]{6}$") { text, _, fields in
        let digits = text.value.utf8.dropFirst()
        if text.value.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.allSatisfy(isHexDigit) {
            return text.map { $0.lowercased() }
        }
        return invalid(text, "a colour", "write '#' and six hexadecimal digits, in quotes: \"#0b5cad\"", &fields)
    }

    /// One to four letters or digits.
    static let initials = TextForm("initials", plural: "initials", pattern: "^[^\\s!-/:-@\\[-`{-~]{1,4}$") {
        text, _, fields in
        let isUsable = text.value.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        }
        if isUsable, (1...4).contains(text.value.count) { return text }
        return invalid(text, "a badge's initials", "write one to four letters or digits: 'ECB'", &fields)
    }

    /// One of a standard's words. CSL writes some with underscores; both spellings are accepted, hyphens are kept.
    static func oneOf(_ words: [String], meaning: (String) -> String) -> TextForm {
        TextForm("word", values: words.map { ListedValue(name: $0, meaning: meaning($0)) }) { text, field, fields in
            var word = text.value
            if word.utf8.contains(UInt8(ascii: "_")) { word = String(word.map { $0 == "_" ? "-" : $0 }) }
            let length = word.utf8.count
            if words.contains(where: { $0.utf8.count == length && $0 == word }) { return Located(word, text.range) }
            fields.reportUnknownValue(text, of: field, among: words)
            return nil
        }
    }

    private static func invalid(
        _ text: Located<String>, _ form: String, _ hint: String, _ fields: inout Fields
    ) -> Located<String>? {
        fields.report(
            Diagnostic(
                .invalidValue, "'\(text.value)' is not \(form)", at: TextLocation(fields.file, text.range), hint: hint))
        return nil
    }
}

// MARK: - Addresses

/// Reports what is wrong with an address, at the character if the text stands in the file as it is.
private func report(_ fault: WebAddress.Fault, _ text: Located<String>, _ fields: inout Fields) {
    let written = fields.file.bytes[text.range.offsets]
    var place = TextLocation(fields.file, text.range)
    var fixIt: FixIt?
    if let start = written.firstRange(of: Array(text.value.utf8))?.lowerBound {
        place = TextLocation(
            fields.file,
            TextRange(start + fault.range.lowerBound, start + max(fault.range.upperBound, fault.range.lowerBound + 1)))
        fixIt = fault.replacement.map { FixIt(replacing: place, with: $0, title: "write '\($0)'") }
    }
    fields.report(
        Diagnostic(.invalidAddress, "'\(text.value)': \(fault.message)", at: place, hint: fault.hint, fixIt: fixIt))
}

private func report(tracking short: String, _ text: Located<String>, _ fields: inout Fields) {
    let place = TextLocation(fields.file, text.range)
    let written = fields.file.text(in: text.range)
    fields.report(
        Diagnostic(
            .trackingParameter, "the address has parameters that follow readers", at: place, hint: "write '\(short)'",
            fixIt: written == text.value ? FixIt(replacing: place, with: short, title: "write '\(short)'") : nil))
}

// MARK: - Whether a text has a form

/// The address that `www.example.org/page` is short for; nil if a text is not one.
private func fullAddress(_ text: String) -> String? {
    let host = text.prefix { $0 != "/" }
    guard host.contains("."), !host.hasPrefix("."), !host.hasSuffix("."), !host.contains(":"), !host.contains("@")
    else { return nil }
    let full = "https://" + text
    return isWebAddress(full) ? full : nil
}

/// Whether a text is an absolute http or https address without spaces or control characters.
private func isWebAddress(_ text: String) -> Bool {
    WebAddress(text).map { $0.fault == nil } ?? false
}

/// Whether a text is a well-formed BCP 47 tag of the plain kind: a language of two or three letters, then subtags.
func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
private func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}
