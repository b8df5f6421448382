/// The ids of elements that pages have by themselves. A heading with such words gets another id, whatever page it is on,
/// since an id may occur once only, and a section may come to a page later.
package enum ReservedID {
    /// Parts of pages, and what the scripts look for.
    private static let names: Set<String> = [
        "accounts", "agreement", "changes", "corrections", "deadlines", "demands", "disputes", "everybody",
        "everything",
        "hangs", "key-facts", "ladder", "main", "only", "open", "over", "pending", "q", "search-results",
        "search-status",
        "show-label", "sources", "standoff", "statements", "terms", "threats", "timeline", "votes",
    ]
    /// What stands before the id of an entry, or a number.
    private static let prefixes = [
        "cite-", "source-", "only-", "no-answer-", "demand-", "response-", "threat-", "statement-", "moment-", "term-",
        "party-", "person-", "letter-", "on-demand-", "on-response-", "on-threat-", "on-statement-", "on-moment-",
        "on-deadline-", "on-done-", "on-withdrawn-", "on-earlier-", "on-moved-", "on-began", "on-ended", "month-",
        "changed-", "ended-",
    ]

    /// The id of a heading whose words would make a page's own id; nil if they do not.
    static func replacement(for id: String) -> String? {
        names.contains(id) || prefixes.contains(where: id.hasPrefix) ? "section-" + id : nil
    }

    /// The page's own id that a heading's words would make; nil if they do not.
    package static func taken(by heading: Prose.Heading) -> String? {
        let id = HeadingID.slug(heading.text)
        return replacement(for: id) == nil ? nil : id
    }
}
