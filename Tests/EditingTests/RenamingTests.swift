import Diagnostics
import Editing
import Foundation
import Model
import Reading
import TestSupport
import Testing

/// What a renaming changes: texts before, the renaming, texts after.
@Suite struct RenamingTests {
    /// The documents of a content folder, by path.
    private static func names(_ texts: [String: String]) -> ContentNames {
        let paths = texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return ContentNames(
            paths.map { parseDocument(TextFile(path: $0, text: texts[$0] ?? ""), path: $0).value })
    }

    private static func renamed(
        _ texts: [String: String], _ kind: EntryKind, _ old: String, _ new: String
    ) throws -> (texts: [String: String], renaming: Renaming) {
        let renaming = try names(texts).renaming(
            kind, from: old, to: new, hasPages: kind != .moment && kind != .source && kind != .term)
        var result = texts
        for file in renaming.files {
            result[file.path] = String(decoding: file.file.applying(file.edits), as: UTF8.self)
        }
        for move in renaming.moves {
            for (path, text) in result where path == move.from || path.hasPrefix(move.from + "/") {
                result[path] = nil
                result[move.to + path.dropFirst(move.from.count)] = text
            }
        }
        return (result, renaming)
    }

    private static let base = [
        "site.md": "---\ntitle: S\nnavigation: [about, 'demand:pay']\n---\n",
        "about.md": "---\ntitle: About\n---\n",
        "event.md": "---\ntitle: E\nsummary: S\n---\n[](demand:pay) and [x](demands/pay.md#why), [y](#demand-pay).\n",
        "demands/pay.md": "---\ntitle: Pay\nfrom: union\nto: port\ndate: 2026\n---\n",
        "parties/union.md": "---\nname: Union\nkind: union\n---\n",
        "parties/port.md": "---\nname: Port\nkind: company\n---\n",
    ]

    static let rows: [(path: String, text: String, kind: EntryKind, old: String, new: String, after: String)] = [
        // Every shape of field that names an entry.
        ("refusals/no.md", "---\nanswers: pay\n---\n", .demand, "pay", "rise", "---\nanswers: rise\n---\n"),
        (
            "refusals/no.md", "---\nanswers: [pay, other]\n---\n", .demand, "pay", "rise",
            "---\nanswers: [rise, other]\n---\n"
        ),
        ("refusals/no.md", "---\nanswers:\n- 'pay'\n---\n", .demand, "pay", "rise", "---\nanswers:\n- 'rise'\n---\n"),
        (
            "moments/m.md", "---\nabout: [\"demand:pay\"]\nsettles: pay\n---\n", .demand, "pay", "rise",
            "---\nabout: [\"demand:rise\"]\nsettles: rise\n---\n"
        ),
        (
            "moments/m.md", "---\npoints:\n- {title: pay, demand: pay}\n---\n", .demand, "pay", "rise",
            "---\npoints:\n- {title: pay, demand: rise}\n---\n"
        ),
        ("statements/s.md", "---\nspeaker: union\n---\n", .party, "union", "dockers", "---\nspeaker: dockers\n---\n"),
        (
            "people/a.md", "---\nroles: {party: union}\n---\n", .party, "union", "dockers",
            "---\nroles: {party: dockers}\n---\n"
        ),
        (
            "terms/t.md", "---\naccounts: {by: 'party:union', text: '[u](party:union) union'}\nbacked_by: union\n---\n",
            .party, "union", "dockers",
            "---\naccounts: {by: 'party:dockers', text: '[u](party:dockers) union'}\nbacked_by: dockers\n---\n"
        ),
        // Texts.
        (
            "terms/t.md", "---\nname: T\n---\n[pay](offer:pay) `demand:pay`\n", .demand, "pay", "rise",
            "---\nname: T\n---\n[pay](offer:rise) `demand:pay`\n"
        ),
        (
            "terms/t.md", "[a](../demands/pay.html) [b](/demands/pay.html#pay)\n", .demand, "pay", "rise",
            "[a](../demands/rise.html) [b](/demands/rise.html#pay)\n"
        ),
        (
            "terms/t.md", "[a](../refusals/pay.html) [b](https://e.org/demands/pay.html)\n", .demand, "pay", "rise",
            "[a](../refusals/pay.html) [b](https://e.org/demands/pay.html)\n"
        ),
        (
            "terms/t.md", "[a](party:union#demand-pay) [b](#party-union)\n", .demand, "pay", "rise",
            "[a](party:union#demand-rise) [b](#party-union)\n"
        ),
        ("terms/t.md", "So [@press, p. 3; @letter].\n", .source, "press", "gazette", "So [@gazette, p. 3; @letter].\n"),
        (
            "terms/t.md", "---\nsources: [press, {id: press, at: press}]\n---\n", .source, "press", "gazette",
            "---\nsources: [gazette, {id: gazette, at: press}]\n---\n"
        ),
        // Quotes.
        (
            "terms/t.md", "> Now.\n> — @union, speech, 2026-05-02 [@press]\n", .party, "union", "dockers",
            "> Now.\n> — @dockers, speech, 2026-05-02 [@press]\n"
        ),
        (
            "terms/t.md", "[](statement:pay-quote-2026-05-02)\n", .demand, "pay", "rise",
            "[](statement:rise-quote-2026-05-02)\n"
        ),
        // What has the same id and another kind stays.
        (
            "terms/t.md", "[](party:pay) [](term:pay) [](demand:payment)\n", .demand, "pay", "rise",
            "[](party:pay) [](term:pay) [](demand:payment)\n"
        ),
        // Front matter with faults is searched too.
        (
            "refusals/no.md", "---\nanswers: pay\nfrm: x\n---\n", .demand, "pay", "rise",
            "---\nanswers: rise\nfrm: x\n---\n"
        ),
        ("about.md", "---\ntitle: A\n---\n[](page:about) [x](about.md)\n", .page, "about", "us", ""),
    ]

    @Test(arguments: rows)
    func changesEveryPlaceThatNamesTheEntry(
        _ path: String, _ text: String, _ kind: EntryKind, _ old: String, _ new: String, _ after: String
    ) throws {
        var texts = Self.base
        texts["sources/press.md"] = "---\ntitle: P\ntype: letter\n---\n"
        texts[path] = text
        let result = try Self.renamed(texts, kind, old, new)
        #expect(result.texts[path] ?? "" == after)
        #expect(result.renaming.unreachable.isEmpty)
    }

    @Test func renamesTheFileAndKeepsTheAddress() throws {
        let (texts, renaming) = try Self.renamed(Self.base, .demand, "pay", "rise")
        #expect(texts["demands/pay.md"] == nil)
        #expect(
            texts["demands/rise.md"]
                == "---\ntitle: Pay\nfrom: union\nto: port\ndate: 2026\nmoved_from: demands/pay.html\n---\n")
        #expect(
            texts["event.md"]
                == "---\ntitle: E\nsummary: S\n---\n[](demand:rise) and [x](demands/rise.md#why), [y](#demand-rise).\n")
        #expect(texts["site.md"] == "---\ntitle: S\nnavigation: [about, 'demand:rise']\n---\n")
        #expect(renaming.oldAddress == "demands/pay.html" && renaming.references == 4)
    }

    /// `moved_from` as it is before → after `pay` becomes `rise`.
    static let addresses: [(before: String, after: String)] = [
        ("", "moved_from: demands/pay.html\n"),
        ("moved_from: old.html\n", "moved_from: [old.html, demands/pay.html]\n"),
        ("moved_from: [a.html, b.html]\n", "moved_from: [a.html, b.html, demands/pay.html]\n"),
        ("moved_from:\n  - a.html\n  - b.html\n", "moved_from: [a.html, b.html, demands/pay.html]\n"),
        ("moved_from: [demands/rise.html]\n", "moved_from: [demands/rise.html, demands/pay.html]\n"),
        ("moved_from: [/demands/rise.html, a.html]\n", "moved_from: [/demands/rise.html, a.html, demands/pay.html]\n"),
        ("moved_from: [a.html, demands/rise.html]\n", "moved_from: [a.html, demands/pay.html]\n"),
        ("moved_from: [demands/pay.html, a.html]\n", "moved_from: [demands/pay.html, a.html]\n"),
    ]

    @Test(arguments: addresses) func addsTheOldAddressToThoseThatThereAre(_ before: String, _ after: String) throws {
        for end in ["\n", "\r\n"] {
            let head = "---\ntitle: Pay\n", foot = "---\nText.\n"
            var texts = Self.base
            texts["demands/pay.md"] = (head + before + foot).replacing("\n", with: end)
            let result = try Self.renamed(texts, .demand, "pay", "rise").texts["demands/rise.md"]
            #expect(result == (head + after + foot).replacing("\n", with: end))
        }
    }

    static let items: [(before: String, after: String)] = [
        ("demands:\n- {id: pay, title: Pay}\n", "demands:\n- {id: rise, moved_from: demands/pay.html, title: Pay}\n"),
        (
            "demands:\n  - id: pay\n    title: Pay\n",
            "demands:\n  - id: rise\n    moved_from: demands/pay.html\n    title: Pay\n"
        ),
        (
            "demands:\n- title: Pay\n  id: \"pay\"\n",
            "demands:\n- title: Pay\n  id: \"rise\"\n  moved_from: demands/pay.html\n"
        ),
        (
            "responses: {id: pay, kind: refused}\ndemands: {id: pay}\n",
            "responses: {id: pay, kind: refused}\ndemands: {id: rise, moved_from: demands/pay.html}\n"
        ),
    ]

    @Test(arguments: items) func renamesItemsOfLists(_ before: String, _ after: String) throws {
        var texts = Self.base
        texts["demands/pay.md"] = nil
        texts["event.md"] = "---\ntitle: E\nsummary: S\n" + before + "---\n"
        let result = try Self.renamed(texts, .demand, "pay", "rise").texts["event.md"]
        #expect(result == "---\ntitle: E\nsummary: S\n" + after + "---\n")
    }

    @Test func keepsTheAddressOfARefusalWhereItsPageIs() throws {
        for (path, kind, address) in [
            ("refusals/no.md", "", "refusals/no.html"), ("responses/no.md", "kind: refused\n", "refusals/no.html"),
            ("responses/no.md", "kind: accepted\n", "responses/no.html"),
        ] {
            var texts = Self.base
            texts[path] = "---\ntitle: No\n\(kind)---\n"
            #expect(try Self.renamed(texts, .response, "no", "never").renaming.oldAddress == address)
        }
    }

    // MARK: Events

    private static let events = [
        "site.md": "---\ntitle: S\nnavigation: [strike]\n---\n[](event:strike) [](demand:strike/pay)\n",
        "strike/event.md":
            "---\ntitle: E\nsummary: S\n---\n[](demand:pay) [a](demands/pay.md) [b](/strike/index.html)\n",
        "strike/demands/pay.md": "---\ntitle: Pay\nfrom: union\n---\n![](../images/a.png)\n",
        "court/event.md":
            "---\ntitle: C\nsummary: S\nparties: {id: union, name: U, kind: union}\n---\n[](demand:strike/pay) [a](../strike/demands/pay.md) [c](../strikes/x.md)\n",
        "parties/union.md": "---\nname: Union\nkind: union\n---\n",
        "people/ann.md": "---\nname: Ann\nroles: {party: union}\n---\n",
    ]

    @Test func renamesAnEventWithItsFolder() throws {
        let (texts, renaming) = try Self.renamed(Self.events, .event, "strike", "walkout")
        #expect(texts["strike/event.md"] == nil && texts["strike/demands/pay.md"] == nil)
        #expect(texts["walkout/demands/pay.md"] == Self.events["strike/demands/pay.md"])
        #expect(
            texts["walkout/event.md"]
                == "---\ntitle: E\nsummary: S\nmoved_from: strike/\n---\n[](demand:pay) [a](demands/pay.md) [b](/walkout/index.html)\n"
        )
        #expect(
            texts["site.md"] == "---\ntitle: S\nnavigation: [walkout]\n---\n[](event:walkout) [](demand:walkout/pay)\n")
        #expect(
            texts["court/event.md"]?.hasSuffix(
                "[](demand:walkout/pay) [a](../walkout/demands/pay.md) [c](../strikes/x.md)\n") == true)
        #expect(renaming.unreachable.isEmpty)
    }

    /// An id of an event is looked up there first.
    @Test func leavesWhatNamesAnotherEntryOfTheId() throws {
        let (texts, _) = try Self.renamed(Self.events, .party, "court/union", "clerks")
        #expect(texts["strike/demands/pay.md"] == Self.events["strike/demands/pay.md"])
        #expect(texts["people/ann.md"] == Self.events["people/ann.md"])
        #expect(texts["court/event.md"]?.contains("{id: clerks, moved_from: court/parties/union.html,") == true)
    }

    // MARK: The only event

    /// What a place says before and after the only event gets the folder 'strike'.
    static let onlyEvent: [(path: String, before: String, new: String, after: String)] = [
        // What goes along: acts; and what others name of them.
        ("about.md", "[](demand:pay)", "about.md", "[](demand:strike/pay)"),
        (
            "about.md", "[](demands/pay.md#why) [](demands/pay.html)", "about.md",
            "[](/strike/demands/pay.md#why) [](/strike/demands/pay.html)"
        ),
        (
            "about.md", "[](timeline.html) [](event.json) [](event.md)", "about.md",
            "[](/strike/timeline.html) [](/strike/event.json) [](/strike/event.md)"
        ),
        (
            "about.md", "[](party:union) [@paper] [](parties/union.md) [](sources.html)", "about.md",
            "[](party:union) [@paper] [](parties/union.md) [](sources.html)"
        ),
        (
            "about.md", "[](statement:event-quote-2026-01-02)", "about.md",
            "[](statement:strike/strike-quote-2026-01-02)"
        ),
        (
            "parties/port.md", "[](demand:pay) [](../demands/pay.md)", "parties/port.md",
            "[](demand:strike/pay) [](/strike/demands/pay.md)"
        ),
        // What stays, named from what goes along.
        (
            "demands/pay.md", "[](../parties/union.md) ![](../map.png) [](/about.md)", "strike/demands/pay.md",
            "[](/parties/union.md) ![](/map.png) [](/about.md)"
        ),
        (
            "demands/pay.md", "[](demand:pay) [](../event.md) [](../demands/pay.md) [](/demands/pay.md)",
            "strike/demands/pay.md", "[](demand:pay) [](../event.md) [](../demands/pay.md) [](/strike/demands/pay.md)"
        ),
        (
            "event.md", "[](statement:event-quote-2026-01-02) [x](demands/pay.md#why) [y](#demand-pay)",
            "strike/event.md", "[](statement:strike-quote-2026-01-02) [x](demands/pay.md#why) [y](#demand-pay)"
        ),
    ]

    @Test(arguments: onlyEvent) func givesTheOnlyEventAFolder(
        _ path: String, _ before: String, _ new: String, _ after: String
    ) throws {
        var texts = Self.base
        texts["event.md"] = "---\ntitle: E\nsummary: S\n---\n> W.\n> — @union, letter, 2026-01-02\n\nText.\n"
        texts["sources/paper.md"] = "---\ntitle: Paper\ntype: report\n---\n"
        texts["people/ann.md"] = "---\nname: Ann\n---\n> We ask.\n> — @ann, letter, 2026-01-03\n"
        texts[path, default: ""] += "\n" + before + "\n"
        let result = try Self.renamed(texts, .event, "/", "strike")
        #expect(result.texts[new]?.hasSuffix("\n" + after + "\n") == true, "\(result.texts[new] ?? "")")
        #expect(result.texts["site.md"]?.contains("navigation: [about, 'demand:strike/pay']") == true)
        #expect(result.texts["strike/event.md"]?.contains("moved_from: /\n---") == true)
        // A statement belongs to an event: what quotes one goes along; other people and parties are shared.
        #expect(result.texts["strike/people/ann.md"] != nil && result.texts["parties/union.md"] != nil)
        #expect(result.renaming.unreachable.isEmpty && result.renaming.oldAddress == "/")
    }

    // MARK: Faults

    static let faults: [(kind: EntryKind, old: String, new: String, message: String)] = [
        (.demand, "pya", "rise", "there is no demand 'pya' (did you mean 'pay'?)"),
        (.demand, "pay", "Pay Rise", "'Pay Rise' cannot be an id"), (.demand, "pay", "", "'' cannot be an id"),
        (.demand, "pay", "pay", "the demand is called 'pay' already"),
        (.party, "port", "union", "there is a party 'union' already (it is in parties/union.md)"),
        (.party, "port", "unnamed", "'unnamed' is the word for a speaker whose name is kept back"),
        (.person, "ann", "union", "there is a party 'union' already"),
        (.event, "event", "x", "there is no event 'event'"),
        (.event, "/", "Port Strike", "'Port Strike' cannot be an id"),
        (.event, "/", "parties", "'parties' is a folder of"),
        (.event, "/", "about", "there is 'about' already"),
    ]

    @Test(arguments: faults)
    func refusesWhatWouldNotWork(_ kind: EntryKind, _ old: String, _ new: String, _ message: String) throws {
        var texts = Self.base
        texts["people/ann.md"] = "---\nname: Ann\n---\n"
        do {
            _ = try Self.renamed(texts, kind, old, new)
            Issue.record("renamed")
        } catch let fault as RenamingFault {
            let text = fault.message + (fault.hint.map { " (\($0))" } ?? "")
            #expect(text.hasPrefix(message), "\(text)")
        }
    }

    @Test func asksForTheEventIfSeveralHaveTheId() throws {
        do {
            _ = try Self.renamed(Self.events, .party, "union", "dockers")
            Issue.record("renamed")
        } catch let fault as RenamingFault {
            #expect(fault.hint == "name the event too: 'court/union', 'union'")
        }
    }

    /// Whatever is renamed in a whole site, every reference leads where it led.
    @Test(arguments: try FileTree.folders(in: URL(filePath: FileTree.project + "Tests/SiteTests/Sites")))
    func leadsEveryReferenceWhereItLed(_ site: String) throws {
        let folder = URL(filePath: FileTree.project + "Tests/SiteTests/Sites/\(site)/content")
        var texts: [String: String] = [:]
        for path in try FileTree.files(below: folder) where path.hasSuffix(".md") {
            texts[path] = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }
        let before = Self.names(texts)
        func targets(_ names: ContentNames, _ rename: (DeclaredEntry) -> String) -> [String] {
            names.documents.flatMap { document in
                document.references.map { reference in
                    names.target(of: reference, in: document).map { "\($0.kind) \($0.scope ?? "-") \(rename($0))" }
                        ?? "?"
                }
            }.sorted()
        }
        for entry in before.documents.flatMap(\.entries) where entry.kind != .event {
            let old = entry.scope.map { $0.isEmpty || entry.kind == .page ? entry.id : "\($0)/\(entry.id)" } ?? entry.id
            let isOnly = before.entries(entry.kind, entry.id).count == 1
            guard isOnly || entry.kind != .page else { continue }
            let result: (texts: [String: String], renaming: Renaming)
            do {
                result = try Self.renamed(texts, entry.kind, isOnly ? entry.id : old, "quite-new")
            } catch let fault as RenamingFault where fault.hint?.hasPrefix("name the event") == true {
                continue
            }
            let after = Self.names(result.texts)
            func isEntry(_ other: DeclaredEntry) -> Bool {
                other.kind == entry.kind && other.id == entry.id && other.scope == entry.scope
            }
            let expected = targets(before) { isEntry($0) ? "quite-new" : $0.id }
            #expect(targets(after) { $0.id } == expected, "\(entry.kind) \(old)")
        }
    }
}
