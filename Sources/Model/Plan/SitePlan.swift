/// Every file that a build of a site will write, with its path, kind, owner and inputs: made once, before anything is
/// checked or rendered. Whoever needs a path asks the plan.
///
/// A class, so that the views of a page hold it at the cost of one reference; nothing of it ever changes.
package final class SitePlan: Sendable {
    /// What the number of a kind's files may depend on.
    package struct Facts: Sendable {
        package let site: Site
        /// How many corrections the site has.
        package let corrections: Int
        /// How many of the pages planned so far search engines are told of.
        package var listedPages = 0
    }

    package let site: Site
    /// The files below `content/` that are copied, and those that are not.
    package let published: PublishedFiles
    /// In the order in which outputs are planned.
    package let kinds: [OutputKind]
    /// Pages first, those of an event one after the other, then exports, the files that are copied, and redirects.
    package let outputs: [PlannedOutput]
    /// Files that would be written to one path.
    package let collisions: [Collision]
    /// Where redirects lead, in their order.
    private let targets: [Route]
    private let index: PathIndex
    /// The place of the first output of each kind in each scope, by kind, then scope (from -1); -1 for none.
    private let firsts: [Int32]
    /// By the raw value of a kind of entry: which kind of page is its own or lists it; -1 for none.
    private let pageKinds: [Int]

    init(_ planner: SitePlanner, collisions: [Collision]) {
        site = planner.site
        published = planner.published
        kinds = planner.kinds
        outputs = planner.outputs
        targets = planner.targets
        index = planner.index
        firsts = planner.firsts
        pageKinds = planner.pageKinds
        self.collisions = collisions
    }

    package func kind(of output: PlannedOutput) -> OutputKind { kinds[output.kindIndex] }

    /// The output at a path, upper and lower case being the same.
    package func output(at path: String) -> PlannedOutput? {
        index.place(of: path, in: outputs).map { outputs[$0] }
    }

    /// The page on which an entry is told: its own, or the one that lists it. Nil for an entry that no kind of page shows.
    package func page(of handle: AnyHandle) -> PlannedOutput? {
        let kind = pageKinds[Int(handle.kind.rawValue)]
        guard kind >= 0 else { return nil }
        if case .entries = kinds[kind].extent {
            let scope = handle.kind == .page ? -1 : handle.kind == .event ? Int(handle.index) : Int(handle.scope)
            let first = first(kind, scope)
            guard first >= 0 else { return nil }
            return outputs[handle.kind == .event ? first : first + Int(handle.index)]
        }
        let place = first(kind, Int(handle.scope))
        return place < 0 ? nil : outputs[place]
    }

    /// The path of the page on which an entry is told.
    package func path(of handle: AnyHandle) -> String { page(of: handle)?.path ?? Self.home }

    /// Where an entry is told.
    package func route(of handle: AnyHandle) -> Route { Route(path(of: handle), anchor: anchor(of: handle)) }

    /// The id of an entry's element on the page that lists it; nil for an entry with a page of its own.
    package func anchor(of handle: AnyHandle) -> String? {
        anchorPrefix(of: handle.kind).map { $0 + site.id(of: handle) }
    }

    /// What stands before an entry's id in the id of its element; nil for a kind with pages of its own.
    package func anchorPrefix(of kind: EntryKind) -> String? {
        let place = pageKinds[Int(kind.rawValue)]
        return place < 0 ? nil : kinds[place].told?.prefix
    }

    /// The first file of a kind in a scope; -1 is the site. Nil if there is none.
    package func output(_ kind: OutputKind, scope: Int = -1) -> PlannedOutput? {
        guard let position = kinds.firstIndex(where: { $0.name == kind.name }) else { return nil }
        let place = first(position, scope)
        return place < 0 ? nil : outputs[place]
    }

    package func route(to kind: OutputKind, scope: Int = -1) -> Route? {
        output(kind, scope: scope).map { Route($0.path) }
    }

    /// The file of a kind that is made for an entry beside its own page, or for an event; nil if the site has none.
    package func route(to kind: OutputKind, beside handle: AnyHandle) -> Route? {
        switch kind.extent {
        case .scopes: return handle.kind == .event ? route(to: kind, scope: Int(handle.index)) : nil
        case .besideEntries(handle.kind, _, _):
            guard let position = kinds.firstIndex(where: { $0.name == kind.name }) else { return nil }
            let place = first(position, Int(handle.scope))
            return place < 0 ? nil : Route(outputs[place + Int(handle.index)].path)
        default: return nil
        }
    }

    /// The file at a place of a list that takes several.
    package func route(to kind: OutputKind, part: Int) -> Route? {
        guard let position = kinds.firstIndex(where: { $0.name == kind.name }) else { return nil }
        let place = first(position, -1) + part
        guard place >= part, outputs.indices.contains(place), outputs[place].kindIndex == position else {
            return nil
        }
        return Route(outputs[place].path)
    }

    /// Another page of the list that a page is part of.
    package func route(toPart part: Int, of output: PlannedOutput) -> Route? {
        guard let entry = output.entry else { return route(to: kind(of: output), part: part) }
        guard part >= 0, let found = self.output(at: ListPart.path(path(of: entry), part: part)), found.entry == entry,
            found.part == part
        else { return nil }
        return Route(found.path)
    }

    /// Where a redirect leads.
    package func target(of redirect: PlannedOutput) -> Route { targets[redirect.target] }

    private func first(_ kind: Int, _ scope: Int) -> Int { Int(firsts[kind * (site.events.count + 1) + scope + 1]) }

    /// The home page: of a site about one event the event's.
    package static let home = folderPage
}
