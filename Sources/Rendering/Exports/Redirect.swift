import Diagnostics
import Model

/// An old address of the site, and where it leads now.
package struct Redirect: Sendable {
    /// The file to write, from the site's root: `old/index.html`.
    package let path: String
    package let target: Route
    /// What the redirect leads to.
    package let handle: AnyHandle
}

extension ExportContext {
    /// The redirects that the entries' `moved_from` asks for, in the order of their paths.
    ///
    /// An old path that ends in `.html` is that file; any other is a folder. The old folder of an event stands for the
    /// whole event: every page below it leads to the page of today, where no entry claims that old path itself.
    ///
    /// - Parameter pages: paths of all pages that the site writes; a redirect never takes the place of one.
    package func redirects(besides pages: [String]) -> Outcome<[Redirect]> {
        var gathering = RedirectGathering(context: self, pages: Set(pages))
        gathering.gather()
        gathering.addPagesOfMovedEvents(pages)
        return Outcome(gathering.redirects.sorted { $0.path < $1.path }, gathering.diagnostics)
    }
}

private struct RedirectGathering {
    let context: ExportContext
    let pages: Set<String>
    var redirects: [Redirect] = []
    var diagnostics: [Diagnostic] = []
    /// Who claims an old path.
    private var claims: [String: TextLocation] = [:]
    private var movedFolders: [(old: String, event: Int)] = []

    init(context: ExportContext, pages: Set<String>) {
        self.context = context
        self.pages = pages
    }

    mutating func gather() {
        let site = context.site
        for index in site.events.indices { add(site.events[index].head, AnyHandle(.event, scope: -1, index: index)) }
        for scope in -1..<site.events.count {
            let entries = site.entries(of: scope)
            each(entries.parties, scope)
            each(entries.people, scope)
            each(entries.demands, scope)
            each(entries.responses, scope)
            each(entries.threats, scope)
            each(entries.statements, scope)
            each(entries.moments, scope)
            each(entries.sources, scope)
            each(entries.terms, scope)
        }
        for (index, page) in site.pages.enumerated() {
            add(page.head, AnyHandle(.page, scope: page.event ?? -1, index: index))
        }
    }

    private mutating func each<E: Entry>(_ list: [E], _ scope: Int) {
        for index in list.indices where !list[index].head.movedFrom.isEmpty {
            add(list[index].head, AnyHandle(E.kind, scope: scope, index: index))
        }
    }

    private mutating func add(_ head: EntryHead, _ handle: AnyHandle) {
        for old in head.movedFrom {
            let location = head.location(old.range)
            guard let path = filePath(old.value) else {
                diagnostics.append(
                    Diagnostic(
                        .unusableOldPath, "'\(old.value)' is not a path inside the site", at: location,
                        hint: "write it from the site's root, as in 'old/page.html' or 'old/folder'"))
                continue
            }
            if pages.contains(path) {
                diagnostics.append(
                    Diagnostic(
                        .takenOldPath, "'\(path)' is a page of the site, so it cannot redirect", at: location))
                continue
            }
            if let first = claims[path] {
                diagnostics.append(
                    Diagnostic(
                        .takenOldPath, "two entries have moved from '\(path)'", at: location,
                        notes: [Diagnostic.Note("the other", at: first)]))
                continue
            }
            claims[path] = location
            redirects.append(Redirect(path: path, target: context.route(of: handle), handle: handle))
            if handle.kind == .event, path.utf8.count < old.value.utf8.count + 12, path.hasSuffix("/index.html") {
                movedFolders.append((String(path.dropLast("index.html".utf8.count)), Int(handle.index)))
            }
        }
    }

    /// The file at an old path; nil for a path that is none inside the site.
    private func filePath(_ old: String) -> String? {
        var segments: [String] = []
        for segment in old.split(separator: "/") {
            guard segment != "..", segment != "." else { return nil }
            let isPlain = segment.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
            guard isPlain, !segment.contains(where: { "?#:".contains($0) }) else { return nil }
            segments.append(String(segment))
        }
        guard let last = segments.last else { return nil }
        return segments.joined(separator: "/") + (last.hasSuffix(".html") ? "" : "/index.html")
    }

    /// Every page of an event that had another folder.
    mutating func addPagesOfMovedEvents(_ pages: [String]) {
        for (old, event) in movedFolders {
            let prefix = context.site.prefix(ofScope: event)
            let handle = AnyHandle(.event, scope: -1, index: event)
            for page in pages where page.hasPrefix(prefix) && page.hasSuffix(".html") {
                let path = old + page.dropFirst(prefix.utf8.count)
                guard claims[path] == nil, !self.pages.contains(path) else { continue }
                claims[path] = context.site.events[event].head.location(context.site.events[event].head.idRange)
                redirects.append(Redirect(path: path, target: Route(page), handle: handle))
            }
        }
    }
}
