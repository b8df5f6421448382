import Bytes
import Diagnostics
import Reading

/// The texts kept of a site's sources, for finding quotes in them word for word.
///
/// White space is folded (any run of it is one space), nothing else: curly quotes, case and punctuation must agree.
package struct KeptTexts: Sendable {
    private var texts: [Handle<Source>: [[UInt8]]] = [:]

    /// - Parameter read: the bytes of a text copy by its path below `content/`; nil where there is none.
    package init(_ site: Site, read: (String) -> [UInt8]?) {
        func keep(_ sources: [Source], scope: Int) {
            for (index, source) in sources.enumerated() {
                var kept = source.excerpts.map { KeptTexts.folded(Array($0.value.utf8)) }
                if let path = source.textPath, let bytes = read(path) { kept.append(KeptTexts.folded(bytes)) }
                if !kept.isEmpty { texts[Handle(scope: scope, index: index)] = kept }
            }
        }
        keep(site.shared.sources, scope: -1)
        for (scope, event) in site.events.enumerated() { keep(event.entries.sources, scope: scope) }
    }

    /// Whether no text of any source is kept.
    package var isEmpty: Bool { texts.isEmpty }

    /// Whether any text of a source is kept.
    package func isKept(_ source: Handle<Source>) -> Bool { texts[source] != nil }

    /// Whether words stand in a source's kept text.
    package func has(_ words: String, in source: Handle<Source>) -> Bool {
        guard let kept = texts[source] else { return false }
        let wanted = KeptTexts.folded(Array(words.utf8))
        guard !wanted.isEmpty else { return false }
        return kept.contains { KeptTexts.holds($0, wanted) }
    }

    private static func holds(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
        let (text, wanted) = (text.span, wanted.span)
        var place = 0
        while let hit = text.firstIndex(of: wanted[0], from: place) {
            if text.contains(wanted, at: hit) { return true }
            place = hit + 1
        }
        return false
    }

    private static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: if let last = result.last, last != 0x20 { result.append(0x20) }
            default: result.append(byte)
            }
        }
        if result.last == 0x20 { result.removeLast() }
        return result
    }
}

extension Source {
    /// The path of the text copy below `content/`; nil where none is named, or the path leaves `content/`.
    package var textPath: String? {
        fields.text.flatMap { contentPath($0.value, relativeTo: head.path) }
    }
}

/// A path as written in a document, as a path below `content/`: `../images/x.png` in `demands/a.md` is `images/x.png`.
/// Nil where it leaves `content/`. A leading `/` means `content/` itself.
package func contentPath(_ written: String, relativeTo document: String) -> String? {
    var segments = written.hasPrefix("/") ? [] : document.split(separator: "/").dropLast().map(String.init)
    for segment in written.split(separator: "/") {
        switch segment {
        case ".": continue
        case "..":
            if segments.isEmpty { return nil }
            segments.removeLast()
        default: segments.append(String(segment))
        }
    }
    return segments.joined(separator: "/")
}
