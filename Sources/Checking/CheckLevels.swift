import Diagnostics
import Model

/// How grave each kind of problem is on a site: as its code says, unless `checks:` in site.md says otherwise.
///
/// The one place where warnings are switched off or raised. Errors stay errors.
package struct CheckLevels: Sendable {
    private let changed: [String: SiteSettings.CheckLevel]

    package init(_ settings: SiteSettings) {
        changed = Dictionary(settings.checks.map { ($0.code.value, $0.level) }, uniquingKeysWith: { _, last in last })
    }

    package func isOff(_ code: DiagnosticCode) -> Bool { code.isAdjustable && changed[code.name] == .off }

    /// The problems that are to be reported, each as grave as the site wants it.
    ///
    /// Idempotent. Give it the problems of every stage, since all warnings can be adjusted.
    package func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        if changed.isEmpty { return diagnostics }
        return diagnostics.compactMap { diagnostic in
            guard diagnostic.code.isAdjustable, let level = changed[diagnostic.code.name] else { return diagnostic }
            var diagnostic = diagnostic
            switch level {
            case .off: return nil
            case .warning: diagnostic.severity = .warning
            case .error: diagnostic.severity = .error
            }
            return diagnostic
        }
    }
}
