import Diagnostics
import Reading

/// The entries that `--as-of` leaves out as not yet known, as texts name them.
struct LaterEntries {
    /// A part of an entry that is left out because it names one of them.
    struct Part {
        let kind: EntryKind
        let head: EntryHead
        /// In words: "section 'What happens next?'".
        let name: String
        /// The first of them that it names: "source 'report'".
        let cause: String
    }

    /// Whether an id, looked up from the place of the text, is that of a later entry.
    let isLater: (EntryKind, String) -> Bool
    /// The paths of their documents and of their pages.
    let paths: Set<String>

    /// The first later entry that some nodes of a text link to or cite: "source 'report'"; nil if there is none.
    func firstNamed(in prose: Prose, _ nodes: Range<Int>, of document: String) -> String? {
        for target in prose.targets(in: nodes) {
            let name: String? =
                switch target {
                case .reference(let reference):
                    EntryKind(referenceWord: reference.kind).flatMap { nameOfLater($0, reference.id) }
                case .speaker(let speaker): nameOfLater(.person, speaker.id) ?? nameOfLater(.party, speaker.id)
                case .citation(let citations): citations.lazy.compactMap { nameOfLater(.source, $0.id) }.first
                case .link(let link):
                    contentPath(link.path, relativeTo: document).flatMap { paths.contains($0) ? "'\($0)'" : nil }
                case .webLink, .image, .dataImage: nil
                }
            if let name { return name }
        }
        return nil
    }

    /// The first later source of a part, if no earlier one supports it; nil if one does, or if it has none.
    func onlySource(of part: [SourceUse]) -> String? {
        let later = part.compactMap { nameOfLater(.source, $0.source.text) }
        return later.count == part.count ? later.first : nil
    }

    /// The name of an entry if it is a later one.
    func nameOfLater(_ kind: EntryKind, _ id: String) -> String? {
        isLater(kind, id) ? "\(kind.word) '\(id)'" : nil
    }
}

extension EntryHead {
    /// The same head without the accounts that only later sources tell, and without the sections of its text that name
    /// later entries.
    func leavingOut(_ later: LaterEntries, of kind: EntryKind, _ parts: inout [LaterEntries.Part]) -> EntryHead {
        withEarlierAccounts(later, of: kind, &parts).withEarlierSections(later, of: kind, &parts)
    }

    private func withEarlierAccounts(
        _ later: LaterEntries, of kind: EntryKind, _ parts: inout [LaterEntries.Part]
    ) -> EntryHead {
        var left = fields.accounts
        left.removeAll { account in
            let cause =
                account.by.reference.kind.flatMap { later.nameOfLater($0, account.by.reference.id) }
                ?? later.firstNamed(in: account.text, account.text.nodes.indices, of: path)
                ?? later.onlySource(of: account.sources)
            if let cause {
                let name = "account by '\(account.by.reference.text)'"
                parts.append(LaterEntries.Part(kind: kind, head: self, name: name, cause: cause))
            }
            return cause != nil
        }
        return left.count == fields.accounts.count ? self : with(accounts: left)
    }

    private func withEarlierSections(
        _ later: LaterEntries, of kind: EntryKind, _ parts: inout [LaterEntries.Part]
    ) -> EntryHead {
        guard let body, later.firstNamed(in: body, body.nodes.indices, of: path) != nil else { return self }
        let kept = body.keepingSections { section in
            let range = section.nodes
            guard let cause = later.firstNamed(in: body, range, of: path) else { return true }
            let name = section.heading.map { "section '\($0.text)'" } ?? "text before the first heading"
            parts.append(LaterEntries.Part(kind: kind, head: self, name: name, cause: cause))
            return false
        }
        return with(kept.isEmpty ? nil : kept)
    }
}

extension Response {
    /// The same answer without the grounds that only later sources tell, or whose texts name later entries.
    func leavingOutGrounds(_ later: LaterEntries, _ parts: inout [LaterEntries.Part]) -> Response {
        var fields = fields
        fields.grounds.removeAll { ground in
            let cause =
                ground.text.flatMap { later.firstNamed(in: $0, $0.nodes.indices, of: head.path) }
                ?? later.onlySource(of: ground.sources)
            if let cause {
                let name = "ground '\(ground.title.value)'"
                parts.append(LaterEntries.Part(kind: .response, head: head, name: name, cause: cause))
            }
            return cause != nil
        }
        return fields.grounds.count == self.fields.grounds.count ? self : Response(head: head, fields: fields)
    }
}
