import Foundation
import Platform
import Testing

@testable import Writing

@Suite struct CopyingTests {
    let sandbox: Sandbox
    init() throws { sandbox = try Sandbox() }

    private func copy(_ file: String, to path: String) throws -> WriteSummary {
        let session = try WriteSession.open(sandbox.options())
        let root = sandbox.root.path
        try session.copy(file, below: (Disk.openFolder(root), root), to: path)
        return try session.commit()
    }

    @Test(arguments: [0, 1, 5000, 262_143, 262_144, 262_145, 3_000_000])
    func copiesAFileAndLeavesAnEqualCopyAlone(count: Int) throws {
        let text = String(repeating: "0123456789", count: count / 10 + 1).prefix(count)
        try sandbox.put("photo.jpg", String(text))
        #expect(try copy("photo.jpg", to: "images/photo.jpg").created == ["images/photo.jpg"])
        #expect(sandbox.text("public/images/photo.jpg") == String(text))
        #expect(try copy("photo.jpg", to: "images/photo.jpg").unchanged == 1)
        try sandbox.put("photo.jpg", "another")
        #expect(try copy("photo.jpg", to: "images/photo.jpg").changed == ["images/photo.jpg"])
        #expect(sandbox.text("public/images/photo.jpg") == "another")
    }

    @Test func givesTheSameAsAddingTheBytes() throws {
        let text = String(repeating: "abc", count: 200_000)
        try sandbox.put("photo.jpg", text)
        _ = try copy("photo.jpg", to: "photo.jpg")
        #expect(try sandbox.build(["photo.jpg": .init(text)]).unchanged == 1)
    }

    @Test func copiesNoLinksAndNothingThatIsNoFile() throws {
        try sandbox.put("secret", "s")
        try sandbox.link("link", to: "secret")
        mkfifo(sandbox.root.appendingPathComponent("pipe").path, 0o644)
        for file in ["link", "pipe", "missing"] {
            do {
                _ = try copy(file, to: "x")
                Issue.record("copied \(file)")
            } catch let fault as WriteFault {
                #expect(fault.exitStatus == 3)
                #expect(fault.diagnostics.first?.message.contains("/\(file)'") == true)
            }
        }
        #expect(!sandbox.exists("public"))
        #expect(sandbox.isTidy)
    }

    /// A folder that was replaced by a link since it was listed leads out of the site.
    @Test func followsNoLinkOnTheWayToAFile() throws {
        try sandbox.put("secret/a.jpg", "s")
        try sandbox.put("site/images/small/a.jpg", "a")
        for (path, target) in [("site/images/small", "../../secret"), ("site/images", "../secret")] {
            try sandbox.remove(path)
            try sandbox.link(path, to: target)
            for file in ["site/images/small/a.jpg", "site/images/a.jpg"] {
                #expect(throws: WriteFault.self) { try copy(file, to: "a.jpg") }
            }
        }
        #expect(!sandbox.exists("public"))
    }
}
