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
    }

    /// Whether an id, looked up from the place of the text, is that of a later entry.
    let isLater: (EntryKind, String) -> Bool
    /// The paths of their documents and of their pages.
    let paths: Set<String>

    /// Whether some nodes of a text link to or cite a later entry.
    func areNamed(in prose: Prose, _ nodes: Range<Int>, of document: String) -> Bool {
        prose.targets(in: nodes).contains { target in
            switch target {
            case .reference(let reference):
                EntryKind(referenceWord: reference.kind).map { isLater($0, reference.id) } ?? false
            case .speaker(let speaker): isLater(.person, speaker.id) || isLater(.party, speaker.id)
            case .citation(let citations): citations.contains { isLater(.source, $0.id) }
            case .link(let link): contentPath(link.path, relativeTo: document).map(paths.contains) ?? false
            case .webLink, .image, .dataImage: false
            }
        }
    }
}

extension EntryHead {
    /// The same head without the sections of its text that name later entries.
    func leavingOut(_ later: LaterEntries, of kind: EntryKind, _ parts: inout [LaterEntries.Part]) -> EntryHead {
        guard let body, later.areNamed(in: body, body.nodes.indices, of: path) else { return self }
        let kept = body.keepingSections { section in
            let range = section.nodes
            guard later.areNamed(in: body, range, of: path) else { return true }
            let name = section.heading.map { "section '\($0.text)'" } ?? "text before the first heading"
            parts.append(LaterEntries.Part(kind: kind, head: self, name: name))
            return false
        }
        return with(kept.isEmpty ? nil : kept)
    }
}
