import Diagnostics
import Model
import Reading
import Writing

extension SitePlan {
    /// The paths of the plan that cannot be written safely, each at the place that it comes from.
    ///
    /// - Parameter templates: the folder of the site's own templates.
    func unusablePaths(templates: String) -> [Diagnostic] {
        outputs.compactMap { output in
            WriteSession.fault(ofPath: output.path).map { problem(output, $0, templates) }
        }
    }

    private func problem(_ output: PlannedOutput, _ reason: String, _ templates: String) -> Diagnostic {
        let head = output.entry.map(site.head)
        let content = String(site.settings.file.path.dropLast("site.md".count))
        if kind(of: output).form == .redirect, let head {
            let old = head.movedFrom.first { redirectPath(ofOldPath: $0.value) == output.path }
            return Diagnostic(
                .invalidPath, "the old path '\(old?.value ?? output.path)' \(reason)",
                at: old.map { head.location($0.range) } ?? head.location(head.idRange),
                hint: "remove it from 'moved_from': no page can be written there")
        }
        if let head {
            return Diagnostic(
                .invalidPath, "the path '\(output.path)' \(reason)", at: head.location(head.idRange),
                hint: "rename '\(head.path)'")
        }
        let folder = kind(of: output).name == OutputKind.themeAsset.name ? shown(templates) + "/" : content
        return Diagnostic(
            .invalidPath, "the path '\(output.path)' \(reason)", at: nil, path: folder + output.path,
            hint: "rename the file")
    }
}
