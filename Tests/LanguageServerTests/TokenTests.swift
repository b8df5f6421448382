import Foundation
import LanguageServer
import TestSupport
import Testing

/// Colours of ids.
@Suite struct TokenTests {
    /// "line:character text kind" of each token, of the last with what it declares.
    private static func tokens(_ client: inout ScriptedClient, _ path: String) throws -> [String] {
        let data = try client.ask("textDocument/semanticTokens/full", path)["data"].items.compactMap(\.number)
        #expect(data.count.isMultiple(of: 5))
        let lines = try #require(client.texts[path]).split(separator: "\n", omittingEmptySubsequences: false)
        let kinds = [
            "event", "party", "person", "demand", "response", "threat", "statement", "moment", "source", "term", "page",
        ]
        var (line, character) = (0, 0)
        return stride(from: 0, to: data.count, by: 5).map { start in
            line += data[start]
            character = data[start] == 0 ? character + data[start + 1] : data[start + 1]
            let units = Array(lines[line].utf16)[character..<character + data[start + 2]]
            let text = String(decoding: units, as: UTF16.self)
            return "\(line):\(character) \(text) \(kinds[data[start + 3]])\(data[start + 4] == 1 ? " declared" : "")"
        }
    }

    @Test func coloursIdsByKind() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(ProblemTests.files, in: folder)
        try client.open(
            "event.md",
            """
            ---
            title: The strike
            summary: A strike.
            people: [{id: ada, name: Ada, roles: [{party: union, role: Chair}]}]
            ---
            \u{1F600} See [the demand](demand:pay), [nothing](demand:none) and [@gazette, p. 3; @nobody].

            > Six per cent.
            > — @ada, letter, 2026-05-02 [@gazette]
            """)
        let found = try Self.tokens(&client, "event.md")
        #expect(
            found == [
                "3:14 ada person declared", "3:46 union party", "5:27 pay demand", "5:62 gazette source",
                "8:5 ada person", "8:31 gazette source",
            ])
        try client.open("demands/pay.md")
        #expect(
            try Self.tokens(&client, "demands/pay.md") == [
                "2:6 union party", "3:4 firm party", "6:8 gazette source",
            ])
        // The colours follow what is typed elsewhere.
        try client.open("parties/union.md", "")
        client.close("parties/union.md")
        try client.open("demands/none.md", "---\ntitle: None\nfrom: union\nto: firm\n---\n")
        #expect(try Self.tokens(&client, "event.md").contains("5:50 none demand"))
    }

    @Test func namesATypeForEachKindThatEditorsKnow() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(ProblemTests.files, in: folder)
        let known: Set = [
            "namespace", "type", "class", "enum", "interface", "struct", "typeParameter", "parameter", "variable",
            "property", "enumMember", "event", "function", "method", "macro", "keyword", "modifier", "comment",
            "string", "number", "regexp", "operator", "decorator",
        ]
        let types = client.capabilities["semanticTokensProvider"]["legend"]["tokenTypes"].items.compactMap(\.text)
        #expect(Set(types).count == types.count && Set(types).isSubset(of: known))
        try client.open("site.md")
        #expect(try Self.tokens(&client, "site.md").isEmpty)
    }
}
