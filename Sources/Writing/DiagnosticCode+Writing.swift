import Diagnostics

extension DiagnosticCode {
    /// Every code that writing reports.
    package static let writingCodes: [DiagnosticCode] = [
        .forbiddenOutputFolder, .forbiddenWorkFolder, .outputInUse, .cannotWrite, .foreignFile, .editedFile,
        .invalidPath, .samePath,
        .alikePaths,
        .fileAndFolder, .damagedManifest, .abandonedBuild,
    ]

    static let forbiddenOutputFolder = DiagnosticCode(
        "unsafe-output-folder", .error, title: "An output folder that must not be written to",
        article: """
            The output folder receives the finished site, and files of earlier builds are deleted from it. It must be \
            a separate folder: not the root of the disk, the home folder, the working directory, the project, or the \
            content or templates folder. None of these may be inside it, and it may not be inside the content or \
            templates folder, or the next build would read the site as content.

            Choose a folder next to them:

                explainer build --content content --templates templates --output public

            The output folder is created if it does not exist; its parent must exist. Nothing was changed.
            """)

    static let forbiddenWorkFolder = DiagnosticCode(
        "unsafe-work-folder", .error, title: "A work folder that must not be there",
        article: """
            Builds keep a lock, prepared files and their cache in a work folder: `.public.explainer` next to the output, or \
            the folder that `--work-folder` or the environment variable `EXPLAINER_WORK_FOLDER` names. Its files are not for \
            readers, and are not content. So it may not lie in the output folder, in another site that explainer wrote, or \
            in the content or templates folder.

                explainer build --output /srv/www/story --work-folder /var/cache/explainer

            One work folder serves any number of outputs. Nothing was changed.
            """)

    static let outputInUse = DiagnosticCode(
        "output-in-use", .error, title: "Another build is writing to the output folder",
        article: """
            Two builds of the same output would mix their pages, so the first one locks it: the file `lock` in the \
            folder `.public.explainer`, next to `public`. The message has the process id of the other build if it is \
            known.

            Wait until the other build has finished, or let this one wait:

                explainer build --wait

            A build that was killed leaves no lock: you never have to delete one.
            """)

    static let cannotWrite = DiagnosticCode(
        "cannot-write", .error, title: "A file cannot be written",
        article: """
            The system failed to read or write a file in the output folder or next to it. The message has the system's \
            words, for example "No space left on device", "Permission denied" or "Read-only file system". A build \
            first writes all new files to a folder next to the output (`.public.explainer`), so the disk needs space \
            for them and the parent folder has to be writable.

            The output folder is unchanged, unless the message says what it has now. Remove the cause and build again.

            If only the output folder is writable, as a volume of a container may be, the lock and the cache are in \
            `~/.cache/explainer` (or below `XDG_CACHE_HOME`), and new files are staged in the output folder for as long \
            as the build runs.
            """)

    static let foreignFile = DiagnosticCode(
        "foreign-file", .error, title: "A file that explainer did not write is in the way",
        article: """
            The site needs a path in the output folder, and there is a different file that no build wrote. Such files \
            are never overwritten or deleted. (A file that is equal byte for byte is accepted.)

            Move the file away. If it may be overwritten:

                explainer build --adopt

            If every page is reported, the record `.explainer-manifest` is missing from the output folder, and \
            `--adopt` is right too. A folder or a link in the way is not replaced even with `--adopt`: remove it \
            yourself.
            """)

    static let editedFile = DiagnosticCode(
        "edited-file", .error, title: "A file of the output was edited",
        article: """
            An earlier build wrote the file, and its bytes have changed since: somebody edited it in the output \
            folder, or a tool did that runs after the build. The edit would be lost. A page that was emptied counts as \
            edited, too.

            Make the change in the content or the templates, then allow the file to be overwritten:

                explainer build --force

            Tools that rewrite pages (minifiers, formatters) should work on a copy of the output folder.
            """)

    package static let invalidPath = DiagnosticCode(
        "unsafe-path", .error, title: "A path that cannot be written safely",
        article: """
            Every file of the site has a path below the output folder. A path is an error if it leaves the folder \
            (`..`, a leading `/`), has an empty segment, a control character, a segment of more than 255 bytes, or a \
            name that other systems do not accept: one with `\\ : * ? " < > |`, with a dot or space at its end, or the \
            name of a device such as `con` or `aux`. `%2e` and the like are errors because servers would decode them.

            Rename the document or the file that the path comes from.
            """)

    static let samePath = DiagnosticCode(
        "same-path", .error, title: "Two files of the site have the same path",
        article: """
            Two pages, or a page and a copied file, or one of them and a generated file (`feed.xml`, `sitemap.xml`, \
            `404.html`), have the same path, and one would be lost.

            Rename one of the two. For example, `content/search.md` would replace the search page, and \
            `content/how-to-search.md` does not.
            """)

    static let alikePaths = DiagnosticCode(
        "alike-paths", .error, title: "Two paths that are the same on some systems",
        article: """
            Two files of the site have paths that differ only in upper and lower case (`Map.png`, `map.png`) or in how \
            an accent is composed. On macOS and Windows, and on hosts that use them, they are the same file, and one \
            of the two would be lost.

            Rename one of them. Lower-case names without accents are safe everywhere.
            """)

    static let fileAndFolder = DiagnosticCode(
        "file-and-folder", .error, title: "A path is both a file and a folder",
        article: """
            One file of the site has a path that another one needs as a folder: `map` and `map/legend.png`. A disk \
            cannot have both.

            Rename one of the two.
            """)

    static let damagedManifest = DiagnosticCode(
        "damaged-manifest", .warning, title: "The record of written files is damaged",
        article: """
            `.explainer-manifest` in the output folder lists the files that explainer wrote. It is damaged: truncated, \
            edited, or with marks of a Git merge. It was renamed, and the build continued without it: files that are \
            equal to the new ones are accepted, others are reported as `foreign-file`, and pages that the site no \
            longer has stay in the folder.

            If the output folder has no files of yours, `explainer build --adopt` repairs it. After a Git merge that \
            changed the built site, take the whole folder from either side and build again.
            """)

    static let abandonedBuild = DiagnosticCode(
        "abandoned-build", .error, title: "The build was interrupted",
        article: """
            The build was interrupted (by Ctrl-C, for example) before it was done. The output folder is unchanged, and \
            the files that were prepared next to it were deleted.
            """)
}
