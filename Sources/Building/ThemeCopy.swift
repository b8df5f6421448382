import Bytes
import Diagnostics

extension DiagnosticCode {
    package static let outdatedCopy = DiagnosticCode(
        "outdated-copy", .warning, title: "A copy of a file of the theme that has changed since",
        article: """
            `explainer templates --copy base.html` writes a copy of the theme's file, with its version and hash in the \
            first line. The theme's file is another one now, and the copy does not have its changes: new parts of the \
            page, corrections. `explainer templates --diff base.html` shows the differences. Take over what you need, and \
            copy the first line of `explainer templates --copy base.html` again; or extend the theme's file instead of \
            copying it: `{% extends "theme/base.html" %}`.
            """)
}

/// The first line of a copy of a file of the theme: which file, of which version, with which bytes.
package struct ThemeCopy: Equatable {
    package let name: String
    package let version: String
    package let hash: String

    /// - Parameter bytes: those of the theme's file.
    package init(of name: String, version: String, bytes: [UInt8]) {
        self.name = name
        self.version = version
        hash = ContentHash(of: bytes).description
    }

    private static let words = ["copy of the theme's ", ", explainer ", ", hash "]

    /// What a file says it is a copy of; nil if its first line does not say so.
    package init?(firstLineOf bytes: [UInt8]) {
        let line = String(decoding: bytes.prefix { $0 != 0x0A }.prefix(300), as: UTF8.self)
        var rest = line[...]
        var parts: [Substring] = []
        for word in Self.words {
            guard let range = rest.firstRange(of: word) else { return nil }
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        name = String(parts[1])
        version = String(parts[2])
        hash = String(rest.prefix { $0.isHexDigit })
    }

    /// The first line, as a comment of the file's format; nil for a format without comments.
    package var firstLine: String? {
        let text = Self.words[0] + name + Self.words[1] + version + Self.words[2] + hash
        if name.hasSuffix(".html") || name.hasSuffix(".xml") { return "{#- \(text) -#}\n" }
        if name.hasSuffix(".css") || name.hasSuffix(".js") { return "/* \(text) */\n" }
        return name.hasSuffix(".svg") ? "<!-- \(text) -->\n" : nil
    }
}

/// The problem of a copy whose original has changed.
///
/// - Parameters:
///   - original: the bytes of the theme's file of the same name; nil if there is none any more.
///   - bytes: those of the copy.
func outdatedCopy(_ name: String, _ bytes: [UInt8], _ path: String, original: [UInt8]?) -> Diagnostic? {
    guard let copy = ThemeCopy(firstLineOf: bytes) else { return nil }
    let now = original.map { ThemeCopy(of: copy.name, version: copy.version, bytes: $0) }
    if now == copy { return nil }
    let file = TextFile(path: path, bytes: bytes)
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
    return Diagnostic(
        .outdatedCopy,
        now == nil
            ? "the theme does not have '\(copy.name)' any more"
            : "the theme's '\(copy.name)' has changed since this copy of version \(copy.version)",
        at: TextLocation(file, TextRange(0, end)), hint: "'explainer templates --diff \(name)' shows the differences")
}
