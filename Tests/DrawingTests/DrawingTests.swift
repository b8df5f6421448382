import Foundation
import Testing

@testable import Drawing
@testable import DrawingSamples

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// All ids and links of a picture, and whether a strict XML parser took it.
private final class Reader: NSObject, XMLParserDelegate {
    var ids: [String] = []
    var references: [String] = []
    var links: [String] = []
    var elements: Set<String> = []
    var attributes: Set<String> = []
    var text = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String] = [:]
    ) {
        elements.insert(name)
        attributes.formUnion(found.keys)
        if let id = found["id"] { ids.append(id) }
        if name == "a", let link = found["href"] { links.append(link) }
        for name in ["aria-labelledby", "aria-describedby"] { if let id = found[name] { references.append(id) } }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    /// Nil where the bytes are not well-formed.
    static func read(_ bytes: [UInt8]) -> Reader? {
        let parser = XMLParser(data: Data("<all>".utf8) + Data(bytes) + Data("</all>".utf8))
        let reader = Reader()
        parser.delegate = reader
        return parser.parse() ? reader : nil
    }
}

@Suite struct DrawingTests {
    private static let samples = Sample.all + (1...60).map { Sample.random(seed: $0) }

    private func pictures(_ sample: Sample, rightToLeft: Bool = false) -> [Picture] {
        let chart = sample.chart(rightToLeft: rightToLeft)
        return ChartSpans(chart).parts.enumerated().map { place, part in
            chart.drawn(part, title: "Chart", description: "d", idPrefix: "c\(place)", hasShapes: place == 0)
        }
    }

    private func bytes(_ sample: Sample, rightToLeft: Bool = false) -> [UInt8] {
        pictures(sample, rightToLeft: rightToLeft).flatMap(\.bytes)
    }

    @Test func everyPictureIsWellFormedAndNeedsNoStyleOfItsOwn() throws {
        for sample in Self.samples {
            for rightToLeft in [false, true] {
                let bytes = bytes(sample, rightToLeft: rightToLeft)
                let reader = try #require(Reader.read(bytes), "\(sample.name) is not well-formed")
                #expect(!reader.attributes.contains("style"))
                #expect(reader.elements.isDisjoint(with: ["style", "script", "foreignObject", "image"]))
                #expect(!reader.attributes.contains { $0.hasPrefix("on") })
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains("nan") && !text.contains("inf\""), "\(sample.name)")
            }
        }
    }

    @Test func idsAreUniqueAndReferencesLeadSomewhere() throws {
        for sample in Self.samples {
            let reader = try #require(Reader.read(bytes(sample)))
            #expect(Set(reader.ids).count == reader.ids.count, "\(sample.name)")
            #expect(Set(reader.references).isSubset(of: reader.ids), "\(sample.name)")
        }
    }

    @Test func drawsFromRightToLeftTheSameAsFromLeftToRight() throws {
        for sample in Self.samples {
            #expect(pictures(sample).map(\.counts) == pictures(sample, rightToLeft: true).map(\.counts))
        }
    }

    @Test func hostileTextStaysText() throws {
        let evil =
            "</text><script>alert(1)</script>\"'&amp;<!-- ]]> \u{0}\u{B}\u{202E}" + String(Unicode.Scalar(0xFFFF)!)
        var sample = Sample.weeks
        sample.parties = [PictureParty(name: evil, initials: "<&", color: .palette(1))]
        sample.others = evil
        sample.marks = [
            TimelineChart.Label(
                second: Sample.day(2, 20), name: evil, date: evil, weight: .max, link: "a\"><script>\u{1}.html"),
            TimelineChart.Label(second: .max, name: evil, date: evil, weight: .min),
        ]
        sample.deadlines = [TimelineChart.Deadline(title: evil, earlier: [.min], second: .max)]
        sample.phases = [TimelineChart.Phase(name: evil, from: .min, until: .max)]
        sample.acts += [
            TimelineChart.Act(sign: .asked, lanes: [5, -3, 0], extent: .lasting(.min, .max)),
            TimelineChart.Act(sign: .asked, lanes: [], extent: .between(.max, .min)),
        ]
        for end in [Int.min, .max, 0] {
            sample.recordEnd = end
            let reader = try #require(Reader.read(bytes(sample)))
            #expect(!reader.elements.contains("script"))
            #expect(!String(decoding: bytes(sample), as: UTF8.self).contains("<script"))
        }
        let mark = try #require(Reader.read(Mark.svg(.moment, className: "\"><script>")))
        #expect(mark.elements == ["all", "svg", "circle"])
        let tile = try #require(Reader.read(Tile.html(initials: "<b>", color: .palette(-4), style: .silent)))
        #expect(tile.text == "<b>")
    }

    @Test func theSameInputGivesTheSameBytes() {
        for seed in 1...20 { #expect(bytes(.random(seed: seed)) == bytes(.random(seed: seed))) }
    }

    @Test func speaksTheLanguageOfItsLabels() throws {
        var sample = Sample.year
        sample.labels.deadlines = "Fristen"
        #expect(try #require(Reader.read(bytes(sample))).text.contains("Fristen"))
    }

    @Test func linksItsLabels() throws {
        let reader = try #require(Reader.read(bytes(.weeks)))
        #expect(reader.links.count == Sample.weeks.marks.count)
        for label in Sample.weeks.marks {
            #expect(reader.text.filter { !$0.isWhitespace }.contains(label.name.filter { !$0.isWhitespace }))
        }
    }

    @Test func everyMarkIsItsOwnDrawing() throws {
        let bodies = MarkKind.all.map { String(decoding: Mark.svg($0).drop { $0 != 0x3E }, as: UTF8.self) }
        // Accepted and complied, with conditions and partly, declined and did not respond share theirs.
        #expect(Set(bodies).count == MarkKind.all.count - 3)
        #expect(Set(MarkKind.all.map(\.name)).count == MarkKind.all.count)
        #expect(Mark.svg(.answer(.refused)) != Mark.svg(.answer(.refused), rightToLeft: true))
    }
}
