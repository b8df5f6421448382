import Model
import Reading

/// What entries are called, and their prose as plain text: the same on pages and in exports.
package protocol EntryNaming {
    var site: Site { get }
    /// One an event, at the event's index.
    var records: [EventRecord] { get }
    var words: Words { get }
}

extension EntryNaming {
    /// The name that readers see, statements by their computed title.
    package func name(of handle: AnyHandle) -> String {
        guard handle.kind == .statement else { return site.displayName(of: handle) }
        return site.statementTitle(Int(handle.index), records[Int(handle.scope)], words)
    }

    /// The word for an entry's kind: "Demand", "Refusal".
    package func kindWords(of handle: AnyHandle) -> String {
        if let response = handle.typed(Response.self), site[response].kindOfResponse.value.isRefusal {
            return words.words(entryKind: "refusal")
        }
        if let demand = handle.typed(Demand.self) { return words.words(site.form(of: site[demand])) }
        if let threat = handle.typed(Threat.self) { return words.nounWords(site.label(of: site[threat])) }
        return words.words(handle.kind)
    }

    /// How a party answered, in a word: "Refused", "Contested".
    package func kindWords(of response: Response) -> String {
        site.contests(response) ? words[.contested] : words.words(response.kindOfResponse.value)
    }

    /// The same within a line of other words.
    package func inlineKindWords(of response: Response) -> String {
        site.contests(response) ? words[.contestedInline] : words.inlineWords(response.kindOfResponse.value)
    }

    /// The scope from which an entry's prose looks up names: its event, or -1.
    package func scope(of handle: AnyHandle) -> Int {
        switch handle.kind {
        case .event: Int(handle.index)
        case .page: site.scope(of: site.pages[Int(handle.index)])
        default: Int(handle.scope)
        }
    }

    /// The event that an entry belongs to; nil for what is shared, and for pages outside events.
    package func event(of handle: AnyHandle) -> Int? {
        let scope = scope(of: handle)
        return scope < 0 || (handle.kind == .page && site.pages[Int(handle.index)].event == nil) ? nil : scope
    }

    /// The zone of an entry's dates.
    package func zone(of handle: AnyHandle) -> ClockZone { site.zone(ofScope: scope(of: handle)) }

    /// The BCP 47 tag of the language that an entry is written in.
    package func language(of handle: AnyHandle) -> String {
        event(of: handle).map { site.language(ofEvent: $0) } ?? site.settings.language.value
    }

    /// Prose as text, a block a line; nil if there is none.
    package func plainText(_ prose: Prose?, scope: Int) -> String? {
        guard let prose, !prose.isEmpty else { return nil }
        var plain = ProseText()
        add(prose, scope: scope, to: &plain)
        return plain.isEmpty ? nil : plain.text
    }

    package func add(_ prose: Prose, scope: Int, to plain: inout ProseText) {
        plain.add(prose) { reference in
            guard let kind = EntryKind(referenceWord: reference.kind) else { return nil }
            return site.index.find(kind, reference.id, from: scope).found.map { name(of: $0) }
        }
    }
}
