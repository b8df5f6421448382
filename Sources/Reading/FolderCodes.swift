import Diagnostics

/// The codes of what is wrong with files and their names.
extension DiagnosticCode {
    static let folderCodes: [DiagnosticCode] = [
        symbolicLink, danglingLink, specialFile, nameNotUTF8, nameTooLong, nameTwins, nameCharacters, unportableName,
        documentName,
    ]

    package static let symbolicLink = DiagnosticCode(
        "symbolic-link", .error, title: "A symbolic link among the content",
        article: """
            Symbolic links below the content folder are not followed, wherever they lead: a link to `~/.ssh` must \
            never be published, and a link back to a folder above has no end. Put the file itself there. The content \
            folder as a whole may be a link.
            """)
    package static let danglingLink = DiagnosticCode(
        "dangling-link", .warning, title: "A symbolic link that leads to nothing",
        article: """
            A symbolic link names a file that is not there. It is left out, as every link would be. Delete it, or put \
            the file itself in its place. The links that Emacs makes while a file is open (`.#name`) are ignored.
            """)
    package static let specialFile = DiagnosticCode(
        "special-file", .warning, title: "A pipe, socket or device among the content",
        article: """
            Only regular files are read and copied. A pipe, a socket or a device in the content folder is left out, \
            and never opened: reading a pipe would wait for ever. Delete it, or keep it elsewhere.
            """)
    package static let nameNotUTF8 = DiagnosticCode(
        "name-encoding", .error, title: "A file name that is not UTF-8",
        article: """
            The file's name holds bytes that are not UTF-8, mostly from an archive that was packed on an old system. \
            No link could name it. The message shows the bytes as `\\xff`. Rename the file, for example with \
            `convmv -f windows-1252 -t utf-8 --notest *`.
            """)
    package static let nameTooLong = DiagnosticCode(
        "name-too-long", .error, title: "A name or path that is too long",
        article: """
            A name may have 240 bytes and a path 960, so that its page and the temporary file that becomes the page \
            fit into every file system. Letters outside ASCII take two to four bytes each. Shorten the name; the \
            title in the front matter may be as long as you like.
            """)
    package static let nameTwins = DiagnosticCode(
        "name-twins", .error, title: "Two names that many machines cannot tell apart",
        article: """
            Two files in one folder differ only by upper and lower case (`Port.md`, `port.md`), or only by how an \
            accented letter is encoded (one scalar, or a letter and a combining mark). On macOS, Windows and many \
            hosts both are one file, and one page would replace the other. Rename one.
            """)
    package static let nameCharacters = DiagnosticCode(
        "name-characters", .error, title: "A file name with a control character",
        article: """
            The file's name holds a line feed, a tab or another control character, which breaks scripts, listings and \
            links. Rename the file; in a shell, `ls -b` shows such names and `mv` with a tab completion reaches them.
            """)
    package static let unportableName = DiagnosticCode(
        "unportable-name", .warning, title: "A file name that not every machine can have",
        article: """
            Windows has no files named `con` or `aux`, none whose names hold `< > : " \\ | ? *`, and none that end in \
            a dot or a space. Nobody could check the site out there, and some hosts refuse it. Rename the file, best \
            with lower-case letters, digits and hyphens only.
            """)
    package static let documentName = DiagnosticCode(
        "document-name", .error, title: "A document whose name does not end in .md",
        article: """
            Documents are the files whose names end in `.md`, in lower case; every other file is copied to the site \
            as it is. A file that ends in `.MD` or `.markdown` was surely not meant to be published as source. Rename \
            it: `mv event.markdown event.md`.
            """)
}
