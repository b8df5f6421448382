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
    var text = text
    return text.withUTF8 { bytes in
        guard let start = hostStart(of: bytes),
            start < bytes.count, bytes[start] != UInt8(ascii: "/"), bytes[start] != UInt8(ascii: ":")
        else { return false }
        return bytes.allSatisfy(isAddressByte)
    }
}

/// Where the host begins, behind `https://` or `http://`.
private func hostStart(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    begins(bytes, with: "https://") ? 8 : begins(bytes, with: "http://") ? 7 : nil
}

/// Whether bytes begin with a text of lower-case letters and marks, in whatever case.
private func begins(_ bytes: UnsafeBufferPointer<UInt8>, with start: StaticString) -> Bool {
    guard bytes.count >= start.utf8CodeUnitCount else { return false }
    return (0..<start.utf8CodeUnitCount).allSatisfy { index in
        let wanted = start.utf8Start[index]
        return bytes[index] == wanted || (isLetter(wanted) && bytes[index] | 0x20 == wanted)
    }
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
