import Foundation
import Presenting
import Rendering
import TestSupport
import Testing

/// No arrow goes back: a module imports only modules that stand before it, and a folder names only types of folders of
/// its module that stand before it.
@Suite struct LayerTests {
    /// The order of the modules, and what each is for.
    private static let modules: [(name: String, purpose: String)] = [
        ("Bytes", "bytes: the buffer, scanner, escaper, writers, hash and civil day"),
        ("Platform", "the operating system"),
        ("Diagnostics", "texts, places in them, and the problems found there"),
        ("Reading", "a folder becomes documents"),
        ("Model", "documents become a typed site and its plan"),
        ("Checking", "a site becomes the list of what is wrong with it"),
        ("Templates", "the template engine"),
        ("Drawing", "plain values become SVG"),
        ("Presenting", "a site becomes words and views"),
        ("Exporting", "a site becomes files for programs"),
        ("Rendering", "views become pages"),
        ("Editing", "what a writer asks for becomes edits of content files"),
        ("Writing", "pages become files"),
        ("Building", "the workspace and the pipeline"),
        ("Serving", "a workspace becomes pages in a browser"),
        ("LanguageServer", "a workspace answers an editor"),
        ("explainer", "the command"),
    ]

    /// The order of the folders of each module that has several; `""` has the files beside the folders.
    private static let folders: [String: [String]] = [
        "Model": ["Dates", "References", "Vocabulary", "Site", "Reading", "Computed", "Plan", "Guide", ""],
        "Checking": ["", "Checks"],
        "Templates": [
            "Syntax", "Places", "Values", "Schema", "Operations", "Program", "Filters", "Compiling", "Rendering", "",
            "Documentation",
        ],
        "Presenting": ["Words", "Texts", "Links", "Parties", "Views", ""],
        "Editing": ["Missing", "Names", "Renaming", "Formatting", "Adding", "Importing"],
        "LanguageServer": ["JSONRPC", "Protocol", "Texts", "Sites", "Features", ""],
        "Rendering": ["HTML", "Declarations", "Pages", ""],
    ]

    private struct Source {
        /// Below `Sources`.
        let path: String
        let module: String
        let folder: String
        /// Without comments and what string literals hold.
        let code: String
    }

    private static let sources: [Source] = {
        let files = (try? FileTree.contents(of: FileTree.project + "Sources")) ?? [:]
        return files.filter { $0.key.hasSuffix(".swift") }.sorted { $0.key < $1.key }.map { path, bytes in
            let parts = path.split(separator: "/").map(String.init)
            return Source(
                path: path, module: parts[0], folder: parts.dropFirst().dropLast().joined(separator: "/"),
                code: code(String(decoding: bytes, as: UTF8.self)))
        }
    }()

    private static func code(_ text: String) -> String {
        text.replacing(/"""[\s\S]*?"""/, with: "\"\"").replacing(/"(?:[^"\\\n]|\\.)*"/, with: "\"\"")
            .replacing(/\/\/[^\n]*/, with: "")
    }

    // MARK: Modules

    @Test func everyModuleHasAPurpose() throws {
        #expect(Set(Self.sources.map(\.module)).sorted() == Self.modules.map(\.name).sorted())
        let package = try String(contentsOfFile: FileTree.project + "Package.swift", encoding: .utf8)
        let document = try String(contentsOfFile: FileTree.project + "ARCHITECTURE.md", encoding: .utf8)
        var end = package.startIndex
        for (name, purpose) in Self.modules {
            #expect(!purpose.isEmpty)
            #expect(document.contains("| \(name) |"), "ARCHITECTURE.md does not list \(name)")
            let declared = package.firstRange(of: "name: \"\(name)\"", in: end)
            #expect(declared != nil, "Package.swift lists \(name) out of order")
            end = declared?.upperBound ?? end
        }
    }

    @Test func modulesImportOnlyEarlierOnes() {
        let places = Dictionary(uniqueKeysWithValues: Self.modules.enumerated().map { ($1.name, $0) })
        for source in Self.sources {
            for match in source.code.matches(of: /(?:^|\n)(?:@\w+ )?import (\w+)/) {
                guard let place = places[String(match.1)], let own = places[source.module] else { continue }
                #expect(place < own, "\(source.path) imports \(match.1)")
            }
        }
    }

    // MARK: Folders

    @Test func everyFolderHasAPlace() {
        for module in Self.modules.map(\.name) {
            let found = Set(Self.sources.filter { $0.module == module }.map(\.folder))
            #expect(found.count == 1 || found == Set(Self.folders[module] ?? []), "\(module): \(found.sorted())")
        }
    }

    @Test func foldersNameOnlyTypesOfEarlierOnes() {
        for (module, order) in Self.folders.sorted(by: { $0.key < $1.key }) {
            let found = Self.arrowsBack(Self.sources.filter { $0.module == module }, in: order)
            #expect(found.isEmpty, "\(module): \(found)")
        }
    }

    @Test func findsArrowsBack() {
        func source(_ folder: String, _ code: String) -> Source {
            Source(path: folder + "/A.swift", module: "A", folder: folder, code: Self.code(code))
        }
        let late = source("Late", "package struct Later {}\nextension Earlier { enum Place {} }")
        func arrows(_ code: String) -> [String] {
            Self.arrowsBack([source("Early", code), late], in: ["Early", "Late"])
        }
        #expect(arrows("struct Earlier { let later: Later }") == ["Early/A.swift names Later of Late"])
        #expect(arrows("struct Earlier { let later: Any } // Later") == [])
        #expect(arrows("let earlier = \"Later\"") == [])
        #expect(arrows("struct Earlier { enum Later {} }") == [])
        #expect(arrows("let earlier = Other.Later") == [])
        #expect(Self.arrowsBack([source("Early", "struct Earlier {}"), late], in: ["Late", "Early"]).count == 1)
    }

    /// Where a file names a top-level type of a folder that stands behind its own. A name that the file's own folder
    /// declares, too, is its own.
    private static func arrowsBack(_ sources: [Source], in order: [String]) -> [String] {
        let kinds = "struct|class|enum|protocol|actor|typealias"
        guard
            let topLevel = try? Regex(
                "(?:^|\\n)(?:@\\w+(?:\\([^)]*\\))? )*(?:(?:package|public|final|indirect) )*(?:\(kinds)) ([A-Za-z_]\\w*)",
                as: (Substring, Substring).self),
            let declaration = try? Regex("\\b(?:\(kinds)) ([A-Za-z_]\\w*)", as: (Substring, Substring).self)
        else { return ["the test's own pattern is wrong"] }
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        var homes: [Substring: String] = [:]
        var own: [String: Set<Substring>] = [:]
        for source in sources {
            for match in source.code.matches(of: topLevel) { homes[match.1] = source.folder }
            own[source.folder, default: []].formUnion(source.code.matches(of: declaration).map(\.1))
        }
        var found: [String] = []
        for source in sources {
            let names = Set(
                source.code.matches(of: /(?<before>.?)\b(?<name>[A-Z]\w*)/).filter { $0.before != "." }.map(\.name))
            for name in names.subtracting(own[source.folder] ?? []).sorted() {
                guard let home = homes[name], places[home, default: 0] > places[source.folder, default: 0] else {
                    continue
                }
                found.append("\(source.path) names \(name) of \(home)")
            }
        }
        return found
    }

    // MARK: Names across modules

    @Test func viewsLinkToKindsThatExist() {
        let names = Set(outputKinds.map(\.name))
        for kind in LinkedKind.allCases { #expect(names.contains(kind.rawValue), "\(kind)") }
    }
}

extension String {
    fileprivate func firstRange(of text: String, in start: Index) -> Range<Index>? {
        self[start...].firstRange(of: text)
    }
}
