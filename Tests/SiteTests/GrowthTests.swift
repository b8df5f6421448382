import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// Pages of entries grow with the record, not with its square: lists of others are bounded and lead to the rest.
@Suite struct GrowthTests {
    private static let generators: [(name: String, kind: String, acts: @Sendable (Int) -> String)] = [
        (
            "statements of one occasion", "statements",
            { count in
                "demand; " + (1...count).map { "statement speaker=ann words=Word_\($0)" }.joined(separator: "; ")
            }
        ),
        (
            "a chain of answers", "responses",
            { count in
                "demand; negotiating; "
                    + (2...count).map { "negotiating replaces=r\($0 - 1)" }.joined(separator: "; ")
            }
        ),
        (
            "a demand to many parties", "parties",
            { count in
                let names = (1...count).map { "q\($0)" }
                return names.map { "party id=\($0)" }.joined(separator: "; ") + "; demand to="
                    + names.joined(separator: ",") + "; "
                    + names.map { "accepted from=\($0)" }.joined(separator: "; ")
            }
        ),
        (
            "the answers to a demand to many parties", "responses",
            { count in
                let names = (1...count).map { "q\($0)" }
                return names.map { "party id=\($0)" }.joined(separator: "; ") + "; demand to="
                    + names.joined(separator: ",") + "; "
                    + names.map { "accepted from=\($0)" }.joined(separator: "; ")
            }
        ),
        (
            "a demand of many parties", "parties",
            { count in
                let names = (1...count).map { "q\($0)" }
                return names.map { "party id=\($0)" }.joined(separator: "; ") + "; demand to=a from="
                    + names.joined(separator: ",")
            }
        ),
        (
            "a threat to many parties", "parties",
            { count in
                let names = (1...count).map { "q\($0)" }
                return names.map { "party id=\($0)" }.joined(separator: "; ") + "; demand; threat to="
                    + names.joined(separator: ",")
            }
        ),
        (
            "threats that hang on one demand", "threats",
            { count in "demand; " + (1...count).map { _ in "threat" }.joined(separator: "; ") }
        ),
        (
            "answers under many threats", "responses",
            { count in
                "demand; threat; negotiating; "
                    + (2...count).map { "threat; negotiating replaces=r\($0 - 1)" }.joined(separator: "; ")
            }
        ),
        (
            "demands answered at once", "demands",
            { count in
                (1...count).map { _ in "demand" }.joined(separator: "; ") + "; refused answers="
                    + (1...count).map { "d\($0)" }.joined(separator: ",")
            }
        ),
    ]

    private func size(_ acts: String, _ kind: String) throws -> Int {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: T\n---\n", to: "content/site.md")
        try folder.write(Dispute(acts).event, to: "content/event.md")
        let report = build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates",
                theme: FileTree.project + "templates", output: folder.path("public")))
        try #require(report.exitStatus == 0, "\(report.diagnostics.filter { $0.severity == .error }.map(\.message))")
        return try folder.contents(of: "public").filter { $0.key.hasPrefix(kind + "/") }.values
            .reduce(0) { $0 + $1.count }
    }

    @Test(arguments: generators.indices) func pagesGrowInStep(_ index: Int) throws {
        let (name, kind, acts) = Self.generators[index]
        let sizes = try [40, 80].map { try size(acts($0), kind) }
        #expect(Double(sizes[1]) < 2.2 * Double(sizes[0]), "\(name): \(sizes)")
    }
}
