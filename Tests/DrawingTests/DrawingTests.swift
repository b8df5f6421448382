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
        if let link = found["href"] { links.append(link) }
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
    private static let samples =
        [Sample.pentagon, .harbour, .seven] + Sample.times + Sample.edges
        + (1...60).map { Sample.random(seed: $0) }

    private func pictures(_ sample: Sample, rightToLeft: Bool = false) -> [(form: PictureForm, picture: Picture)] {
        var labels = sample.labels
        labels.isRightToLeft = rightToLeft
        let strip = TimelineStrip(
            title: "Strip", description: "d", parties: sample.parties, items: sample.items,
            deadlines: sample.deadlines, recordEnd: sample.recordEnd, labels: labels)
        return PictureForm.allCases.map { ($0, strip.drawn($0, idPrefix: $0.className)) }
    }

    @Test func everyPictureIsWellFormedAndNeedsNoStyleOfItsOwn() throws {
        for sample in Self.samples {
            for rightToLeft in [false, true] {
                let bytes = pictures(sample, rightToLeft: rightToLeft).flatMap(\.picture.bytes)
                let reader = try #require(Reader.read(bytes), "\(sample.name) is not well-formed")
                #expect(!reader.attributes.contains("style"))
                #expect(reader.elements.isDisjoint(with: ["style", "script", "foreignObject", "image", "use"]))
                #expect(!reader.attributes.contains { $0.hasPrefix("on") })
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains("nan") && !text.contains("inf\""), "\(sample.name)")
            }
        }
    }

    @Test func idsAreUniqueAndReferencesLeadSomewhere() throws {
        for sample in Self.samples {
            let reader = try #require(Reader.read(pictures(sample).flatMap(\.picture.bytes)))
            #expect(Set(reader.ids).count == reader.ids.count, "\(sample.name)")
            #expect(Set(reader.references).isSubset(of: reader.ids), "\(sample.name)")
        }
    }

    @Test func countsWhatIsGivenInBothForms() {
        for sample in Self.samples
        where sample.items.contains(where: { $0.extent.occupied != nil }) || !sample.deadlines.isEmpty {
            for (form, picture) in pictures(sample) {
                #expect(picture.counts.items == sample.items.count, "\(sample.name), \(form)")
                #expect(picture.counts.deadlines == sample.deadlines.count, "\(sample.name), \(form)")
            }
        }
    }

    @Test func everyWordAndLinkIsInTheStrip() throws {
        for (_, picture) in pictures(.pentagon) {
            let reader = try #require(Reader.read(picture.bytes))
            let words = reader.text.filter { !$0.isWhitespace }
            for expected in Sample.pentagon.items.map(\.title) {
                #expect(words.contains(expected.filter { !$0.isWhitespace }), "\(expected)")
            }
            #expect(Set(reader.links).isSuperset(of: Sample.pentagon.items.compactMap(\.link)))
        }
    }

    @Test func hostileTextStaysText() throws {
        let evil =
            "</text><script>alert(1)</script>\"'&amp;<!-- ]]> \u{0}\u{B}\u{202E}" + String(Unicode.Scalar(0xFFFF)!)
        let party = PictureParty(
            name: evil, initials: "<&", color: .palette(1), link: "a\"><script>\u{1}.html")
        var sample = Sample(name: "hostile", parties: [party, party, party])
        sample.items = [
            StripItem(
                title: evil, link: evil, date: evil, extent: .days(.min, .max), mark: .moment, parties: [5, -3, 0]),
            StripItem(title: evil, date: evil, extent: .point(.max), mark: .threat, parties: []),
            StripItem(title: evil, date: evil, extent: .between(.max, .min), mark: .threat, parties: [1]),
            StripItem(title: evil, date: evil, extent: .between(nil, nil), mark: .threat, parties: [1]),
        ]
        sample.deadlines = [StripDeadline(title: evil, date: evil, second: .min)]
        sample.recordEnd = RecordEnd(date: evil, day: .max)
        for count in 1...3 {
            sample.parties = Array(repeating: party, count: count)
            for (_, picture) in pictures(sample) {
                let reader = try #require(Reader.read(picture.bytes))
                #expect(!reader.elements.contains("script"))
                #expect(!String(decoding: picture.bytes, as: UTF8.self).contains("<script"))
            }
        }
        let mark = try #require(Reader.read(Mark.svg(.moment, className: "\"><script>")))
        #expect(mark.elements == ["all", "svg", "circle"])
        let tile = try #require(Reader.read(Tile.html(initials: "<b>", color: .palette(-4), style: .silent)))
        #expect(tile.text == "<b>")
    }

    @Test func theSameInputGivesTheSameBytes() {
        for seed in 1...20 {
            let once = pictures(.random(seed: seed)).flatMap(\.picture.parts)
            let again = pictures(.random(seed: seed)).flatMap(\.picture.parts)
            #expect(once == again)
        }
    }

    @Test func speaksTheLanguageOfItsLabels() throws {
        var labels = PictureLabels.english
        labels.recordEnds = "Schluss: {}"
        let sample = Sample.harbour
        let strip = TimelineStrip(
            title: "T", description: "d", parties: sample.parties, items: sample.items, deadlines: sample.deadlines,
            recordEnd: sample.recordEnd, labels: labels)
        let text = try #require(Reader.read(strip.drawn(.narrow, idPrefix: "x").bytes)).text
        #expect(text.contains("Schluss:"))
    }

    @Test func everyMarkIsItsOwnDrawing() throws {
        let bodies = MarkKind.all.map { String(decoding: Mark.svg($0).drop { $0 != 0x3E }, as: UTF8.self) }
        // Accepted and complied, with conditions and partly, declined and did not respond share theirs.
        #expect(Set(bodies).count == MarkKind.all.count - 3)
        #expect(Set(MarkKind.all.map(\.name)).count == MarkKind.all.count)
        #expect(Mark.svg(.answer(.refused)) != Mark.svg(.answer(.refused), rightToLeft: true))
    }
}
