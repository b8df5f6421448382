import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// Accents may be typed as one character (NFC) or as two (NFD), in texts and in names of files. Both match, and the site has
/// one form: every file and every name that a build writes is in NFC.
@Suite struct NormalFormTests {
    /// How a site is typed.
    enum Form: String, CaseIterable {
        case texts, names, both

        var hasOtherTexts: Bool { self != .names }
        var hasOtherNames: Bool { self != .texts }
    }

    /// A site with accents wherever a writer can put one.
    private static let accents: [String: String] = [
        "site.md": """
        ---
        title: Le Café
        base_url: https://example.org/café/
        publish: [données/]
        ignore: ["été-*.bak"]
        navigation: [{title: Résumé, to: about#résumé}]
        extra: {é: à}
        ---
        Introduction à tout.
        """,
        "event.md": """
        ---
        title: "La grève du port de Sète"
        summary: |
          Les dockers réclament plus.
        parties:
          - {id: union, name: Syndicat général, short_name: Général, also_known_as: [Fédération], kind: union}
          - {id: company, name: Compagnie Ångström, kind: company}
        demands:
          - id: pay-rise
            title: Augmenter les salaires
            from: union
            to: company
            date: 2026-02-24
            words: "Pas un jour de plus, dit l'Été"
            sources: [{id: report, at: "§ é"}]
        sources:
          - {id: report, title: Réport, type: report, text: gardé/tëxt.txt}
        terms:
          - {id: greve, name: Grève, definition: "Un *arrêt* [](party:union)."}
        ---
        ## Décision prise

        Voir [la *décision*](#décision-prise) et [](term:greve) [@report, §\u{a0}é], aussi `code é`.

        ![Une façade](images/façade.png "Façade")

        [Le plan](pläne/plan%20é.pdf) | [encore](pl%C3%A4ne/plan%20%C3%A9.pdf)

        | Année | Été |
        |---|---|
        | é | **à**ê |

        > Pas un jour de plus, dit l'Été.
        > — @company, speech, 2026-02-25 [@report]
        """,
        "about.md":
            "---\ntitle: À propos\nmoved_from: [pages/à-propos.html]\n---\n## Résumé\n\n[r](#r%C3%A9sum%C3%A9) [i](event.md#décision-prise)\n",
        "people/ann.md": """
        ---
        name: Anne Été
        roles: [{title: Présidente, party: union}]
        photo: {file: ../images/anné.gif, credit: Zoë, alt: Anne devant l'usine fermée}
        ---
        """,
        "gardé/tëxt.txt": "Il est écrit : Pas un jour de plus, dit l'Été. Fin.",
        "images/façade.png": "x", "images/anné.gif": "GIF89a\u{2C}\u{1}\u{2C}\u{1}\u{0}\u{0}\u{0}",
        "pläne/plan é.pdf": "x", "données/tablé.csv": "x", "été-1.bak": "x", "한글.txt": "x",
    ]

    private static let sample = accents.mapValues { Array($0.utf8) }

    private static func decomposed(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }

    /// What a site publishes, with the bytes of the names, and what is said of it.
    private func build(_ site: [String: [UInt8]], _ form: Form?) throws -> (files: [Data: [UInt8]], messages: [String])
    {
        let folder = try TemporaryFolder()
        for (path, bytes) in site {
            let isText = path.hasSuffix(".md") || path.hasSuffix(".txt")
            let text = String(decoding: bytes, as: UTF8.self)
            let written =
                form?.hasOtherTexts == true && isText ? Array(Self.decomposed(text).utf8) : bytes
            let file = URL(filePath: folder.path("content/"))
                .appending(path: form?.hasOtherNames == true ? Self.decomposed(path) : path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(written).write(to: file)
        }
        let report = BuildingSupport.build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates", theme: nil,
                output: folder.path("public")))
        try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        let files = try folder.contents(of: "public").map { (Data($0.key.utf8), $0.value) }
        return (Dictionary(files) { first, _ in first }, report.diagnostics.map { "\($0.code.name): \($0.message)" })
    }

    private func expectSame(_ site: [String: [UInt8]], _ form: Form) throws {
        let composed = try build(site, nil)
        let other = try build(site, form)
        func names(_ files: [Data: [UInt8]]) -> [String] {
            files.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
        }
        #expect(Set(other.files.keys) == Set(composed.files.keys), "\(names(other.files)) \(names(composed.files))")
        // The manifest has the hashes of the others.
        for (name, bytes) in composed.files where other.files[name] != bytes {
            Issue.record("\(String(decoding: name, as: UTF8.self)) differs")
        }
        // Strings are equal in either form; messages show a file's name as it is stored.
        #expect(other.messages == composed.messages)
        for (name, bytes) in other.files {
            #expect(isComposed(Array(name)))
            let isText = String(validating: bytes, as: UTF8.self) != nil
            #expect(!isText || isComposed(bytes), "\(String(decoding: name, as: UTF8.self)) is not in NFC")
        }
    }

    private func isComposed(_ bytes: [UInt8]) -> Bool {
        Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8) == bytes
    }

    @Test(arguments: Form.allCases) func publishesOneForm(_ form: Form) throws { try expectSame(Self.sample, form) }

    /// The files are there, and what links to them was found.
    @Test func matchesEverythingInTheSampleSite() throws {
        let built = try build(Self.sample, .both)
        let names = Set(built.files.keys.map { String(decoding: $0, as: UTF8.self) })
        for name in [
            "images/façade.png", "images/anné.gif", "pläne/plan é.pdf", "données/tablé.csv", "pages/à-propos.html",
        ] { #expect(names.contains(name), "\(name)") }
        #expect(!names.contains("gardé/tëxt.txt") && !names.contains("한글.txt"))
        #expect(built.messages.count { $0.hasPrefix("unpublished-file") } == 1)
        let wrong = built.messages.filter { $0.hasPrefix("words-not-found") || $0.hasPrefix("dead-link") }
        #expect(wrong.isEmpty)
    }

    /// The same of every made-up site, as far as its texts have accents.
    @Test(arguments: TestSite.all) func publishesOneFormOfTestSites(_ site: TestSite) throws {
        try expectSame(FileTree.contents(of: site.content), .both)
    }
}
