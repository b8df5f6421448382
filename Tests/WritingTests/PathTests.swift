import Testing

@testable import Writing

/// Paths that cannot be written, alone or together.
@Suite struct PathTests {
    let sandbox: Sandbox
    init() throws { sandbox = try Sandbox() }

    static let hangul = String(repeating: "한", count: 86)

    @Test(arguments: [
        "", "/", "/etc/passwd", "../x", "a/../x", "a/..", "..", ".", "a/./b", "a//b", "a/", "a\\b", "%2e%2e/x", "a%2Fb",
        "nul\u{0}junk", "a\nb", "a\u{7F}", "a:b", "what?", "a*b", "con", "aux.html", "x/COM1.txt", "trailing.",
        "space ",
        "a/b. /c", ".git/config", "x/.GIT/y", ".explainer-manifest", hangul, "a/\(hangul).html",
        String(repeating: "a/", count: 2500) + "b",
    ])
    func refusesAPathThatIsUnsafe(path: String) throws {
        try sandbox.put("public/keep", "k")
        let before = try sandbox.snapshot("")
        #expect(try sandbox.conflicts(["index.html": "fine", .init(path): "bad"]) == ["invalidPath \(path)"])
        #expect(try sandbox.snapshot("").filter { !$0.key.hasPrefix(".public") } == before)
    }

    @Test(arguments: [
        "a", "a/b/c.html", ".well-known/security.txt", ".nojekyll", "100%.html", "x/été.png", "...x", "console.html",
        "com10", String(repeating: "a", count: 255), String(repeating: "d/", count: 60) + "deep.html", "a b.html",
    ])
    func writesAnyOtherPath(path: String) throws {
        try sandbox.build(["index.html": "home", .init(path): "text"])
        #expect(sandbox.text("public/\(path)") == "text")
        #expect(try sandbox.build(["index.html": "home", .init(path): "text"]).unchanged == 2)
        #expect(try sandbox.build(["index.html": "home"]).removed == [path])
    }

    @Test func reportsAPathThatIsAddedTwice() throws {
        let session = try WriteSession.open(sandbox.options())
        try session.add("a.html", [1])
        try session.add("a.html", [1])
        do throws(WriteFault) { _ = try session.commit() } catch {
            #expect(error.exitStatus == 1)
            #expect(error.diagnostics.map(\.message) == ["two files of the site have the path 'a.html'"])
        }
        #expect(!sandbox.exists("public"))
    }

    @Test func reportsPathsThatSomeSystemsTakeForOne() throws {
        #expect(try sandbox.conflicts(["Map.png": "1", "map.png": "2"]) == ["alike Map.png"])
        #expect(try sandbox.conflicts(["a/x.png": "1", "A/x.png": "2"]) == ["alike A/x.png"])
        #expect(try sandbox.conflicts(["caf\u{E9}.png": "1", "cafe\u{301}.png": "2"]) == ["alike cafe\u{301}.png"])
        #expect(try sandbox.conflicts(["Map.png": "1", "other.png": "2"]) == [])
    }

    @Test(arguments: [true, false])
    func reportsAFileThatIsAFolderToo(isFileFirst: Bool) throws {
        let wanted = ["fileAndFolder map"]
        #expect(
            try sandbox.conflicts(
                isFileFirst
                    ? ["map": "f", "map-2": "x", "map/legend/a.png": "g"]
                    : ["map/legend/a.png": "g", "map-2": "x", "map": "f"]) == wanted)
        // Also where one of the two is in the output already and only the other is staged.
        try sandbox.build(["map": "f"])
        #expect(try sandbox.conflicts(["map": "f", "map/legend/a.png": "g"]) == wanted)
        #expect(sandbox.text("public/map") == "f")
    }

    @Test func reportsAllConflictsInOneGoInOrder() throws {
        try sandbox.put("public/z.html", "mine")
        let conflicts = try sandbox.conflicts(["z.html": "z", "a:b": "x", "m.html": "m"])
        #expect(conflicts == ["invalidPath a:b", "foreign z.html"])
    }
}
