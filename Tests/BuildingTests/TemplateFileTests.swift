import Diagnostics
import Foundation
import Platform
import Reading
import TestSupport
import Testing

@testable import Building

/// A template that cannot be read, or lies elsewhere, is an error: no page is rendered by another one in silence.
@Suite struct TemplateFileTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: T\n---\n", to: "content/site.md")
        try folder.write("---\ntitle: E\nsummary: S.\n---\n", to: "content/event.md")
        try folder.write(
            "{% extends \"theme/base.html\" %}{% block footer %}Mine{% endblock %}", to: "templates/base.html")
        return folder
    }

    private func build(_ folder: TemporaryFolder, files: FileSystem = .live) -> Report {
        var workspace = Workspace(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"),
                theme: FileTree.project + "templates", output: folder.path("public")),
            in: World(files: files, now: 0))
        return workspace.build()
    }

    @Test func aTemplateThatCannotBeReadIsAnError() throws {
        let folder = try site()
        #expect(build(folder).exitStatus == 0)
        let before = try folder.contents(of: "public")
        try folder.write(
            "{% extends \"theme/base.html\" %}{% block footer %}New{% endblock %}", to: "templates/base.html")
        let failing = FileSystem { path, shown throws(EnvironmentFault) in
            let disk = try FileSystem.live.openFolder(path, shown)
            return OpenFolder(
                list: disk.list,
                read: { file, limit throws(EnvironmentFault) in
                    if file.path == "base.html", shown.hasSuffix("/templates"), !shown.hasPrefix(FileTree.project) {
                        throw EnvironmentFault(
                            path: file.displayPath, operation: "read", reason: "Permission denied", number: EACCES)
                    }
                    return try disk.read(file, limit)
                }, descriptor: disk.descriptor)
        }
        let report = build(folder, files: failing)
        #expect(report.exitStatus == 3)
        #expect(
            report.diagnostics.contains { $0.message.contains("base.html") && $0.message.contains("Permission denied") }
        )
        #expect(try folder.contents(of: "public") == before)
    }

    @Test(arguments: ["../secret.html", "/etc/hostname", "base.html", "missing.html"])
    func aTemplateIsNeverALink(_ target: String) throws {
        let folder = try site()
        try folder.write("SECRET", to: "secret.html")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("templates/event.html"), withDestinationPath: target)
        let report = build(folder)
        let codes = Set(report.diagnostics.map(\.code.name))
        #expect(!codes.isDisjoint(with: ["symbolic-link", "dangling-link"]), "\(codes)")
        let pages = (try? folder.contents(of: "public")) ?? [:]
        #expect(pages.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("SECRET") })
        #expect(codes.contains("symbolic-link") == (report.exitStatus == 1))
    }
}
