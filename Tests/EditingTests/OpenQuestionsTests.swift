import Diagnostics
import Editing
import Model
import Reading
import TestSupport
import Testing

/// What an editor would ask, row by row: acts → the questions, each `kind entry: detail`. Today is 20 February 2026.
@Suite struct OpenQuestionsTests {
    static let rows: [(acts: String, kind: String, questions: [String])] = [
        ("demand deadline=9", "past-deadlines", ["demand:d1: 9 February 2026 has passed; no answer from Party B"]),
        ("demand deadline=19", "past-deadlines", ["demand:d1: 19 February 2026 has passed; no answer from Party B"]),
        ("demand deadline=20", "past-deadlines", []),
        ("demand deadline=2026-02", "past-deadlines", []),
        ("demand deadline=9; refused", "past-deadlines", []),
        ("demand deadline=9 withdrawn=8", "past-deadlines", []),
        ("demand deadline=9; demand replaces=d1", "past-deadlines", []),
        (
            "demand to=b,c deadline=9; refused", "past-deadlines",
            ["demand:d1: 9 February 2026 has passed; no answer from Party C"]
        ),
        ("demand", "past-deadlines", []),
        ("demand", "missing-answers", ["demand:d1: no answer from Party B"]),
        ("demand to=b,c; refused", "missing-answers", ["demand:d1: no answer from Party C"]),
        ("demand to=b,c; refused; accepted from=c", "missing-answers", []),
        ("demand to=b,c,d", "missing-answers", ["demand:d1: no answer from Party B, Party C and Party D"]),
        ("demand deadline=9", "missing-answers", []),
        ("demand deadline=25", "missing-answers", ["demand:d1: no answer from Party B"]),
        ("demand withdrawn=3", "missing-answers", []),
        ("demand; refused on_behalf_of=c from=b", "missing-answers", []),
        ("demand; threat state=withdrawn", "undated-outcomes", ["threat:t1: withdrawn"]),
        ("demand; threat state=imposed", "undated-outcomes", ["threat:t1: imposed"]),
        ("demand; threat state=withdrawn state_date=5", "undated-outcomes", []),
        ("demand; action; threat state=imposed carried_out=m1", "undated-outcomes", []),
        ("demand; threat", "undated-outcomes", []),
        ("meeting date=9 planned=true", "planned-in-the-past", ["moment:m1: planned for 9 February 2026"]),
        ("meeting date=9 planned=true cancelled=8", "planned-in-the-past", []),
        ("meeting date=25 planned=true", "planned-in-the-past", []),
        (
            "demand to=b,c; agreement settles=d1 parties=a,b", "partly-settled",
            ["demand:d1: settled with Party B; not with Party C"]
        ),
        (
            "demand to=b,c; agreement settles=d1 parties=a,b; agreement settles=d1 parties=a,c state=tentative",
            "partly-settled", ["demand:d1: settled with Party B; not with Party C"]
        ),
        ("demand to=b,c; agreement settles=d1 parties=a,b; agreement settles=d1 parties=a,c", "partly-settled", []),
        ("demand to=b,c; agreement settles=d1", "partly-settled", []),
        ("demand; event ended=9", "ended-without-answer", ["demand:d1: no answer from Party B"]),
        ("demand status=left-open status_reason=so; event ended=9", "ended-without-answer", []),
        ("demand; refused; event ended=9", "ended-without-answer", []),
        ("demand", "ended-without-answer", []),
        ("demand; event ended=9", "missing-answers", []),
        ("demand; demand; refused answers=d2", "state-line", ["event:event: open, refused"]),
        ("demand; demand", "state-line", []),
        ("demand; demand; refused answers=d2; event state=One_is_open", "state-line", []),
        ("demand form=offer", "demands-without-words", []),
        ("demand", "demands-without-words", ["demand:d1: "]),
        ("demand words=Now", "demands-without-words", []),
        ("demand; refused", "answers-without-grounds", ["response:r1: refused"]),
        ("demand; counter-offer", "answers-without-grounds", ["response:r1: counter-offer"]),
        ("demand; accepted", "answers-without-grounds", []),
        ("demand; refused grounds={title:_Law}", "answers-without-grounds", []),
        ("statement", "quotes-without-text", ["statement:s1: no source"]),
        ("source; statement sources=source1", "quotes-without-text", ["statement:s1: sources: source1"]),
        ("source excerpts=Words; statement sources=source1", "quotes-without-text", []),
        (
            "source; source excerpts=Words; statement sources=source1,source2", "quotes-without-text", []
        ),
        ("statement paraphrase=That", "quotes-without-text", []),
        ("demand words=Now", "quotes-without-text", ["demand:d1: no source"]),
        ("demand words=Words_1 statement=s1; statement", "quotes-without-text", ["statement:s1: no source"]),
        ("source url=https://example.org/a", "sources-without-archive", ["source:source1: https://example.org/a"]),
        ("source url=https://example.org/a archive={url:_'https://example.net/b'}", "sources-without-archive", []),
        ("source", "sources-without-archive", []),
        ("statement", "speakers-without-role", ["statement:s1: Ann"]),
        ("role party=a; statement", "speakers-without-role", []),
        ("statement speaker=a", "speakers-without-role", []),
        ("statement as=guest", "speakers-without-role", []),
        (
            "demand accounts={by:_'party:a',_text:_So}", "one-sided-accounts", ["demand:d1: only Party A; not Party B"]
        ),
        ("demand accounts=[{by:_'party:a',_text:_So},_{by:_'party:b',_text:_No}]", "one-sided-accounts", []),
        (
            "role party=a; demand accounts=[{by:_'party:a',_text:_So},_{by:_'person:ann',_text:_So}]",
            "one-sided-accounts", ["demand:d1: only Party A; not Party B"]
        ),
        ("source; demand accounts={by:_'source:source1',_text:_So}", "one-sided-accounts", []),
        (
            "source; demand accounts=[{by:_'party:a',_text:_So},_{by:_'source:source1',_text:_No}]",
            "one-sided-accounts", []
        ),
        ("demand; action accounts={by:_'party:a',_text:_So}", "one-sided-accounts", []),
        (
            "party id=a short_name=A; demand; action parties=a,c accounts={by:_'party:a',_text:_So}",
            "one-sided-accounts", ["moment:m1: only A; not Party C"]
        ),
        ("demand", "one-sided-accounts", []),
    ]

    private func questions(_ acts: String, today: String = "2026-02-20") throws -> OpenQuestions {
        let (site, records) = try Dispute(acts).site()
        let today = try EventDate.parse(today).get()
        return OpenQuestions(site, records, KeptTexts(site) { _ in nil }) { today.earliest(in: $0) }
    }

    @Test(arguments: rows) func asks(_ acts: String, _ kind: String, _ expected: [String]) throws {
        try #require(QuestionKind.all.contains { $0.name == kind })
        let found = try questions(acts).groups[0].questions.filter { $0.kind.name == kind }.flatMap(\.items)
        #expect(found.map { "\($0.name): \($0.detail)" } == expected)
    }

    @Test func everyKindHasARowThatAsksAndOneThatDoesNot() {
        for kind in QuestionKind.all {
            let rows = Self.rows.filter { $0.kind == kind.name }
            #expect(rows.contains { !$0.questions.isEmpty } && rows.contains { $0.questions.isEmpty }, "\(kind.name)")
        }
    }

    static let shares: [(acts: String, shares: [String])] = [
        ("demand", ["a 0 0 0", "b 0 0 0"]),
        ("demand; statement speaker=a words=One_two", ["a 1 2 0", "b 0 0 0"]),
        ("demand; statement speaker=a paraphrase=One_two_three", ["a 0 0 3", "b 0 0 0"]),
        ("demand; role party=b; statement words=One", ["a 0 0 0", "b 1 1 0"]),
        ("demand; refused grounds={title:_The_law,_text:_It_says_*so*.}", ["a 0 0 0", "b 0 0 5"]),
        ("demand accounts={by:_'party:b',_text:_So_it_was}", ["a 0 0 0", "b 0 0 3"]),
        ("statement speaker=c words=One", ["c 1 1 0"]),
    ]

    @Test(arguments: shares) func measuresTheRoomOfEachParty(_ acts: String, _ expected: [String]) throws {
        let found = try questions(acts).groups[0].shares
        #expect(found.map { "\($0.id) \($0.quotes) \($0.quotedWords) \($0.reportedWords)" } == expected)
    }
}
