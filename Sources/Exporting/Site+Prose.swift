import Model
import Reading

extension Site {
    /// Lets a visitor see every Markdown text of an entry, its body first.
    func visitProse(of handle: AnyHandle, _ visit: (Prose) -> Void) {
        if let entry = entry(of: handle) { return entry.visitProse(visit) }
        if handle.kind == .event { return events[Int(handle.index)].visitProse(visit) }
        if let body = head(of: handle).body { visit(body) }
    }

    /// The sources that an entry's fields name.
    func sources(of handle: AnyHandle) -> [SourceUse] { head(of: handle).sources }

    func corrections(of handle: AnyHandle) -> [Correction] { head(of: handle).corrections }
}
