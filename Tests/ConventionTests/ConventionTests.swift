import Building
import Diagnostics
import Foundation
import Rendering
import TestSupport
import Testing

/// Holds the project to its own rules (CONTRIBUTING.md).
@Suite struct ConventionTests {
    private static let sources: [(path: String, text: String)] = {
        let folder = FileTree.project + "Sources"
        let files = (try? FileTree.contents(of: folder)) ?? [:]
        return files.filter { $0.key.hasSuffix(".swift") }.sorted { $0.key < $1.key }
            .map { ("Sources/" + $0.key, String(decoding: $0.value, as: UTF8.self)) }
    }()

    @Test func findsTheSources() { #expect(Self.sources.count > 100) }

    @Test func noFileIsLongerThanItsReaderWants() {
        // A language is one file of texts.
        for file in Self.sources where !file.path.hasSuffix("/Words/English.swift") {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(lines <= 420, "\(file.path) has \(lines) lines")
        }
    }

    @Test func eachLibraryIsImportedByOneModule() {
        for (library, module) in [
            ("CCommonMark", "Reading"), ("CYAML", "Reading"), ("ArgumentParser", "explainer"), ("NIOCore", "Serving"),
        ] {
            let importers = Self.sources.filter { file in
                file.text.split(separator: "\n").contains { $0 == "import \(library)" }
            }
            #expect(!importers.isEmpty)
            #expect(importers.allSatisfy { $0.path.hasPrefix("Sources/\(module)/") }, "\(importers.map(\.path))")
            if module == "Reading" { #expect(importers.count == 1, "\(importers.map(\.path))") }
        }
    }

    @Test(arguments: ["@unchecked Sendable", "try!", " as! ", "fatalError(", "preconditionFailure("])
    func noSourceUses(_ word: String) {
        for file in Self.sources {
            let code = file.text.split(separator: "\n").filter {
                !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
            }
            #expect(!code.contains { $0.contains(word) }, "\(file.path) uses \(word)")
        }
    }

    /// Reading, checking and building need no network: only the preview opens a socket, for browsers of this machine.
    @Test func onlyThePreviewUsesTheNetwork() {
        let words = ["URLSession", "socket(", "connect(", "getaddrinfo", "import NIO", "Network.framework"]
        for file in Self.sources where !file.path.hasPrefix("Sources/Serving/") {
            let code = file.text.split(separator: "\n").filter {
                !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
            }
            for word in words { #expect(!code.contains { $0.contains(word) }, "\(file.path) uses \(word)") }
        }
    }

    @Test func nothingPrintsBelowTheCommand() {
        // The engine has a function of that name, which prints a value into a page.
        for file in Self.sources
        where !file.path.hasPrefix("Sources/explainer/") && !file.path.hasPrefix("Sources/Templates/Rendering/Machine")
        {
            let prints = file.text.split(separator: "\n").contains { line in
                line.trimmingCharacters(in: .whitespaces).hasPrefix("print(")
            }
            #expect(!prints, "\(file.path) prints")
        }
    }

    @Test func onlyRenderersVouchForMarkup() {
        for file in Self.sources where file.text.contains("HTML(trusting:") {
            let isAllowed = file.path.hasPrefix("Sources/Rendering/") || file.path.hasPrefix("Sources/Templates/")
            #expect(isAllowed, "\(file.path) vouches for markup")
        }
    }

    @Test func everyCodeHasANameOfItsOwnAndAnArticle() {
        let names = allCodes.map(\.name)
        #expect(names.count > 60)
        #expect(Set(names).count == names.count, "two codes share a name")
        for code in allCodes {
            #expect(code.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(code.name)")
            #expect(!code.title.isEmpty && !code.title.hasSuffix("."), "\(code.name)")
            #expect(code.article.count > 60, "\(code.name) has no article worth the name")
        }
    }

    @Test func everyKindOfPageHasADeclarationAndATemplate() {
        #expect(siteSchema.faults.isEmpty, "\(siteSchema.faults)")
        let names = outputKinds.map(\.name)
        #expect(Set(names).count == names.count, "two kinds of output share a name")
        #expect(siteSchema.pages.map(\.kind) == PageType.all.map(\.kind.name))
        for page in siteSchema.pages {
            #expect(FileManager.default.fileExists(atPath: FileTree.project + "templates/" + page.file), "\(page.file)")
        }
    }
}
