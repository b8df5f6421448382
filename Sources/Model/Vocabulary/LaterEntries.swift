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

    /// The name of an entry if it is a later one.
    func nameOfLater(_ kind: EntryKind, _ id: String) -> String? {
        isLater(kind, id) ? "\(kind.word) '\(id)'" : nil
    }
}

extension EntryHead {
    /// The same head without the sections of its text that name later entries.
    func leavingOut(_ later: LaterEntries, of kind: EntryKind, _ parts: inout [LaterEntries.Part]) -> EntryHead {
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
