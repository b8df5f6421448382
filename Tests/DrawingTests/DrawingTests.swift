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
        [Sample.pentagon, .harbour, .seven, .answers] + Sample.times + Sample.edges
        + (1...60).map { Sample.random(seed: $0) }

    private func pictures(_ sample: Sample, rightToLeft: Bool = false) -> [(PictureForm, [Picture])] {
        var labels = sample.labels
        labels.isRightToLeft = rightToLeft
        return PictureForm.allCases.map { form in
            let prefix = form.className
            return (
                form,
                [
                    Standoff(
                        title: "Standoff", description: "d", parties: sample.parties, demands: sample.demands,
                        labels: labels
                    ).drawn(form, idPrefix: prefix + "-so"),
                    AnswerSheetDrawing(
                        title: "Sheet", description: "d", parties: sample.parties, demands: sample.demands,
                        labels: labels
                    ).drawn(form, idPrefix: prefix + "-as"),
                    TimelineStrip(
                        title: "Strip", description: "d", parties: sample.parties, items: sample.items,
                        deadlines: sample.deadlines, recordEnd: sample.recordEnd, labels: labels
                    ).drawn(form, idPrefix: prefix + "-ts"),
                ]
            )
        }
    }

    @Test func everyPictureIsWellFormedAndNeedsNoStyleOfItsOwn() throws {
        for sample in Self.samples {
            for rightToLeft in [false, true] {
                let bytes = pictures(sample, rightToLeft: rightToLeft).flatMap { $0.1.flatMap(\.bytes) }
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
            let reader = try #require(Reader.read(pictures(sample).flatMap { $0.1.flatMap(\.bytes) }))
            #expect(Set(reader.ids).count == reader.ids.count, "\(sample.name)")
            #expect(Set(reader.references).isSubset(of: reader.ids), "\(sample.name)")
        }
    }

    @Test func countsWhatIsGivenInBothForms() {
        for sample in Self.samples {
            var asked = PictureCounts()
            for demand in sample.demands {
                asked.demands += 1
                asked.threats += demand.threats.count
                asked.deadlines += demand.deadline == nil ? 0 : 1
                for party in Set(demand.asked) where !demand.askers.contains(party) && party < sample.parties.count {
                    if demand.answers.contains(where: { $0.party == party }) {
                        asked.answers += 1
                    } else {
                        asked.missingAnswers += 1
                    }
                }
            }
            for (form, drawn) in pictures(sample) {
                var standoff = drawn[0].counts
                standoff.parties = 0
                if sample.parties.count > 2
                    || sample.parties.count == 2 && sample.demands.allSatisfy({ $0.asked.count < 2 })
                {
                    #expect(standoff == asked, "\(sample.name), \(form)")
                }
                #expect(drawn[1].counts.answers == asked.answers, "\(sample.name), \(form)")
                #expect(drawn[1].counts.missingAnswers == asked.missingAnswers, "\(sample.name), \(form)")
                let dated = sample.items.contains { $0.extent.occupied != nil } || !sample.deadlines.isEmpty
                if dated {
                    #expect(drawn[2].counts.items == sample.items.count, "\(sample.name), \(form)")
                    #expect(drawn[2].counts.deadlines == sample.deadlines.count, "\(sample.name), \(form)")
                }
            }
        }
    }

    @Test func everyWordAndLinkOfADemandIsInTheStandoff() throws {
        for (_, drawn) in pictures(.pentagon) {
            let reader = try #require(Reader.read(drawn[0].bytes))
            let words = reader.text.filter { !$0.isWhitespace }
            for expected in [
                "Department of War", "Allow use of Claude for all lawful purposes", "By 27 February 2026, 22:01 UTC",
                "labelled a supply chain risk", "Threatened · no act recorded", "Refused",
                "“we cannot in good conscience accede to their request”", "refused both",
            ] { #expect(words.contains(expected.filter { !$0.isWhitespace }), "\(expected)") }
            #expect(
                reader.links == [
                    "parties/dw.html", "parties/an.html", "demands/all.html", "refusals/all.html", "threats/dpa.html",
                    "threats/risk.html", "demands/guards.html", "refusals/guards.html", "threats/contract.html",
                ])
        }
    }

    @Test func hostileTextStaysText() throws {
        let evil =
            "</text><script>alert(1)</script>\"'&amp;<!-- ]]> \u{0}\u{B}\u{202E}" + String(Unicode.Scalar(0xFFFF)!)
        let party = PictureParty(
            name: evil, initials: "<&", color: .palette(1), link: "a\"><script>\u{1}.html", role: evil)
        let demand = PictureDemand(
            title: evil, link: evil, askers: [0, 0, 9, -1], asked: [1, 1, 0, 77], date: evil, deadline: evil,
            threats: [PictureThreat(text: evil, state: evil, link: evil)],
            answers: [
                PictureAnswer(party: 1, kind: .refused, word: evil, date: evil, words: evil, link: evil),
                PictureAnswer(party: 1, kind: .accepted, word: "second", date: ""),
            ])
        var sample = Sample(name: "hostile", parties: [party, party, party], demands: [demand])
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
            for (_, drawn) in pictures(sample) {
                for picture in drawn {
                    let reader = try #require(Reader.read(picture.bytes))
                    #expect(!reader.elements.contains("script"))
                    #expect(!String(decoding: picture.bytes, as: UTF8.self).contains("<script"))
                }
            }
        }
        let mark = try #require(Reader.read(Mark.svg(.moment, className: "\"><script>")))
        #expect(mark.elements == ["all", "svg", "circle"])
        let tile = try #require(Reader.read(Tile.html(initials: "<b>", color: .palette(-4), style: .silent)))
        #expect(tile.text == "<b>")
    }

    @Test func theSameInputGivesTheSameBytes() {
        for seed in 1...20 {
            let once = pictures(.random(seed: seed)).flatMap { $0.1.flatMap(\.parts) }
            let again = pictures(.random(seed: seed)).flatMap { $0.1.flatMap(\.parts) }
            #expect(once == again)
        }
    }

    @Test func everyAskersGroupIsAPictureOfItsOwnThatAPageCanHold() throws {
        let wide = Standoff(
            title: "Standoff", description: "d", parties: Sample.harbour.parties, demands: Sample.harbour.demands,
            labels: .english
        ).drawn(.wide, idPrefix: "x")
        #expect(wide.parts.count == 6, "a key and five askers")
        var thirty = Sample.pentagon.demands
        while thirty.count < 30 { thirty += Sample.pentagon.demands }
        let long = Standoff(
            title: "S", description: "d", parties: Sample.pentagon.parties, demands: thirty, labels: .english
        ).drawn(.wide, idPrefix: "x")
        #expect(long.counts.demands == 30)
        for part in long.parts {
            let head = String(decoding: part.prefix(80), as: UTF8.self)
            let height = try #require(head.split(separator: "\"")[3].split(separator: " ").last.flatMap { Double($0) })
            #expect(height < 1300, "a part of \(height) is higher than a printed page")
        }
    }

    @Test func speaksTheLanguageOfItsLabels() throws {
        var labels = PictureLabels.english
        labels.by = "Bis {}"
        labels.asked = "{} fordert"
        labels.noAnswer = "Keine Antwort verzeichnet"
        let standoff = Standoff(
            title: "T", description: "d", parties: Sample.harbour.parties, demands: Sample.harbour.demands,
            labels: labels)
        let text = try #require(Reader.read(standoff.drawn(.narrow, idPrefix: "x").bytes)).text
        for english in ["By ", " asked", "No answer"] {
            #expect(!text.replacingOccurrences(of: "asked 2 May", with: "").contains(english) || english == " asked")
        }
        #expect(text.contains("Bis 10 May 2026") && text.contains("Harbour Authority fordert"))
    }

    @Test func everyMarkIsItsOwnDrawing() throws {
        let bodies = MarkKind.all.map { String(decoding: Mark.svg($0).drop { $0 != 0x3E }, as: UTF8.self) }
        // Accepted and complied, with conditions and partly, declined and did not respond share theirs.
        #expect(Set(bodies).count == MarkKind.all.count - 3)
        #expect(Set(MarkKind.all.map(\.name)).count == MarkKind.all.count)
        #expect(Mark.svg(.answer(.refused)) != Mark.svg(.answer(.refused), rightToLeft: true))
    }
}
