import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

@Suite struct ExampleTests {
    /// Each mistake of the list, made in the example's content, gives one clear message at its place.
    @Test(arguments: Mistake.all)
    func aMistakeGivesOneClearMessage(_ mistake: Mistake) throws {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "content", to: "content")
        let file = folder.path("content/" + mistake.file)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let marked = try #require(mistake.made(in: text), "the text to find is not in \(mistake.file)")
        try Data(marked.text.utf8).write(to: URL(filePath: file))
        var configuration = TestSite.example.configuration(output: folder.path("public"))
        configuration.content = folder.path("content")
        let report = build(configuration)
        #expect(report.exitStatus == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path("public")), "nothing is written")
        let errors = report.diagnostics.filter { $0.severity == .error }
        #expect(errors.count == 1, "\(errors.map { "\($0.code.name): \($0.message)" })")
        let error = try #require(errors.first)
        #expect(error.code.name == mistake.code)
        let words =
            [error.message, error.hint ?? ""].joined(separator: " ") + error.notes.map(\.message).joined(separator: " ")
        #expect(words.contains(mistake.word), "\(words)")
        #expect(error.location?.file.path.hasSuffix(mistake.file) == true)
        if let offset = marked.offsets[1], let location = error.location {
            #expect(location.file.position(at: offset) == location.position)
        }
    }

    /// Three mistakes in three files are told in one run, and the site that is there stays as it was.
    @Test func mistakesOfSeveralFilesAreToldAtOnceAndTheSiteStays() throws {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "content", to: "content")
        var configuration = TestSite.example.configuration(output: folder.path("public"))
        configuration.content = folder.path("content")
        try #require(build(configuration).exitStatus == 0)
        let before = try folder.contents(of: "public")
        let names = ["a typo in an id", "a speaker who does not exist", "a dead link"]
        let mistakes = names.compactMap { name in Mistake.all.first { $0.name == name } }
        try #require(Set(mistakes.map(\.file)).count == 3)
        for mistake in mistakes {
            let file = folder.path("content/" + mistake.file)
            let made = try #require(mistake.made(in: String(contentsOfFile: file, encoding: .utf8)))
            try folder.write(made.text, to: "content/" + mistake.file)
        }
        let report = build(configuration)
        #expect(report.exitStatus == 1)
        let errors = report.diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.code.name).sorted() == mistakes.map(\.code).sorted())
        #expect(try folder.contents(of: "public") == before)
    }

    @Test func theExampleHasNoWarningEither() async throws {
        let built = try await BuiltSites.shared.site(.example)
        #expect(built.messages == [])
    }

    @Test func findsTheListOfMistakes() { #expect(Mistake.all.count >= 20) }
}

/// A mistake to make in the example's content, and what must be said of it.
struct Mistake: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let find: String
    /// With ① where the message must point.
    let replace: String
    let code: String
    /// What the message, its hint or a note must contain.
    let word: String

    var testDescription: String { name }

    static let all: [Mistake] = {
        let file = URL(filePath: FileTree.project + "Tests/SiteTests/Mistakes/mistakes.json")
        return (try? JSONDecoder().decode([Mistake].self, from: Data(contentsOf: file))) ?? []
    }()

    func made(in text: String) -> MarkedText? {
        guard let range = text.range(of: find) else { return nil }
        return MarkedText(text.replacingCharacters(in: range, with: replace))
    }
}
