import Diagnostics

/// The codes of syntax errors in front matter.
extension DiagnosticCode {
    static let yamlCodes: [DiagnosticCode] = [
        yamlSyntax, yamlNeedsQuotes, yamlUnclosed, yamlTab, yamlIndentation, yamlEscape, yamlAlias, yamlMergeKey,
        yamlTag, yamlSecondDocument, yamlDepth, yamlKey, duplicateKey, unclosedFrontMatter, misplacedFrontMatter,
        frontMatterTooLarge,
    ]

    package static let yamlSyntax = DiagnosticCode(
        "yaml-syntax", .error, title: "Front matter that is not YAML",
        article: """
            Front matter is YAML: one `key: value` a line, a space after the colon, lists as `- item` lines below \
            their key. The field could not be read; reading continues at the next line that begins with a field's name, so \
            that other errors of the file are reported too.
            """)
    package static let yamlNeedsQuotes = DiagnosticCode(
        "yaml-needs-quotes", .error, title: "A value that must be quoted",
        article: """
            Some characters have a meaning in YAML: `: ` and ` #` within a value, and `@`, `` ` ``, `%`, `*`, `&`, \
            `!`, `|`, `>`, `#`, `[`, `{` at its start. Quote such a value: `title: "Strike: day two"`. Within double \
            quotes write `\\"` for a quote; within single quotes write `''` for one.
            """)
    package static let yamlUnclosed = DiagnosticCode(
        "yaml-unclosed", .error, title: "A quote or bracket that is not closed",
        article: """
            A value opened a quote or a bracket, and its end is missing, so that the lines below were read as part of \
            it. Close it: `from: [nurses, drivers]`, `title: "A deadline"`.
            """)
    package static let yamlTab = DiagnosticCode(
        "yaml-tab", .error, title: "A tab in the indentation of front matter",
        article: """
            YAML indents with spaces only, because editors show tabs with different widths. Write two spaces for each \
            tab. Most editors can do this for all `.md` files by a setting ("insert spaces").
            """)
    package static let yamlIndentation = DiagnosticCode(
        "yaml-indentation", .error, title: "A line with an indentation that does not fit",
        article: """
            All fields of one mapping begin in the same column. Indent `title`, `date` and the other fields of one entry by \
            the same number of spaces.
            """)
    package static let yamlEscape = DiagnosticCode(
        "yaml-escape", .error, title: "An invalid escape",
        article: """
            Within double quotes a backslash starts an escape: `\\n`, `\\"`, `\\u2014`. Other letters after a \
            backslash, and codes that are not characters (`\\ud800`), are errors. Write `\\\\` for a backslash, or use \
            single quotes, in which backslashes are plain text: `'C:\\files'`.
            """)
    package static let yamlAlias = DiagnosticCode(
        "yaml-alias", .error, title: "A YAML alias or anchor",
        article: """
            In YAML, `*name` repeats the value that `&name` marks. Front matter does not support it: a small file could \
            expand to gigabytes, and it is hard to read. Write the value out. If the text itself begins with \
            `*` or `&`, quote it: `title: "*Asterisk*"`.
            """)
    package static let yamlMergeKey = DiagnosticCode(
        "yaml-merge-key", .error, title: "A YAML merge key",
        article: """
            In YAML 1.1, `<<: *defaults` copies fields from elsewhere. Front matter does not support it: an entry has all \
            its fields itself. Write the fields out.
            """)
    package static let yamlTag = DiagnosticCode(
        "yaml-tag", .error, title: "A YAML tag",
        article: """
            In YAML, `!name` gives a value a type, which some programs use to run code. Front matter does not have tags: \
            every value is text until a field reads it. Remove the tag. If the text itself begins with `!`, quote it: \
            `title: "!Act now"`.
            """)
    package static let yamlSecondDocument = DiagnosticCode(
        "yaml-second-document", .error, title: "A second YAML document in front matter",
        article: """
            A line `...`, or `---` with text after it, ends one YAML document and starts another. Front matter is \
            one document, closed by a line of exactly `---`. Remove the line, or move the text below the front matter.
            """)
    package static let yamlDepth = DiagnosticCode(
        "yaml-depth", .error, title: "Front matter that is nested too deep",
        article: """
            Lists and mappings can be nested 32 deep. No field needs more than 6; deeper nesting is a mistake, such as a row \
            of `[[[[`, or an attempt to exhaust the program.
            """)
    package static let yamlKey = DiagnosticCode(
        "yaml-key", .error, title: "A key that is not a name",
        article: """
            The name before a colon must be text, such as `title: …`. A list or mapping (`? [a, b]`) is not a name, and \
            `: value` has no name. Write the name of the field before the colon.
            """)
    package static let duplicateKey = DiagnosticCode(
        "duplicate-key", .error, title: "A field written twice",
        article: """
            One mapping has the same key twice, and only one value could be used; which one differs from program to \
            program. The message shows both lines: keep one. For several values write a list: `from: [nurses, drivers]`.
            """)
    package static let unclosedFrontMatter = DiagnosticCode(
        "unclosed-front-matter", .error, title: "Front matter that is not closed",
        article: """
            A file that begins with a line `---` has front matter, which ends at the next line of exactly `---` (spaces \
            after it are allowed). Without that line the whole text would be read as fields. Write `---` on a line of \
            its own after the last field.
            """)
    package static let misplacedFrontMatter = DiagnosticCode(
        "misplaced-front-matter", .error, title: "Front matter that does not begin the file",
        article: """
            Front matter begins with `---` in the first column of the first line, and its fields follow. After an empty \
            line or spaces, without that line or with a misspelt one (`--`), or written as TOML between `+++`, it would \
            be shown to readers as text. Write the line, and delete the text before it.
            """)
    package static let frontMatterTooLarge = DiagnosticCode(
        "front-matter-too-large", .error, title: "Front matter that is too large",
        article: """
            Front matter is read up to 256 KiB; a whole event with fifty entries written in its front matter has a \
            quarter of that. Give entries files of their own (`demands/all-lawful-uses.md`), and write long texts \
            below the front matter.
            """)
}
