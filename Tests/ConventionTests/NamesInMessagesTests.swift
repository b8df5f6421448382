import Building
import Foundation
import Model
import TestSupport
import Testing

/// What a message names exists: fields, values of closed lists, kinds, commands and options.
@Suite struct NamesInMessagesTests {
    /// Modules whose literals are messages to writers. Templates has a language of its own.
    private static let modules = ["Building", "Checking", "Editing", "Model", "Reading", "Writing", "explainer"]

    private static let literals: [(path: String, text: String)] = {
        let folder = FileTree.project + "Sources"
        let files = (try? FileTree.contents(of: folder)) ?? [:]
        return files.filter { file in file.key.hasSuffix(".swift") && modules.contains { file.key.hasPrefix($0 + "/") }
        }
        .sorted { $0.key < $1.key }
        .flatMap { file in
            let code = String(decoding: file.value, as: UTF8.self).split(separator: "\n")
                .filter { !$0.trimmingPrefix { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            return code.matches(of: /"((?:[^"\\\n]|\\.)*)"/).map { (file.key, String($0.output.1)) }
        }
    }()

    private static let fields: [String: [FieldDescription]] = Dictionary(
        grouping: Vocabulary.records.flatMap(\.fields) + Vocabulary.common + [Vocabulary.itemID, Vocabulary.itemBody],
        by: \.name)
    private static let values = Set(fields.values.flatMap { $0.flatMap { $0.shape.values.map(\.name) } })
    private static let kinds = Set(EntryKind.allCases.flatMap { [$0.word, $0.folder ?? $0.word] })
    private static let codes = Set(allCodes.map(\.name))

    /// Words in quotes that are not the vocabulary's, with what they are.
    private static let others: [String: String] = [
        "content": "the folder", "templates": "the folder", "public": "the folder", "page": "names of templates",
        "written": "a value of --mtimes", "record": "a value of --mtimes", "integrity": "an attribute of HTML",
        "initialize": "a request of LSP", "lockout": "an id in an example", "members": "a word in an example",
        "include": "a statement of templates", "de": "a language", "en": "a language", "unnamed": "a speaker",
        "key": "any field", "field": "any field", "item": "any item", "checks": "a field", "x": "any word",
        "refusals": "a folder of responses", "offers": "a folder of demands", "refusal": "a word of references",
        "offer": "a word of references",
    ]

    /// What stands between single quotes, without interpolation.
    private static func quoted(_ text: String) -> [String] {
        text.matches(of: /(?:^|[^\p{L}\p{N}\])])'([^'\\]+)'/).map { String($0.output.1) }
    }

    @Test func everyQuotedWordIsKnown() {
        var count = 0
        for literal in Self.literals {
            for word in Self.quoted(literal.text) where word.wholeMatch(of: /[a-z]+([_-][a-z]+)*/) != nil {
                count += 1
                let isKnown =
                    Self.fields[word] != nil || Self.values.contains(word) || Self.kinds.contains(word)
                    || Self.codes.contains(word) || Self.others[word] != nil
                #expect(isKnown, "\(literal.path): '\(word)' is no field, value, kind or code")
            }
        }
        #expect(count > 100)
    }

    /// `status: settled` names a field, and a value that it may have.
    @Test func everyWrittenFieldMayHaveItsValue() throws {
        var count = 0
        for literal in Self.literals {
            for pair in Self.quoted(literal.text) {
                guard let match = pair.wholeMatch(of: /([a-z_]+): ([a-z-]+)/) else { continue }
                let (name, value) = (String(match.output.1), String(match.output.2))
                // Members of the writer's own data are declared with a type.
                if ["text", "date", "file", "number", "truth", "url", "list"].contains(value) { continue }
                if name == "key" || Self.codes.contains(name) || literal.path.contains("Meanings.swift") { continue }
                count += 1
                let fields = Self.fields[name] ?? []
                #expect(!fields.isEmpty, "\(literal.path): there is no field '\(name)'")
                let takes = fields.contains { field in
                    switch field.shape {
                    case .truth: value == "true" || value == "false"
                    case let shape: shape.values.isEmpty || shape.values.contains { $0.name == value }
                    }
                }
                #expect(takes, "\(literal.path): '\(name)' cannot be '\(value)'")
            }
        }
        #expect(count > 4)
    }

    /// Commands and options stand in the manual page, which is made from them.
    @Test func everyCommandAndOptionExists() throws {
        let manual = try String(contentsOfFile: FileTree.project + "docs/explainer.1", encoding: .utf8)
        let options = Set(manual.matches(of: /Fl (?:[a-zA-Z] , )?-([a-z-]+)/).map { String($0.output.1) })
        let commands = Set(
            manual.matches(of: /\n\.It Em "?([a-z, -]+)"?\n/).flatMap {
                $0.output.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            })
        #expect(options.count > 20 && commands.count > 10)
        for literal in Self.literals {
            for match in literal.text.matches(of: /(?:^|[^a-z-])--([a-z][a-z-]+)/) {
                let name = String(match.output.1)
                #expect(options.contains(name), "\(literal.path): there is no option '--\(name)'")
            }
            for match in literal.text.matches(of: /'explainer ([a-z]+)/) {
                let name = String(match.output.1)
                #expect(commands.contains(name), "\(literal.path): there is no command '\(name)'")
            }
        }
    }
}
