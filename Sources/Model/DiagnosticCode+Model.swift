import Diagnostics

extension DiagnosticCode {
    package static let invalidID = DiagnosticCode(
        "invalid-id", .error, title: "A name that cannot be an id",
        article: """
            An entry's id is its file's name without `.md`, or a list item's `id`. It becomes part of an address, so \
            it consists of lower-case ASCII letters, digits and single hyphens: `all-lawful-uses`. Rename the file and \
            change the references to it.
            """)

    package static let misplacedDocument = DiagnosticCode(
        "misplaced-document", .error, title: "A document in an unknown folder",
        article: """
            Every Markdown file below `content/` is the site's settings (`site.md`), a free page (`about.md`), an \
            event (`event.md` in its own folder) or an entry in a folder named after its kind (`demands/pay-rise.md`). \
            A file elsewhere would have no page. Move it, or give its folder an `event.md`.
            """)

    package static let missingSettings = DiagnosticCode(
        "missing-settings", .error, title: "No site.md",
        article: """
            A site needs `content/site.md` with at least a title: `---`, `title: The Open Record`, `---`.
            """)

    package static let noEvent = DiagnosticCode(
        "no-event", .warning, title: "A site without an event",
        article: """
            A site explains at least one event: write `content/event.md` for a site about one dispute, or \
            `content/<name>/event.md` for each of several. A site of free pages alone turns the warning off with \
            `checks: {no-event: off}` in site.md.
            """)

    package static let mixedSite = DiagnosticCode(
        "mixed-site", .error, title: "An event at the top level and others below",
        article: """
            `content/event.md` at the top level makes a site about one dispute, whose page is the home page. Such a \
            site cannot have further events in folders. Move `event.md` and its entries into a folder.
            """)

    package static let noSuchDate = DiagnosticCode(
        "no-such-date", .error, title: "A date that does not exist or cannot be read",
        article: """
            Dates are written as in ISO 8601-2 (EDTF): `2026-02-26`, `2026-02`, `2026`, with a clock time and an offset \
            `2026-02-27T17:01-05:00`, `~` for about, `?` for uncertain, `2026-02-23..2026-02-25` for some time between, \
            `a/b` for from a to b. The thirtieth of February is an error, and so is a clock time without an offset.
            """)

    package static let unknownZone = DiagnosticCode(
        "unknown-zone", .error, title: "A time zone that does not exist",
        article: """
            `zone` takes the name of a zone in the IANA database, such as `America/New_York`, `Europe/Paris` or `UTC`. \
            Abbreviations such as `EST` are ambiguous and are not accepted.
            """)

    package static let invalidLanguage = DiagnosticCode(
        "invalid-language", .error, title: "An invalid language tag",
        article: """
            Languages are named by BCP 47 tags: `en`, `en-GB`, `pt-BR`, `zh-Hant`.
            """)

    package static let invalidAddress = DiagnosticCode(
        "invalid-address", .error, title: "An address that cannot be used",
        article: """
            Addresses in fields (`url`, `website`, `base_url`, an archive's `url`) start with `https://` or `http://`, \
            have a host, and contain no spaces.
            """)

    package static let invalidValue = DiagnosticCode(
        "invalid-value", .error, title: "A value of the wrong form",
        article: """
            The field takes text of a certain form: `wikidata` the number of an item (`Q116758847`), `color` a \
            hexadecimal colour (`#0b5cad`), `moved_from` a path inside the site (`old/page.html`).
            """)

    package static let missingWords = DiagnosticCode(
        "missing-words", .error, title: "A statement without words",
        article: """
            A statement needs `words`, which are verbatim, or a `paraphrase` in your own words. Verbatim words and \
            your own never share a field.
            """)

    package static let incompleteEntry = DiagnosticCode(
        "incomplete-entry", .error, title: "A field that requires another field",
        article: """
            Some values need a second field: a response of kind `no-response` needs `asked_on` and `asked_by`; one of \
            kind `reversed` needs `replaces`; a `status` that overrides the computed one needs a `status_reason`; a \
            response that is not a refusal needs a `kind`.
            """)

    package static let attributionForm = DiagnosticCode(
        "attribution-form", .error, title: "A quote whose last line does not say whose words it has",
        article: """
            A blockquote in the text of an event, or of one of its entries, that ends with a dash and an `@` is a statement: \
            its last line names the person or party that spoke, the medium, the date and the source, as in `> — @mara-lind, \
            letter, 2026-05-02 [@gazette, p. 3]`. Several speakers stand one after another: `— @mara-lind, @jo-berg, speech, \
            2026-05-02`. The dash may also be typed as `--`. A line that ends with a medium and a date and names nobody by an \
            id is reported too: if the quote is not to be a statement, tell the medium in your own words. What needs more \
            fields (`for`, `about`, a translation) is written as an entry in `statements/`.
            """)

    package static let fieldBelowFrontMatter = DiagnosticCode(
        "field-below-front-matter", .warning, title: "A field in the text",
        article: """
            The text of a file begins with a line that is written like one of its fields: `roles: …` below the second line of \
            `---`. There it is text that readers see. Move it above that line. If it is meant as text, begin with another \
            word.
            """)

    package static let newerFormat = DiagnosticCode(
        "newer-format", .error, title: "Content for a newer version of the program",
        article: """
            `format` in site.md is the version of the fields that the content is written for; without it, 1. Each version \
            of the program reads the formats up to its own. Install a newer version of the program.
            """)

    package static let formerField = DiagnosticCode(
        "former-field", .warning, title: "A field that was renamed or dropped",
        article: """
            A later version of the program calls the field by another name, or does not read it any more. Content with \
            the former name can still be built. `explainer check --fix` writes the present name, and deletes a field that \
            is not read.
            """)

    /// Every code that this module reports.
    package static let modelCodes: [DiagnosticCode] = [
        .invalidID, .misplacedDocument, .missingSettings, .noEvent, .mixedSite, .noSuchDate, .unknownZone,
        .invalidLanguage, .invalidAddress, .invalidValue, .missingWords, .incompleteEntry, .attributionForm,
        .fieldBelowFrontMatter, .newerFormat, .formerField,
    ]
}
