/// What a writer may write, kind by kind and field by field: what `explainer fields` prints, and FIELDS.md.
///
/// Readers ask for fields one by one; a test reads every group with this guide in its hand, so that names, required
/// fields, dates and closed lists cannot say anything else.
package enum FieldGuide {
    /// A mapping that is read: an entry of a kind, the settings, or a record inside one of these.
    package struct Group: Sendable {
        /// As messages call it: "demand", "key fact".
        package let name: String
        /// Where it is written: "demands/<id>.md, or an item of 'demands' in event.md".
        package let place: String
        /// What it is, in a sentence.
        package let meaning: String
        /// The most needed first.
        package let fields: [Field]
        /// Whether it may have `common` fields too.
        package var isEntry = true
    }

    package struct Field: Sendable {
        package let name: String
        /// What is written there: "text", "date", "a party's id".
        package let form: String
        package let meaning: String
        package var isRequired = false
        /// The closed list of what it may be; empty where there is none.
        package var choices: [String] = []

        /// A field that must be there.
        static func required(_ name: String, _ form: String, _ meaning: String, _ choices: [String] = []) -> Field {
            Field(name: name, form: form, meaning: meaning, isRequired: true, choices: choices)
        }

        static func optional(_ name: String, _ form: String, _ meaning: String, _ choices: [String] = []) -> Field {
            Field(name: name, form: form, meaning: meaning, choices: choices)
        }
    }

    /// All groups, in the order in which a writer meets them.
    package static let groups: [Group] = settings + [event] + parts + acts + evidence + [page] + records

    /// The group that messages call by this name; a folder's name will do too.
    package static func group(_ name: String) -> Group? {
        groups.first { $0.name == name }
            ?? groups.first { group in
                EntryKind(folder: name)?.word == group.name || name == "refusal" && group.name == "response"
            }
    }

    /// What every entry, page and event may have.
    package static let common: [Field] = [
        .optional("summary", "text", "One sentence, at most 200 characters."),
        .optional("sources", "source ids, or records of 'source reference'", "Where it was found."),
        .optional("updated", "date", "When the text last changed."),
        .optional("corrections", "records of 'correction'", "Changes that readers are told of."),
        .optional(
            "moved_from", "paths", "Old addresses, from the site's root, that lead here; a folder without '.html'."),
        .optional("draft", "true or false", "Left out unless the build has --drafts."),
        .optional("embargo", "date with clock time and offset", "Left out until that moment."),
        .optional("hold", "text", "A legal hold and its reason: the site is not built while the entry would be in it."),
    ]

    static func names<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> [String]
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue)
    }

    static func entryPlace(_ folder: String, also other: String? = nil) -> String {
        "\(folder)/<id>.md" + (other.map { " or \($0)/<id>.md" } ?? "") + ", or an item of '\(folder)' in event.md"
    }
}
