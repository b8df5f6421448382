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
                for script in scripts(in: drawing.bytes) {
                    findings.report(
                        Diagnostic(
                            .scriptedDrawing, "this drawing contains a script: \(script.what)",
                            at: TextLocation(drawing, script.range), hint: "save it as plain SVG, without scripts"))
                }
            }
        })
}

/// The parts of a drawing that can run: an element with code or another document, an event attribute, or a link to
/// code. Names are compared without prefix and case, because a drawing can be parsed as XML or as HTML.
func scripts(in bytes: [UInt8]) -> [(what: String, range: TextRange)] {
    var found: [(what: String, range: TextRange)] = []
    var scanner = TagScanner(bytes)
    while let tag = scanner.nextTag() {
        let name = String(decoding: bytes[tag], as: UTF8.self)
        let running = ["script", "handler", "listener", "foreignobject", "iframe", "object", "embed"]
        if running.contains(localName(name)) { found.append(("the element '\(name)'", TextRange(tag))) }
        while let attribute = scanner.nextAttribute() {
            let name = String(decoding: bytes[attribute.name], as: UTF8.self)
            let local = localName(name)
            if local.hasPrefix("on"), local.utf8.count > 2 {
                found.append(("the attribute '\(name)'", TextRange(attribute.name)))
            }
            if local == "href", isCode(bytes[attribute.value]) {
                found.append(("the address of '\(name)'", TextRange(attribute.value)))
            }
        }
    }
    return found
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
    init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }
}
