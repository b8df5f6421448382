import Diagnostics

/// The codes of problems with prose.
extension DiagnosticCode {
    static let markdownCodes: [DiagnosticCode] = [
        rawHTML, linkDestination, emptyLink, pictureDestination, citationForm, footnoteMark, tableShape,
        moreThanOneParagraph, markdownLimit, brokenMarkup,
    ]

    package static let rawHTML = DiagnosticCode(
        "raw-html", .warning, title: "Raw HTML in prose",
        article: """
            HTML tags in Markdown are left out and the text between them stays, so that pages have no unchecked scripts \
            and styles. Use Markdown (`**bold**`, tables, pictures), write `\\<` for a bare `<`, or \
            allow HTML for the whole site with `raw_html: true` in site.md. Comments (`<!-- … -->`) are left out \
            without a warning.
            """)
    package static let linkDestination = DiagnosticCode(
        "link-destination", .error, title: "A link with a forbidden destination",
        article: """
            Links lead to `http:`, `https:`, `mailto:` and `tel:` addresses, to entries by their kind \
            (`[the union](party:dock-workers)`), or stay inside the site (`[how we work](../methodology.md)`, \
            `[below](#answers)`). Everything else is an error: `javascript:` and unknown schemes, an empty destination, an \
            invalid percent-encoding.
            """)
    package static let emptyLink = DiagnosticCode(
        "empty-link", .error, title: "A link without text",
        article: """
            A link with nothing between its brackets cannot be seen or followed. Write text: `[the ruling](ruling.pdf)`. \
            Links to entries may leave it out, because the entry's own name stands for it: `[](demand:all-lawful-uses)`.
            """)
    package static let pictureDestination = DiagnosticCode(
        "picture-destination", .error, title: "A picture with a forbidden source",
        article: """
            Pictures are files of the site, named by their path: `![The port at dawn](images/port.jpg)`. A picture \
            from another server reveals readers to that server, and disappears with it. Small PNG, GIF, JPEG and WebP \
            pictures can be written as `data:` URLs; SVG and HTML cannot, because they can contain scripts.
            """)
    package static let citationForm = DiagnosticCode(
        "citation-form", .error, title: "A citation written in an unknown form",
        article: """
            A citation is `[@report]`, with a place in it `[@report, para. 4]`, of several sources \
            `[@report; @statement]`. The id is the source's file name without `.md`. It stands in text, not in a link. \
            For a literal bracket and at sign write `\\[@`.
            """)
    package static let footnoteMark = DiagnosticCode(
        "footnote-mark", .error, title: "A footnote mark",
        article: """
            `[^1]` is not CommonMark, and some of these marks would become wrong links. Sources are cited by their id, \
            `[@report, para. 4]`, and become numbered references with links back. Put a remark into the text, or into a \
            term's definition: `[](term:ultimatum)`.
            """)
    package static let tableShape = DiagnosticCode(
        "table-shape", .error, title: "A table row with too many cells",
        article: """
            A row of a pipe table has more cells than the table's header, and the rest would not be shown; or the \
            table has more than 128 columns; or rows with fewer cells than their header lack more cells than the text has \
            bytes, and 4096. Add a column to the header and the line below it, or write `\\|` for a \
            `|` that belongs to the text of a cell.
            """)
    package static let moreThanOneParagraph = DiagnosticCode(
        "more-than-one-paragraph", .error, title: "A field with more than one paragraph",
        article: """
            Some fields take inline Markdown: sentences with emphasis, links and citations, such as a term's `definition`. \
            Lists, headings, tables and second paragraphs are not possible there. Write one paragraph, or move the rest \
            into the entry's body. A text that only looks like a list, such as `1. March`, needs a backslash: `1\\. March`.
            """)
    package static let markdownLimit = DiagnosticCode(
        "markdown-limit", .error, title: "Markdown that would take too long to read",
        article: """
            Lists and quotes can be nested 100 deep, and one paragraph can have 1000 times `![`. Real texts have far less; \
            the limits stop texts that would keep the parser busy for minutes. The prose of this entry was not read.
            """)
    package static let brokenMarkup = DiagnosticCode(
        "broken-markup", .warning, title: "Markup that readers see as it is written",
        article: """
            Text that looks like markup is not markup in CommonMark, and its marks would be shown to readers: a space in \
            `[text] (address)`, a link without its `)`, a reference `[text][name]` to a name without a definition, \
            `[[page]]`, `##Heading` without a space, `**` that is never closed, `~~struck~~`, `==marked==`, a box `- [ ]`, \
            `> [!NOTE]`, `:::`, `{#id}` behind a heading, or an address (`https://…`, `www.…`) that is not a link. Write it \
            as CommonMark has it (`[text](address)`, `<https://example.org>`), or put a backslash before the \
            mark if readers should see it: `\\[[`.
            """)
}
