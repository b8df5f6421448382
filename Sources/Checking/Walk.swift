import Diagnostics
import Model
import Reading

/// One walk through everything of a scope, which calls each check with what it looks at.
extension CheckScope {
    /// Walks an event and its entries, or the entries that all events share.
    func walk(_ findings: inout Findings) {
        var collector = ReferenceCollector(file: site.settings.file)
        if index >= 0 { walkEvent(&collector, &findings) }
        entries.forEach { entry, position in
            visit(
                entry.head, AnyHandle(entry.kind, scope: index, index: position), &collector, &findings,
                eachReference: entry.visitReferences, eachProse: entry.visitProse)
        }
        findings.mentions += collector.mentions
        for check in context.scopeChecks { check(self, &findings) }
    }

    private func walkEvent(_ collector: inout ReferenceCollector, _ findings: inout Findings) {
        let event = site.events[index]
        visit(
            event.head, AnyHandle(.event, scope: -1, index: index), &collector, &findings,
            eachReference: event.visitReferences, eachProse: event.visitProse)
    }

    /// Walks a free page; the scope is the one from which it looks up names.
    func walk(_ page: Page, _ position: Int, _ findings: inout Findings) {
        var collector = ReferenceCollector(file: page.head.file)
        visit(
            page.head, AnyHandle(.page, scope: page.event ?? -1, index: position), &collector, &findings,
            eachReference: page.visitReferences, eachProse: page.visitProse)
        findings.mentions += collector.mentions
    }

    /// Walks the introduction of the home page, in site.md.
    func walkIntroduction(_ findings: inout Findings) {
        guard let introduction = site.settings.introduction else { return }
        let file = site.settings.file
        // In a site about one event its entries are named without it, here as on free pages.
        let scope = site.isOneEvent ? CheckScope(context, index: 0, record: nil) : self
        var collector = ReferenceCollector(file: file)
        let place = ProsePlace(file: file, path: "site.md", owner: nil, isBody: true)
        scope.visit(introduction, place, &collector, &findings)
        scope.finish(&collector, &findings)
        findings.mentions += collector.mentions
    }

    /// Visits an entry, an event or a page.
    private func visit(
        _ head: EntryHead, _ owner: AnyHandle, _ collector: inout ReferenceCollector, _ findings: inout Findings,
        eachReference: ((FieldReference) -> Void) -> Void, eachProse: ((Prose) -> Void) -> Void
    ) {
        collector.begin(owner, in: head.file)
        eachReference { collector.note($0) }
        for check in context.entryChecks { check(head, self, &findings) }
        var isBody = head.body != nil
        eachProse { prose in
            let place = ProsePlace(file: head.file, path: head.path, owner: owner, isBody: isBody)
            isBody = false
            visit(prose, place, &collector, &findings)
        }
        finish(&collector, &findings)
    }

    private func visit(
        _ prose: Prose, _ place: ProsePlace, _ collector: inout ReferenceCollector, _ findings: inout Findings
    ) {
        collector.note(prose, in: self)
        for check in context.proseChecks { check(prose, place, self, &findings) }
    }

    /// Has the checks look at the references of one entry that name nothing.
    private func finish(_ collector: inout ReferenceCollector, _ findings: inout Findings) {
        if collector.faulty.isEmpty { return }
        findings.hasFaultyNames = true
        for reference in collector.faulty {
            for check in context.referenceChecks { check(reference, self, &findings) }
        }
        collector.faulty.removeAll()
    }
}
