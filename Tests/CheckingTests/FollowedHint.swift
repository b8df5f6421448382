/// What a writer does who follows the hint of a case to the letter, where `fixed/` shows another way.
///
/// Each alternative that a hint gives is a row.
struct FollowedHint: Sendable {
    let example: String
    /// By path: the text that is replaced and what takes its place. No text: the whole file, which may be new. Nothing in
    /// its place: the file goes.
    let edits: [(path: String, old: String?, new: String?)]
    /// Codes of the problems that the hint leads to: those that ask for what only the writer knows.
    var leaves: Set<String> = []

    private init(_ example: String, _ edits: [(String, String?, String?)], leaves: Set<String> = []) {
        self.example = example
        self.edits = edits.map { (path: $0.0, old: $0.1, new: $0.2) }
        self.leaves = leaves
    }

    private static func event(_ example: String, _ edits: (String, String)...) -> FollowedHint {
        FollowedHint(example, edits.map { ("event.md", $0.0, $0.1) })
    }

    private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"48\" height=\"48\"/>"
    private static let secondDemand = """
        demands:
          - {id: more, title: More holidays, from: union, to: company, date: 2026-02-25, sources: [report]}

        """

    static let all: [FollowedHint] = [
        FollowedHint(
            "act-to-itself",
            [
                ("event.md", "from: union\n    to: [company, union]", "from: [harbour, union]\n    to: company"),
                (
                    "event.md", "kind: company}\n",
                    "kind: company}\n  - {id: harbour, name: Harbour workers, kind: union}\n"
                ), ("event.md", "from: union, to: union", "from: company, to: union"),
            ]),
        event("after-the-record", ("date: 2026-02-24", "date: 2026-02-20")),
        event("after-the-record+parts", ("as_of: 2026-02-20", "as_of: 2026-02-25")),
        event("ambiguous-role", ("speaker: ben-moor,", "speaker: ben-moor, for: company,")),
        event(
            "circular-reference+counter", ("counter: pay-rise", "counter: fewer-shifts"),
            (
                "demands:\n",
                "demands:\n  - {id: fewer-shifts, title: Cut shifts, from: company, to: union, date: 2026-02-25, sources: [report]}\n"
            )),
        event(
            "contradicting-status",
            (
                "sources:\n  -",
                "moments:\n  - {id: deal, title: The deal, date: 2026-03-01, kind: agreement, parties: [union, company], settles: [pay-rise], sources: [report]}\nsources:\n  -"
            )),
        event("contradicting-status", ("date: 2026-02-24\n", "date: 2026-02-24\n    withdrawn: 2026-03-01\n")),
        event("contradicting-status+ended", ("status: open", "status: ended")),
        event("contradicting-status+ended", ("ended: 2026-03-02\n", ""), ("demands:\n", secondDemand)),
        event("contradicting-status+open", ("status: open", "status: settled\nended: 2026-03-02")),
        event("contradicting-status+open", ("demands:\n", secondDemand)),
        event("contradicting-status+threat", ("state: threatened", "state: partly-imposed")),
        FollowedHint("dead-navigation", [("site.md", "abuot", "about"), ("site.md", "correction,", "about,")]),
        FollowedHint(
            "duplicate-id+shared",
            [("port/event.md", "  - {id: union, name: Dockers' union, kind: union}\n", "")]),
        FollowedHint(
            "empty-event",
            [
                (
                    "demands/pay-rise.md", nil,
                    "---\ntitle: Raise wages\nfrom: union\nto: company\ndate: 2026-02-24\nsources: [report]\n---\n"
                ),
                ("parties/union.md", nil, "---\nname: Dockers' union\nkind: union\n---\n"),
                ("parties/company.md", nil, "---\nname: Harbour company\nkind: company\n---\n"),
                ("sources/report.md", nil, "---\ntitle: Report\ntype: report\n---\n"),
            ]),
        event("end-without-status", ("ended: 2026-03-02", "ended: 2026-03-02\nstatus: ended\noutcome: No rise.")),
        event(
            "end-without-status+met",
            ("summary:", "status: settled\nended: 2026-03-02\noutcome: A rise of five percent.\nsummary:")),
        event("end-without-status+met", ("demands:\n", secondDemand)),
        FollowedHint("local-base-url", [("site.md", "base_url: http://localhost:8000/\n", "")]),
        FollowedHint(
            "missing-file+logo",
            [("site.md", "logo.svg", "/images/logo.svg"), ("images/logo.svg", nil, drawing)]),
        FollowedHint(
            "missing-file+photo", [("event.md", "ann.svg", "/images/ann.svg"), ("images/ann.svg", nil, drawing)]),
        event(
            "quote-without-speaker", ("every crane.\n", "every crane.\n    statement: cranes\n"),
            (
                "sources:\n  -",
                """
                statements:
                  - {id: cranes, speaker: [union, drivers], date: 2026-02-24, words: We will stop every crane., medium: speech, sources: [report]}
                sources:
                  -
                """
            )),
        event("skipped-heading-level", ("# The strike", "## The strike"), ("#### When", "### When")),
        event(
            "statement-after-act", ("    statement: moor-speech\n", ""),
            ("speaker: ben-moor,", "speaker: ben-moor, about: [response:no],")),
        event("statement-of-other-speaker", ("speaker: ada-hill,", "speaker: ada-hill, for: company,")),
        FollowedHint("legal-hold", [("moments/leak.md", "hold: injunction of 3 March\n", "")]),
        event(
            "response-from-party-not-asked+one-of-two", ("answers: [pay-rise, shorter-nights]", "answers: [pay-rise]")),
        event("speaker-without-role", ("    words: We", "    for: union\n    words: We")),
        event(
            "speaker-without-role",
            ("until: 2026-01}", "until: 2026-01}, {title: Adviser, party: union, from: 2026-02}")),
        event(
            "statement-of-other-speaker+part", ("fox-speech, rose-speech]", "fox-speech, moor-speech]"),
            (
                "statements:\n",
                "statements:\n  - {id: moor-speech, speaker: ben-moor, date: 2026-02-26, medium: speech, words: Too much., sources: [report]}\n"
            )),
        event("wrong-kind-of-reference+citation", ("[@pay-rise]", "[the demand](demand:pay-rise)")),
        FollowedHint(
            "third-party-resource",
            [
                (
                    "event.md", "<script src=\"https://media.example/a.js\">",
                    "<script src=\"https://media.example/a.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\">"
                ), ("site.md", "https://media.example", "https://media.example, https://other.example"),
            ]),
        event(
            "two-current-answers", ("2026-02-25\n    kind: refused", "2026-02-25T09:00Z\n    kind: refused"),
            ("2026-02-25\n    kind: accepted", "2026-02-25T18:00Z\n    kind: accepted")),
        FollowedHint(
            "two-current-answers+files",
            [("responses/yes.md", "kind: accepted\n", "kind: accepted\nreplaces: no\n")]),
        FollowedHint(
            "two-current-answers+files",
            [
                ("responses/yes.md", "2026-02-25", "2026-02-25T18:00Z"),
                ("refusals/no.md", "2026-02-25", "2026-02-25T09:00Z"),
            ]),
        event(
            "unanswered-demand",
            (
                "sources:\n  -",
                """
                responses:
                  - {id: silent, title: No answer, answers: pay-rise, from: company, date: 2026-03-01, kind: no-response, asked_on: 2026-02-28, asked_by: The editors, sources: [report]}
                sources:
                  -
                """
            )),
        event("uncited-source", ("sources: [report]", "sources: [report, paper]")),
        FollowedHint(
            "uncited-source+shared", [("port/event.md", "sources: [report]", "sources: [report, paper]")]),
        event(
            "unsourced-act", ("date: 2026-02-24\n", "date: 2026-02-24\n    sources: [report]\n"),
            ("kind: vote}", "kind: vote, body: 'Ninety percent [@report, para. 4].'}")),
        FollowedHint("unknown-template", [("templates/pages/deadlines.html", nil, "{% extends \"page.html\" %}")]),
        event("unmentioned-party", ("  - {id: ministry, name: Ministry of Transport, kind: government}\n", "")),
        FollowedHint("unpublished-file", [("site.md", "---\ntitle", "---\npublish: [interview.pdf]\ntitle")]),
        FollowedHint("unpublished-file", [("site.md", "---\ntitle", "---\nignore: [interview.pdf]\ntitle")]),
        FollowedHint(
            "unpublished-file+entry",
            [
                ("demands/holiday.txt", nil, nil),
                ("demands/holiday.md", nil, "---\ntitle: Two more days off\n---\n"),
            ], leaves: ["missing-field"]),
        FollowedHint(
            "unpublished-file+entry", [("site.md", "---\ntitle", "---\npublish: [demands/holiday.txt]\ntitle")]),
        FollowedHint(
            "unpublished-file+entry", [("site.md", "---\ntitle", "---\nignore: [demands/holiday.txt]\ntitle")]),
        FollowedHint("unpublished-file+folder", [("site.md", "---\ntitle", "---\nignore: [notes/]\ntitle")]),
        FollowedHint(
            "unusable-old-path",
            [("about.md", "https://example.org/old.html, ../up.html", "old/page.html, old/folder/")]),
        event(
            "words-not-in-statement", ("    statement: moor-speech", "    statement: moor-answer"),
            (
                "statements:\n",
                "statements:\n  - {id: moor-answer, speaker: ben-moor, date: 2026-02-26, medium: speech, words: We will not pay this., sources: [report]}\n"
            )),
        FollowedHint(
            "wrong-kind-of-reference+file",
            [
                ("parties/ministry.md", nil, "---\nname: Ministry of Transport\n---\n"),
                ("people/ministry.md", nil, nil),
            ], leaves: ["missing-field"]),
    ]

    /// What hints quote without asking for it: what they explain.
    static let explained: [String: Set<String>] = [
        "heading-of-own-part": ["section", "main", "timeline", "demand", "pay", "rise", "cite", "1"],
        "planned-in-the-past": ["planned"],
        "unknown-reference+kind-in-field": ["about"],
        "words-not-found": ["paper"],
        "words-not-found+excerpts": ["paper"],
    ]
}
