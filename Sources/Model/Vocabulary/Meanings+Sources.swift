extension Source.Origin {
    package var meaning: String {
        switch self {
        case .selfDeclaration: "The party says it about itself: a firm's page about its owners."
        case .officialRegister: "A public register says it: the company register, the land register."
        case .thirdParty: "Somebody else reports it: a newspaper writes about the firm."
        case .primaryResearch: "You found it out yourself: your own interview, count or request for records."
        }
    }
}

extension Source.Relation {
    package var meaning: String {
        switch self {
        case .primary: "It comes from what happened itself: the letter, the ruling, a recording of the speech."
        case .secondary: "It reports on or interprets primary sources: a newspaper's report about the ruling."
        case .tertiary: "It collects what others have reported: an encyclopedia entry, a directory."
        }
    }
}

extension Source {
    /// What a type of source means, with an example; nil if it is not one of `Source.types`.
    package static func meaning(ofSourceType type: String) -> String? {
        switch type {
        case "article": "An article that no narrower word fits: a preprint, an article on a news agency's wire."
        case "article-journal": "An article in a scholarly journal: a study of strike votes in a law journal."
        case "article-magazine": "An article in a magazine: a portrait of the mayor in a weekly."
        case "article-newspaper": "An article in a newspaper, on paper or on its site: the Gazette's report of 3 May."
        case "bill": "A bill before a legislature, not yet law: a bill on port fees."
        case "book": "A whole book: a history of the harbour."
        case "broadcast": "A radio or television programme, or a podcast: the evening news."
        case "chapter": "A chapter of a book: the third chapter of a history of the harbour."
        case "classic": "A work of antiquity or another classic, cited by its own numbering: Book 2 of a chronicle."
        case "collection": "Papers kept together, as in an archive: the union's papers in the city archive."
        case "dataset": "Data: a table of wages by year."
        case "document": "A document that no narrower word fits: a signed contract."
        case "entry": "An entry of a database or directory: a company's entry in a register."
        case "entry-dictionary": "An entry of a dictionary: the entry on 'lockout'."
        case "entry-encyclopedia": "An entry of an encyclopedia: the entry on the harbour."
        case "event": "An event itself, attended or recorded: a public meeting in the town hall."
        case "figure": "A figure of another work: a chart in an annual report."
        case "graphic": "A picture of its own: a photograph, a poster, an infographic."
        case "hearing": "The record of a hearing: the minutes of a committee's session."
        case "interview": "An interview: an interview with the chief executive in a weekly."
        case "legal-case": "A case before a court, as the law cites it: Dockers v. Harbour Authority."
        case "legislation": "A law or statute in force: the Harbours Act."
        case "manuscript": "An unpublished text: a handwritten diary."
        case "map": "A map: a chart of the harbour with the new fence."
        case "motion-picture": "A film or video: a documentary about the strike."
        case "musical-score": "Printed music: the score of the union's song."
        case "pamphlet": "A leaflet or pamphlet: the leaflet handed out at the gate."
        case "paper-conference": "A paper given at a conference: a talk in a volume of proceedings."
        case "patent": "A patent: the patent on the crane's brake."
        case "performance": "A performance: a play about the dispute."
        case "periodical": "A whole issue or run of a journal or newspaper: the Gazette's special issue."
        case "personal-communication": "What somebody told you: an e-mail or a phone call to the writer."
        case "post": "A post on a social network or forum: the minister's post at noon."
        case "post-weblog": "A post on a blog: an entry on the firm's blog."
        case "regulation": "A rule made by an authority under a law: the ministry's order on working hours."
        case "report": "A report: the auditor's report for the year."
        case "review": "A review of something that is not a book: a review of an exhibition."
        case "review-book": "A review of a book: a review of a history of the harbour."
        case "software": "A program or its code: the version of the payroll program that was used."
        case "song": "A recording of music or speech: a recording of the union's song."
        case "speech": "A speech or lecture: the chair's address to the members."
        case "standard": "A technical standard: a standard for lifting gear."
        case "thesis": "A thesis or dissertation: a doctoral thesis on port labour."
        case "treaty": "A treaty between states: a treaty on a shared river."
        case "webpage": "A page on the web that no narrower word fits: the authority's page of questions and answers."
        case "press-release": "A release to the press: the ministry's release of 3 May."
        case "letter": "A letter: the union's letter to the board."
        case "memo": "An internal note: the director's memo to staff."
        case "court-filing": "A document that a party filed with a court: the plaintiff's complaint."
        case "ruling": "A court's or an authority's decision: the order that suspended the ban."
        default: nil
        }
    }
}
