import Diagnostics
import Model
import Reading

/// One walk through everything of a scope, which calls each check with what it looks at.
extension CheckScope {
    /// Walks an event and its entries, or the entries that all events share.
    func walk(_ findings: inout Findings) {
        var collector = ReferenceCollector(file: site.settings.file)
        if index >= 0 { walkEvent(&collector, &findings) }
        walk(entries.parties, &collector, &findings)
        walk(entries.people, &collector, &findings)
        walk(entries.demands, &collector, &findings)
        walk(entries.responses, &collector, &findings)
        walk(entries.threats, &collector, &findings)
        walk(entries.statements, &collector, &findings)
        walk(entries.moments, &collector, &findings)
        walk(entries.sources, &collector, &findings)
        walk(entries.terms, &collector, &findings)
        findings.mentions += collector.mentions
        for check in context.scopeChecks { check(self, &findings) }
    }

    private func walk<Kind: ReferenceHolder>(
        _ list: [Kind], _ collector: inout ReferenceCollector, _ findings: inout Findings
    ) {
        for position in list.indices {
            visit(list[position], AnyHandle(Kind.kind, scope: index, index: position), &collector, &findings)
        }
    }

    private func visit<Kind: ReferenceHolder>(
        _ entry: Kind, _ owner: AnyHandle, _ collector: inout ReferenceCollector, _ findings: inout Findings
    ) {
        collector.begin(owner, in: entry.head.file)
        entry.noteReferences(in: &collector)
        visit(entry.head, owner, &collector, &findings) { entry.visitProse($0) }
    }

    private func walkEvent(_ collector: inout ReferenceCollector, _ findings: inout Findings) {
        let event = site.events[index]
        let owner = AnyHandle(.event, scope: -1, index: index)
        collector.begin(owner, in: event.head.file)
        for fact in event.keyFacts { collector.note(fact.sources) }
        visit(event.head, owner, &collector, &findings) { event.visitProse($0) }
    }

    /// Walks a free page; the scope is the one from which it looks up names.
    func walk(_ page: Page, _ position: Int, _ findings: inout Findings) {
        let owner = AnyHandle(.page, scope: page.event ?? -1, index: position)
        var collector = ReferenceCollector(file: page.head.file)
        collector.begin(owner, in: page.head.file)
        visit(page.head, owner, &collector, &findings) { visit in
            if let body = page.head.body { visit(body) }
            for correction in page.head.corrections { visit(correction.text) }
        }
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

    /// What every entry, event and page has.
    private func visit(
        _ head: EntryHead, _ owner: AnyHandle, _ collector: inout ReferenceCollector, _ findings: inout Findings,
        _ eachProse: ((Prose) -> Void) -> Void
    ) {
        collector.note(head.sources)
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
