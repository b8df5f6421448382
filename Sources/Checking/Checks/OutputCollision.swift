import Diagnostics
import Model

extension DiagnosticCode {
    package static let outputCollision = DiagnosticCode(
        "output-collision", .error, title: "Two files with the same output path",
        article: """
            Each page, picture and redirect has its own path in the output, and so have generated files (`index.html`, \
            `search.html`, `timeline.html`, `feed.xml`, `event.json` and others). Paths that differ only in upper and lower \
            case are the same, as they are on many machines. Rename one of the two, or remove the `moved_from`. \
            `explainer list` prints every path of the site.

            A free page `search.md` would replace the site's search page: call it `how-to-search.md`.
            """)
}

extension Check {
    static let outputCollision = Check(
        .outputCollision,
        site: { whole, findings in
            for collision in whole.context.plan.collisions { report(collision, whole.context, &findings) }
        })
}

private func report(_ collision: SitePlan.Collision, _ context: CheckContext, _ findings: inout Findings) {
    let (later, first) = (Claim(collision.later, context), Claim(collision.first, context))
    if let own = later.ownOldPath(of: first) {
        findings.report(own)
        return
    }
    // The place shown is one that the writer can change; what the site writes by itself has none.
    let isSwapped =
        first.isThemeFile || later.location == nil && first.location != nil && !later.isThemeFile
    let (shown, other) = isSwapped ? (first, later) : (later, first)
    let message: String
    if collision.isFolder {
        message = "\(later.what) has the name of the folder that \(first.what) lies in"
    } else if later.path == first.path {
        message = "\(shown.what) would be written to '\(shown.path)', as \(other.what) is"
    } else {
        message =
            "\(shown.what) would be written to '\(shown.path)', which differs only in case from '\(other.path)' of \(other.what)"
    }
    let root = context.site.settings.file.path.dropLast("site.md".count)
    findings.report(
        Diagnostic(
            .outputCollision, message, at: shown.location,
            path: shown.location == nil ? (shown.isAsset ? shown : other).place(below: String(root)) : nil,
            notes: other.location.map { [Diagnostic.Note("\(other.what)", at: $0)] } ?? [],
            hint: hint(shown, other)))
}

private func hint(_ shown: Claim, _ other: Claim) -> String {
    let isExport = shown.isExport || other.isExport
    if !isExport, shown.isThemeFile || other.isThemeFile {
        return "in 'templates', name it otherwise; a file made from a template lies in 'templates/exports/'"
    }
    return isExport ? "rename the template" : "rename one of them"
}

/// A file of the plan as messages name it.
private struct Claim {
    let path: String
    /// "the page 'about'", "the site's own 'search.html'".
    let what: String
    /// What the writer can change; nil for what the site writes by itself.
    let location: TextLocation?
    let isAsset: Bool
    /// Whether it comes from the folder with templates: it is copied, or made from a template.
    let isThemeFile: Bool
    /// Whether it is made from a template in `exports`.
    let isExport: Bool
    /// The path in the folder that it comes from.
    private let source: String
    private let entry: AnyHandle?
    /// The old path as it was written, of a redirect.
    private let old: String?
    private let templates: String

    init(_ output: PlannedOutput, _ context: CheckContext) {
        let (plan, site) = (context.plan, context.site)
        templates = context.templates
        let kind = plan.kind(of: output)
        path = output.path
        entry = output.entry
        isExport = kind.name.hasPrefix("exports/")
        isThemeFile = kind.name == OutputKind.themeAsset.name || isExport
        source = isExport ? kind.name : path
        isAsset = kind.name == OutputKind.contentAsset.name || isThemeFile
        let head = output.entry.map(site.head)
        if kind.form == .redirect {
            let written = head?.movedFrom.first { redirectPath(ofOldPath: $0.value) == output.path }
            old = written?.value ?? output.path
            what = "the redirect from '\(old ?? "")'"
            location = written.flatMap { head?.location($0.range) } ?? head?.place
            return
        }
        old = nil
        location = isThemeFile ? nil : head?.place ?? plan.owner(of: output)?.head.place
        if let entry = output.entry, entry.kind != .event {
            let id = site.id(of: entry)
            what = entry.kind == .page ? "the page '\(id)'" : "the page of the \(entry.kind.word) '\(id)'"
        } else if isExport {
            what = "the file of the template '\(kind.name)'"
        } else if isThemeFile {
            what = "'\(templates)/\(path)'"
        } else if isAsset {
            what = "the file '\(path)'"
        } else if let event = plan.owner(of: output) {
            let name = RelativePath.name(of: path)
            what = event.folder.isEmpty ? "the event's own '\(name)'" : "'\(name)' of the event '\(event.folder)'"
        } else {
            what = "the site's own '\(path)'"
        }
    }

    /// The path of a file without a line to show.
    func place(below root: String) -> String { (isThemeFile ? templates + "/" : root) + source }

    /// The problem that an old path is the entry's own path of today.
    func ownOldPath(of first: Claim) -> Diagnostic? {
        guard let old, let entry, entry == first.entry, path == first.path else { return nil }
        return Diagnostic(
            .outputCollision, "'\(old)' is where this \(entry.kind.word) is now", at: location,
            hint: "'moved_from' lists where it used to be")
    }
}

extension SitePlan {
    /// The event in whose folder a file is made because the event is there.
    fileprivate func owner(of output: PlannedOutput) -> Event? {
        switch kind(of: output).extent {
        case .scopes, .entries(.event): output.event.map { site.events[$0] }
        default: nil
        }
    }
}
