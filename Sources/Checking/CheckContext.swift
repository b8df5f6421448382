import Diagnostics
import Model
import Reading

/// The values that all checks of a run share.
package struct CheckContext: Sendable {
    package let plan: SitePlan
    /// What is computed of each event, at the event's index.
    package let records: [EventRecord]
    package let log: ChangeLog
    package var site: Site {
        _read { yield plan.site }
    }

    /// The severity of each kind of problem on this site.
    package let levels: CheckLevels
    /// Every code that `checks:` may name; evaluated only if `checks:` is not empty.
    let codes: @Sendable () -> [DiagnosticCode]
    /// The checks that are not turned off.
    let checks: [Check]
    let scopeChecks: [Check.OnScope]
    let entryChecks: [Check.OnEntry]
    let proseChecks: [Check.OnProse]
    let referenceChecks: [Check.OnReference]
    /// The stored texts of the site's sources.
    let texts: KeptTexts
    /// The SVG files among the copied files.
    let drawings: any Sequence<TextFile> & Sendable
    /// The templates that free pages can name.
    let pageTemplates: [String]
    /// The folder with the site's own templates, as messages show it.
    let templates: String

    /// The codes that reading content, the model and the checks report.
    package static let ownCodes: [DiagnosticCode] =
        DiagnosticCode.readingCodes + DiagnosticCode.modelCodes + DiagnosticCode.checkCodes

    /// - Parameters:
    ///   - records: one for each event, in the order of `site.events`.
    ///   - codes: every code that `checks:` in site.md may name, those of templates and output included.
    ///   - texts: the stored texts of the site's sources, for the search of quotes.
    ///   - drawings: the SVG files among the copied files.
    ///   - pageTemplates: the templates that free pages can name.
    ///   - templates: the folder with the site's own templates, as messages show it.
    package init(
        _ plan: SitePlan, records: [EventRecord], log: ChangeLog,
        codes: @autoclosure @escaping @Sendable () -> [DiagnosticCode] = CheckContext.ownCodes,
        texts: KeptTexts, drawings: any Sequence<TextFile> & Sendable = [TextFile](), pageTemplates: [String] = [],
        templates: String = "templates"
    ) {
        self.plan = plan
        self.records = records
        self.log = log
        self.codes = codes
        self.texts = texts
        self.drawings = drawings
        self.pageTemplates = pageTemplates
        self.templates = templates
        let levels = CheckLevels(plan.site.settings)
        self.levels = levels
        checks = Check.all.filter { !levels.isOff($0.code) }
        scopeChecks = checks.compactMap(\.scope)
        entryChecks = checks.compactMap(\.entry)
        proseChecks = checks.compactMap(\.prose)
        referenceChecks = checks.compactMap(\.reference)
    }
}
