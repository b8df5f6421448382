/// A folder that holds entries, which is also the field of `event.md` that lists them.
///
/// Each kind has one. Refusals and offers, which are responses and demands with a word of their own, have a second one.
package struct EntryFolder: Sendable, Hashable {
    package let name: String
    package let kind: EntryKind
    /// What one of its entries is called: `refusal`.
    package let word: String

    private init(_ name: String, _ kind: EntryKind, word: String) {
        (self.name, self.kind, self.word) = (name, kind, word)
    }

    /// Responses whose kind is a refusal; it need not be written.
    package static let refusals = EntryFolder("refusals", .response, word: "refusal")
    /// Demands whose form is an offer or a proposal; it need not be written.
    package static let offers = EntryFolder("offers", .demand, word: "offer")

    /// Those of the kinds come first.
    package static let all =
        EntryKind.allCases.compactMap { kind in kind.folder.map { EntryFolder($0, kind, word: kind.word) } }
        + [refusals, offers]

    package init?(named name: String) {
        let length = name.utf8.count
        // Most names differ in length, which is seen sooner than that texts differ.
        guard let found = Self.all.first(where: { $0.name.utf8.count == length && $0.name == name }) else { return nil }
        self = found
    }
}
