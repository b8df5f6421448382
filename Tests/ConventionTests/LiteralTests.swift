import Foundation
import Presenting
import TestSupport
import Testing

/// Texts for readers stand in the language files (`Sources/Presenting/Words`) and nowhere else.
@Suite struct LiteralTests {
    /// Two words, a word with a capital letter, or a quotation mark.
    private static let words = "[A-Za-z]{2,} [A-Za-z]{2,}|(?<![A-Za-z@/-])[A-Z][a-z]|[“”]"

    // MARK: Templates

    @Test func templatesHoldNoTexts() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: FileTree.project + "templates")
            .filter { $0.hasSuffix(".html") }
        #expect(names.count > 15)
        for name in names.sorted() {
            let found = try Self.texts(inTemplate: Self.read("templates/" + name))
            #expect(found.isEmpty, "templates/\(name): \(found)")
        }
    }

    @Test(arguments: [
        ("<h2>Terms</h2>", ["Terms"]), ("<p>{{ date }} or later</p>", ["or later"]), ("<i>{{ a }}, {{ b }}</i>", []),
        ("<nav aria-label=\"Show\">", ["Show"]), ("<nav aria-label=\"{{ words.show }}\">", []),
        ("<b data-done=\"ok\" class=\"who meta\">", ["ok"]),
        ("{{ heading(\"What it asked\", level) }}", ["What it asked"]),
        ("{% if level == \"h3\" %}&nbsp;·{% endif %}", []), ("{#- A comment. -#}", []),
        ("{% set x = 'zwei Worte' %}", ["zwei Worte"]),
    ]) func findsTextsInTemplates(_ template: String, _ wanted: [String]) {
        #expect(Self.texts(inTemplate: template) == wanted)
    }

    private static func texts(inTemplate template: String) -> [String] {
        let template = template.replacing("\\{#[\\s\\S]*?#\\}", with: "")
        let tag = "\\{[{%][\\s\\S]*?[%}]\\}"
        let classes = ["part cols"]
        var found = template.matches(of: tag).flatMap { $0.matches(of: "\"([^\"]*)\"|'([^']*)'") }
            .filter { $0.has(words) && !classes.contains($0) }
        let markup = template.replacing(tag, with: "")
        found += markup.matches(of: "(?:aria-label|title|alt|placeholder|summary|label|data-[a-z-]+)=\"([^\"]*)\"")
            .filter { $0.has("\\p{L}") }
        let text = markup.replacing("&[A-Za-z]+;", with: "").replacing("<[^>]*>", with: "\u{0}")
        found += text.split(separator: "\u{0}").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { $0.has("\\p{L}") }
        return found
    }

    // MARK: Swift

    /// Folders whose code shows texts to readers.
    private static let folders = [
        "Drawing", "Presenting/Links", "Presenting/Parties", "Presenting/Texts", "Presenting/Views", "Exporting",
        "Rendering/Declarations", "Rendering/HTML",
    ]

    /// Literals that are not for readers, by the start of the file's path below `Sources`.
    private static let allowed: [(path: String, why: String)] = [
        ("Exporting/LinkedData", "names of schema.org"),
        ("Exporting/EventData.swift", "documentation of the data"),
        ("Exporting/EventSchema", "documentation of the data"),
        ("Exporting/DataTable", "documentation of the data"),
        ("Exporting/RedirectRules.swift", "the formats of servers' rules"),
        ("Exporting/Robots.swift", "the format of robots.txt"),
        ("Drawing/CardWriter.swift", "names of fonts"),
        ("Drawing/Canvas+Looks.swift", "attributes of SVG"),
        ("Drawing/OwnColor.swift", "a rule of CSS"),
        ("Rendering/Declarations/OwnValuesView", "what the checker of templates says"),
    ]

    @Test func codeHoldsNoTexts() throws {
        var count = 0
        for folder in Self.folders {
            let path = FileTree.project + "Sources/" + folder
            // A folder may have moved; then this list moves with it.
            let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }
            for name in names.sorted() {
                count += 1
                let file = "\(folder)/\(name)"
                guard !Self.allowed.contains(where: { file.hasPrefix($0.path) }) else { continue }
                let found = try Self.texts(inSwift: Self.read("Sources/" + file))
                #expect(found.isEmpty, "Sources/\(file): \(found)")
            }
        }
        #expect(count > 80)
    }

    @Test(arguments: [
        ("let a = \"Asked by \\(name)\"", ["Asked by \\(name)"]), ("title: \"not asked\"", ["not asked"]),
        ("let a = words[.asked] // \"Asked by\"", []), ("    /// \"Asked by X\"", []),
        (".text(\"name\", \"Its full name.\") { $0.name }", []),
        ("writer.markup(\"<p class=\\\"who meta\\\">Who\")", []),
        ("RecordType<A.B>(\"a\", \"A thing.\")", []), ("kind == \"demand\"", []), ("\"“\\(words)”\"", ["“\\(words)”"]),
        ("\"\\(list(of: \"Two words\")) x\"", []),
    ]) func findsTextsInCode(_ code: String, _ wanted: [String]) { #expect(Self.texts(inSwift: code) == wanted) }

    private static func texts(inSwift code: String) -> [String] {
        // Comments, the documentation in declarations, and markup.
        let code = code.replacing("(?m)(?:^|\\s)//.*$", with: "")
            .replacing(
                "(?:\\.(?:texts?|htmls?|url|number|truth|date|list|record|field|choice|ownData|optional[A-Z]\\w*)\\(\\s*\"[a-z0-9_]+\","
                    + "|RecordType<[\\w.]+>\\(\\s*\"[a-z_]+\",|file: \"[a-z0-9.]+\", root: \\w+\\.self,)"
                    + "\\s*\"(?:[^\"\\\\]|\\\\.)*\"", with: ""
            )
            .replacing("\\.markup\\(\\s*\"(?:[^\"\\\\]|\\\\.)*\"", with: "")
        let interpolation = "\\\\\\((?:[^()\"]|\\([^()]*\\)|\"[^\"]*\")*\\)"
        let literals =
            code.matches(of: "\"\"\"([\\s\\S]*?)\"\"\"")
            + code.matches(of: "\"((?:[^\"\\\\\\n]|\(interpolation)|\\\\.)*)\"")
        return literals.filter { !$0.hasPrefix("<") && $0.replacing(interpolation, with: " ").has(words) }
    }

    // MARK: Scripts

    @Test func scriptsHoldNoTexts() throws {
        let code = ["use strict", "ArrowDown", "ArrowUp", "Escape", ".months li.f"]
        let names = try FileManager.default.contentsOfDirectory(atPath: FileTree.project + "templates/assets")
            .filter { $0.hasSuffix(".js") }
        #expect(names.count >= 2)
        for name in names.sorted() {
            let script = try Self.read("templates/assets/" + name).replacing("(?m)(?:^|\\s)// .*$", with: "")
            let found = script.matches(of: "\"([^\"\\n]*)\"|'([^'\\n]*)'|`([^`]*)`")
                .filter { $0.has(Self.words) && !code.contains($0) }
            #expect(found.isEmpty, "templates/assets/\(name): \(found)")
        }
    }

    // MARK: Words

    @Test func everyWordIsUsed() throws {
        func all(_ folder: String, _ suffix: String) throws -> String {
            try FileManager.default.subpathsOfDirectory(atPath: FileTree.project + folder).sorted()
                .filter { $0.hasSuffix(suffix) && !$0.hasSuffix("/Word.swift") && !$0.hasSuffix("/English.swift") }
                .map { try Self.read(folder + "/" + $0) }.joined(separator: "\n")
        }
        let templates = Set(try all("templates", ".html").matches(of: "words\\.([a-z_]+)"))
        let code = Set(
            try
                (all("Sources/Presenting", ".swift") + all("Sources/Exporting", ".swift")
                + all("Sources/Rendering", ".swift")).matches(of: "(?:^|[\\[( ])\\.([a-z]\\w*)"))
        for word in Word.allCases {
            #expect(templates.contains(word.templateName) || code.contains("\(word)"), "\(word) is not used")
        }
    }

    private static func read(_ path: String) throws -> String {
        try String(contentsOfFile: FileTree.project + path, encoding: .utf8)
    }
}

extension String {
    fileprivate func has(_ pattern: String) -> Bool { range(of: pattern, options: .regularExpression) != nil }

    fileprivate func replacing(_ pattern: String, with text: String) -> String {
        replacingOccurrences(of: pattern, with: text, options: .regularExpression)
    }

    /// What the first group that took part in each match holds, or the whole match.
    fileprivate func matches(of pattern: String) -> [String] {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
        return expression.matches(in: self, range: NSRange(startIndex..., in: self)).compactMap { match in
            let group = (1..<max(1, match.numberOfRanges)).first { match.range(at: $0).location != NSNotFound } ?? 0
            return Range(match.range(at: group), in: self).map { String(self[$0]) }
        }
    }
}
