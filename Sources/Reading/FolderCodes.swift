import Diagnostics

/// The codes of problems with files and their names.
extension DiagnosticCode {
    static let folderCodes: [DiagnosticCode] = [
        symbolicLink, danglingLink, specialFile, nameNotUTF8, nameTooLong, nameTwins, nameCharacters, unportableName,
        documentName,
    ]

    package static let symbolicLink = DiagnosticCode(
        "symbolic-link", .error, title: "A symbolic link among the content",
        article: """
            Symbolic links below the content folder are not followed, wherever they lead: a link to `~/.ssh` must \
            never be published, and a link to a folder above would be an endless loop. Put the file itself there. The \
            content folder itself may be a link.
            """)
    package static let danglingLink = DiagnosticCode(
        "dangling-link", .warning, title: "A symbolic link that leads to nothing",
        article: """
            The target of a symbolic link does not exist. Links are not followed anyway. Delete it, or replace it with the \
            file itself. The links that Emacs makes while a file is open (`.#name`) are ignored.
            """)
    package static let specialFile = DiagnosticCode(
        "special-file", .warning, title: "A pipe, socket or device among the content",
        article: """
            Only regular files are read and copied. A pipe, a socket or a device in the content folder is left out, \
            and never opened, because reading a pipe could block the build. Delete it, or move it elsewhere.
            """)
    package static let nameNotUTF8 = DiagnosticCode(
        "name-encoding", .error, title: "A file name that is not UTF-8",
        article: """
            The file's name contains bytes that are not UTF-8, mostly from an archive that was made on an old system. No \
            link could name it. The message shows the bytes as `\\xff`. Rename the file, for example with \
            `convmv -f windows-1252 -t utf-8 --notest *`.
            """)
    package static let nameTooLong = DiagnosticCode(
        "name-too-long", .error, title: "A name or path that is too long",
        article: """
            A name can have 240 bytes and a path 960, so that the page and its temporary file fit into every file \
            system. Letters outside ASCII take two to four bytes each. Shorten the name; the title in the front matter \
            can be longer.
            """)
    package static let nameTwins = DiagnosticCode(
        "name-twins", .error, title: "Two names that are the same on many systems",
        article: """
            Two files in one folder differ only by upper and lower case (`Port.md`, `port.md`), or only by how an \
            accented letter is encoded (one scalar, or a letter and a combining mark). On macOS, Windows and many \
            hosts both are one file, and one page would replace the other. Rename one.
            """)
    package static let nameCharacters = DiagnosticCode(
        "name-characters", .error, title: "A file name with a control character",
        article: """
            The file's name has a line feed, a tab or another control character, which breaks scripts, listings and \
            links. Rename the file; in a shell, `ls -b` shows such names and `mv` with a tab completion reaches them.
            """)
    package static let unportableName = DiagnosticCode(
        "unportable-name", .warning, title: "A file name that is invalid on some systems",
        article: """
            On Windows a file cannot be named `con` or `aux`, its name cannot contain `< > : " \\ | ? *`, and it cannot end \
            in a dot or a space. The site cannot be checked out there, and some hosts reject it. Rename the file, best \
            with lower-case letters, digits and hyphens only.
            """)
    package static let documentName = DiagnosticCode(
        "document-name", .error, title: "A document whose name does not end in .md",
        article: """
            Documents are the files whose names end in `.md`, in lower case; every other file is copied to the site \
            as it is. A file that ends in `.MD` or `.markdown` is most probably a document. Rename it: \
            `mv event.markdown event.md`.
            """)
}
