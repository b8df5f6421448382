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

    private static let answer = "responses:\n"
    private static let secondDemand = """
        demands:
          - {id: more, title: More holidays, from: union, to: company, date: 2026-02-25, sources: [report]}

        """

    static let all: [FollowedHint] = [
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
        event("skipped-heading-level", ("# The strike", "## The strike"), ("#### When", "### When")),
        event(
            "statement-after-act", ("    statement: moor-speech\n", ""),
            ("speaker: ben-moor,", "speaker: ben-moor, about: [response:no],")),
        event("statement-of-other-speaker", ("speaker: ada-hill,", "speaker: ada-hill, for: company,")),
        FollowedHint("legal-hold", [("moments/leak.md", "hold: injunction of 3 March\n", "")]),
        event(
            "response-from-party-not-asked+one-of-two", ("answers: [pay-rise, shorter-nights]", "answers: [pay-rise]")),
        event("speaker-without-role", ("    words: We", "    for: union\n    words: We")),
        event("wrong-kind-of-reference+citation", ("[@pay-rise]", "[the demand](demand:pay-rise)")),
        FollowedHint(
            "third-party-resource",
            [
                (
                    "event.md", "<script src=\"https://media.example/a.js\">",
                    "<script src=\"https://media.example/a.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\">"
                ), ("site.md", "https://media.example", "https://media.example, https://other.example"),
            ]),
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
