import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let missingFile = DiagnosticCode(
        "missing-file", .error, title: "A file that does not exist",
        article: """
            The path of a picture, of a person's `photo`, of the publisher's `logo` or of a source's `text` copy is relative to the document, or \
            with a leading `/` to the content folder. There is no such file. Upper and lower case differ, as on most \
            servers.

            `![The harbour](images/Harbour.jpg)` with a file `images/harbour.jpg`: write `images/harbour.jpg`.
            """)
}

extension Check {
    static let missingFile = Check(
        .missingFile,
        scope: { scope, findings in
            for index in scope.entries.sources.indices {
                guard let text = scope.entries.sources[index].text else { continue }
                let head = scope.entries.sources[index].head
                check(text.value, "text copy", from: head.path, at: head.location(text.range), scope.site, &findings)
            }
            for person in scope.entries.people {
                guard let file = person.photo?.file else { continue }
                let place = person.head.location(file.written.range)
                check(file.written.value, "photo", from: person.head.path, at: place, scope.site, &findings)
            }
        },
        prose: { prose, place, scope, findings in
            for image in prose.images {
                check(image.path, "picture", from: place.path, at: place.location(image.range), scope.site, &findings)
            }
        },
        site: { whole, findings in
            let settings = whole.site.settings
            guard let logo = settings.publisher?.logo, !logo.value.contains("://") else { return }
            check(
                logo.value, "logo", from: "site.md", at: TextLocation(settings.file, logo.range), whole.site, &findings)
        })
}

private func check(
    _ path: String, _ what: String, from document: String, at place: TextLocation, _ site: Site,
    _ findings: inout Findings
) {
    let full = contentPath(path, relativeTo: document)
    if let full, site.hasAsset(full) { return }
    let near = full.flatMap { findings.nearestFile(to: $0, in: site) }
    let written = near.map { RelativePath.from(document, to: $0) }
    let fixIt = written.flatMap { written in
        !RelativePath.isSlip(path, of: written)
            ? nil
            : place.file.place(ofLast: path, in: place.range).map {
                FixIt(
                    replacing: TextLocation(place.file, $0), with: written, title: "replace '\(path)' with '\(written)'"
                )
            }
    }
    findings.report(
        Diagnostic(
            .missingFile,
            full == nil
                ? "the \(what) '\(path)' is outside the content folder" : "there is no \(what) '\(path)'",
            at: place,
            hint: written.map { "did you mean '\($0)'?" }
                ?? "paths are relative to the document's folder, or with a leading '/' to the content folder",
            fixIt: fixIt))
}
