import Model
import Testing

/// What a hint says to write for a date can be read.
@Suite struct DateHintTests {
    @Test(arguments: EventDateParsingTests.invalid.map { $0.hint ?? "" }.filter { !$0.isEmpty })
    func namesDatesThatCanBeRead(_ hint: String) {
        for match in hint.matches(of: /'(-?[0-9]{4}[^']*)'/) {
            // The writer adds the offset, which the hint asks for.
            let text = String(match.output.1) + (hint.contains("its offset behind") ? "Z" : "")
            #expect((try? EventDate.parse(text).get()) != nil, "\(text)")
        }
    }

    /// The same for mistakes that nobody thought of.
    @Test func namesDatesThatCanBeReadForRandomTexts() {
        var generator = SplitMix(state: 11)
        let parts = [
            "2026", "15", "6", "27", "13", "31", "0", "-", "/", ".", "..", " ", "Feb", "June", "late ", "c. ", "~", "X",
            "T", "17:01", "BC", ",", "[", "]",
        ]
        var count = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }.joined()
            guard case .failure(let fault) = EventDate.parse(text), let hint = fault.hint else { continue }
            for match in hint.matches(of: /'(-?[0-9]{4}[^']*)'/) {
                count += 1
                let text = String(match.output.1)
                let isRead = [text, text + "Z"].contains { (try? EventDate.parse($0).get()) != nil }
                #expect(isRead, "\(text) for \(hint)")
            }
            if let replacement = fault.replacement {
                #expect(!replacement.isEmpty)
            }
        }
        #expect(count > 100)
    }
}
