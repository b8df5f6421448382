import LanguageServer
import TestSupport
import Testing

/// Where a place in unfinished front matter is.
@Suite struct FieldPlaceTests {
    private static func place(_ marked: String) -> FieldPlace {
        let text = MarkedText(marked)
        return FieldPlace(at: text.offsets[1] ?? 0, in: Array(text.text.utf8), block: 0..<text.text.utf8.count)
    }

    /// The part, the path, what is typed, and the siblings.
    private static func words(_ place: FieldPlace) -> String {
        "\(place.part) \(place.path.joined(separator: ".")) '\(place.typed)' \(place.siblings.joined(separator: ","))"
            + (place.isItemStart ? " item" : "") + (place.isFlow ? " flow" : "") + (place.isBlockText ? " block" : "")
    }

    @Test(arguments: [
        ("①", "name  '' "), ("ti①", "name  'ti' "), ("title: x\nfr①", "name  'fr' title"),
        ("title: x\n①\ndate: 2\nlist:\n  - a: 1\n", "name  '' title,date,list"),
        ("title: ①", "value title '' "), ("title: some①", "value title 'some' "), ("title:①", "value title '' "),
        ("title:   x y①", "value title 'x y' "), ("a: 1\r\nb: x①\r\n", "value b 'x' "),
        ("# note: a\nfrom: un①", "value from 'un' "), ("\"from\": un①", "value from 'un' "),
        ("from:\n  - un①", "name from 'un'  item"), ("from:\n- un①", "name from 'un'  item"),
        ("from:\n  - a\n  - ①", "name from ''  item"), ("from:\n  - a\n①", "name  '' from"),
        ("roles:\n  - ①", "name roles ''  item"), ("roles:\n  - title: x\n    ①", "name roles '' title"),
        ("roles:\n  - title: x\n    fr①\n    party: y\n  - title: z\n", "name roles 'fr' title,party"),
        ("roles:\n  - title: ①", "value roles.title '' "),
        ("roles:\n  - a: 1\n  - title: q①", "value roles.title 'q' "),
        ("roles:\n  ①", "name roles '' "), ("publisher:\n  name: x\n  ①", "name publisher '' name"),
        ("publisher:\n  name: x\n①", "name  '' publisher"),
        ("demands:\n  - id: a\n    from: u①", "value demands.from 'u' "),
        ("demands:\n- id: a\n  ①", "name demands '' id"), ("demands:\n- id: a\n①", "name  '' demands"),
        ("demands:\n  - id: a\n    grounds:\n      - text: x\n        ki①", "name demands.grounds 'ki' text"),
        ("from: [①", "value from ''  flow"), ("from: [a, b①", "value from 'b'  flow"),
        ("from: [a]\n①", "name  '' from"), ("from: [a,\n  b①", "value from 'b'  flow"),
        ("from: [a,\n  b]\nto: ①", "value to '' "),
        ("publisher: {①", "name publisher ''  flow"), ("publisher: {name: X, ki①", "name publisher 'ki' name flow"),
        ("publisher: {name: X, kind: c①", "value publisher.kind 'c'  flow"),
        ("roles:\n  - {title: \"a, b: c\", party: ①", "value roles.party ''  flow"),
        ("roles: [{title: x}, {①", "name roles ''  flow"),
        ("outcome: |\n  Text: one\n  two①", "value outcome ''  block"),
        ("outcome: >-\n  Text\n\n  more①", "value outcome ''  block"),
        ("outcome: |\n  Text\nti①", "name  'ti' outcome"),
        ("when: 10:30 ①", "value when '10:30 ' "), ("title: \"a: b①", "value title '\"a: b' "),
    ]) func findsThePlace(_ marked: String, _ wanted: String) { #expect(Self.words(Self.place(marked)) == wanted) }

    /// Whatever is typed, every place of it has an answer.
    @Test func everyPlaceHasAnAnswer() {
        var random = SeededRandom(state: 3)
        let pieces = ["a: ", "- ", "[", "]", "{", "}", "\n", "  ", "b", ",", "\"", "'", "|", "#", ":", "ä", "\r\n"]
        for _ in 0..<2_000 {
            let text = (0..<random.below(24)).map { _ in pieces[random.below(pieces.count)] }.joined()
            let bytes = Array(text.utf8)
            let place = FieldPlace(at: random.below(bytes.count + 1), in: bytes, block: 0..<bytes.count)
            #expect(place.start <= bytes.count && place.start >= 0, "\(text)")
        }
    }
}
