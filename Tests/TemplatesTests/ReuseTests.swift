import Testing

@testable import Templates

/// Records and lists are allocated once for each register, and never change while they have another reference.
@Suite struct ReuseTests {
    struct Node: TemplateView {
        let name: String
        var children: [Node] = []
        static let record = RecordType<Node>("node", "A node.")
            .text("name", "Its name.") { $0.name }
            .list("children", "Below it.") { $0.children }
            .optionalRecord("first", "The first one below it.") { $0.children.first }
            .list("names", "Those below it.", of: { $0.children.map(\.name) }) { owner, name in
                Node(name: owner.name + name)
            }
    }

    private let tree = Node(
        name: "a",
        children: [Node(name: "b", children: [Node(name: "c")]), Node(name: "d", children: [Node(name: "e")])])

    private func name(_ value: Value) -> String? {
        guard case .record(let record) = value, case .text(let text) = record.value(at: 0) else { return nil }
        return text
    }

    private func identity(_ value: Value) -> ObjectIdentifier? {
        switch value {
        case .record(let record): ObjectIdentifier(record)
        case .list(let list): ObjectIdentifier(list)
        default: nil
        }
    }

    /// Reads a field of two records one after the other into a register without another reference, and again with one.
    @Test(arguments: [1, 2, 3]) func usesWhatNobodyElseHolds(_ slot: Int) {
        let one = Node.record.of(tree.children[0])
        let two = Node.record.of(tree.children[1])
        var register = Value.absent
        one.read(slot, into: &register)
        let first = identity(register)
        two.read(slot, into: &register)
        #expect(first != nil && identity(register) == first)
        let held = register
        one.read(slot, into: &register)
        #expect(identity(register) != first)
        #expect(identity(held) == first)
        func element(_ value: Value) -> Value {
            if case .list(let list) = value { list.element(at: 0) } else { value }
        }
        #expect(name(element(held)) == (slot == 3 ? "de" : "e"))
        #expect(name(element(register)) == (slot == 3 ? "bc" : "c"))
    }

    @Test func putsTheNextElementWhereTheLastOneWas() {
        var list = Value.absent
        Node.record.of(tree).read(1, into: &list)
        guard case .list(let children) = list else { return #expect(Bool(false), "no list") }
        var register = Value.absent
        children.read(0, into: &register)
        let first = identity(register)
        children.read(1, into: &register)
        #expect(identity(register) == first && name(register) == "d")
        let held = register
        children.read(0, into: &register)
        #expect(name(held) == "d" && name(register) == "b" && identity(register) != first)
    }

    /// Values that a template keeps from a loop do not change.
    @Test func keepsWhatTemplatesKeep() {
        let people = ["A", "B", "C"].map { PersonView(name: $0, children: [PersonView(name: $0 + "1")]) }
        let rendered = render(
            """
            {% for p in people %}{% for c in p.children %}{% set q = p %}{{ q.name }}{{ c.name }}\
            {% endfor %}\
            {% if loop.previtem %}{{ loop.previtem.name }}/{{ p.name }}{% endif %}{% endfor %}
            {% for p in people|sort(attribute="name", reverse=true) %}{{ p.name }}{{ p.children|map(attribute="name")|join }}{% endfor %}
            {% for p in people if p.name != "B" %}{{ p.name }}{{ loop.length }}{% endfor %}
            {% for g in people|groupby("name") %}{{ g.grouper }}{{ g.list|map(attribute="name")|join }}{% endfor %}
            """, view: RootView(people: people))
        #expect(rendered.problems.isEmpty, "\(rendered.messages)")
        #expect(rendered.text == "AA1BB1A/BCC1B/C\nCC1BB1AA1\nA2C2\nAABBCC")
    }
}
