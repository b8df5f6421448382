import Bytes
import Diagnostics
import Reading

/// The texts kept of a site's sources, for finding quotes in them word for word.
///
/// Both are folded (`FoldedText`). Of a quote, the case of the first letter and a final full stop or comma do not count;
/// an ellipsis and words in square brackets part it into pieces that must follow each other in one text.
package struct KeptTexts: Sendable {
    private var texts: [Handle<Source>: [FoldedText]] = [:]

    /// - Parameter read: the bytes of a text copy by its path below `content/`; nil where there is none.
    package init(_ site: Site, read: (String) -> [UInt8]?) {
        func keep(_ sources: [Source], scope: Int) {
            for (index, source) in sources.enumerated() {
                var kept = source.excerpts.map { FoldedText($0.value) }
                if let path = source.textPath, let bytes = read(path) {
                    kept.append(FoldedText(String(decoding: bytes, as: UTF8.self)))
                }
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
        let quote = FoldedQuote(words)
        return kept.contains(where: quote.isIn)
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
