import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// Templates load nothing from other sites, unless site.md allows it.
@Suite struct ThirdPartyTests {
    /// The problems of a free page whose template holds some markup.
    private func problems(_ markup: String, settings: String = "") throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: T\n\(settings)---\n", to: "content/site.md")
        try folder.write(Dispute("demand").event, to: "content/event.md")
        try folder.write("---\ntitle: X\ntemplate: x.html\n---\n", to: "content/x.md")
        let text = "{% extends \"base.html\" %}{% block scripts %}\(markup){% endblock %}"
        try folder.write(text, to: "templates/pages/x.html")
        let report = build(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"),
                theme: FileTree.project + "templates", output: folder.path("public")))
        return report.diagnostics.filter { $0.code.name == "third-party-resource" }.map(\.message)
    }

    @Test(arguments: [
        "<script src=\"https://cdn.example/a.js\"></script>", "<script src='//cdn.example/a.js'></script>",
        "<script src=\"/\\cdn.example/a.js\"></script>", "<script src=\"\\\\cdn.example/a.js\"></script>",
        "<SCRIPT SRC=HTTPS://cdn.example/a.js></SCRIPT>", "<script src=\" https:cdn.example/a.js\"></script>",
        "<link rel=\"stylesheet\" href=\"https://cdn.example/a.css\">",
        "<link rel=\"preload\" href=\"//cdn.example/a.woff2\">",
        "<img src=\"https://cdn.example/a.png\" alt=\"\">",
        "<img srcset=\"a.png 1x, https://cdn.example/a.png 2x\" alt=\"\">",
        "<iframe src=\"https://cdn.example/\"></iframe>", "<base href=\"https://cdn.example/\">",
        "<meta http-equiv=\"refresh\" content=\"0; url=https://cdn.example/\">",
        "<video poster=\"https://cdn.example/a.png\"></video>", "<object data=\"https://cdn.example/a\"></object>",
        "<svg><image href=\"https://cdn.example/a.png\"/></svg>",
        "{% if page.title %}<img src=\"https://cdn.example/{{ page.title }}.png\" alt=\"\">{% endif %}",
    ])
    func findsWhatIsLoadedFromElsewhere(_ markup: String) throws {
        #expect(try problems(markup).count == 1)
        // Only what a site may be allowed is quiet once it is.
        let allowed = try problems(markup, settings: "third_party: [https://cdn.example]\n")
        let isSending = markup.contains("<meta") || markup.contains("<base")
        #expect(allowed.count == (isSending || markup.lowercased().contains("<script") ? 1 : 0))
    }

    @Test(arguments: [
        "<script src=\"{{ page.title }}\"></script>", "<script src=\"{{ site.url }}\"></script>",
        "<script src=\"{{ site.policies.ethics }}\"></script>",
    ])
    func refusesScriptsThatDataChooses(_ markup: String) throws {
        #expect(try problems(markup).count == 1)
    }

    @Test(arguments: [
        "<script src=\"{{ page.enhance_url }}\" defer></script>", "<img src=\"a.png\" alt=\"\">",
        "<a href=\"https://cdn.example/\">x</a>", "<link rel=\"canonical\" href=\"https://cdn.example/\">",
        "<link rel=\"license\" href=\"https://cdn.example/\">", "<form action=\"https://cdn.example/\"></form>",
        "{# <script src=\"https://cdn.example/a.js\"> #}", "<img src=\"data:image/png;base64,AA==\" alt=\"\">",
    ])
    func leavesTheRest(_ markup: String) throws {
        #expect(try problems(markup) == [])
    }

    @Test func takesAScriptWithItsHash() throws {
        let script = "<script src=\"https://cdn.example/a.js\" integrity=\"sha384-x\"></script>"
        #expect(try problems(script, settings: "third_party: [https://cdn.example]\n") == [])
        #expect(try problems(script).count == 1)
    }
}
