import Diagnostics
import Model
import Reading

// What comes in: a site whose references have been looked up, its plan, and the record computed for each of its events.
// What goes out: the list of what is wrong with it: errors that a build must not publish, and warnings that `checks:`
// in site.md can switch off or raise.
// What this module never does: read a field (Model does, and reports what has the wrong form), change a site, or ask
// the disk: the texts kept of sources, and drawings, are handed in by the caller.
// Work is linear in the site. Events are checked one by one, so that a caller can spread them over the cores.
//
//     let context = CheckContext(plan, records: records, log: log, texts: KeptTexts(site) { path in folder.bytes(of: path) })
//     let events = concurrency.map(records) { checkEvent($0, in: context) }
//     let problems = events.flatMap(\.diagnostics) + checkSite(after: events, in: context)

/// Finds everything that is wrong with a site, on one core.
///
/// - Parameters:
///   - records: one for each event, in the order of `site.events`.
///   - codes: every code that `checks:` in site.md may name.
///   - texts: the texts kept of the site's sources, to look for quotes in.
///   - drawings: the SVG files among what is copied to the site.
package func check(
    _ plan: SitePlan, records: [EventRecord], log: ChangeLog, codes: [DiagnosticCode] = CheckContext.ownCodes,
    texts: KeptTexts, drawings: [TextFile] = []
) -> [Diagnostic] {
    let context = CheckContext(plan, records: records, log: log, codes: codes, texts: texts, drawings: drawings)
    let events = records.map { checkEvent($0, in: context) }
    return (events.flatMap(\.diagnostics) + checkSite(after: events, in: context)).inOrder()
}

/// What the checks of one event found.
package struct EventFindings: Sendable {
    package let diagnostics: [Diagnostic]
    /// The parties, sources and terms that the event refers to, as often as it does.
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

/// Checks what all events share, the free pages, the settings, and what only the whole site shows: what is never
/// mentioned, and what would be written to one path.
package func checkSite(after events: [EventFindings], in context: CheckContext) -> [Diagnostic] {
    var findings = Findings()
    let shared = CheckScope(context, index: -1, record: nil)
    shared.walk(&findings)
    for (index, page) in context.site.pages.enumerated() {
        let scope = context.site.scope(of: page)
        // The scope serves for looking names up only: an event's own checks have run.
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
