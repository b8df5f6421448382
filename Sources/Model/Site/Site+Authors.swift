extension Site {
    /// The person that an author is; nil for a name, and for a person who is left out.
    ///
    /// - Parameter scope: the event in which the author is named; -1 outside events.
    package func person(of author: Author, from scope: Int) -> AnyHandle? {
        author.person.flatMap { index.find(.person, $0.value, from: scope).found }
    }

    /// Those who wrote an event: its own authors, else the site's, and from where their ids are looked up.
    package func authors(ofEvent event: Int) -> (authors: [Author], scope: Int) {
        let own = events[event].authors
        return own.isEmpty ? (settings.authors, isOneEvent ? 0 : -1) : (own, event)
    }
}
