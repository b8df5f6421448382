import Bytes
import Testing

@testable import Writing

@Suite struct ManifestTests {
    private func entry(_ path: String, _ text: String) throws -> Manifest.Entry {
        let bytes = Array(text.utf8)
        return Manifest.Entry(path: try OutputPath(path), hash: ContentHash(of: bytes), size: bytes.count)
    }

    private func read(_ bytes: [UInt8]) -> Manifest? { Manifest(encoded: bytes) }

    @Test func readsWhatItWrites() throws {
        let entries = try [entry("a b.html", "x"), entry("a/é.html", ""), entry("b", "longer text")]
        let manifest = Manifest(sorted: entries)
        #expect(read(manifest.encoded())?.entries == entries)
        #expect(read(Manifest.empty.encoded())?.entries == [])
    }

    @Test func isTextThatDependsOnNothingButTheFiles() throws {
        #expect(
            String(decoding: Manifest(sorted: try [entry("index.html", "home")]).encoded(), as: UTF8.self) == """
                explainer-manifest 1
                # What explainer wrote into this folder: content (XXH3-128), bytes, path. Keep this file with the others.
                \(ContentHash(of: Array("home".utf8))) 4 index.html
                end 7c70d9de30ce88c8ca898d40665325bc

                """)
    }

    @Test func rejectsEveryTruncationAndEveryChangedByte() throws {
        let bytes = Manifest(sorted: try [entry("a.html", "x"), entry("b/c.html", "yy")]).encoded()
        for count in 0..<bytes.count { #expect(read(Array(bytes.prefix(count))) == nil) }
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1
            #expect(read(damaged) == nil, "byte \(index)")
        }
        #expect(read(bytes + [0x0A]) == nil)
    }

    /// Somebody else's manifest must not make us delete files outside the output.
    @Test(arguments: ["../../etc/passwd", "/etc/passwd", ".git/config", "a//b", "a/../b"])
    func rejectsPathsThatWeWouldNotWrite(path: String) throws {
        var bytes = Array(
            String(decoding: Manifest.empty.encoded(), as: UTF8.self).prefix { $0 != "e" || true }.utf8)
        bytes.removeLast(37)
        bytes += Array("\(ContentHash(of: [])) 0 \(path)\n".utf8)
        let hash = ContentHash(of: bytes)
        bytes += Array("end \(hash)\n".utf8)
        #expect(read(bytes) == nil)
        bytes.removeLast(37)
        let good = String(decoding: bytes, as: UTF8.self).replacing(path, with: "fine.html")
        bytes = Array(good.utf8)
        bytes += Array("end \(ContentHash(of: bytes))\n".utf8)
        #expect(read(bytes)?.entries.count == 1)
    }

    @Test func rejectsLinesOutOfOrder() throws {
        let (a, b) = (try entry("a", "1"), try entry("b", "2"))
        #expect(read(Manifest(sorted: [b, a]).encoded()) == nil)
        #expect(read(Manifest(sorted: [a, a]).encoded()) == nil)
    }

    @Test func knowsBothStatesWhileACommitIsUnderWay() throws {
        let old = Manifest(sorted: try [entry("a", "1"), entry("b", "2"), entry("d", "4")])
        let new = Manifest(sorted: try [entry("b", "two"), entry("c", "3"), entry("d", "4")])
        let both = old.union(new)
        #expect(both.entries.map(\.path.text) == ["a", "b", "b", "c", "d"])
        #expect(read(both.encoded())?.entries == both.entries)
        let place = try #require(both.indexed().place(of: try OutputPath("b")))
        #expect(Set(both.entries(from: place).map(\.size)) == [1, 3])
        #expect(!both.isSettled(at: place) && both.isSettled(at: 0))
        #expect(old.union(old).entries == old.entries)
    }

    @Test func tellsPathsApartByteForByte() throws {
        let composed = try OutputPath("caf\u{E9}")
        let decomposed = try OutputPath("cafe\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(decomposed < composed)
    }
}
