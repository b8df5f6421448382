import Foundation
import TestSupport
import Testing

/// The guide for a site that grows, `docs/content/growing.md`, followed by its commands: from one event to ten.
@Suite struct GrowingTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    /// The lines for the shell, a text a block.
    private static func blocks() throws -> [String] {
        let text = try String(contentsOfFile: FileTree.project + "docs/content/growing.md", encoding: .utf8)
        return text.matches(of: /```sh\n(?<lines>[\s\S]*?)```/).map { String($0.lines) }
    }

    private func follow(_ block: String) throws -> ProgramRun {
        try place.shell(
            "set -e\nexplainer() { \"$0\" \"$@\"; }\n".replacing("\"$0\"", with: "'\(BuiltProducts.explainer.path)'")
                + block)
    }

    private func addresses() throws -> [String: [UInt8]] {
        try place.folder.contents(of: "public").filter { !$0.key.hasPrefix(".") }
    }

    /// The addresses of before that are not there: a file at an address is a page, or leads to one.
    private func lost(of before: some Collection<String>) throws -> [String] {
        let now = Set(try addresses().keys)
        return before.filter { !now.contains($0) }.sorted()
    }

    private static func ids(_ bytes: [UInt8]?, _ pattern: Regex<(Substring, Substring)>) -> Set<String> {
        Set(String(decoding: bytes ?? [], as: UTF8.self).matches(of: pattern).map { String($0.1) })
    }

    @Test func goesFromOneEventToTenByTheCommandsOfTheGuide() throws {
        // A calendar entry, a card, a quote, links by path from a page and from the settings.
        try place.replace(
            "date: 2026-01-10\n", "date: 2026-01-10\ndeadline: 2026-02-01\n", in: "content/demands/dues.md")
        try place.folder.write(
            place.text("content/event.md")
                + "See [the demand](demands/dues.md), ![A map](map.png) and [the page](about.md).\n\n> Pay us.\n> — @port, letter, 2026-01-11 [@letter]\n",
            to: "content/event.md")
        try place.folder.write("png", to: "content/map.png")
        try place.folder.write(
            "---\ntitle: About\n---\nOn [dues](demand:dues), [by path](demands/dues.md) and [its page](demands/dues.html), and [what was said](statement:event-quote-2026-01-11).\n",
            to: "content/about.md")
        try place.folder.write(
            "---\ntitle: Harbour\nbase_url: https://example.org/\nnavigation: [timeline.html, about, demand:dues]\n---\nA dispute.\n",
            to: "content/site.md")
        let first = try place.run("build", "--strict")
        try #require(first.status == 0, "\(first.errors)")
        let before = try addresses()
        let blocks = try Self.blocks()
        try #require(blocks.count == 4 && blocks[1].contains("ferry-fares"))

        #expect(try follow(blocks[0]).status == 0)
        let moved = try place.run("build", "--strict")
        #expect(moved.status == 0, "\(moved.errors)")
        #expect(try lost(of: before.keys) == [])
        for number in 2...10 {
            let event = number == 2 ? "ferry-fares" : "event-\(number)"
            let block = blocks[1].replacing("ferry-fares", with: event)
                .replacing("Halve the fares", with: "Halve the fares of \(number)")
            let added = try follow(block)
            #expect(added.status == 0, "\(block)\(added.output)\(added.errors)")
            if number == 2 || number == 10 {
                let built = try follow(blocks[2])
                #expect(built.status == 0, "\(built.output)\(built.errors)")
            }
        }
        #expect(try follow(blocks[3]).output == "No address is lost.\n")
        #expect(try place.run("build", "--strict").errors.contains("lost-address") == false)
        #expect(try lost(of: before.keys) == [])
        let after = try addresses()
        #expect(after.keys.filter { $0.hasSuffix("/index.html") }.count == 10)
        #expect(after["demands/dues.html"]?.text.contains("port-strike/demands/dues.html") == true)
        #expect(after["statements/event-quote-2026-01-11.html"]?.text.contains("port-strike/statements/") == true)
        #expect(after["parties/port.html"]?.text.contains("The port") == true)
        // What programs read: the same ids, the same data.
        let uid = /UID:(\S+)/
        #expect(Self.ids(before["deadlines.ics"], uid).isSubset(of: Self.ids(after["deadlines.ics"], uid)))
        #expect(Self.ids(before["deadlines.ics"], uid) == Self.ids(after["port-strike/deadlines.ics"], uid))
        let id = /<id>(tag:[^<]+)<\/id>/
        let news = Self.ids(before["feed.xml"], id)
        #expect(!news.isEmpty && news.isSubset(of: Self.ids(after["feed.xml"], id)))
        #expect(before["event.json"]?.text.contains("\"dues\"") == true)
        #expect(after["event.json"]?.text.contains("\"dues\"") == true && after["card.svg"] != nil)
        #expect(after["data/demands.csv"] == after["port-strike/data/demands.csv"])
    }

    @Test func listsWhatIsLostAndSaysWhereItMayBe() throws {
        try #require(place.run("build", "--strict").status == 0)
        try FileManager.default.moveItem(
            atPath: place.folder.path("content/demands/dues.md"),
            toPath: place.folder.path("content/demands/harbour-dues.md"))
        try FileManager.default.removeItem(atPath: place.folder.path("content/parties/fishers.md"))
        try place.folder.write("---\nname: The boats\nkind: union\n---\n", to: "content/parties/boats.md")
        try place.replace("to: fishers", "to: boats", in: "content/demands/harbour-dues.md")
        for _ in 1...2 {
            let list = try place.run("list", "--lost")
            #expect(list.status == 0)
            #expect(
                list.output.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
                    "demands/dues.html", "parties/fishers.html",
                ])
            let json = try place.run("list", "--lost", "--format", "json").output
            #expect(json.contains("\"path\": \"demands/dues.html\""))
            let strict = try place.run("build", "--strict")
            #expect(strict.status == 1 && strict.errors.contains("[lost-address]"), "\(strict.errors)")
            // A build that only warns does not forget them.
            let lenient = try place.run("build")
            #expect(lenient.status == 0 && lenient.errors.contains("[lost-address]"))
        }
        try place.replace("title: Harbour", "title: Harbour\ngone: [parties/fishers.html]", in: "content/site.md")
        try place.replace(
            "to: boats", "to: boats\nmoved_from: demands/dues.html", in: "content/demands/harbour-dues.md")
        #expect(try place.run("list", "--lost").output == "No address is lost.\n")
        #expect(try place.run("build", "--strict").status == 0)
    }

    /// The output of another site in the same folder has nothing to do with a content folder that is named.
    @Test func comparesOnlyWithABuildOfTheSameContent() throws {
        try #require(place.run("build", "--strict").status == 0)
        try place.folder.write("---\ntitle: Other\nchecks: {no-event: off}\n---\n", to: "other/site.md")
        #expect(try place.run("check", "--strict", "--content", "other").status == 0)
        #expect(try place.run("list", "--lost", "--content", "other").output == "No address is lost.\n")
        #expect(try place.run("check", "--strict", "--content", "other", "--output", "public").status == 1)
    }

    static let rules: [(server: String, lines: [String])] = [
        (
            "nginx",
            [
                "location = \"/story/old/\" { return 301 \"/story/\"; }",
                "location = \"/story/demands/pay.html\" { return 301 \"/story/demands/dues.html\"; }",
                "location = \"/story/gone.html\" { return 410; }", "location ^~ \"/story/away/\" { return 410; }",
            ]
        ),
        (
            "netlify",
            ["/story/old/ /story/ 301!", "/story/demands/pay.html /story/demands/dues.html 301!"]
        ),
        (
            "apache",
            [
                "RedirectMatch 301 \"^/story/old/$\" \"/story/\"",
                "RedirectMatch 301 \"^/story/demands/pay\\\\.html$\" \"/story/demands/dues.html\"",
                "RedirectMatch 410 \"^/story/gone\\\\.html$\"", "RedirectMatch 410 \"^/story/away/\"",
            ]
        ),
    ]

    @Test func writesRulesForServers() throws {
        try place.folder.write(
            "---\ntitle: Harbour\nbase_url: https://example.org/story\nredirects: [nginx, netlify, apache]\ngone: [gone.html, away/]\n---\n",
            to: "content/site.md")
        try place.replace("to: fishers", "to: fishers\nmoved_from: demands/pay.html", in: "content/demands/dues.md")
        try place.replace("summary:", "moved_from: old/\nsummary:", in: "content/event.md")
        try #require(place.run("build", "--strict").status == 0)
        for (server, lines) in Self.rules {
            let name = ["nginx": "redirects.nginx.conf", "netlify": "_redirects", "apache": ".htaccess"][server] ?? ""
            let text = try place.text("public/" + name)
            for line in lines { #expect(text.contains(line + "\n"), "\(server): \(line)\n\(text)") }
            // What is where it was has no rule.
            #expect(!text.contains("/story/feed.xml\" {") && !text.contains("/story/event\\.json$"), "\(text)")
            #expect(try place.run("list", "--redirects", server).output == text)
        }
        let fault = try place.run("list", "--redirects", "nginx", "--lost")
        #expect(fault.status == 2)
    }
}

extension [UInt8] {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
