import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let wrongExtraValue = DiagnosticCode(
        "wrong-extra-value", .error, title: "Data of your own that is not of its type",
        article: """
            `extra_fields` in site.md gives a type to members of `extra`: `text`, `number`, `truth`, `date`, `url`, `file` \
            (a path in the content folder) or `list` (of texts). This value is not of the type of its member, or the file \
            does not exist.

            `extra_fields: {desk_date: date}` and `extra: {desk_date: soon}`: write `desk_date: 2026-02-27`.
            """)

    package static let undeclaredExtra = DiagnosticCode(
        "undeclared-extra", .warning, title: "Data of your own that is not declared",
        article: """
            site.md declares the members of `extra` under `extra_fields`, and this one is not among them, so templates \
            cannot use it by its name. It is probably misspelt.

            `extra_fields: {beat: text}` and `extra: {baet: ports}`: write `beat`.
            """)
}

extension Check {
    static let wrongExtraValue = Check(
        .wrongExtraValue,
        entry: { head, scope, findings in
            guard let data = head.extra else { return }
            check(data, head.file, head.path, scope.site, &findings)
        },
        site: { whole, findings in
            guard let data = whole.site.settings.extra else { return }
            check(data, whole.site.settings.file, "site.md", whole.site, &findings)
        })

    static let undeclaredExtra = Check(
        .undeclaredExtra,
        entry: { head, scope, findings in
            guard let data = head.extra else { return }
            checkNames(data, head.file, scope.site, &findings)
        },
        site: { whole, findings in
            guard let data = whole.site.settings.extra else { return }
            checkNames(data, whole.site.settings.file, whole.site, &findings)
        })
}

private func check(
    _ data: OwnData, _ file: TextFile, _ document: String, _ site: Site, _ findings: inout Findings
) {
    for field in site.settings.extraFields.declared {
        guard let node = data[field.name.value] else { continue }
        let place = TextLocation(file, node.range)
        switch ExtraValue.read(node, as: field.kind, in: document) {
        case .failure(let mismatch):
            findings.report(
                Diagnostic(
                    .wrongExtraValue, "'\(field.name.value)' of extra must be \(mismatch.expected)", at: place,
                    notes: [
                        .init("it is declared here", at: TextLocation(site.settings.file, field.name.range))
                    ]))
        case .success(.file(let path)) where !site.hasAsset(path):
            let near = findings.nearestFile(to: path, in: site)
            let written = near.map { RelativePath.from(document, to: $0) }
            findings.report(
                Diagnostic(
                    .wrongExtraValue, "there is no file '\(path)'", at: place,
                    hint: written.map { "did you mean '\($0)'?" }
                        ?? "paths are relative to the document's folder, or with a leading '/' to the content folder"))
        case .success: continue
        }
    }
}

private func checkNames(_ data: OwnData, _ file: TextFile, _ site: Site, _ findings: inout Findings) {
    let declared = site.settings.extraFields.declared.map(\.name.value)
    guard !declared.isEmpty, case .mapping(let pairs) = data.node.kind else { return }
    for pair in pairs where !declared.contains(pair.key.value) {
        let near = findings.nearest(to: pair.key.value, among: declared)
        findings.report(
            Diagnostic(
                .undeclaredExtra, unknown: pair.key, "'extra_fields' in site.md does not declare '\(pair.key.value)'",
                in: file, nearest: near, hint: "declare it, as in 'extra_fields: {\(pair.key.value): text}'"))
    }
}
