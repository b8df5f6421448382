/// A dispute in shorthand, so that a rule's test is one line of a table.
///
/// Acts stand between semicolons. Each is a word with `field=value` pairs, and has every other required field by default:
/// `demand to=b,c deadline=9; accepted from=c; event as_of=10`.
///
/// - `event`, `demand`, `threat`, `statement`, `party`, `person`, `source`; `meeting`, `agreement` and the other kinds of
///   moment; any other word is a response of that kind.
/// - `role` gives the person `ann` a role, `correction` and `relation` add to the entry that `of=` names.
/// - Ids are `d1`, `r1`, `t1`, `s1`, `m1`, `source1` and so on, in the order of the acts. The parties `a` to `d` and the
///   person `ann` are always there. A demand goes from `a` to `b`; an answer comes from `b` to `d1`.
/// - A field without a value is left out: `threat unless=`.
/// - A number in a date's field is a day of February 2026. `_` is a space, `,` separates the items of a list. What
///   begins with `{` or `[` is YAML, with whole dates.
package struct Dispute: Sendable, Equatable {
    private typealias Fields = [(name: String, value: String)]

    private static let dates: Set = [
        "announced", "as_of", "asked_on", "began", "cancelled", "date", "deadline", "ended", "from", "published",
        "state_date",
        "until",
        "updated",
        "withdrawn",
    ]
    private static let moments: Set = [
        "meeting", "agreement", "vote", "ruling", "filing", "publication", "action", "attack", "background", "other",
    ]

    /// The front matter and the fences of an `event.md`.
    package let event: String

    package init(_ acts: String) {
        var event: Fields = [("title", "The dispute"), ("summary", "What it is about.")]
        var lists: [(name: String, items: [Fields])] = [
            (
                "parties",
                ["a", "b", "c", "d"].map { [("id", $0), ("name", "Party_\($0.uppercased())"), ("kind", "company")] }
            ),
            ("people", [[("id", "ann"), ("name", "Ann")]]), ("demands", []), ("responses", []), ("threats", []),
            ("statements", []), ("moments", []), ("sources", []),
        ]
        var nested: [(list: String, owner: String, fields: Fields)] = []
        func add(_ list: String, _ prefix: String, _ defaults: Fields, _ fields: Fields) {
            guard let place = lists.firstIndex(where: { $0.name == list }) else { return }
            let number = lists[place].items.count + 1
            let item = Dispute.merged(
                [("id", "\(prefix)\(number)")] + defaults.map { ($0, $1.replacing("#", with: "\(number)")) }, fields)
            let id = item[0].value
            if let known = lists[place].items.firstIndex(where: { $0[0].value == id }) {
                lists[place].items[known] = Dispute.merged(lists[place].items[known], fields)
            } else {
                lists[place].items.append(item)
            }
        }
        for act in acts.split(separator: ";") {
            let words = act.split(separator: " ").map(String.init)
            guard let word = words.first else { continue }
            let fields: Fields = words.dropFirst().map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return (parts[0], parts.count > 1 ? parts[1] : "")
            }
            switch word {
            case "event": event = Dispute.merged(event, fields)
            case "party": add("parties", "party", [("name", "Party_#"), ("kind", "company")], fields)
            case "person": add("people", "person", [("name", "Person_#")], fields)
            case "role": nested.append(("roles", "ann", Dispute.merged([("title", "chair")], fields)))
            case "correction", "relation":
                let owner = fields.first { $0.name == "of" }?.value ?? "d1"
                let own = fields.filter { $0.name != "of" }
                let defaults: Fields =
                    word == "relation" ? [] : [("date", "3"), ("kind", "correction"), ("text", "It was wrong.")]
                nested.append((word + "s", owner, Dispute.merged(defaults, own)))
            case "demand":
                add("demands", "d", [("title", "Demand_#"), ("from", "a"), ("to", "b"), ("date", "1")], fields)
            case "threat":
                let defaults = [
                    ("title", "Threat_#"), ("from", "a"), ("to", "b"), ("unless", "d1"), ("kind", "strike"),
                    ("date", "1"), ("state", "threatened"),
                ]
                add("threats", "t", defaults, fields)
            case "statement":
                let hasText = fields.contains { $0.name == "words" || $0.name == "paraphrase" }
                let text: Fields = hasText ? [] : [("words", "Words_#")]
                add("statements", "s", [("speaker", "ann"), ("date", "2"), ("medium", "speech")] + text, fields)
            case "source": add("sources", "source", [("title", "Source_#"), ("type", "report")], fields)
            case _ where Dispute.moments.contains(word):
                add("moments", "m", [("title", "Moment_#"), ("date", "3"), ("kind", word)], fields)
            default:
                let defaults = [
                    ("title", "Answer_#"), ("answers", "d1"), ("from", "b"), ("date", "2"), ("kind", word),
                ]
                add("responses", "r", defaults, fields)
            }
        }
        var text = "---\n" + event.map { "\($0.name): \(Dispute.yaml($0))\n" }.joined()
        for list in lists where !list.items.isEmpty {
            text += "\(list.name):\n"
            for item in list.items {
                var parts = item.map { "\($0.name): \(Dispute.yaml($0))" }
                for name in ["roles", "corrections", "relations"] {
                    let own = nested.filter { $0.list == name && $0.owner == item[0].value }
                    if own.isEmpty { continue }
                    let records = own.map { record in
                        "{" + record.fields.map { "\($0.name): \(Dispute.yaml($0))" }.joined(separator: ", ") + "}"
                    }
                    parts.append("\(name): [\(records.joined(separator: ", "))]")
                }
                text += "  - {\(parts.joined(separator: ", "))}\n"
            }
        }
        self.event = text + "---\n"
    }

    /// The first fields with the values of the others, then those of the others that are new.
    private static func merged(_ fields: Fields, _ others: Fields) -> Fields {
        var result = fields
        for other in others {
            if let place = result.firstIndex(where: { $0.name == other.name }) {
                result[place].value = other.value
            } else {
                result.append(other)
            }
        }
        return result.filter { !$0.value.isEmpty }
    }

    private static func yaml(_ field: (name: String, value: String)) -> String {
        if field.value.hasPrefix("{") || field.value.hasPrefix("[") { return field.value.replacing("_", with: " ") }
        if field.value == "true" { return field.value }
        let items = field.value.split(separator: ",", omittingEmptySubsequences: false).map { item in
            let text = String(item)
            if dates.contains(field.name), text.count <= 2, Int(text) != nil {
                return "\"2026-02-\(text.count == 1 ? "0" : "")\(text)\""
            }
            return "\"\(field.name == "zone" ? text : text.replacing("_", with: " "))\""
        }
        return items.count == 1 ? items[0] : "[\(items.joined(separator: ", "))]"
    }
}
