import Model
import Templates

extension PageType {
    static let statement = PageType(
        OutputKind(
            "statement", .page, .entries(.statement), anchors: { $0.own + $0.corrections },
            optionalAnchors: \.footSections),
        "A statement's page.", kicker: { _ in "Statement" },
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
