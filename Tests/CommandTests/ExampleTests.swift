import Foundation
import TestSupport
import Testing

/// The example of this repository, built by the program that users get.
@Suite struct ExampleTests {
    /// `public/` is committed; whoever changes content, templates or the program commits the new pages with it.
    @Test func theProgramBuildsTheCommittedPages() throws {
        let folder = try TemporaryFolder()
        let run = try ProgramRun.of(
            BuiltProducts.explainer, ["build", "--strict", "--output", folder.path("public")],
            in: URL(filePath: FileTree.project))
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let fresh = try folder.contents(of: "public")
        let committed = try FileTree.contents(of: FileTree.project + "public")
        #expect(fresh.keys.sorted() == committed.keys.sorted())
        for (path, bytes) in fresh {
            let isSame = committed[path] == bytes
            #expect(isSame, "\(path) differs from the committed file")
        }
    }
}
