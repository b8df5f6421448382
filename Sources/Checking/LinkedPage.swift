import Model
import Reading

/// A page that a link leads to, with the places on it that a link may name.
enum LinkedPage {
    /// The page of an entry, an event or a free page; the list on which an entry without a page stands.
    case page(AnyHandle)
    /// A page that the site makes, by its path.
    case generated(String)

    init(_ handle: AnyHandle, in site: Site) {
        switch handle.kind {
        case .moment, .source, .term: self = .generated(site.route(of: handle).path)
        default: self = .page(handle)
        }
    }

    /// Places that the default templates give every page of an event.
    private static let sections = [
        "answers", "corrections", "demands", "key-facts", "sources", "sourcing", "standoff", "statements", "terms",
        "threats", "timeline",
    ]

    /// The headings of the page's own text, which a writer sees as its anchors.
    func anchors(in site: Site) -> [String] {
        switch self {
        case .page(let handle):
            site.head(of: handle).body?.anchors ?? []
        case .generated("index.html"):
            site.settings.introduction?.anchors ?? []
        case .generated: []
        }
    }

    /// Whether an element other than a heading has this id: an entry shown on the page, or one of its sections.
    func hasElement(_ id: String, in site: Site) -> Bool {
        switch self {
        case .page(let handle):
            guard handle.kind == .event else {
                return ["corrections", "sources", "terms"].contains(id)
                    || id == "\(handle.kind.word)-\(site.id(of: handle))"
            }
            if LinkedPage.sections.contains(id) { return true }
            return names(
                id, [.demand, .response, .threat, .statement, .party, .person, .term], Int(handle.index), site)
        case .generated(let path):
            let folder = RelativePath.folder(of: path)
            let scope = site.index.find(.event, folder, from: -1).found.map { Int($0.index) } ?? -1
            switch RelativePath.name(of: path) {
            case "timeline.html":
                let own = id.hasPrefix("on-") ? String(id.dropFirst(3)) : id
                return names(own, [.moment, .demand, .response, .threat, .statement], scope, site) || isMonth(id)
            case "terms.html": return names(id, [.term], scope, site)
            case "sources.html": return names(id, [.source], scope, site)
            default: return false
            }
        }
    }

    /// Whether an id is that of an entry: its kind, a hyphen, and its own id.
    private func names(_ id: String, _ kinds: [EntryKind], _ scope: Int, _ site: Site) -> Bool {
        kinds.contains { kind in
            let prefix = kind.word + "-"
            guard id.hasPrefix(prefix) else { return false }
            return site.index.find(kind, String(id.dropFirst(prefix.count)), from: scope) != .unresolved
        }
    }

    /// `2026` or `2026-02`.
    private func isMonth(_ id: String) -> Bool {
        let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
        return areDigits && (parts.map(\.count) == [4] || parts.map(\.count) == [4, 2])
    }

    /// "the page of the demand 'pay-rise'", for messages.
    func words(in site: Site) -> String {
        switch self {
        case .page(let handle) where handle.kind == .event: "the page of this event"
        case .page(let handle) where handle.kind == .page: "the page '\(site.id(of: handle))'"
        case .page(let handle): "the page of the \(handle.kind.word) '\(site.id(of: handle))'"
        case .generated(let path): "'\(path)'"
        }
    }
}

extension Findings {
    /// Whether a page has an element of this id. Pages with many headings are looked through once.
    mutating func hasAnchor(_ id: String, _ page: LinkedPage, in site: Site) -> Bool {
        if page.hasElement(id, in: site) { return true }
        guard case .page(let handle) = page else { return page.anchors(in: site).contains(id) }
        if let known = anchors[handle] { return known.contains(id) }
        let list = page.anchors(in: site)
        if list.count < 16 { return list.contains(id) }
        let set = Set(list)
        anchors[handle] = set
        return set.contains(id)
    }
}
