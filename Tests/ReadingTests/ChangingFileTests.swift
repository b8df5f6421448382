import Platform
import Testing

@testable import Reading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is written while it is read is read again: its beginning and its end are of one state.
@Suite struct ChangingFileTests {
    private static let length = 48 << 20

    @Test func isReadInOneState() async throws {
        let scratch = ScratchFolder()
        scratch.write("big.bin", "old")
        let path = scratch.path + "/big.bin"
        let file = open(path, O_WRONLY)
        try #require(file >= 0)
        defer { close(file) }
        func put(_ text: String, at place: Int) { _ = pwrite(file, text, text.utf8.count, place) }
        put("old", at: Self.length - 3)
        let found = try SiteFolder.scan(root: scratch.path, displayedAs: "content", with: .live).value
        let asset = try #require(found.assets.first)
        usleep(30_000)
        // Once while the file is read: its first bytes first, then its last ones and its length.
        let writer = Task.detached {
            usleep(4_000)
            put("new", at: 0)
            put("new!", at: Self.length - 3)
        }
        let bytes = try #require(try found.folder.read(asset, .max))
        await writer.value
        let ends = [bytes.prefix(3), bytes[(Self.length - 3)...]].map { String(decoding: $0, as: UTF8.self) }
        #expect(ends == ["old", "old"] || ends == ["new", "new!"], "\(ends)")
    }
}
