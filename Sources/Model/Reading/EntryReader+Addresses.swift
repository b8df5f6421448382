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
    let bytes = text.utf8
    guard let host = hostAndRest(of: bytes)?.first, host != UInt8(ascii: "/"), host != UInt8(ascii: ":") else {
        return false
    }
    return bytes.allSatisfy(isAddressByte)
}

/// What follows `https://` or `http://`, in whatever case.
private func hostAndRest(of bytes: String.UTF8View) -> Substring.UTF8View? {
    for start in ["https://", "http://"] {
        let isSame =
            bytes.count >= start.utf8.count
            && zip(bytes, start.utf8).allSatisfy { byte, wanted in
                byte == wanted || (isLetter(wanted) && byte | 0x20 == wanted)
            }
        if isSame { return bytes.dropFirst(start.utf8.count) }
    }
    return nil
}

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

private func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"),
        UInt8(ascii: "^"),
        UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
        false
    default: true
    }
}
