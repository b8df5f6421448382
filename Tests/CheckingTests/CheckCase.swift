import Diagnostics
import Foundation
import TestSupport
import Testing

/// A folder in `Cases`: the smallest site that shows a problem, what is said of it, and a variant without it.
///
/// `<code>` or `<code>+<variant>`, with `content/` (markers ①…⑨ where the problems are), `expected.txt` (all that is
/// printed) and `fixed/` (files laid over `content/`, after which nothing is reported; an empty one takes a file away).
struct CheckCase: Sendable, CustomTestStringConvertible {
    let name: String

    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    static let all: [CheckCase] = ((try? FileTree.folders(in: root)) ?? []).map(CheckCase.init)

    var code: String { String(name.prefix { $0 != "+" }) }
    var folder: URL { CheckCase.root.appending(path: name) }
    var expected: URL { folder.appending(path: "expected.txt") }
    var testDescription: String { name }

    func content() throws -> ContentFolder { try ContentFolder(folder.appending(path: "content")) }
    func fixed() throws -> ContentFolder {
        try content().overlaid(with: ContentFolder(folder.appending(path: "fixed")))
    }

    /// Files that belong to no part of the case.
    func leftovers() throws -> [String] {
        let overlay = try Set(ContentFolder(folder.appending(path: "content")).allPaths)
        return try FileTree.files(below: folder).filter { path in
            if path == "expected.txt" || path.hasPrefix("content/") { return false }
            guard path.hasPrefix("fixed/") else { return true }
            // An empty file takes another away; where there is none, it does nothing.
            let isEmpty = try Data(contentsOf: folder.appending(path: path)).isEmpty
            return isEmpty && !overlay.contains(String(path.dropFirst("fixed/".count)))
        }
    }
}

extension ContentFolder {
    var allPaths: [String] { textPaths + assetPaths }
}
