import Diagnostics
import Synchronization
import Templates
import Testing

/// Parts of pages that read only shared values are rendered once for each folder of pages, with the same output.
@Suite struct KeepingTests {
    /// Counts how often its fields are read.
    final class Reads: Sendable {
        private let counter = Mutex(0)
        var count: Int { counter.withLock { $0 } }
        func note() { counter.withLock { $0 += 1 } }
    }

    struct SiteView: TemplateView {
        let reads = Reads()
        static let record = RecordType<SiteView>("site", "The site.")
            .text("title", "Its title.") { site in
                site.reads.note()
                return "T<"
            }
            .url("url", "Its home page.") { _ in .site("index.html") }
            .url("about", "A place of a page.") { _ in .site("a/one.html", anchor: "about") }
            .url("bad", "What no page may link to.") { _ in .external("javascript:x") }
            .texts("words", "Words.") { _ in ["b", "a"] }
    }

    struct PageRoot: TemplateView {
        let site: SiteView
        var name = "n"
        static let record = RecordType<PageRoot>("root", "A page.")
            .record("site", "The site.") { $0.site }
            .text("name", "Its name.") { $0.name }
            .sharing("site")
    }

    static let paths = ["a/one.html", "a/two.html", "b/three.html", "four.html", "a/b/five.html", "a/six.html"]

    /// Renders pages with one renderer, and each with its own renderer. `reads` counts the reads of the title by the one.
    private func render(
        _ page: String, _ files: [String: String] = [:]
    ) throws -> (kept: [String], fresh: [String], reads: Int, faults: Int) {
        let all = files.merging(["page.html": page]) { $1 }.sorted { $0.key < $1.key }
        let schema = Schema(pages: [.init("page", file: "page.html", root: PageRoot.self, "A page.")])
        let loaded = TemplateSet.load(
            files: all.map { TemplateFile(name: $0.key, text: TextFile(path: $0.key, text: $0.value)) }, schema: schema)
        try #require(!loaded.diagnostics.hasErrors, "\(loaded.diagnostics.map(\.message))")
        var faults = 0
        func render(_ path: String, _ renderer: Renderer, _ site: SiteView) -> String {
            var bytes: [UInt8] = []
            let root = PageRoot(site: site, name: path)
            faults += renderer.render("page.html", root, at: path, into: &bytes).count
            return String(decoding: bytes, as: UTF8.self)
        }
        let fresh = Self.paths.map { render($0, loaded.value.renderer(), SiteView()) }
        faults = 0
        let site = SiteView()
        let renderer = loaded.value.renderer()
        let kept = Self.paths.map { render($0, renderer, site) }
        return (kept, fresh, site.reads.count, faults)
    }

    static let footer =
        "<a href=\"{{ site.url }}\">{{ site.title }}</a>{% for w in site.words|sort %}{{ w }}{% endfor %}"

    @Test(arguments: [
        ("{{ name }}{% include 'footer.html' %}{{ name }}", 4),
        ("{% include 'footer.html' %}", 4),
        // The macro has shared arguments, whether or not the page read them before.
        ("{% import 'parts.html' as parts %}{{ site.url }}{{ parts.footer(site) }}", 4),
        ("{% import 'parts.html' as parts %}{{ parts.title(site.title, 'x') }}", 4),
        ("{% extends 'base.html' %}{% block a %}{{ super() }}{% endblock %}", 4),
        ("{% for x in [1, 2] %}{% include 'footer.html' %}{{ x }}{% endfor %}", 4),
        ("{% include 'with.html' with t=site.title %}", 4),
        // Parts that read the page are rendered for each page.
        ("{% include 'page-part.html' %}", 6), ("{% include 'with.html' with t=site.title ~ name %}", 6),
        ("{% set t = name %}{% include 'set-part.html' %}", 6),
        ("{% for x in [1, 2] %}{% include 'loop-part.html' %}{% endfor %}", 12),
        ("{% import 'parts.html' as parts %}{{ parts.title(site.title, name) }}", 6),
        // A link to an anchor may be to one of the page itself.
        ("{% include 'anchor.html' %}", 6),
    ]) func rendersOnceForEachFolderWhatAllPagesShare(_ page: String, _ reads: Int) throws {
        let result = try render(
            page,
            [
                "footer.html": Self.footer,
                "base.html": "{{ name }}{% block a %}\(Self.footer){% endblock %}{{ name }}",
                "parts.html": "{% macro footer(site) %}\(Self.footer){% endmacro %}"
                    + "{% macro title(t, u) %}{{ t }}{{ u }}{% endmacro %}",
                "with.html": "{{ t }}{{ t }}", "page-part.html": "{{ site.title }}{{ name }}",
                "set-part.html": "{{ site.title }}{{ t }}", "loop-part.html": "{{ loop.index }}{{ site.title }}",
                "anchor.html": "{{ site.title }}<a href=\"{{ site.about }}\">x</a>",
            ])
        #expect(result.kept == result.fresh)
        #expect(result.reads == reads)
        #expect(Set(result.kept).count > 1 || !page.contains("name"))
    }

    @Test func saysOfEachPageWhatIsWrongInAPartOfIt() throws {
        let result = try render(
            "{% include 'part.html' %}", ["part.html": "<a href=\"{{ site.bad }}\">{{ site.title }}</a>"])
        #expect(result.kept == result.fresh)
        #expect(result.faults == Self.paths.count)
    }

    @Test func writesLinksFromTheRootOnceForAllFolders() throws {
        let schema = Schema(pages: [.init("page", file: "page.html", root: PageRoot.self, "A page.")])
        let file = TemplateFile(name: "page.html", text: TextFile(path: "page.html", text: "{% include 'part.html' %}"))
        let part = TemplateFile(name: "part.html", text: TextFile(path: "part.html", text: Self.footer))
        let renderer = TemplateSet.load(files: [file, part], schema: schema).value.renderer()
        let site = SiteView()
        var pages: [String] = []
        for (path, links) in [
            ("a/x.html", LinkStyle.relative), ("404.html", .absolute(prefix: "/p/")), ("a/y.html", .relative),
            ("b/404.html", .absolute(prefix: "/p/")), ("404.html", .absolute(prefix: "/q/")),
        ] {
            var bytes: [UInt8] = []
            #expect(renderer.render("page.html", PageRoot(site: site), at: path, links: links, into: &bytes).isEmpty)
            pages.append(String(decoding: bytes, as: UTF8.self))
        }
        #expect(pages[0].hasPrefix("<a href=\"../index.html\">") && pages[2] == pages[0])
        #expect(pages[1].hasPrefix("<a href=\"/p/index.html\">") && pages[3] == pages[1])
        #expect(pages[4].hasPrefix("<a href=\"/q/index.html\">"))
        #expect(site.reads.count == 3)
    }
}
