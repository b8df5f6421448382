import Diagnostics

extension DiagnosticCode {
    /// Every code of this module.
    package static let readingCodes: [DiagnosticCode] = textCodes + yamlCodes + fieldCodes + markdownCodes + folderCodes

    // MARK: The bytes of a file

    static let textCodes: [DiagnosticCode] = [
        invalidUTF8, wideEncoding, controlCharacter, loneCarriageReturn, bidirectionalControl, fileTooLarge,
        emptyDocument,
    ]

    package static let invalidUTF8 = DiagnosticCode(
        "invalid-encoding", .error, title: "A byte that is not UTF-8",
        article: """
            Content is read as UTF-8. A file saved in another encoding (Windows-1252, Latin-1) shows wrong letters to \
            readers, so it is refused instead of guessed at. Save the file as UTF-8: most editors have "Save with \
            encoding", and `iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md` converts one.
            """)
    package static let wideEncoding = DiagnosticCode(
        "wide-encoding", .error, title: "A file that looks like UTF-16",
        article: """
            The file begins as UTF-16 does: with its byte order mark, or with a zero byte beside each letter. Content \
            is read as UTF-8. Save the file as UTF-8, or convert it: `iconv -f UTF-16 -t UTF-8 old.md > new.md`.
            """)
    package static let controlCharacter = DiagnosticCode(
        "control-character", .error, title: "A control character in text",
        article: """
            Characters below U+0020 other than tab and line ends are invisible, are not allowed in feeds (XML 1.0), \
            and a NUL cuts texts short in many programs. They mostly arrive by copying from a PDF or a word \
            processor. Delete them; in double quotes an escape such as `"\\a"` makes one too: use single quotes.
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
            U+202A to U+202E make text read in another order than it is written, which can turn a quote into another \
            one without a visible trace. Texts in Hebrew or Arabic do not need them. Delete the character, or use the \
            isolates U+2066 to U+2069 where a run must be set apart.
            """)
    package static let fileTooLarge = DiagnosticCode(
        "file-too-large", .error, title: "A text file that is too large",
        article: """
            Documents are read up to 8 MiB, about eight novels. What is larger is mostly an export or a log that was \
            saved with the ending `.md`. Divide it.
            """)
    package static let emptyDocument = DiagnosticCode(
        "empty-document", .error, title: "A document with nothing in it",
        article: """
            The file has no front matter and no text, and would become an empty page. Write at least its front \
            matter, for example `---`, `name: Anthropic`, `kind: company`, `---`, or delete the file.
            """)
}
