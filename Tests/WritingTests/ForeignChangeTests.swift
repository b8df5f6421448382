import Foundation
import Platform
import Synchronization
import Testing

@testable import Writing

/// Somebody changes the output between rendering and commit, or while files are put in place: nothing of theirs is lost.
@Suite struct ForeignChangeTests {
    /// What happens to a file of the output.
    enum Act: CaseIterable {
        case edited, appended, emptied, replaced, replacedByFolder, replacedByLink, deleted

        func happen(to path: String) throws {
            let files = FileManager.default
            switch self {
            case .edited:
                let handle = try FileHandle(forWritingTo: URL(filePath: path))
                try handle.write(contentsOf: Data("THEIRS".utf8))
                try handle.close()
            case .appended:
                let handle = try FileHandle(forWritingTo: URL(filePath: path))
                try handle.seekToEnd()
                try handle.write(contentsOf: Data("THEIRS".utf8))
                try handle.close()
            case .emptied: truncate(path, 0)
            case .replaced:
                try Data("THEIRS".utf8).write(to: URL(filePath: path + ".new"))
                rename(path + ".new", path)
            case .replacedByFolder:
                try files.removeItem(atPath: path)
                try files.createDirectory(atPath: path, withIntermediateDirectories: false)
                try Data("THEIRS".utf8).write(to: URL(filePath: path + "/theirs.txt"))
            case .replacedByLink:
                try files.removeItem(atPath: path)
                try files.createSymbolicLink(atPath: path, withDestinationPath: "THEIRS")
            case .deleted: try files.removeItem(atPath: path)
            }
        }
    }

    /// When it happens, to which file, and on which file system.
    struct Case: CustomTestStringConvertible {
        let act: Act
        let change: DiskChange
        let path: String
        let canExchange: Bool
        let canLink: Bool

        var testDescription: String {
            "\(act) \(path) before \(change), \(canExchange ? "exchange" : "link \(canLink)")"
        }
    }

    static let cases: [Case] = Act.allCases.flatMap { act in
        [
            (DiskChange.place, "b.html"), (.exchange, "b.html"), (.announce, "b.html"), (.announce, "gone.html"),
            (.remove, "gone.html"), (.announce, "x/ours.html"),
        ].flatMap { change, path in
            [(true, true), (false, true), (false, false)].map { canExchange, canLink in
                Case(act: act, change: change, path: path, canExchange: canExchange, canLink: canLink)
            }
        }
    }

    @Test(arguments: cases) func takesNothingAway(_ row: Case) throws {
        let sandbox = try Sandbox(isInMemory: true)
        try sandbox.build(["a.html": "a", "b.html": "old b", "gone.html": "gone", "x/ours.html": "ours", "z.html": "z"])
        let hasHappened = Atomic<Bool>(false)
        let path = sandbox.output.appendingPathComponent(row.path).path
        // Another site: a page changes, one goes, a folder becomes a page.
        let fault = try sandbox.fault(["a.html": "a", "b.html": "new b", "x": "page", "z.html": "new z"]) {
            $0.canExchange = row.canExchange
            $0.canLink = row.canLink
            $0.beforeChange = { change, changed in
                guard change == row.change, changed == row.path || change == .announce,
                    !hasHappened.exchange(true, ordering: .relaxed)
                else { return 0 }
                try? row.act.happen(to: path)
                return 0
            }
        }
        let happened = hasHappened.load(ordering: .relaxed)
        #expect(happened)
        let after = try sandbox.snapshot()
        // What they made is still where they made it, and the rest is as it was.
        let theirs = after.values.contains {
            $0.contains(Data("THEIRS".utf8).base64EncodedString()) || $0 == "link to THEIRS"
        }
        switch row.act {
        case .appended: #expect((sandbox.text("public/" + row.path) ?? "").hasSuffix("THEIRS"))
        case .emptied: #expect(sandbox.text("public/" + row.path) == "")
        case .deleted: #expect(!sandbox.exists("public/" + row.path) || fault == nil)
        default: #expect(theirs)
        }
        #expect(fault != nil || row.act == .deleted)
        if fault != nil {
            #expect(sandbox.text("public/z.html") == "z" && sandbox.text("public/a.html") == "a")
            if row.act != .deleted {
                #expect(fault?.diagnostics.first?.message.contains(row.path) == true, "\(fault?.diagnostics ?? [])")
            }
        }
        #expect(sandbox.isTidy)
    }

    @Test(arguments: [true, false]) func countsAnEmptiedPageAsEdited(isStillThere: Bool) throws {
        let sandbox = try Sandbox(isInMemory: true)
        try sandbox.build(["a.html": "aaaa", "b.html": "b"])
        try sandbox.put("public/a.html", "")
        if isStillThere {
            #expect(try sandbox.conflicts(["a.html": "aaaa", "b.html": "b"]) == ["edited a.html"])
            #expect(try sandbox.build(["a.html": "aaaa", "b.html": "b"]) { $0.force = true }.changed == ["a.html"])
        } else {
            #expect(try sandbox.build(["b.html": "b"]).kept == ["a.html"])
            #expect(sandbox.text("public/a.html") == "")
        }
    }
}
