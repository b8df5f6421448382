import Model
import Testing

/// Which paths a pattern of `ignore` matches, row by row.
@Suite struct FilePatternTests {
    static let rows: [(pattern: String, path: String, matches: Bool)] = [
        ("*.bak", "event.md.bak", true), ("*.bak", "images/old.bak", true), ("*.bak", "old.bak.png", false),
        ("notes/", "notes/a.md", true), ("notes/", "one/notes/a.docx", true), ("notes/", "notes", false),
        ("notes", "notes/a.md", true), ("notes", "my-notes/a.md", false), ("/notes", "notes/a.md", true),
        ("one/notes", "one/notes/a.md", true), ("one/notes", "two/one/notes/a.md", false),
        ("images/*.psd", "images/map.psd", true), ("images/*.psd", "images/old/map.psd", false),
        ("images/**.psd", "images/old/map.psd", true), ("**/raw/*", "one/raw/a.tif", true),
        ("plan?.txt", "plan1.txt", true), ("plan?.txt", "plan12.txt", false),
        ("source.txt", "sources/source.txt", true),
        ("~$*", "~$interview.docx", true), ("*", "anything/at.all", true), ("", "event.md", false),
        ("a*b*c", "axxbxxc", true), ("a*b*c", "axxcxxb", false),
    ]

    @Test(arguments: rows) func matchesPaths(_ pattern: String, _ path: String, _ matches: Bool) {
        #expect(FilePattern(pattern).matches(path) == matches)
    }
}
