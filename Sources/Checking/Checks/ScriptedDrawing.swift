import Diagnostics
import Model

extension DiagnosticCode {
    package static let scriptedDrawing = DiagnosticCode(
        "scripted-drawing", .warning, title: "A drawing that contains a script",
        article: """
            An SVG file can contain scripts. They do not run in a picture on a page, but they run if a reader opens the \
            file itself, with the rights of your site. Drawing programs can save plain SVG without scripts.

            `<svg onload="start()">`: remove the attribute, and every `<script>` element.
            """)
}

extension Check {
    static let scriptedDrawing = Check(
        .scriptedDrawing,
        site: { whole, findings in
            for drawing in whole.context.drawings {
                guard let script = firstScript(in: drawing.bytes) else { continue }
                findings.report(
                    Diagnostic(
                        .scriptedDrawing, "this drawing contains a script: \(script.what)",
                        at: TextLocation(drawing, script.range), hint: "save it as plain SVG, without scripts"))
            }
        })
}

/// The first part of a drawing that can run: an element with code or another document, an event attribute, or a link to
/// code. Names are compared without prefix and case, because a drawing can be parsed as XML or as HTML.
func firstScript(in bytes: [UInt8]) -> (what: String, range: TextRange)? {
    var scanner = TagScanner(bytes)
    while let tag = scanner.nextTag() {
        let name = String(decoding: bytes[tag], as: UTF8.self)
        let running = ["script", "handler", "listener", "foreignobject", "iframe", "object", "embed"]
        if running.contains(localName(name)) { return ("the element '\(name)'", TextRange(tag)) }
        while let attribute = scanner.nextAttribute() {
            let name = String(decoding: bytes[attribute.name], as: UTF8.self)
            let local = localName(name)
            if local.hasPrefix("on"), local.utf8.count > 2 {
                return ("the attribute '\(name)'", TextRange(attribute.name))
            }
            if local == "href", isCode(bytes[attribute.value]) {
                return ("the address of '\(name)'", TextRange(attribute.value))
            }
        }
    }
    return nil
}

/// Whether an address is code. Browsers ignore spaces and control characters in a scheme; a character reference hides it.
private func isCode(_ address: ArraySlice<UInt8>) -> Bool {
    let scheme = String(decoding: address.filter { $0 > 0x20 }.prefix { !":/?".utf8.contains($0) }, as: UTF8.self)
    return scheme.lowercased() == "javascript" || scheme.contains("&#")
}

private func localName(_ name: String) -> String {
    name.lowercased().split(separator: ":").last.map(String.init) ?? ""
}

extension TextRange {
    fileprivate init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }
}

/// Iterates over the start tags of a drawing; skips comments, declarations and CDATA sections.
private struct TagScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The name of the next start tag; its attributes come after it.
    mutating func nextTag() -> Range<Int>? {
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            if skip("!--", to: "-->") || skip("![CDATA[", to: "]]>") { continue }
            let end = bytes[index...].firstIndex(where: TagScanner.endsName) ?? bytes.endIndex
            let name = index..<end
            index = end
            if let first = bytes[name].first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") { return name }
        }
        return nil
    }

    /// The next attribute of the tag; the value is empty if there is none.
    mutating func nextAttribute() -> (name: Range<Int>, value: Range<Int>)? {
        skipSpace()
        guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { return nil }
        let start = index
        index = bytes[(index + 1)...].firstIndex(where: TagScanner.endsName) ?? bytes.endIndex
        let name = start..<index
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, index..<index) }
        index += 1
        skipSpace()
        guard index < bytes.count else { return (name, index..<index) }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let end = bytes[index...].firstIndex(where: TagScanner.endsName) ?? bytes.endIndex
            defer { index = end }
            return (name, index..<end)
        }
        let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.endIndex
        defer { index = min(end + 1, bytes.endIndex) }
        return (name, (index + 1)..<end)
    }

    /// Whether a name ends before a byte. A slash ends one too: `<svg/onload=…>`.
    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || [UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "<")].contains(byte)
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") { index += 1 }
    }

    /// Skips from `start` through `end`; false if the text does not begin with `start`.
    private mutating func skip(_ start: String, to end: String) -> Bool {
        guard bytes[index...].starts(with: start.utf8) else { return false }
        index += start.utf8.count
        while index < bytes.count, !bytes[index...].starts(with: end.utf8) { index += 1 }
        return true
    }
}
