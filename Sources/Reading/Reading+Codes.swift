import Diagnostics

extension DiagnosticCode {
    /// Every code of this module.
    package static let readingCodes: [DiagnosticCode] = textCodes + yamlCodes + fieldCodes + markdownCodes + folderCodes

    // MARK: The bytes of a file

    static let textCodes: [DiagnosticCode] = [
        invalidUTF8, wideEncoding, controlCharacter, loneCarriageReturn, bidirectionalControl, fileTooLarge,
        emptyDocument, notText, conflictMarker,
    ]

    package static let invalidUTF8 = DiagnosticCode(
        "invalid-encoding", .error, title: "A byte that is not UTF-8",
        article: """
            Content is read as UTF-8. The program does not guess other encodings (Windows-1252, Latin-1), because a wrong \
            guess shows wrong letters to readers. Save the file as UTF-8: most editors have "Save with encoding", and \
            `iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md` converts one.
            """)
    package static let wideEncoding = DiagnosticCode(
        "wide-encoding", .error, title: "A file that looks like UTF-16",
        article: """
            The file begins as UTF-16 does: with its byte order mark, or with a zero byte next to each letter. Content \
            is read as UTF-8. Save the file as UTF-8, or convert it: `iconv -f UTF-16 -t UTF-8 old.md > new.md`.
            """)
    package static let controlCharacter = DiagnosticCode(
        "control-character", .error, title: "A control character in text",
        article: """
            Characters below U+0020 other than tab and line ends, U+007F to U+009F and what Unicode calls noncharacters \
            (U+FFFE, for example) are invisible, are not allowed in feeds (XML 1.0) or in HTML, and many programs end a \
            text at a NUL. Most of them come from copying from a PDF or a word processor. Delete them. An escape in \
            double quotes, such as `"\\a"`, makes one too: use single quotes. So does a character reference in Markdown, \
            such as `&#8;`. U+2028 and U+2029 end a line in some programs and not in others: write a space.
            """)
    package static let loneCarriageReturn = DiagnosticCode(
        "lone-carriage-return", .error, title: "A line that ends in a carriage return alone",
        article: """
            Lines end in a line feed (LF, Unix and macOS) or in both (CR LF, Windows). A lone carriage return was the \
            line end of Mac OS 9; programs today disagree on whether it ends a line, so places in messages would be \
            wrong. Save the file with LF or CR LF.
            """)
    package static let bidirectionalControl = DiagnosticCode(
        "bidirectional-control", .warning, title: "An invisible character that reorders text",
        article: """
            U+202A to U+202E change the order in which text is shown, which can change the meaning of a quote invisibly. \
            Texts in Hebrew or Arabic do not need them. Delete the character, or use the isolates U+2066 to U+2069 if a \
            part of a text needs its own direction.
            """)
    /// Reported here where a character reference or an escape makes one; in titles and addresses by a check.
    package static let invisibleCharacter = DiagnosticCode(
        "invisible-character", .warning, title: "An invisible character",
        article: """
            Invisible characters, such as zero-width spaces, break search and copying, and make two names differ that \
            look the same. They usually come from copy and paste, and are reported in titles and addresses, and \
            everywhere where a character reference (`&#x200B;`) or an escape (`"\\u200b"`) makes them. Delete them. The \
            marks that right-to-left text needs (U+200E, U+200F) and joiners between letters are allowed.

            `title: "All lawful<U+200B> uses"`: delete the zero-width space.
            """)
    package static let fileTooLarge = DiagnosticCode(
        "file-too-large", .error, title: "A text file that is too large",
        article: """
            A document can have 8 MiB, about eight novels. Larger files are mostly exports or logs that were saved with \
            the extension `.md`. Divide it, or give it another extension: then it is copied as it is. A text that is meant \
            to be so long is read with `--max-file-size 32` (in MiB), or with `EXPLAINER_MAX_FILE_SIZE=32` in the \
            environment, which all commands follow.
            """)
    package static let emptyDocument = DiagnosticCode(
        "empty-document", .error, title: "A document with nothing in it",
        article: """
            The file has no front matter and no text, and would become an empty page. Write at least its front \
            matter, for example `---`, `name: Anthropic`, `kind: company`, `---`, or delete the file.
            """)
    package static let notText = DiagnosticCode(
        "not-text", .error, title: "A file that is not text",
        article: """
            The file has the extension of a text and the bytes of something else: a document of a word processor, a \
            picture, an archive. Save it as plain text, or give it its own extension back: `report.docx` is a file that a \
            page can link to, `report.md` is an entry.
            """)
    package static let conflictMarker = DiagnosticCode(
        "conflict-marker", .error, title: "A conflict of Git in a text",
        article: """
            Git found two versions of these lines and wrote both into the file, between `<<<<<<<`, `=======` and \
            `>>>>>>>`. Readers would see both. Keep the right one, and delete the other and the three lines.
            """)
}
