import Model
import Presenting
import Templates

extension PageType {
    static let person = PageType(
        OutputKind(
            "person", .page, .entries(.person), anchors: { $0.own + $0.corrections },
            optionalAnchors: \.footSections),
        "A person's page.", kicker: { $0.page.words.words(EntryKind.person) },
        gather: { $0.person($1.own()) }
    ) {
        PersonRoot(common: $0, handle: $0.context.output.own())
    }
}

struct PersonRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Person>
    static let record = RecordType<PersonRoot>("person_root", "Names on a person's page.")
        .fields(of: CommonRoot.record) { $0.common }
        .optionalRecord("event", "The event; absent for a person that events share.") { $0.common.optionalEvent }
        .record("person", "The person.") { PersonPageView(handle: $0.handle, page: $0.common.context) }
}
