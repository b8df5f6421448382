import Testing

@testable import Drawing

@Suite struct WrappedTextTests {
    private func lines(_ text: String, _ measure: Double, _ style: TextStyle = .label) -> [String] {
        let wrapped = WrappedText(text, style, measure: measure)
        let bytes = Array(wrapped.clean.utf8)
        return wrapped.lines.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test func keepsAShortTextOnOneLine() {
        #expect(lines("Keep one terminal open", 400) == ["Keep one terminal open"])
    }

    @Test func balancesLinesWithoutAddingOne() {
        #expect(
            lines(
                "Return to work for 30 days while a mediator is named", 312,
                TextStyle(face: .serifBold, size: 17, lineHeight: 21.5)) == [
                    "Return to work for 30 days", "while a mediator is named",
                ])
    }

    @Test(arguments: [85.0, 110, 140, 200, 333])
    func noLineIsWiderThanTheMeasure(measure: Double) {
        let text = "Asked on some day between 23 November 2025 and 26 February 2026, according to two reports"
        for line in lines(text, measure) {
            #expect(WrappedText(line, .label, measure: .infinity).width <= measure + 0.01)
        }
        #expect(lines(text, measure).joined(separator: " ") == text)
    }

    @Test func keepsDatesAndClockTimesTogether() {
        #expect(
            lines("By 27 February 2026, 22:01 UTC", 190, TextStyle(face: .sansSemibold, size: 17, lineHeight: 21)) == [
                "By 27 February 2026,", "22:01 UTC",
            ])
        #expect(lines("on 3 May", 50) == ["on", "3 May"])
    }

    @Test func honoursNoBreakSpace() {
        #expect(lines("one two\u{A0}three", 75) == ["one", "two\u{A0}three"])
    }

    @Test func cutsAWordThatIsTooLongAfterAHyphenWhereThereIsOne() {
        let cut = lines("Hafenarbeiter-Gewerkschaftsbund", 130)
        #expect(cut.first == "Hafenarbeiter-")
        let whole = lines(String(repeating: "x", count: 100), 100)
        #expect(whole.count > 5)
        #expect(whole.joined().count == 100)
    }

    @Test func neverCutsBeforeACombiningMark() {
        for line in lines(String(repeating: "e\u{301}", count: 60), 50) {
            #expect(line.unicodeScalars.first != "\u{301}")
        }
    }

    @Test func breaksChineseBetweenAnyTwoSignsButNotBeforeAStop() {
        let cut = lines("允许将该系统用于所有合法目的，并在月底之前取消全部限制。", 105)
        #expect(cut.count > 3)
        for line in cut { #expect(!line.hasPrefix("，") && !line.hasPrefix("。")) }
        #expect(WrappedText("国防部", .label, measure: 400).width == 45)
    }

    @Test func joinsWhiteSpaceAndDropsWhatXMLForbids() {
        let forbidden = String(
            String.UnicodeScalarView([0x0, 0x8, 0xFFFE, 0xFDD0, 0x85].compactMap(Unicode.Scalar.init)))
        #expect(forbidden.unicodeScalars.count == 5)
        #expect(lines(" a\n\t b\(forbidden)c ", 400) == ["a bc"])
        #expect(lines("\n \t", 400) == [])
        #expect(lines("", 400) == [])
    }

    @Test func knowsTheDirectionOfATextByItsFirstLetter() {
        #expect(WrappedText("26 فبراير", .label, measure: 400).isRightToLeft == true)
        #expect(WrappedText("“Refused” رفض", .label, measure: 400).isRightToLeft == false)
        #expect(WrappedText("2026–27", .label, measure: 400).isRightToLeft == nil)
    }

    @Test func shrinksAWordIntoItsPlace() {
        let fitted = WrappedText(fitting: "MWM", .name, into: 20)
        #expect(fitted.lines.count == 1)
        #expect(fitted.width <= 20 && fitted.style.size < 15)
        #expect(WrappedText(fitting: "il", .name, into: 20).style.size == 15)
    }
}
