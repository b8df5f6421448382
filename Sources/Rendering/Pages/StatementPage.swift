import Model
import Presenting
import Templates

extension PageType {
    static let statement = PageType(
        OutputKind(
            "statement", .page, .entries(.statement), anchors: { $0.own + $0.corrections + alsoSaid($0) },
            optionalAnchors: \.footSections),
        "A statement's page.", kicker: { $0.page.words.words(EntryKind.statement) },
        gather: { $0.statement($1.own(), isOwn: true) }
    ) {
        StatementRoot(common: $0, handle: $0.context.output.own())
    }
}

struct StatementRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Statement>
    static let record = RecordType<StatementRoot>("statement_root", "Names on a statement's page.")
        .fields(of: EventRoot.record) { EventRoot(common: $0.common) }
        .record("statement", "The statement.") { StatementView(handle: $0.handle, page: $0.common.context) }
}

/// The elements of what the same speaker said on the same day by the same medium, which the page shows too.
private func alsoSaid(_ page: AnchorContext) -> [String] {
    guard let own = page.page.entry?.typed(Statement.self), let record = page.record else { return [] }
    return page.ids(.statement, record.alsoSaid(with: Int(own.index)).shown, scope: Int(own.scope))
}
