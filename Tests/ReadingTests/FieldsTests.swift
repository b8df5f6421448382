import Diagnostics
import TestSupport
import Testing

@testable import Reading

private enum Size: String, CaseIterable, Sendable { case small, large, none = "not-known" }

/// Reads front matter with a closure and gives the problems of the fields too.
private func read(_ yaml: String, _ body: (inout Fields) -> Void) -> ReadCase {
    var result = ReadCase(yaml: yaml)
    var fields = Fields(result.document.frontMatter, in: result.file, of: "demand")
    body(&fields)
    result.diagnostics += fields.finish()
    return result
}

@Suite struct FieldsTests {
    @Test func givesTextsAsTheyAreWritten() {
        let result = read("a: no\nb: '012'\nd: [x, 'y']\ne: z") { fields in
            #expect(fields.text("a")?.value == "no")
            #expect(fields.requiredText("b")?.value == "012")
            #expect(fields.text("absent") == nil)
            #expect(fields.texts("d").map(\.value) == ["x", "y"])
            #expect(fields.texts("e").map(\.value) == ["z"])
            #expect(fields.requiredTexts("e").count == 1)
        }
        #expect(result.found == [])
    }

    @Test func reportsAMissingFieldAtTheFirstLine() {
        let result = read("①title: é\nb: c") { fields in
            #expect(fields.requiredText("from") == nil)
            #expect(fields.requiredTexts("to").isEmpty)
            _ = (fields.text("title"), fields.text("b"))
        }
        #expect(result.found == ["missing-field@1", "missing-field@1"])
        #expect(result.messages == ["demand has no 'from'", "demand has no 'to'"])
    }

    @Test func reportsNothingAsMissingWhereSyntaxCutTheMappingShort() {
        let result = read("title: x\nfrom: ①@y") { fields in
            _ = fields.requiredText("title")
            #expect(fields.requiredText("from") == nil)
        }
        #expect(result.found == ["yaml-needs-quotes@1"])
    }

    @Test func reportsEmptyValues() {
        let result = read("a: ①\"\"\nb: ②~\nc: ③null\n④d:\ne: ⑤[]\nf: 'null'\ng: [x, ]\nh:\n  - x\n  -⑥\n⑦i:") {
            fields in
            #expect(fields.text("a") == nil)
            #expect(fields.text("b") == nil)
            #expect(fields.text("c") == nil)
            #expect(fields.requiredText("d") == nil)
            #expect(fields.requiredTexts("e").isEmpty)
            #expect(fields.text("f")?.value == "null")
            #expect(fields.texts("g").count == 1)
            #expect(fields.texts("h").count == 1)
            #expect(fields.text("i") == nil)
        }
        #expect(
            result.found == [
                "empty-value@1", "empty-value@2", "empty-value@3", "empty-value@5", "empty-value@6", "empty-value@4",
                "empty-value@7",
            ])
    }

    @Test func reportsShapesThatAreWrong() {
        let result = read("a: ①[x]\nb: ②{x: y}\nc: ③x\nd: [④x, {y: z}]\ne: [⑤[x]]") { fields in
            #expect(fields.text("a") == nil)
            #expect(fields.text("b") == nil)
            #expect(fields.mapping("c", of: "publisher") == nil)
            for nested in fields.mappings("d", of: "ground") {
                var nested = nested
                #expect(nested.text("y")?.value == "z")
                fields.absorb(nested)
            }
            #expect(fields.texts("e").isEmpty)
        }
        #expect(
            result.found == ["wrong-type@1", "wrong-type@2", "wrong-type@3", "wrong-type@4", "wrong-type@5"])
        #expect(
            result.messages.prefix(3) == [
                "'a' of demand must be text, not a list", "'b' of demand must be text, not a mapping",
                "'c' of demand must be fields of a publisher ('key: value'), not text",
            ])
    }

    @Test func takesOnlyTrueAndFalseForATruth() {
        let result = read("a: true\nb: false\nc: ①yes\nd: ②\"true\"\ne: ③Off\nf: ④maybe") { fields in
            #expect(fields.truth("a")?.value == true)
            #expect(fields.truth("b")?.value == false)
            for name in ["c", "d", "e", "f"] { #expect(fields.truth(name) == nil) }
        }
        #expect(result.found == ["wrong-type@1", "wrong-type@2", "wrong-type@3", "wrong-type@4"])
        #expect(
            result.hints == ["write true, without quotes", "write true, without quotes", "write false, without quotes"])
        #expect(result.mended?.contains("c: true\n") == true)
    }

    @Test func suggestsTheNearestValueOfAClosedList() {
        let result = read("a: large\nb: ①smal\nc: ②\"huge\"\nd: not-known") { fields in
            #expect(fields.choice("a", of: Size.self)?.value == .large)
            #expect(fields.choice("b", of: Size.self) == nil)
            #expect(fields.requiredChoice("c", of: Size.self) == nil)
            #expect(fields.choice("d", of: Size.self)?.value == Size.none)
        }
        #expect(result.found == ["unknown-value@1", "unknown-value@2"])
        #expect(result.hints.first == "did you mean 'small'? allowed: small, large, not-known")
        #expect(result.hints.last == "allowed: small, large, not-known")
        #expect(result.mended?.contains("b: small\n") == true)
    }

    @Test func suggestsTheNearestFieldForAnUnknownOne() {
        let result = read("①titel: x\ndate: y\n②zzzzzz: 1\n③dat: 2") { fields in
            _ = (fields.text("title"), fields.text("date"))
        }
        #expect(result.found == ["unknown-field@1", "unknown-field@2", "unknown-field@3"])
        #expect(result.messages.first == "demand has no field 'titel'")
        #expect(
            result.hints == [
                "did you mean 'title'?", "its fields are: date, title; 'explainer fields demand' says what each is for",
                "did you mean 'date'?",
            ])
        #expect(result.mended?.contains("title: x") == true)
        // 'date' is there already: writing it twice would not mend anything.
        #expect(result.diagnostics.last?.fixIt == nil)
    }

    @Test func reportsUnknownFieldsOfNestedMappings() {
        let result = read("roles:\n  - title: x\n    ①frm: y\n  - {②x: 1, title: z}\nlogo:\n  ③b: c") { fields in
            for var role in fields.mappings("roles", of: "role") {
                #expect(role.requiredText("title") != nil)
                _ = role.text("from")
                fields.absorb(role)
            }
            if var logo = fields.mapping("logo", of: "logo") {
                #expect(logo.requiredText("url") == nil)
                fields.absorb(logo)
            }
        }
        #expect(
            result.found == ["unknown-field@1", "unknown-field@2", "missing-field@3", "unknown-field@3"])
        #expect(result.messages.first == "role has no field 'frm'")
    }

    @Test func saysHowANumberWithACommaIsWritten() {
        let result = read("vote: {for: 1,①515, against: 2}") { fields in
            if var vote = fields.mapping("vote", of: "vote") {
                _ = (vote.text("for"), vote.text("against"))
                fields.absorb(vote)
            }
        }
        #expect(result.found == ["unknown-field@1"])
        #expect(result.hints == ["within braces a comma parts a number: write it in quotes, as in \"1,515\""])
    }

    @Test func givesRawItemsNodesAndKeys() {
        var keyStart: Int?
        let result = read("sources: [report, {id: x, at: \"para. 4\"}]\n①date: [2026..]\none: x") { fields in
            #expect(fields.items("sources").map(describe) == ["report", "{id: x, at: \"para. 4\"}"])
            #expect(fields.node("date").map(describe) == "[2026..]")
            keyStart = fields.keyRange("date").map { Int($0.start) }
            #expect(fields.items("one").count == 1)
            #expect(fields.node("absent") == nil && fields.keyRange("absent") == nil)
        }
        #expect(result.found == [])
        #expect(keyStart == result.marked.offsets[1])
    }

    @Test func findsFieldsInAnyOrder() {
        _ = read("a: 1\nb: 2\nc: 3") { fields in
            for name in ["c", "a", "b", "b", "c", "a"] { #expect(fields.text(name) != nil) }
        }
    }
}
