import Diagnostics
import Model
import Reading

/// What all checks of a run share; made once.
package struct CheckContext: Sendable {
    package let plan: SitePlan
    /// What is computed of each event, at the event's index.
    package let records: [EventRecord]
    package let log: ChangeLog
    package var site: Site {
        _read { yield plan.site }
    }

    /// How grave each kind of problem is on this site.
    package let levels: CheckLevels
    /// Every code that `checks:` may name; asked for where it names any.
    let codes: @Sendable () -> [DiagnosticCode]
    /// The checks that are not switched off.
    let checks: [Check]
    let scopeChecks: [Check.OnScope]
    let entryChecks: [Check.OnEntry]
    let proseChecks: [Check.OnProse]
    let referenceChecks: [Check.OnReference]
    /// The texts kept of the site's sources.
    let texts: KeptTexts
    /// The SVG files among what is copied to the site.
    let drawings: [TextFile]

    /// The codes that reading content, the model and the checks report.
    package static let ownCodes: [DiagnosticCode] =
        DiagnosticCode.readingCodes + DiagnosticCode.modelCodes + DiagnosticCode.checkCodes

    /// - Parameters:
    ///   - records: one for each event, in the order of `site.events`.
    ///   - codes: every code that `checks:` in site.md may name, those of templates and output included.
    ///   - texts: the texts kept of the site's sources, to look for quotes in.
    ///   - drawings: the SVG files among what is copied to the site.
    package init(
        _ plan: SitePlan, records: [EventRecord], log: ChangeLog,
        codes: @autoclosure @escaping @Sendable () -> [DiagnosticCode] = CheckContext.ownCodes,
        texts: KeptTexts, drawings: [TextFile] = []
    ) {
        self.plan = plan
        self.records = records
        self.log = log
        self.codes = codes
        self.texts = texts
        self.drawings = drawings
        let levels = CheckLevels(plan.site.settings)
        self.levels = levels
        checks = Check.all.filter { !levels.isOff($0.code) }
        scopeChecks = checks.compactMap(\.scope)
        entryChecks = checks.compactMap(\.entry)
        proseChecks = checks.compactMap(\.prose)
        referenceChecks = checks.compactMap(\.reference)
    }
}
