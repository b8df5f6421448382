import Diagnostics
import Model
import Reading

// Input: a site with resolved references, its plan, and the record of each of its events.
// Output: its problems: errors, which stop a build, and warnings, which `checks:` in site.md can turn off or raise.
// This module does not read fields (Model does, and reports wrong forms), change the site, or read files: the caller
// passes the stored texts of sources and the drawings.
// Time is linear in the site. Events are checked one by one, so that a caller can check them in parallel.
//
//     let context = CheckContext(plan, records: records, log: log, texts: KeptTexts(site) { path in folder.bytes(of: path) })
//     let events = concurrency.map(records) { checkEvent($0, in: context) }
//     let problems = events.flatMap(\.diagnostics) + checkSite(after: events, in: context)

/// Finds all problems of a site, on one core.
///
/// - Parameters:
///   - records: one for each event, in the order of `site.events`.
///   - codes: every code that `checks:` in site.md may name.
///   - texts: the stored texts of the site's sources, for the search of quotes.
///   - drawings: the SVG files among the copied files.
///   - pageTemplates: the templates that free pages can name.
package func check(
    _ plan: SitePlan, records: [EventRecord], log: ChangeLog, codes: [DiagnosticCode] = CheckContext.ownCodes,
    texts: KeptTexts, drawings: [TextFile] = [], pageTemplates: [String] = []
) -> [Diagnostic] {
    let context = CheckContext(
        plan, records: records, log: log, codes: codes, texts: texts, drawings: drawings, pageTemplates: pageTemplates)
    let events = records.map { checkEvent($0, in: context) }
    return (events.flatMap(\.diagnostics) + checkSite(after: events, in: context)).inOrder()
}

/// The findings in one event.
package struct EventFindings: Sendable {
    package let diagnostics: [Diagnostic]
    /// The parties, sources and terms that the event refers to, with repeats.
    let mentions: [AnyHandle]
    let hasFaultyNames: Bool
}

/// Checks one event and everything that belongs to it.
package func checkEvent(_ record: EventRecord, in context: CheckContext) -> EventFindings {
    let scope = CheckScope(context, index: record.event, record: record)
    var findings = Findings()
    scope.walk(&findings)
    return EventFindings(
        diagnostics: context.levels.applied(to: findings.diagnostics), mentions: findings.mentions,
        hasFaultyNames: findings.hasFaultyNames)
}

/// Checks the shared entries, the free pages, the settings, and what only the whole site shows: entries that are never
/// mentioned, and colliding output paths.
package func checkSite(after events: [EventFindings], in context: CheckContext) -> [Diagnostic] {
    var findings = Findings()
    let shared = CheckScope(context, index: -1, record: nil)
    shared.walk(&findings)
    for (index, page) in context.site.pages.enumerated() {
        let scope = context.site.scope(of: page)
        // This scope is only for lookups: the event's own checks have run.
        let place = CheckScope(context, index: scope, record: scope < 0 ? nil : context.records[scope])
        place.walk(page, index, &findings)
    }
    shared.walkIntroduction(&findings)
    let whole = SiteScope(
        context: context, mentions: events.map(\.mentions) + [findings.mentions],
        hasFaultyNames: events.map(\.hasFaultyNames) + [findings.hasFaultyNames])
    for check in context.checks { check.site?(whole, &findings) }
    return context.levels.applied(to: findings.diagnostics)
}
