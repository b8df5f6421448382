import Diagnostics
import TestSupport
import Testing

@testable import Reading

@Suite struct YAMLTests {
    @Test func readsFieldsListsAndMappings() {
        let read = ReadCase(yaml: "title: A \"b\"\nfrom: [x, 'y']\nroles:\n  - title: Chair\n    until: 2026\n  - z")
        #expect(read.found == [])
        #expect(read.tree == #"{title: A "b", from: [x, "y"], roles: [{title: Chair, until: 2026}, z]}"#)
    }

    @Test func neverResolvesScalars() {
        let read = ReadCase(yaml: "a: no\nb: 012\nc: 0x1F\nd: 1_000\ne: 12:30:45\nf: 1.10\ng: .nan\nh: 2024-02-30")
        #expect(read.found == [])
        #expect(
            read.tree
                == "{a: no, b: 012, c: 0x1F, d: 1_000, e: 12:30:45, f: 1.10, g: .nan, h: 2024-02-30}")
    }

    @Test(arguments: [
        "a: ①value②\nb: x", "a: ①'it''s'②", "a: ①\"q\\n\"②", "a: ①[x, y]②", "a: ①{x: y}② # c", "a: ①é ü②\nb: ö",
        "ä: ①日本語②\nb: x", "a: ①|\n  line é\n  line②\nb: x", "a: ①one\n  two②\nb: x", "a:\n  ①- x\n  - é②\nb: y",
        "a:\n  ①x: é\n  y: ü②\nb: y", "a: ①👩‍👩‍👧②", "é: ①[é, {é: é}]②",
        "a: ①>-\n  x\n\n  y②\n\nb: c",
    ])
    func givesRangesInUTF8OffsetsOfTheFile(_ text: String) {
        for marked in [text, text.replacing("\n", with: "\r\n")] {
            let read = ReadCase(yaml: marked)
            #expect(read.found == [])
            guard case .mapping(let entries) = read.document.frontMatter.kind, let value = entries.first?.value else {
                Issue.record("no mapping")
                continue
            }
            #expect(Int(value.range.start) == read.marked.offsets[1])
            #expect(Int(value.range.end) == read.marked.offsets[2])
        }
    }

    @Test func pointsAtKeysAfterNonASCIIText() {
        let read = ReadCase(yaml: "é: 日本\n①ö: x\nb:②\nc: [②é]")
        guard case .mapping(let entries) = read.document.frontMatter.kind else { return #expect(Bool(false)) }
        #expect(Int(entries[1].key.range.start) == read.marked.offsets[1])
        #expect(entries[2].value.isAbsent)
    }

    @Test func reportsADuplicateKeyWithBothLines() {
        let read = ReadCase(yaml: "①date: 1\nx: é\n②date: 2")
        #expect(read.found == ["duplicate-key@2"])
        #expect(read.notes == ["first written here@1"])
        #expect(read.tree == "{date: 1, x: é}")
    }

    @Test func reportsADuplicateAmongManyKeys() {
        let keys = (0..<200).map { "k\($0): x" }.joined(separator: "\n")
        #expect(ReadCase(yaml: "①k3: y\n" + keys.replacing("k3: x", with: "②k3: x")).found == ["duplicate-key@2"])
    }

    @Test func refusesAliasesWhereTheyStandAndAsKeys() {
        #expect(ReadCase(yaml: "a: ①&x y\nb: ②*x").found == ["yaml-alias@1", "yaml-alias@2"])
        #expect(ReadCase(yaml: "a: ①&x y\n②*x : z").found == ["yaml-alias@1", "yaml-alias@2"])
        let text = ReadCase(yaml: "a: ①*bold*")
        #expect(text.found == ["yaml-needs-quotes@1"])
        #expect(text.mended == "---\na: \"*bold*\"\n---\n")
        #expect(ReadCase(yaml: "a: *x").afterMending == [])
    }

    @Test func doesNotExpandAnAliasBomb() {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1..<30 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let read = ReadCase(yaml: bomb)
        #expect(read.diagnostics.count == 30 + 58)
        #expect(read.document.frontMatter.isIncomplete == false)
    }

    @Test func refusesNestingBeyondItsLimit() {
        let deepest = String(repeating: "[", count: 31) + String(repeating: "]", count: 31)
        #expect(ReadCase(yaml: "a: " + deepest).found == [])
        #expect(ReadCase(yaml: "a: " + String(repeating: "[", count: 31) + "①[").found == ["yaml-depth@1"])
        #expect(ReadCase(yaml: "a: " + String(repeating: "[", count: 200_000)).diagnostics.count == 1)
        #expect(ReadCase(yaml: "a: " + String(repeating: "{x: ", count: 40_000)).diagnostics.count == 1)
        #expect(ReadCase(yaml: String(repeating: "- ", count: 60_000)).diagnostics.count == 1)
    }

    @Test func refusesKeysThatAreNoText() {
        #expect(ReadCase(yaml: "? ①[a, b]\n: 1\nc: d").found == ["yaml-key@1"])
        #expect(ReadCase(yaml: "a: 1\n①: b").found == ["yaml-key@1"])
        #expect(ReadCase(yaml: "a: {①: b}").found == ["yaml-key@1"])
        #expect(ReadCase(yaml: "①<<: {a: b}").found == ["yaml-merge-key@1"])
        #expect(ReadCase(yaml: "'<<': x").found == [])
    }

    @Test(arguments: ["①!!python/object x", "①!!binary aGk=", "①!foo x", "①!<tag:x> y", "①!foo [x]", "①!foo {x: y}"])
    func refusesTags(_ value: String) {
        #expect(ReadCase(yaml: "a: " + value).found == ["yaml-tag@1"])
    }

    @Test func refusesASecondDocument() {
        #expect(ReadCase(yaml: "a: 1\n①...\nb: 2").found == ["yaml-second-document@1"])
        #expect(ReadCase(yaml: "a: 1\n①--- b").found == ["yaml-second-document@1"])
    }

    @Test func refusesControlCharactersMadeByEscapes() {
        #expect(ReadCase(yaml: "a: ①\"x\\0y\"").found == ["control-character@1"])
        #expect(ReadCase(yaml: "a: ①\"\\a\"").found == ["control-character@1"])
        #expect(ReadCase(yaml: "a: \"x\\ty\\nz\"").found == [])
        #expect(ReadCase(yaml: #"a: "\u①d800""#).diagnostics.first?.code == .yamlEscape)
        #expect(ReadCase(yaml: #"a: "①\q""#).found == ["yaml-escape@1"])
        #expect(ReadCase(yaml: "a: x①\u{84}y").found == ["control-character@1"])
        // The rest of the value stays: it is not reported as empty, too.
        #expect(ReadCase(yaml: "a: \"x\\ay\"").tree == "{a: \"xy\"}")
    }

    @Test func keepsWhatStoodBeforeAFaultAndSaysThatItIsIncomplete() {
        let read = ReadCase(yaml: "title: T\nfrom: [a, b]\nto: @c")
        #expect(read.document.frontMatter.isIncomplete)
        #expect(read.tree == "{title: T, from: [a, b]}")
    }

    @Test func goesOnBehindAFault() {
        let read = ReadCase(
            yaml: "title: ①\"T\nfrom: [a, b]\nto: ②@c\n# d: 1\n  e: 2\nlist:\n- x\n- ③%y\nF: 1\n④from: z\ndate: 1")
        #expect(
            read.found == ["yaml-unclosed@1", "yaml-needs-quotes@2", "yaml-needs-quotes@3", "duplicate-key@4"])
        #expect(read.tree == "{from: [a, b], list: [x], date: 1}")
        #expect(read.document.frontMatter.isIncomplete)
    }

    @Test func goesOnBehindAFaultInAFileOfWindows() {
        let read = ReadCase("---\r\ntitle: a①: b\r\n\r\nname: ②`x\r\nkind: é\r\n---\r\n")
        #expect(read.found == ["yaml-needs-quotes@1", "yaml-needs-quotes@2"])
        #expect(read.tree.hasSuffix("kind: é}"))
    }

    @Test func goesOnBehindSoManyFaultsAndNoMore() {
        let lines = String(repeating: "a: @x\n", count: 20_000)
        #expect(ReadCase(yaml: lines).diagnostics.count == YAMLPieces.most)
    }

    @Test func seesAValueThatBecameAComment() {
        let read = ReadCase(yaml: "color: ①#ff0000\nplace: # none known\nnote:")
        #expect(read.found == ["yaml-needs-quotes@1"])
        #expect(read.mended == "---\ncolor: \"#ff0000\"\nplace: # none known\nnote:\n---\n")
    }

    @Test func knowsItsLibrary() {
        #expect(YAML.libraryVersion.hasPrefix("0.2."))
    }
}
