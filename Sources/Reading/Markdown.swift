import Diagnostics

/// Which parts of Markdown a site wants.
package struct MarkdownOptions: Sendable, Equatable {
    /// Whether raw HTML is passed on as it is. Off unless `site.md` says `raw_html: true`.
    package var allowsRawHTML: Bool

    package init(allowsRawHTML: Bool = false) {
        self.allowsRawHTML = allowsRawHTML
    }
}

/// Markdown becomes prose, by libcmark.
///
/// The HTML is written from libcmark's tree and not by its renderer: every destination passes an allow-list, every
/// byte of text is escaped here, and what only the whole site knows (references, citations, links, pictures) stays a
/// hole. Nothing recurses, so that no nesting overflows a stack.
package enum Markdown {
    /// The version of the libcmark that runs: "0.30.2".
    package static var libraryVersion: String { MarkdownTree.libraryVersion }

    /// Blocks: an entry's body.
    package static func prose(
        _ range: TextRange, in file: TextFile, options: MarkdownOptions = MarkdownOptions()
    ) -> Outcome<Prose> {
        file.bytes.withUnsafeBufferPointer { bytes in
            let offsets = range.offsets.clamped(to: 0..<bytes.count)
            return prose(
                MarkdownSource(UnsafeBufferPointer(rebasing: bytes[offsets]), in: file, at: offsets.lowerBound),
                isInline: false, options)
        }
    }

    /// The blocks of a decoded scalar: the body of an entry that is written in another's front matter.
    package static func prose(
        _ located: Located<String>, in file: TextFile, options: MarkdownOptions
    ) -> Outcome<Prose> {
        scalar(located, in: file, isInline: false, options)
    }

    /// One paragraph's inlines without `<p>`: a field of front matter such as `definition`.
    ///
    /// - Parameter located: The decoded scalar. More than one block is an error.
    package static func inline(
        _ located: Located<String>, in file: TextFile, options: MarkdownOptions = MarkdownOptions()
    ) -> Outcome<Prose> {
        scalar(located, in: file, isInline: true, options)
    }

    private static func scalar(
        _ located: Located<String>, in file: TextFile, isInline: Bool, _ options: MarkdownOptions
    ) -> Outcome<Prose> {
        var text = located.value
        return text.withUTF8 { bytes in
            prose(MarkdownSource(bytes, decodedFrom: located.range, in: file), isInline: isInline, options)
        }
    }

    private static func prose(
        _ source: MarkdownSource, isInline: Bool, _ options: MarkdownOptions
    ) -> Outcome<Prose> {
        let scan = MarkdownScan(source.bytes)
        if let fault = scan.fault {
            let place = source.range(fault.place, fault.place + 1)
            return Outcome(Prose(), [Diagnostic(.markdownLimit, fault.message, at: TextLocation(source.file, place))])
        }
        guard scan.hasText else { return Outcome(Prose()) }
        let outcome = MarkdownTree.parse(source.bytes) { root in
            guard scan.mayHaveTables, !isInline else {
                var writer = ProseWriter(source, options, scan, isInline: isInline)
                writer.write(root)
                return writer.finish()
            }
            return withTables(root, source, scan, options)
        }
        return outcome ?? Outcome(Prose())
    }

    private static func withTables(
        _ root: MarkdownNode, _ source: MarkdownSource, _ scan: MarkdownScan, _ options: MarkdownOptions
    ) -> Outcome<Prose> {
        let tables = MarkdownTables(in: root, source, scan)
        return tables.text.withUnsafeBufferPointer { text in
            let outcome = MarkdownTree.parse(text) { cells in
                var writer = ProseWriter(source, options, scan, isInline: false)
                writer.use(tables, cells: cells, in: MarkdownSource(text, in: source.file, places: tables.places))
                writer.write(root)
                return writer.finish()
            }
            return outcome ?? Outcome(Prose())
        }
    }
}
