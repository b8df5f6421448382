import Diagnostics
import Synchronization
import Testing

@testable import Reading

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct SiteFolderTests {
    private let scratch = ScratchFolder()

    private func scan(_ name: String = "") throws -> (site: SiteFolder, found: [String], messages: [String]) {
        let outcome = try SiteFolder.scan(root: scratch.path + name, displayedAs: "content", with: .live)
        return (
            outcome.value, outcome.diagnostics.map { $0.code.name + " " + ($0.path ?? "") },
            outcome.diagnostics.map(\.message)
        )
    }

    @Test func listsDocumentsAndAssetsInTheOrderOfTheirBytes() throws {
        for name in ["b/x.md", "b-a.md", "b.md", "a/p.png", "B.txt", "é.md", "z/y/x/w.md", "b/é.pdf"] {
            scratch.write(name, name)
        }
        scratch.folder("empty")
        let (site, found, _) = try scan()
        #expect(found == [])
        #expect(site.documents.map(\.path) == ["b-a.md", "b.md", "b/x.md", "z/y/x/w.md", "é.md"])
        #expect(site.assets.map(\.path) == ["B.txt", "a/p.png", "b/é.pdf"])
        #expect(site.documents[2].displayPath == "content/b/x.md")
        #expect(site.documents[2].size == 6)
        #expect(site.documents[2].identity.changed > 1_000_000_000_000_000_000)
    }

    @Test func passesOverHiddenFilesAndWhatEditorsLeaveBehind() throws {
        for name in [
            ".git/config", ".env", ".DS_Store", ".x.md.swp", "x.md~", "4913", "a.md___jb_tmp___", "#x.md#", "Thumbs.db",
            "a/.hidden/b.md",
        ] {
            scratch.write(name)
        }
        scratch.link(".#x.md", to: "someone@host.1234:5678")
        let (site, found, _) = try scan()
        #expect(found == [] && site.documents.isEmpty && site.assets.isEmpty)
    }

    @Test func followsNoLink() throws {
        scratch.write("outside/secret.md")
        scratch.write("site/a.md")
        scratch.link("site/out.md", to: "../outside/secret.md")
        scratch.link("site/folder", to: "../outside")
        scratch.link("site/up", to: "..")
        scratch.link("site/inside.md", to: "a.md")
        scratch.link("site/loop", to: "loop")
        scratch.link("site/nothing", to: "/nonexistent/x")
        let (site, found, messages) = try scan("/site")
        #expect(site.documents.map(\.path) == ["a.md"] && site.assets.isEmpty)
        #expect(
            found == [
                "symbolic-link content/folder", "symbolic-link content/inside.md", "symbolic-link content/loop",
                "dangling-link content/nothing", "symbolic-link content/out.md", "symbolic-link content/up",
            ])
        #expect(messages[2] == "the symbolic link to 'loop' is circular")
    }

    @Test func mayItselfBeALink() throws {
        scratch.write("site/a.md")
        scratch.link("link", to: "site")
        #expect(try scan("/link").site.documents.count == 1)
    }

    @Test func skipsPipesWithAWarning() throws {
        scratch.pipe("p.md")
        let (site, found, _) = try scan()
        #expect(site.documents.isEmpty && found == ["special-file content/p.md"])
    }

    @Test func refusesNamesThatAreNotUTF8() throws {
        scratch.write([0x61, 0xFF, 0x2E, 0x6D, 0x64], [])
        let (site, found, messages) = try scan()
        #expect(site.documents.isEmpty && found == ["name-encoding content"])
        #expect(messages == ["the name 'a\\xff.md' is not UTF-8"])
    }

    @Test func refusesTwins() throws {
        scratch.write("Port.md")
        scratch.write("port.md")
        scratch.write("a/caf\u{E9}.md")
        scratch.write("a/cafe\u{301}.md")
        scratch.write("Ä/x.md")
        scratch.write("ä/x.md")
        let (_, found, messages) = try scan()
        #expect(
            found.sorted() == [
                "name-twins content/a/caf\u{E9}.md", "name-twins content/port.md", "name-twins content/ä",
            ])
        #expect(messages.contains("'Port.md' and 'port.md' differ only by upper and lower case"))
        #expect(messages.contains { $0.hasSuffix("differ only by how accents are encoded (NFC, NFD)") })
    }

    @Test func refusesNamesThatAreTooLong() throws {
        scratch.write(String(repeating: "각", count: 80) + ".md")
        let deep = Array(repeating: String(repeating: "d", count: 100), count: 10).joined(separator: "/")
        scratch.write(deep + "/x.md")
        let (site, found, messages) = try scan()
        #expect(site.documents.isEmpty && found.count == 2 && found.allSatisfy { $0.hasPrefix("name-too-long") })
        #expect(messages.contains("the name has 243 bytes; at most 240 are possible"))
    }

    @Test func walksDeepFolders() throws {
        scratch.write(Array(repeating: "d", count: 400).joined(separator: "/") + "/x.md")
        #expect(try scan().site.documents.count == 1)
    }

    @Test func reportsNamesThatNotEveryMachineCanHave() throws {
        for name in ["con.md", "AUX", "a:b.png", "x.", "y ", "com1.txt", "what?.md"] { scratch.write(name) }
        scratch.write("new\nline.md")
        let (site, found, _) = try scan()
        #expect(found.filter { $0.hasPrefix("unportable-name") }.count == 7)
        #expect(found.filter { $0.hasPrefix("name-characters") }.count == 1)
        #expect(site.documents.map(\.path) == ["con.md", "what?.md"])
    }

    @Test func refusesDocumentsUnderOtherEndings() throws {
        for name in ["a.MD", "b.markdown", "c.md.txt"] { scratch.write(name) }
        let (site, found, _) = try scan()
        #expect(found == ["document-name content/a.MD", "document-name content/b.markdown"])
        #expect(site.assets.map(\.path) == ["c.md.txt"])
    }

    @Test func throwsWhereTheMachineRefuses() throws {
        #expect(throws: EnvironmentFault.self) { try scan("/nowhere") }
        let fault = #expect(throws: EnvironmentFault.self) { try scan("/now\0here") }
        #expect(fault?.reason == "the path contains a NUL")
        scratch.write("file.md")
        #expect(throws: EnvironmentFault.self) { try scan("/file.md") }
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func throwsForAFolderThatMayNotBeRead() throws {
        scratch.folder("locked")
        scratch.allow("locked", 0)
        defer { scratch.allow("locked", 0o755) }
        #expect(throws: EnvironmentFault.self) { try scan() }
    }

    @Test func listsOnceMoreWhereAFolderWentAwayMeanwhile() throws {
        let calls = Mutex(0)
        let restless = FileSystem { _, _ throws(EnvironmentFault) in
            OpenFolder(
                list: { path throws(EnvironmentFault) in
                    let call = calls.withLock { count in
                        count += 1
                        return count
                    }
                    if path.isEmpty, call == 1 { return [FolderEntry(name: Array("gone".utf8), kind: .folder)] }
                    if path.isEmpty { return [FolderEntry(name: Array("a.md".utf8), kind: .file)] }
                    throw EnvironmentFault(path: path, operation: "list", reason: "No such file", number: 2)
                },
                read: { _, _ throws(EnvironmentFault) in nil })
        }
        let site = try SiteFolder.scan(root: "x", displayedAs: "content", with: restless).value
        #expect(site.documents.map(\.path) == ["a.md"])
    }

    @Test func throwsWhateverAFileSystemThrows() {
        let failing = FileSystem { _, shown throws(EnvironmentFault) in
            OpenFolder(
                list: { path throws(EnvironmentFault) in
                    if path.isEmpty { return [FolderEntry(name: Array("locked".utf8), kind: .folder)] }
                    throw EnvironmentFault(
                        path: shown + "/" + path, operation: "list", reason: "Permission denied", number: 13)
                },
                read: { _, _ throws(EnvironmentFault) in nil })
        }
        let fault = #expect(throws: EnvironmentFault.self) {
            try SiteFolder.scan(root: "x", displayedAs: "content", with: failing)
        }
        #expect(fault?.message == "cannot list 'content/locked': Permission denied")
    }
}

@Suite struct ReadingFilesTests {
    private let scratch = ScratchFolder()

    private func site() throws -> SiteFolder {
        try SiteFolder.scan(root: scratch.path, displayedAs: "content", with: .live).value
    }

    @Test func readsDocuments() throws {
        scratch.write("a/b.md", "---\ntitle: é\n---\nText\n")
        scratch.write("empty.md", "")
        let site = try site()
        let document = try readDocument(site.documents[0], in: site)
        #expect(document.diagnostics.isEmpty)
        #expect(document.value.path == "a/b.md" && document.value.file.path == "content/a/b.md")
        #expect(describe(document.value.frontMatter) == "{title: é}")
        #expect(try readDocument(site.documents[1], in: site).diagnostics.map(\.code) == [.emptyDocument])
    }

    @Test func refusesFilesThatAreTooLarge() throws {
        scratch.write("a.md", String(repeating: "x", count: Reading.largestText + 1))
        let site = try site()
        let document = try readDocument(site.documents[0], in: site)
        #expect(document.diagnostics.map(\.message) == ["the file has 8388609 bytes; at most 8388608 are read"])
        #expect(document.value.frontMatter.isIncomplete)
    }

    @Test func saysThatAFileHasGone() throws {
        scratch.write("a.md")
        let site = try site()
        scratch.delete("a.md")
        let fault = #expect(throws: EnvironmentFault.self) { try readDocument(site.documents[0], in: site) }
        #expect(fault?.isMissing == true)
        #expect(fault?.message == "cannot read 'content/a.md': No such file or directory")
    }

    @Test func readsTheFileThatAnEditorPutInTheOldOnesPlace() throws {
        scratch.write("a/b.md", "old")
        let site = try site()
        scratch.delete("a/b.md")
        scratch.write("a/other", "keeps the inode busy")
        scratch.write("a/b.md", "new and longer")
        #expect(try readDocument(site.documents[0], in: site).value.file.bytes == Array("new and longer".utf8))
    }

    @Test func opensNothingThatBecameALinkOrAPipe() throws {
        scratch.write("a/b.md", "old")
        scratch.write("c.md", "old")
        scratch.write("d.md", "old")
        scratch.write("secret/b.md", "secret")
        let site = try site()
        scratch.delete("c.md")
        scratch.link("c.md", to: "secret/b.md")
        scratch.delete("d.md")
        scratch.pipe("d.md")
        _ = rename(scratch.path + "/a", scratch.path + "/gone")
        scratch.link("a", to: "secret")
        #expect(site.documents.map(\.path) == ["a/b.md", "c.md", "d.md", "secret/b.md"])
        for index in 0..<3 {
            #expect(throws: EnvironmentFault.self) { try readDocument(site.documents[index], in: site) }
        }
    }
}
