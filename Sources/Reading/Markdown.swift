import Diagnostics

/// Options of Markdown.
package struct MarkdownOptions: Sendable, Equatable {
    /// Whether raw HTML is kept. Only with `raw_html: true` in `site.md`.
    package var allowsRawHTML: Bool

    package init(allowsRawHTML: Bool = false) {
        self.allowsRawHTML = allowsRawHTML
    }
}

/// Parses Markdown into prose, with libcmark.
///
/// Prose is built from libcmark's tree: destinations are checked against an allow-list, and citations and tables, which
/// CommonMark does not have, are added. Nothing is recursive, so that deep nesting cannot overflow the stack.
package enum Markdown {
    /// The version of the libcmark that runs: "0.30.2".
    package static var libraryVersion: String { MarkdownTree.libraryVersion }

    /// Blocks: an entry's body.
    package static func prose(
        _ range: TextRange, in file: TextFile, options: MarkdownOptions = MarkdownOptions()
    ) -> Outcome<Prose> {
        prose(
            MarkdownSource(range.offsets.clamped(to: 0..<file.bytes.count), of: file), isInline: false, options)
    }

    /// The blocks of a decoded scalar: the body of an entry that is written in another's front matter.
    package static func prose(
        _ located: Located<String>, in file: TextFile, options: MarkdownOptions
    ) -> Outcome<Prose> {
        prose(MarkdownSource(located, in: file), isInline: false, options)
    }

    /// One paragraph's inlines without `<p>`: a field of front matter such as `definition`.
    ///
    /// - Parameter located: The decoded scalar. More than one block is an error.
    package static func inline(
        _ located: Located<String>, in file: TextFile, options: MarkdownOptions = MarkdownOptions()
    ) -> Outcome<Prose> {
        prose(MarkdownSource(located, in: file), isInline: true, options)
    }

    private static func prose(
        _ source: MarkdownSource, isInline: Bool, _ options: MarkdownOptions
    ) -> Outcome<Prose> {
        let source = EmphasisMarks.marked(source.composed)
        let scan = MarkdownScan(source.bytes)
        if let fault = scan.fault {
            let place = source.range(fault.place, fault.place + 1)
            return Outcome(Prose(), [Diagnostic(.markdownLimit, fault.message, at: TextLocation(source.file, place))])
        }
        guard scan.hasText else { return Outcome(Prose()) }
        if scan.mayHaveTables, !isInline { return withTables(source, scan, options) }
        let outcome = MarkdownTree.parse(source.bytes, isMarked: source.isMarked) { root in
            var builder = ProseBuilder(source, options, scan, isInline: isInline)
            builder.build(root)
            return builder.finish()
        }
        return outcome ?? Outcome(Prose())
    }

    /// How often a text is divided at the ends of its tables. A line behind one table can begin another, in quotes that
    /// end line by line.
    private static let mostDivisions = 8

    private static func withTables(
        _ source: MarkdownSource, _ scan: MarkdownScan, _ options: MarkdownOptions
    ) -> Outcome<Prose> {
        var (source, scan) = (source, scan)
        var outcome: Outcome<Prose>?
        for number in 0...mostDivisions {
            let divided = MarkdownTree.parse(source.bytes, isMarked: source.isMarked) { root -> MarkdownSource? in
                let tables = MarkdownTables(in: root, source, scan)
                if number < mostDivisions, let divided = tables.divided { return divided }
                outcome = prose(root, tables, source, scan, options)
                return nil
            }
            guard let divided, let divided else { break }
            source = divided
            scan = MarkdownScan(source.bytes)
        }
        return outcome ?? Outcome(Prose())
    }

    private static func prose(
        _ root: MarkdownNode, _ tables: MarkdownTables, _ source: MarkdownSource, _ scan: MarkdownScan,
        _ options: MarkdownOptions
    ) -> Outcome<Prose>? {
        MarkdownTree.parse(tables.text[...], isMarked: source.isMarked) { cells in
            var builder = ProseBuilder(source, options, scan, isInline: false)
            builder.use(tables, cells: cells, in: MarkdownSource(tables.text, in: source.file, places: tables.places))
            builder.build(root)
            return builder.finish()
        }
    }
}
