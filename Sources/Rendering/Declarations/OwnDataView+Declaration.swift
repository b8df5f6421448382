import Model
import Presenting
import Templates

extension OwnDataView: TemplateView {
    package static let record = RecordType<OwnDataView>(
        "own_data", "An item of the writer’s own data, `extra`: a member of a mapping, or an item of a list."
    )
    .text("name", "The member’s name; empty for an item of a list.") { $0.name }
    .optionalText("text", "Its text; absent for a mapping or a list.") { $0.text }
    .list("items", "What is in it, if it is a mapping or a list.") { $0.items }
}
