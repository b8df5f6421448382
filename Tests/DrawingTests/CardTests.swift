import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Drawing

/// The pictures for those who pass a link or a quote on.
@Suite struct CardTests {
    private static let evil = "</text><script>alert(1)</script>\"'&amp;<!-- ]]> \u{0}\u{B}\u{202E}"
    private static let party = PictureParty(name: "Dockers’ Union", initials: "DU", color: .palette(1))

    private func share(
        title: String = "The harbour", sentence: String = "", parties: Int = 2, others: String = "",
        isRightToLeft: Bool = false
    ) -> Texts {
        Texts(
            SocialCard(
                site: "The Open Record", date: "As of 20 March 2032", title: title, state: "Settled.",
                sentence: sentence, mark: .settled, parties: Array(repeating: Self.party, count: parties),
                others: others, isRightToLeft: isRightToLeft
            ).svg())
    }

    private func quote(_ words: String, note: String = "30 May 2031", isRightToLeft: Bool = false) -> Texts {
        Texts(
            QuoteCard(
                site: "The Open Record", dispute: "The harbour", words: words, marks: ("“", "”"),
                speaker: "Jon Aker, director", note: note, party: Self.party, isRightToLeft: isRightToLeft
            ).svg())
    }

    /// What an SVG file says, line by line, with where each line stands.
    private struct Texts {
        let isWellFormed: Bool
        let lines: [(text: String, y: Double, size: Double)]
        let whole: String

        init(_ bytes: [UInt8]) {
            whole = String(decoding: bytes, as: UTF8.self)
            isWellFormed = XMLParser(data: Data(bytes)).parse()
            lines = whole.matches(of: /<text[^>]* y="([0-9.]+)"[^>]*font-size="([0-9.]+)"[^>]*>(.*?)<\/text>/).map {
                (
                    String($0.output.3).replacing(/<[^>]*>/, with: ""), Double($0.output.1) ?? 0,
                    Double($0.output.2) ?? 0
                )
            }
        }

        var words: String { lines.map(\.text).joined(separator: " ") }
    }

    @Test(arguments: [1, 3, 6, 12, 25, 60], [0, 4, 10, 30, 80])
    func aShareCardKeepsItsPartsApart(title: Int, sentence: Int) {
        let words = { (count: Int) in (0..<count).map { "word\($0)" }.joined(separator: " ") }
        let card = share(title: words(title), sentence: words(sentence), parties: 3, others: "and eight others")
        #expect(card.isWellFormed)
        let parts = card.lines.filter { $0.y > 110 && $0.y < 550 }
        #expect(parts.allSatisfy { $0.y <= 514 && $0.size >= 34 }, "\(card.lines)")
        // Lines of one column do not touch.
        for (above, below) in zip(parts, parts.dropFirst()) { #expect(below.y - above.y >= below.size, "\(parts)") }
        #expect(card.words.contains("Settled.") && card.words.contains("As of 20 March 2032"))
        #expect(card.words.contains("and eight others"))
    }

    @Test(arguments: [1, 8, 20, 40, 80, 400])
    func aQuoteCardHasWhoSaidItAndWhen(count: Int) {
        let words = (0..<count).map { "word\($0)" }.joined(separator: " ")
        let card = quote(words)
        #expect(card.isWellFormed)
        #expect(card.words.contains("Jon Aker, director") && card.words.contains("30 May 2031"))
        let said = card.lines.filter { $0.y > 110 && $0.y < 500 }.map(\.text).joined(separator: " ")
        #expect(said.hasPrefix("“") && said.hasSuffix("”"), "\(said)")
        #expect(card.lines.filter { $0.y > 110 && $0.y < 500 }.allSatisfy { $0.y <= 466 }, "\(card.lines)")
        // What does not fit is left out at a word, and that is said.
        #expect(said.contains("…") == !said.contains("word\(count - 1)”"))
        #expect(!said.contains("…") || said.firstMatch(of: /word[0-9]+…”$/) != nil, "\(said)")
    }

    @Test(arguments: [false, true]) func hostileTextStaysText(isRightToLeft: Bool) {
        let cards = [
            share(title: Self.evil, sentence: Self.evil, others: Self.evil, isRightToLeft: isRightToLeft),
            quote(Self.evil, note: Self.evil, isRightToLeft: isRightToLeft),
        ]
        for card in cards { #expect(card.isWellFormed && !card.whole.contains("<script")) }
    }

    @Test func aCardIsMirroredForWritingFromTheRight() {
        let card = share(isRightToLeft: true)
        #expect(card.whole.contains("direction=\"rtl\""))
        // The tile of the first party stands at the right margin.
        #expect(card.whole.contains("<rect x=\"1080\" y=\"526\" width=\"56\""), "\(card.whole)")
    }
}
