import Model
import Presenting

/// Rules by which a server redirects from old addresses with status 301, and answers 410 for those that are gone.
///
/// The site needs none of it: a page stands at each old address and leads on. Rules are faster, keep the fragment, and
/// count as permanent for programs.
package struct RedirectRules {
    private let format: SiteSettings.RedirectFile
    private let plan: SitePlan
    /// What stands before paths: `/`, or the folder of `base_url`.
    private let prefix: String

    package init(_ format: SiteSettings.RedirectFile, _ plan: SitePlan) {
        self.format = format
        self.plan = plan
        prefix = plan.site.rootPrefix
    }

    package var text: String {
        var lines: [String] = [head]
        for (path, target) in plan.oldAddresses {
            for form in forms(of: path) { lines.append(rule(from: form, to: target)) }
        }
        for path in gone { lines += goneRule(path).map { [$0] } ?? [] }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: String {
        switch format {
        case .nginx: "# Written by explainer. In the block of the server: include /path/to/\(format.name);"
        case .netlify, .apache: "# Written by explainer."
        }
    }

    /// A folder's page is asked for by its name, and by the folder's.
    private func forms(of path: String) -> [String] {
        guard path.hasSuffix("/" + SitePlan.home) else { return [path] }
        return [String(path.dropLast(SitePlan.home.utf8.count)), path]
    }

    private func rule(from path: String, to route: Route) -> String {
        let anchor = route.anchor.map { "#" + $0 } ?? ""
        var target = route.path
        if target == SitePlan.home { target = "" }
        if target.hasSuffix("/" + SitePlan.home) { target = String(target.dropLast(SitePlan.home.utf8.count)) }
        switch format {
        case .nginx:
            return "location = \(quoted(prefix + path)) { return 301 \(quoted(prefix + encoded(target) + anchor)); }"
        case .netlify: return "\(prefix)\(encoded(path)) \(prefix)\(encoded(target))\(anchor) 301!"
        case .apache:
            return "RedirectMatch 301 \(quoted("^" + pattern(prefix + path) + "$")) \(quoted(prefix + target + anchor))"
        }
    }

    /// What `gone` names without a wildcard, and has no file of the site.
    private var gone: [String] {
        plan.site.settings.gone.map { $0.value.hasPrefix("/") ? String($0.value.dropFirst()) : $0.value }.filter {
            path in
            guard !path.contains("*"), !path.contains("?") else { return false }
            return path.hasSuffix("/")
                ? !plan.outputs.contains { $0.path.hasPrefix(path) } : plan.output(at: path) == nil
        }
    }

    private func goneRule(_ path: String) -> String? {
        let isFolder = path.hasSuffix("/")
        switch format {
        case .nginx: return "location \(isFolder ? "^~" : "=") \(quoted(prefix + path)) { return 410; }"
        case .apache: return "RedirectMatch 410 \(quoted("^" + pattern(prefix + path) + (isFolder ? "" : "$")))"
        // It has no rule for what is gone: the page for unknown addresses is shown.
        case .netlify: return nil
        }
    }

    // MARK: Escaping

    /// A path of an address, with what servers could read as a variable encoded too.
    private func encoded(_ path: String) -> String {
        percentEncoded(path).replacing("$", with: "%24").replacing("*", with: "%2A").replacing(":", with: "%3A")
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A regular expression that matches a text alone.
    private func pattern(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\^$.|?*+()[]{}".contains(character) { result += "\\" }
            result.append(character)
        }
        return result
    }
}

extension ExportType {
    /// The rules for the servers that `redirects` in site.md names.
    static let redirectRules: [ExportType] = SiteSettings.RedirectFile.allCases.map { format in
        ExportType(
            OutputKind(
                "redirects-" + format.rawValue, .data,
                .site { facts in
                    facts.site.settings.redirects.contains { $0.value == format } ? [format.name] : []
                }),
            bytes: { context, _ in Array(RedirectRules(format, context.plan).text.utf8) })
    }
}
