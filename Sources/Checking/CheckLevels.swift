import Diagnostics
import Model

/// The severity of each kind of problem on a site: its code's, unless `checks:` in site.md changes it.
///
/// Warnings are turned off or raised only here. Errors stay errors.
package struct CheckLevels: Sendable {
    private let changed: [String: SiteSettings.CheckLevel]

    package init(_ settings: SiteSettings) {
        changed = Dictionary(settings.checks.map { ($0.code.value, $0.level) }, uniquingKeysWith: { _, last in last })
    }

    package func isOff(_ code: DiagnosticCode) -> Bool { code.isAdjustable && changed[code.name] == .off }

    /// The problems to report, with the severities of the site's settings.
    ///
    /// Idempotent. Pass the problems of every stage: `checks:` can change any warning.
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
