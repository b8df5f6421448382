import Bytes
import Diagnostics
import Editing
import Model
import Reading
import Writing

extension DiagnosticCode {
    package static let lostAddress = DiagnosticCode(
        "lost-address", .warning, title: "An address that leads nowhere any more",
        article: """
            The last build had a page, a feed, a calendar or data at this address, and now nothing is there and nothing leads \
            on from there: an entry was renamed, moved or deleted, an event's folder has another name, or a site about one \
            event got a second. Readers and other sites have the old address. Name it in the entry that took its place:

                moved_from: demands/pay-rise.html

            An event's old folder stands for everything in it (`moved_from: port-strike/`), and `/` for everything of a site \
            that was about this event alone. `explainer rename` writes the line by itself. If nothing took its place, write \
            the address under `gone` in site.md:

                gone: [demands/pay-rise.html, old-event/]

            `explainer list --lost` lists all of them. Entries that a build leaves out (drafts, embargoes) are not counted, \
            and neither are pictures, styles and scripts.
            """)
}

/// The addresses that builds before this one made.
struct EarlierAddresses: Sendable {
    /// Paths in the output; sorted.
    let paths: [String]
    /// The hashes of the documents then, by the path that messages show.
    let documents: [String: ContentHash]

    /// - Parameters:
    ///   - paths: those of the last build.
    ///   - memory: its cache, which has the addresses that were lost before it.
    init(paths: [String], _ memory: BuildMemory?) {
        self.paths = (memory?.lost).map { $0.isEmpty ? paths : Set(paths + $0).sorted() } ?? paths
        var documents: [String: ContentHash] = [:]
        for source in memory?.sources ?? [] where source.path.hasSuffix(".md") { documents[source.path] = source.hash }
        self.documents = documents
    }
}

extension Workspace {
    /// The addresses of the last build, for commands that do not write the output; nil if there is none of this content.
    var lastAddresses: EarlierAddresses? {
        guard let last = LastBuild(configuration.writeOptions) else { return nil }
        let memory = last.memory.flatMap(BuildMemory.init(encoded:))
        if !configuration.isOutputNamed {
            // The output may be that of another site in the same folder.
            let root = contentRoot
            let isOwn =
                memory.map { $0.sources.contains { $0.path == root + "site.md" } }
                ?? (shown(configuration.content) == Configuration().content)
            guard isOwn else { return nil }
        }
        return EarlierAddresses(paths: last.paths, memory)
    }

    /// - Parameter earlier: nil if there was no build.
    func lostAddresses(of site: CheckedSite, since earlier: EarlierAddresses?) -> LostAddresses {
        // A build of an earlier date is not the site that readers have.
        guard let earlier, configuration.asOf == nil else { return LostAddresses() }
        return LostAddresses(site, since: earlier, output: shown(configuration.output))
    }
}

/// Addresses of earlier builds that neither exist nor redirect, with what may have taken their place.
package struct LostAddresses: Sendable {
    /// What may have taken the place of an address.
    package struct Successor: Sendable {
        let entry: AnyHandle
        /// What `moved_from` has to name.
        package let old: String
        /// The file in which it has to be written, as messages show it.
        package let document: String
        /// Whether it is the same thing for certain: the same text under another name, or the same id where it is shared.
        let isCertain: Bool
    }

    /// Addresses that were lost together.
    struct Group: Sendable {
        let paths: [String]
        let successor: Successor?
        /// The folder of an event that is not there any more; nil if they are not those of one.
        var event: String?
    }

    let groups: [Group]
    package let diagnostics: [Diagnostic]

    private var successors: [String: Successor] = [:]

    /// Sorted.
    package var paths: [String] { groups.flatMap(\.paths).sorted() }

    init() { (groups, diagnostics) = ([], []) }

    init(_ site: CheckedSite, since earlier: EarlierAddresses, output: String) {
        var search = LostAddressSearch(site, since: earlier)
        search.run()
        groups = search.groups
        diagnostics = groups.map { $0.diagnostic(site, output) }
        for group in groups { for path in group.paths { successors[path] = group.successor } }
    }

    /// What may have taken the place of an address.
    package func successor(of path: String) -> Successor? { successors[path] }
}

// MARK: - Messages

extension LostAddresses.Group {
    fileprivate func diagnostic(_ site: CheckedSite, _ output: String) -> Diagnostic {
        let first = paths[0]
        let rest = paths.count - 1
        var message = "the address '\(first)' leads nowhere any more"
        if rest > 0 {
            message = "'\(first)' and \(rest) more \(rest == 1 ? "address leads" : "addresses lead") nowhere"
        }
        let notes =
            paths.count < 3
            ? []
            : [Diagnostic.Note("among them " + paths.dropFirst().prefix(4).map { "'\($0)'" }.joined(separator: ", "))]
        guard let successor else {
            let names = event.map { $0.isEmpty ? paths : [$0] } ?? paths
            return Diagnostic(
                .lostAddress, message, at: nil, path: output + "/" + first, notes: notes,
                hint:
                    "name it in 'moved_from' of what took its place; if nothing did, write in site.md: 'gone: [\(names.joined(separator: ", "))]'"
            )
        }
        let head = site.site.head(of: successor.entry)
        guard successor.isCertain else {
            return Diagnostic(
                .lostAddress, message, at: nil, path: output + "/" + first, notes: notes,
                hint:
                    "if '\(successor.document)' took its place, write there 'moved_from: \(successor.old)'; if nothing did, name it under 'gone' in site.md"
            )
        }
        return Diagnostic(
            .lostAddress, message, at: head.place, notes: notes,
            hint: "this \(successor.entry.kind.word) took its place: write 'moved_from: \(successor.old)'",
            fixIt: head.isInline ? nil : fix(head, site.plan.path(of: successor.entry), successor.old))
    }

    private func fix(_ head: EntryHead, _ current: String, _ old: String) -> FixIt? {
        let document = parseDocument(head.file, path: head.path, limit: .max).value
        let edit = MovedFrom(
            old: old, current: current, fields: document.frontMatter, document: document, isItem: false
        ).edit
        return edit.map { edit in
            FixIt(
                replacing: TextLocation(head.file, edit.range), with: edit.replacement,
                title: "add '\(old)' to 'moved_from'")
        }
    }
}

extension EntryHead {
    /// Where the entry as a whole is: its first field.
    fileprivate var place: TextLocation { location(isInline ? idRange : TextRange(at: Int(range.start))) }
}
