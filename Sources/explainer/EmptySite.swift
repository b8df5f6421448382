import Bytes

/// The site that `explainer new --empty` writes: settings, and one event without entries.
enum EmptySite {
    /// Paths below the content folder, with the texts.
    static func files(title: String) -> [(path: String, text: String)] {
        // A JSON string is a double-quoted scalar of YAML.
        let quoted = String(decoding: JSON.string(title).encoded(), as: UTF8.self)
        return [
            ("site.md", "---\ntitle: \(quoted)\n---\n"),
            (
                "event.md",
                """
                ---
                title: \(quoted)
                summary: Write here, in one sentence, what is going on.
                ---
                ## What is going on?

                Write here what a reader must know first.

                """
            ),
        ]
    }
}
