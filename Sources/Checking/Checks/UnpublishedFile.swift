import Diagnostics
import Model

extension DiagnosticCode {
    package static let unpublishedFile = DiagnosticCode(
        "unpublished-file", .warning, title: "A file that is not published",
        article: """
            A file in the content folder is published only if a published page refers to it: as a picture, with a link, \
            in `theme.css`, as the logo, or as `card.png`. If readers need a file that no page refers to, list it, or \
            its folder, under `publish` in site.md. If it is not content, list it under `ignore`, or keep it elsewhere.

            `content/CNAME` is needed by the server: write `publish: [CNAME]` in site.md.
            """)
}

extension Check {
    static let unpublishedFile = Check(
        .unpublishedFile,
        site: { whole, findings in
            let files = whole.context.plan.published
            let root = String(whole.site.settings.file.path.dropLast("site.md".count))
            let folders = Dictionary(grouping: files.unpublished) { path in
                path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
            }
            // An entry with an error may refer to the file.
            for (folder, paths) in folders.sorted(by: { $0.key < $1.key }) where !whole.site.hasUnusableEntries {
                findings.report(unpublished(paths, in: folder, below: root))
            }
            for listed in files.missing {
                findings.report(
                    Diagnostic(
                        .missingFile, "'publish' lists '\(listed.value)', which is not a file or a folder with files",
                        at: TextLocation(whole.site.settings.file, listed.range),
                        hint: "paths are relative to the content folder; documents and kept texts cannot be listed"))
            }
        })
}

/// - Parameters:
///   - folder: below the content folder; empty for that folder itself.
///   - root: the content folder as messages show it, with a slash.
private func unpublished(_ paths: [String], in folder: String, below root: String) -> Diagnostic {
    let names = paths.compactMap { $0.split(separator: "/").last.map(String.init) }
    let shown =
        names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
        + (names.count > 20 ? " and \(names.count - 20) more" : "")
    let document = names.compactMap { documentName(near: $0, in: folder) }.first
    return Diagnostic(
        .unpublishedFile,
        paths.count == 1
            ? "\(shown) is not published: no page refers to it"
            : "\(paths.count) files are not published, since no page refers to them: \(shown)",
        at: nil, path: paths.count == 1 ? root + paths[0] : root + folder,
        hint: (document.map { "did you mean '\($0)'? if not, " } ?? "")
            + "link to what readers need, or list it under 'publish' in site.md; list what is not content under 'ignore'"
    )
}

/// The name under which a file would be read as an entry; nil if it does not look like one.
private func documentName(near name: String, in folder: String) -> String? {
    let last = folder.split(separator: "/").last.map(String.init) ?? ""
    guard EntryFolder(named: last) != nil else { return nil }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let ending = name[dot...].lowercased()
    return ["", ".txt", ".text", ".mdx", ".yaml", ".yml"].contains(ending) ? name[..<dot] + ".md" : nil
}
