import Building
import BuildingSupport
import Foundation
import Rendering
import Templates
import TestSupport
import Testing

/// What views say is the same on every page is the same on every page: a file that prints all of it gives the same bytes
/// where it is rendered once for each folder and where it is rendered for each page.
@Suite struct SharedFieldsTests {
    /// Prints every field of the site, and of the records in it.
    private func everything() throws -> String {
        var text = ""
        func print(_ fields: [RecordShape.Field], of path: String) throws {
            for field in fields {
                let name = "\(path).\(field.name)"
                var type = field.type.description
                let isOptional = type.hasSuffix("?")
                if isOptional {
                    type.removeLast()
                    text += "{% if \(name) %}"
                }
                switch type {
                case "text", "html", "number", "truth", "date": text += "{{ \(name) }};"
                case "[own_data]":
                    text += "{% for item in \(name) %}"
                    text += "{{ item.name }}: {{ item.text or \"\" }}{{ item.items|length }};{% endfor %}"
                case "url": text += "<a href=\"{{ \(name) }}\">\(field.name)</a>"
                case _ where type.hasPrefix("["):
                    let element = String(type.dropFirst().dropLast())
                    text += "{% for item in \(name) %}"
                    try print(try #require(siteSchema.records.first { $0.name == element }).fields, of: "item")
                    text += "{% endfor %}"
                default:
                    try print(try #require(siteSchema.records.first { $0.name == type }, "\(type)").fields, of: name)
                }
                if isOptional { text += "{% endif %}" }
            }
        }
        try print(try #require(siteSchema.records.first { $0.name == "site" }).fields, of: "site")
        return text
    }

    @Test func areTheSameOnEveryPage() throws {
        let folder = try TemporaryFolder()
        let everything = try everything()
        let base = try String(contentsOfFile: FileTree.project + "templates/base.html", encoding: .utf8)
        var pages: [[String: [UInt8]]] = []
        for (name, include) in [
            ("kept", "{% include \"everything.html\" %}"),
            ("fresh", "{% include \"everything.html\" with own=page.kind %}"),
        ] {
            let own = base.replacing("</footer>", with: include + "</footer>")
            try #require(own != base)
            try folder.write(own, to: name + "/base.html")
            // The name is used, so that the file depends on the page.
            let use = name == "kept" ? "" : "{% if own == \"\" %}{% endif %}"
            try folder.write(use + everything, to: name + "/everything.html")
            var configuration = TestSite.example.configuration(output: folder.path(name + "-public"))
            configuration.theme = configuration.templates
            configuration.templates = folder.path(name)
            let report = build(configuration)
            try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
            pages.append(try folder.contents(of: name + "-public").filter { $0.key.hasSuffix(".html") })
        }
        #expect(pages[0].count > 30)
        #expect(pages[0].keys.sorted() == pages[1].keys.sorted())
        for (path, bytes) in pages[0] {
            let isSame = pages[1][path] == bytes
            #expect(isSame, "\(path)")
        }
    }
}
