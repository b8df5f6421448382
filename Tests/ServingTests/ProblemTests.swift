import Building
import Diagnostics
import Foundation
import Platform
import Serving
import TestSupport
import Testing

/// The problems that pages list, with links that open an editor.
@Suite struct ProblemTests {
    @Test(arguments: ["vscode", "zed", "idea", "my-editor://open?{path}:{line}", "emacs+x:{path}"])
    func takesAnEditor(text: String) { #expect(EditorLink(text) != nil) }

    @Test(arguments: [
        "", "notepad", "vscode://file", "{path}", "javascript:alert(1)//{path}", "JavaScript:{path}", "data:{path}",
        "java\nscript:{path}", ":{path}",
    ])
    func rejectsWhatIsNotAnEditor(text: String) { #expect(EditorLink(text) == nil) }

    @Test func listsProblemsWithPlacesAndLinks() throws {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "templates")
        try folder.write("---\ntitle: <b>Harbour\n---\n", to: "content/site.md")
        try folder.write(
            "---\ntitle: Dues\nsummary: S.\nstatus: </script><x>\n---\n", to: "content/event.md")
        let workspace = Workspace(
            Configuration(content: folder.path("content"), templates: folder.path("templates")),
            in: World(now: 1_790_000_000, cores: .one))
        var session = PreviewSession(workspace, editor: EditorLink("vscode"), folder: "/work")
        var shown: [ServedSite] = []
        session.update(SourceChanges()) { shown.append($0) }
        let site = try #require(shown.last)
        let rules = RequestRules(hosts: HostRules(port: 1))
        let response = rules.response(
            to: WebRequest("GET", "/_explainer/problems", [("Host", "localhost:1")]), from: site)
        guard case .bytes(let bytes) = response.body else { return }
        let list = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let problems = try #require(list["problems"] as? [[String: Any]])
        let problem = try #require(problems.first { $0["code"] as? String == "unknown-value" })
        #expect(problem["line"] as? Int == 4 && problem["column"] as? Int == 9)
        #expect(problem["text"] as? String == "status: </script><x>")
        #expect(problem["editor"] as? String == "vscode://file\(folder.path("content/event.md")):4:9")
        #expect(list["errors"] as? Int == problems.count { $0["severity"] as? String == "error" })
    }
}
