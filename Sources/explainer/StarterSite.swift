/// The site that `explainer new` writes: an invented dispute that builds without a warning.
///
/// README.md shows two of its files; a test compares them.
enum StarterSite {
    /// Paths below the content folder, with the texts.
    static let files: [(path: String, text: String)] = [
        (
            "site.md",
            """
            ---
            title: The Harbour Record
            description: An invented site to start from. Replace its text with yours.
            language: en
            zone: Europe/Oslo
            navigation: [about]
            ---

            """
        ),
        (
            "about.md",
            """
            ---
            title: About
            ---
            This dispute is invented. `explainer new` wrote it to show the parts of a site. `explainer fields` lists
            everything that you can write, and `explainer check` reports what is wrong.

            """
        ),
        (
            "event.md",
            """
            ---
            title: Wages at the harbour
            summary: The dockers ask for six per cent more by 10 May. The harbour authority refuses.
            place: Westhaven
            key_facts:
              - label: At stake
                value: Six per cent more pay for 1,200 people
                sources: [gazette]
            sources: [gazette]
            ---
            ## What is going on?

            The [dock union](party:dock-union) asks the [harbour authority](party:harbour-authority) for
            [more pay](demand:pay-rise). [@gazette, p. 3]

            ## What happens next?

            The union has set a deadline, and has not said what it will do when it passes.

            """
        ),
        (
            "parties/dock-union.md",
            """
            ---
            name: Dock Workers' Union
            kind: union
            short_name: Dock union
            ---
            It speaks for the 1,200 people who load and unload ships. [@gazette, p. 3]

            """
        ),
        (
            "parties/harbour-authority.md",
            """
            ---
            name: Westhaven Harbour Authority
            kind: government
            short_name: Authority
            ---

            """
        ),
        (
            "people/mara-lind.md",
            """
            ---
            name: Mara Lind
            roles:
              - title: chair
                party: dock-union
                from: 2024
            ---

            """
        ),
        ("demands/pay-rise.md", demand),
        ("refusals/no-pay-rise.md", refusal),
        (
            "statements/union-letter.md",
            """
            ---
            speaker: mara-lind
            date: 2026-05-02
            medium: letter
            words: We ask for six per cent, and not a day later than the tenth of May.
            act: demands
            about: [demand:pay-rise]
            sources: [gazette]
            ---

            """
        ),
        (
            "sources/gazette.md",
            """
            ---
            title: Dockers give the harbour a week
            type: article-newspaper
            publisher: The Westhaven Gazette
            published: 2026-05-05
            excerpts:
              - We ask for six per cent, and not a day later than the tenth of May.
            ---

            """
        ),
    ]

    private static let demand = """
        ---
        title: Raise wages by six per cent
        from: dock-union
        to: harbour-authority
        date: 2026-05-02
        words: six per cent, and not a day later
        statement: union-letter
        deadline: 2026-05-10T16:00+02:00
        sources: [gazette]
        ---
        The union put the demand in a letter to the
        [authority](party:harbour-authority). [@gazette, p. 3]

        """

    private static let refusal = """
        ---
        title: The authority refuses the raise
        answers: pay-rise
        from: harbour-authority
        date: 2026-05-04
        grounds:
          - title: The budget is closed
            kind: commercial
            text: The board says that the year's budget was adopted in March.
        sources: [gazette]
        ---

        """
}
