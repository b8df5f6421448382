import Diagnostics

extension DiagnosticCode {
    /// Every code that writing reports.
    package static let writingCodes: [DiagnosticCode] = [
        .forbiddenOutputFolder, .outputInUse, .cannotWrite, .foreignFile, .editedFile, .invalidPath, .samePath,
        .alikePaths,
        .fileAndFolder, .damagedManifest, .abandonedBuild,
    ]

    static let forbiddenOutputFolder = DiagnosticCode(
        "unsafe-output-folder", .error, title: "An output folder that must not be written to",
        article: """
            The output folder gets the finished site, and files of earlier builds are deleted from it. It must therefore \
            be a folder of its own: not the root of the disk, the home folder, the folder in which the command runs, \
            the project, or the content or templates folder, and none of these may lie in it. It may not lie in the \
            content or templates folder either, or the next build would take the site for content.

            Give it a folder beside them:

                explainer build --content content --templates templates --output public

            The folder is made when it does not exist; the folder that it lies in must exist. Nothing was touched.
            """)

    static let outputInUse = DiagnosticCode(
        "output-in-use", .error, title: "Another build is writing to the output folder",
        article: """
            Two builds of one output at once would mix their pages, so the first to come holds a lock: the file `lock` \
            in the folder `.public.explainer` beside `public`. The message says the process id of the other build where \
            it is known.

            Wait until it has finished, or let this one wait for it:

                explainer build --wait

            A build that was killed leaves no lock behind: there is never anything to delete.
            """)

    static let cannotWrite = DiagnosticCode(
        "cannot-write", .error, title: "The disk does not let a file be written",
        article: """
            The system refused to write or read a file in the output folder or beside it; the message has its words, \
            for example "No space left on device", "Permission denied" or "Read-only file system". A build first writes \
            everything that is new to a folder beside the output (`.public.explainer`), so the disk needs room for \
            what changes, and the parent folder has to be writable.

            The output folder is as it was. Mend the cause and build again.
            """)

    static let foreignFile = DiagnosticCode(
        "foreign-file", .error, title: "A file that is not ours is in the way",
        article: """
            The site needs a path in the output folder where a file lies that no build of explainer wrote, and that \
            differs from what would be written. Such files are never overwritten and never deleted. (One that is equal \
            byte for byte is taken over without a word.)

            Move the file away or, if it may go, say so:

                explainer build --adopt

            If every page is named, the record `.explainer-manifest` was lost from the output folder; `--adopt` is the \
            right answer then too. A folder or a link in the way is not replaced even with `--adopt`: remove it yourself.
            """)

    static let editedFile = DiagnosticCode(
        "edited-file", .error, title: "A page of the output was edited by hand",
        article: """
            The file was written by an earlier build, and its bytes are other ones now: somebody edited it in the \
            output folder, or a tool did that runs after the build. What is different there would be lost.

            Make the change in the content or the templates instead, and then let the file be overwritten:

                explainer build --force

            Tools that rewrite pages (minifiers, formatters) should work on a copy of the output folder.
            """)

    static let invalidPath = DiagnosticCode(
        "unsafe-path", .error, title: "A path that cannot be written safely",
        article: """
            Every file of the site has a path below the output folder. A path is refused if it would leave the folder \
            (`..`, a leading `/`), has an empty segment, a control character, a segment of more than 255 bytes, or a \
            name that other systems do not take: one with `\\ : * ? " < > |`, with a dot or space at its end, or a \
            device's name such as `con` or `aux`. `%2e` and the like are refused since servers would decode them.

            Rename the document or the file that the path comes from.
            """)

    static let samePath = DiagnosticCode(
        "same-path", .error, title: "Two files of the site have one path",
        article: """
            Two pages, or a page and a copied file, or one of them and a file that every site has (`feed.xml`, \
            `sitemap.xml`, `404.html`), would be written to the same place, and one would be lost.

            Rename one of the two. For instance `content/search.md` would take the place of the search page: \
            `content/how-to-search.md` does not.
            """)

    static let alikePaths = DiagnosticCode(
        "alike-paths", .error, title: "Two paths that some systems take for one",
        article: """
            Two files of the site have paths that differ only by capital letters (`Map.png`, `map.png`) or by how an \
            accent is composed. On macOS and Windows, and on hosts that use them, they are one file, and one of the two \
            would be lost.

            Rename one of them. Lower-case names without accents are safe everywhere.
            """)

    static let fileAndFolder = DiagnosticCode(
        "file-and-folder", .error, title: "One path is a file and a folder",
        article: """
            One file of the site has a path that another one needs as a folder: `map` and `map/legend.png`. No disk can \
            hold both.

            Rename one of the two.
            """)

    static let damagedManifest = DiagnosticCode(
        "damaged-manifest", .warning, title: "The record of what was written is damaged",
        article: """
            `.explainer-manifest` in the output folder says which files are ours. It is not as it was written: cut off, \
            edited, or left with marks of a merge by Git. It was set aside, and the build went on as if there were none: \
            files that are equal to what would be written are taken over, others are reported as `foreign-file`, and \
            pages that the site no longer has are not found and stay.

            If the output folder holds nothing of yours, `explainer build --adopt` puts it right. After a merge in Git \
            that touched the built site, take either side's whole folder and build again.
            """)

    static let abandonedBuild = DiagnosticCode(
        "abandoned-build", .error, title: "The build was broken off",
        article: """
            The build was interrupted (by Ctrl-C, for example) before it was done. The output folder is as it was, and \
            what had been prepared beside it was deleted.
            """)
}
