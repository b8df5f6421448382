import Foundation
import TestSupport
import Testing

/// `Tests/Faults.md` has a row for every fault, `Tests/Vocabulary.md` one for every rule of the vocabulary, and each test,
/// section and case that they name exists.
@Suite struct FaultTableTests {
    /// The rows: number, and what stands in the column of tests.
    private static let rows: [(number: Int, tests: String)] = {
        let text = (try? String(contentsOfFile: FileTree.project + "Tests/Faults.md", encoding: .utf8)) ?? ""
        return text.matches(of: /\n\| ([0-9]+) \| [^|]+ \| ([^\n]+) \|/).compactMap { match in
            Int(match.output.1).map { ($0, String(match.output.2)) }
        }
    }()

    /// The functions of each suite, and the tests in Python.
    private static let tests: Set<String> = {
        var tests: Set<String> = []
        let files = (try? FileTree.contents(of: FileTree.project + "Tests")) ?? [:]
        for (path, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            if path.hasSuffix(".py") {
                for match in text.matches(of: /\ndef (test_[a-z0-9_]+)/) { tests.insert(String(match.output.1)) }
            } else if path.hasSuffix("Tests.swift"), let suite = path.split(separator: "/").last?.dropLast(6) {
                for test in text.components(separatedBy: "@Test").dropFirst() {
                    guard let match = test.firstMatch(of: /func (\w+)/) else { continue }
                    tests.insert("\(suite)/\(match.output.1)")
                }
            }
        }
        return tests
    }()

    @Test func everyRowIsThereOnce() {
        // One number was given up before the first row had a test.
        #expect(Self.rows.map(\.number) == Array(1...172).filter { $0 != 67 })
    }

    /// What stands between backticks in the last column of `Tests/Vocabulary.md`, with whether it names a case.
    private static let rules: [[(name: String, isCase: Bool)]] = {
        let text = (try? String(contentsOfFile: FileTree.project + "Tests/Vocabulary.md", encoding: .utf8)) ?? ""
        return text.matches(of: /\n\| (?!rule|---)[^\n]+ \| ([^|\n]+) \|/).map { row in
            row.output.1.matches(of: /(case )?`([^`]+)`/).map { (String($0.output.2), $0.output.1 != nil) }
        }
    }()

    @Test func whatShowsEveryRuleOfTheVocabularyExists() throws {
        let sentences = try String(
            contentsOfFile: FileTree.project + "Tests/SiteTests/Sentences/sentences.txt", encoding: .utf8)
        let sections = Set(sentences.matches(of: /\n## ([^\n]+)/).map { String($0.output.1) })
        let cases = try Set(FileTree.folders(in: URL(filePath: FileTree.project + "Tests/CheckingTests/Cases")))
        #expect(Self.rules.count > 50)
        for rule in Self.rules {
            #expect(!rule.isEmpty)
            for (name, isCase) in rule {
                let exists = isCase ? cases.contains(name) : sections.contains(name) || Self.tests.contains(name)
                #expect(exists, "there is no \(name)")
            }
        }
    }

    @Test func everyTestOfTheTableExists() {
        #expect(Self.tests.count > 500)
        var named = 0
        for row in Self.rows {
            let names = row.tests.matches(of: /`([A-Za-z0-9_\/]+)`/).map { String($0.output.1) }
                .filter { $0.contains("/") || $0.hasPrefix("test_") }
            named += names.count
            for name in names {
                let exists = Self.tests.contains(name)
                #expect(exists, "row \(row.number): there is no test \(name)")
            }
            // A row without a test is a sentence that says why.
            if names.isEmpty { #expect(row.tests.contains(" ") && row.tests.hasSuffix("."), "row \(row.number)") }
        }
        #expect(named > 200)
    }
}
