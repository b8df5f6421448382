import Model
import TestSupport
import Testing

/// Who spoke for whom, row by row: acts with one statement → "role for party", `–` where there is none.
@Suite struct SpeakingTests {
    static let speakings: [(acts: String, speaking: String)] = [
        // By the role held.
        ("role party=a; statement", "chair for a"),
        ("role; statement", "chair for –"),
        ("statement", "– for –, no role"),
        ("role party=a from=2; statement", "chair for a"),
        ("role party=a from=3; statement", "– for –, no role"),
        ("role party=a from=3; statement date=2026-02", "chair for a"),
        ("role party=a from=2026-02; statement", "chair for a"),
        ("role party=a until=1; statement", "– for –, no role"),
        ("role party=a until=2; statement", "chair for a"),
        ("role party=a until=3; statement", "chair for a"),
        ("role party=a until=2026-02; statement", "chair for a"),
        ("role party=a until=2026-01; statement", "– for –, no role"),
        ("role party=a from=2025 until=2027; statement", "chair for a"),
        ("role party=a until=1; role title=adviser party=b from=2; statement", "adviser for b"),
        // Of several roles: one with a party that acts, then one with a part of it; none where several fit.
        ("role party=c; role title=adviser party=d; statement", "– for –, one of c, d"),
        ("role party=c; role title=adviser party=c; statement", "chair for c"),
        ("role party=c; role title=adviser; statement", "chair for c"),
        (
            "role party=c; role title=adviser party=d; relation of=d kind=member-of party=a; demand; statement",
            "adviser for d"
        ),
        ("role party=c; role title=adviser party=d; party id=d part_of=b; demand; statement", "adviser for d"),
        (
            "role party=c; role title=adviser party=d; relation of=d kind=backs party=a; demand; statement",
            "– for –, one of c, d"
        ),
        ("role party=c; role title=adviser party=a; demand; statement", "adviser for a"),
        ("role party=c; role title=adviser party=b; demand; statement", "adviser for b"),
        ("role party=b; role title=adviser party=a; demand; statement", "– for –, one of b, a"),
        ("role party=b; role title=adviser party=a; demand; statement as=Adviser", "Adviser for a"),
        ("role party=b; role title=adviser party=a; demand; statement for=b", "chair for b"),
        ("role title=expert; role title=adviser party=d; statement", "expert for –"),
        // As the statement says.
        ("statement for=b", "– for b"),
        ("statement as=guest", "guest for –"),
        ("statement for=b as=guest", "guest for b"),
        ("role party=a; statement as=guest", "guest for a"),
        ("role party=a; role title=adviser party=b; statement for=b", "adviser for b"),
        ("role party=a; statement for=b", "chair for b"),
        // A party as such.
        ("statement speaker=a", "– for a"),
        ("statement speaker=a as=owner", "owner for a"),
        ("statement speaker=a for=b", "– for b"),
        ("statement speaker=a; demand from=b to=c", "– for a"),
    ]

    @Test(arguments: speakings) func findsForWhomSomebodySpoke(_ acts: String, _ expected: String) throws {
        let (site, record) = try Dispute(acts).computed()
        let speaking = try #require(record.speakings.first?.first)
        let party = speaking.party.map { site[$0].head.id }
        let candidates = speaking.candidates.map { site[$0].head.id }.joined(separator: ", ")
        let words =
            "\(speaking.role ?? "–") for \(party ?? "–")\(speaking.hasNoRole ? ", no role" : "")"
            + (candidates.isEmpty ? "" : ", one of \(candidates)")
        #expect(words == expected)
    }
}
