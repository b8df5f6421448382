import Diagnostics
import Reading

extension EntryReader {
    /// An address that starts with http:// or https://, has a host and no spaces.
    mutating func address(_ fields: inout Fields, _ name: String) -> Located<String>? {
        guard let text = fields.text(name) else { return nil }
        guard isWebAddress(text.value) else {
            let full = fullAddress(text.value)
            let place = TextLocation(file, text.range)
            fields.report(
                Diagnostic(
                    .invalidAddress, "'\(text.value)' is not an address on the web", at: place,
                    hint: "write it in full, as in '\(full ?? "https://example.org/page")'",
                    fixIt: full.map { FixIt(replacing: place, with: $0, title: "write '\($0)'") }))
            return nil
        }
        return text
    }
}

/// The address that `www.example.org/page` is short for; nil where a text is no such thing.
private func fullAddress(_ text: String) -> String? {
    let host = text.prefix { $0 != "/" }
    guard host.contains("."), !host.hasPrefix("."), !host.hasSuffix("."), !host.contains(":"), !host.contains("@")
    else { return nil }
    let full = "https://" + text
    return isWebAddress(full) ? full : nil
}

/// Whether a text is an absolute http or https address without spaces or control characters.
func isWebAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    let host: Substring
    if lower.hasPrefix("https://") {
        host = text.dropFirst(8)
    } else if lower.hasPrefix("http://") {
        host = text.dropFirst(7)
    } else {
        return false
    }
    guard let first = host.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: ":") else { return false }
    return text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"<>\"\\^`{|}".unicodeScalars.contains($0)
    }
}
