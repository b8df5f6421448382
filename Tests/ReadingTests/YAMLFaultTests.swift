import Diagnostics
import TestSupport
import Testing

@testable import Reading

/// The words for broken YAML: each names what to do, and its edit mends the text.
@Suite struct YAMLFaultTests {
    @Test(arguments: [
        ("title: a①: b", "a value that contains ': ' must be written in quotes", "title: \"a: b\""),
        ("é: ü①: ö # c", "a value that contains ': ' must be written in quotes", "é: \"ü: ö\" # c"),
        ("a: ①@x", "a value cannot begin with '@' unless it is quoted", "a: \"@x\""),
        ("a: ①`x` \"y\"", "a value cannot begin with '`' unless it is quoted", "a: '`x` \"y\"'"),
        ("a: ①%x", "a value cannot begin with '%' unless it is quoted", "a: \"%x\""),
        ("a: ①& b", "a value cannot begin with '&' unless it is quoted", "a: \"& b\""),
        ("a: ①!x!y z", "a value cannot begin with '!' unless it is quoted", "a: \"!x!y z\""),
        ("a: ①> 5 people", "no text may follow '>' on its line", "a: \"> 5 people\""),
        ("a: ①]", "a value cannot begin with ']'", "a: \"]\""),
        ("a: [x, ①@y, z]", "a value cannot begin with '@' unless it is quoted", "a: [x, \"@y\", z]"),
        ("a: [\"[\", {b: ①@y}]", "a value cannot begin with '@' unless it is quoted", "a: [\"[\", {b: \"@y\"}]"),
        ("a:\n  [x,\n  ①`y`]", "a value cannot begin with '`' unless it is quoted", "a:\n  [x,\n  \"`y`\"]"),
        ("b: [x]\na: ①@y, z]", "a value cannot begin with '@' unless it is quoted", "b: [x]\na: \"@y, z]\""),
    ])
    func saysThatAValueNeedsQuotes(_ text: String, _ message: String, _ mended: String) {
        let read = ReadCase(yaml: text)
        #expect(read.found == ["yaml-needs-quotes@1"])
        #expect(read.messages == [message])
        #expect(read.mended == "---\n\(mended)\n---\n")
        #expect(read.afterMending == [])
    }

    @Test(arguments: [
        ("title: X ①#now", "title: \"X #now\""), ("title: X  ①#now #2\nb: c", "title: \"X  #now #2\"\nb: c"),
        ("a:\n  - é \t①#ü", "a:\n  - \"é \t#ü\""), ("a: say \"no\" ①#now", "a: 'say \"no\" #now'"),
        ("a: X ①#now\r", "a: \"X #now\"\r"),
    ])
    func saysThatAWordAfterANumberSignIsNotRead(_ text: String, _ mended: String) {
        let read = ReadCase(yaml: text)
        #expect(read.found == ["yaml-needs-quotes@1"])
        #expect(read.mended == "---\n\(mended)\n---\n")
        #expect(read.afterMending == [])
    }

    @Test func offersNoFixForACommentInsideBracketsOrAfterSeveralLines() {
        for text in ["a: [x ①#y\n  , z]", "a: x\n  y ①#z"] {
            let read = ReadCase(yaml: text)
            #expect(read.found == ["yaml-needs-quotes@1"])
            #expect(read.diagnostics.allSatisfy { $0.fixIt == nil })
        }
    }

    @Test(arguments: [
        "a: b # c", "a: b\t# c", "a: b#c", "a: b ## c", "a: \"b\" #c", "a: |\n  b #c", "a: b #", "#a\nb: c",
    ])
    func leavesCommentsAlone(_ text: String) { #expect(ReadCase(yaml: text).found == []) }

    @Test(arguments: ["|", "|+", ">", ">+", "|-"])
    func endsBlockTextWithoutALineBreak(_ mark: String) {
        #expect(ReadCase(yaml: "a: \(mark)\n  One\n\n\nb: x").tree == #"{a: "One", b: x}"#)
    }

    @Test(arguments: [
        ("a: 'it'①s'", "a: \"it's\""), ("a: \"x\" ①y", "a: '\"x\" y'"),
        ("a: \"he said \"①no\" twice\"", "a: 'he said \"no\" twice'"),
    ])
    func saysThatQuotedTextEndedTooEarly(_ text: String, _ mended: String) {
        let read = ReadCase(yaml: text)
        #expect(read.found == ["yaml-needs-quotes@1"])
        #expect(read.messages == ["the quoted text ends before the value does"])
        #expect(read.mended == "---\n\(mended)\n---\n")
        #expect(read.afterMending == [])
    }

    @Test func pointsAtTheOpeningOfAQuoteThatIsNotClosed() {
        for text in ["a: ①\"abc\nb: 1", "a: ①'abc é\nb: 1\nc: 2"] {
            let read = ReadCase(yaml: text)
            #expect(read.found == ["yaml-unclosed@1"])
            #expect(read.afterMending == [])
        }
        let ranOn = ReadCase(yaml: "a: ①\"abc\nb: ②\"x\"")
        #expect(ranOn.found == ["yaml-unclosed@1"])
        #expect(ranOn.notes == ["the text in quotes ends only here@2"])
        #expect(ranOn.mended == "---\na: \"abc\"\nb: \"x\"\n---\n")
    }

    @Test func pointsAtTheOpeningOfABracketThatIsNotClosed() {
        let list = ReadCase(yaml: "a: ①[x, y\nb②: 1")
        #expect(list.found == ["yaml-unclosed@1"])
        #expect(list.notes == ["before this, ']' was expected@2"])
        #expect(list.mended == "---\na: [x, y]\nb: 1\n---\n")
        #expect(ReadCase(yaml: "a: ①{x: 1\nb: 2").afterMending == [])
        #expect(ReadCase(yaml: "a: ①[x").found == ["yaml-unclosed@1"])
        let inLine = ReadCase(yaml: "a: ②[\"x\" ①\"y\"]")
        #expect(inLine.found == ["yaml-unclosed@1"])
        #expect(inLine.notes == ["'[' was opened here@2"])
        #expect(inLine.mended == "---\na: [\"x\", \"y\"]\n---\n")
    }

    @Test func saysThatTabsDoNotIndent() {
        let read = ReadCase(yaml: "a:\n①\tb: é")
        #expect(read.found == ["yaml-tab@1"])
        #expect(read.mended == "---\na:\n  b: é\n---\n")
        #expect(ReadCase(yaml: "a:\n  - x: 1\n①  \ty: 2").found == ["yaml-tab@1"])
        #expect(ReadCase(yaml: "①\ta: 1").found == ["yaml-tab@1"])
        #expect(ReadCase(yaml: "a: |\n①\tx").found == ["yaml-tab@1"])
    }

    @Test func takesALineWithAColonForAFieldAndNotForAValue() {
        for text in ["①`title: x", "a: 1\n①@b: c", "a:\n  ①`b:\n"] {
            let read = ReadCase(yaml: text)
            #expect(read.found == ["yaml-syntax@1"])
            #expect(read.messages.first?.hasPrefix("the name of a field cannot begin with") == true)
            #expect(read.mended == nil)
        }
        #expect(ReadCase(yaml: "a:\n  ①`b`").mended == "---\na:\n  \"`b`\"\n---\n")
    }

    @Test func saysWhereASpaceOrColonIsMissing() {
        for text in ["a①:b", "a①:b\nc: d", "x: 1\na①:b\nc: d"] {
            let read = ReadCase(yaml: text)
            #expect(read.found == ["yaml-syntax@1"])
            #expect(read.messages == ["a space is missing after the colon of 'a'"])
            #expect(read.afterMending == [])
        }
        for text in ["①title", "①title\nb: 1", "b: 1\n①title\nc: d", "①http://x.example/y"] {
            let read = ReadCase(yaml: text)
            #expect(read.found == ["yaml-syntax@1"])
            #expect(read.messages == ["expected 'key: value'"])
        }
    }

    @Test func saysThatALineIsIndentedLikeNoOther() {
        let deeper = ReadCase(yaml: "a: ②1\n  ①b: 2")
        #expect(deeper.found == ["yaml-syntax@1"])
        #expect(deeper.messages == ["'b' is indented as if it continued the value above it"])
        #expect(deeper.notes == ["the value begins here@2"])
        #expect(ReadCase(yaml: "a:\n  b: 1\n ①c: 2").found == ["yaml-indentation@1"])
        #expect(ReadCase(yaml: "a: 1\n①- b").messages == ["a list item stands where a field was expected"])
        #expect(ReadCase(yaml: "a: ①- b").messages == ["a list cannot begin on the line of its key"])
        #expect(ReadCase(yaml: "①- a\n- b").messages == ["front matter must be fields ('key: value'), not a list"])
        #expect(ReadCase(yaml: "①%x").messages == ["a line of front matter cannot begin with '%'"])
    }

    @Test func hasAnArticleForEveryCode() {
        let codes = DiagnosticCode.readingCodes
        #expect(Set(codes.map(\.name)).count == codes.count)
        for code in codes {
            #expect(!code.title.hasSuffix("."))
            #expect(code.article.count > 120, "\(code.name)")
        }
    }
}
