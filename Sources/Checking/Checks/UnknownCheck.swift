import Diagnostics
import Model

extension DiagnosticCode {
    package static let unknownCheck = DiagnosticCode(
        "unknown-check", .error, title: "A check that does not exist, or cannot be changed",
        article: """
            `checks:` in site.md sets the level of a warning by its code: `off`, `warning` or `error`. This code does not \
            exist, or is the code of an error. Errors cannot be turned off, because the pages would be wrong. \
            `explainer explain` lists the codes.

            `checks: {unsourced-acts: off}`: write `unsourced-act`.
            """)
}

extension Check {
    static let unknownCheck = Check(
        .unknownCheck,
        site: { whole, findings in
            let settings = whole.site.settings
            guard !settings.checks.isEmpty else { return }
            let codes = Dictionary(whole.context.codes().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            for (code, level) in settings.checks {
                guard let known = codes[code.value] else {
                    let near = findings.nearest(
                        to: code.value, among: codes.values.filter(\.isAdjustable).map(\.name).sorted())
                    findings.report(
                        Diagnostic(
                            .unknownCheck, unknown: code, "there is no check '\(code.value)'", in: settings.file,
                            nearest: near, hint: "'explainer explain' lists the codes", isFact: false))
                    continue
                }
                if known.isAdjustable || level == .error { continue }
                findings.report(
                    Diagnostic(
                        .unknownCheck, "'\(code.value)' is an error; errors cannot be turned off",
                        at: TextLocation(settings.file, code.range),
                        hint: "'checks' takes codes of warnings"))
            }
        })
}
