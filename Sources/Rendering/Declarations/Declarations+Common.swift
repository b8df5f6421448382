import Model
import Presenting
import Templates

// What templates may read of each view: declared once, for the getters, the checks and the reference.

extension Route {
    package var address: Address { .site(path, anchor: anchor) }
}

extension LinkView: TemplateView {
    package static let record = RecordType<LinkView>("link", "A link with its words.")
        .text("title", "The words.") { $0.title }
        .url("url", "Where it leads.") { $0.route.address }
}

extension KindLinkView: TemplateView {
    package static let record = RecordType<KindLinkView>(
        "kind_link", "A link to an entry, with the kind of entry it is."
    )
    .choice("kind", "The kind as writers type it.", EntryKind.allCases.map(\.word) + ["refusal"]) { $0.kind }
    .text("kind_words", "The kind for readers: “Demand”, “Refusal”.") { $0.kindWords }
    .text("title", "The entry's title or name.") { $0.title }
    .url("url", "The entry's page, or its place on a page.") { $0.route.address }
}

extension DateView {
    /// Its first day, and the clock time in its zone if it has one, for the filter `date`.
    fileprivate var calendarDate: CalendarDate? {
        guard let day = date.earliestDay(in: zone) ?? date.latestDay(in: zone) else { return nil }
        let (year, month, dayOfMonth) = day.parts
        guard date.first.hasClock else { return CalendarDate(year: year, month: month, day: dayOfMonth) }
        let instant = date.first.earliest(in: zone)
        let clock = zone.clock(at: instant)
        return CalendarDate(
            year: year, month: month, day: dayOfMonth, hour: clock / 3_600, minute: clock / 60 % 60, second: clock % 60,
            offset: Int(zone.offset(at: instant) / 60))
    }
}

extension DateView: TemplateView {
    package static let record = RecordType<DateView>("date", "A date in words, with `<time>` elements for machines.")
        .html(
            "html",
            "Long words: “27 February 2026, 17:01 New York time (22:01 UTC)”, “between 23 and 26 February 2026”."
        ) {
            $0.html
        }
        .html("short_html", "The same with short months.") { $0.shortHTML }
        .html("span_html", "Short, and of a time from one day to another without “from”: “21 to 29 March 2016”.") {
            $0.spanHTML
        }
        .html("day_html", "Short and without the year, for lists under a month's heading.") {
            $0.dayHTML
        }
        .text("words", "The long words without markup.") { $0.words }
        .text("iso", "For machines, in ISO 8601: `2026-02-27`, `2026-02`, `2026-02-23/2026-02-26`.") { $0.date.edtf }
        .ordered { .int(Int($0.date.earliest(in: $0.zone))) }
        .readAsDate { $0.calendarDate }
        .number("year", "The year of the earliest moment.") { $0.year }
}

extension DeadlineView: TemplateView {
    package static let record = RecordType<DeadlineView>("deadline", "By when something was demanded or threatened.")
        .record("date", "The deadline itself.") { $0.date }
        .ordered { .int(Int($0.date.date.earliest(in: $0.date.zone))) }
        .readAsDate { $0.date.calendarDate }
        .text("words", "“By 27 February 2026, 17:01 New York time (22:01 UTC)”.") { $0.words }
        .html("html", "The same with `<time>`.") { $0.html }
        .truth("has_passed", "Whether it has passed for certain at the record's date.") { $0.hasPassed }
        .truth("is_own", "False where a threat takes its demand's.") { $0.isOwn }
}

extension PartyView: TemplateView {
    package static let record = RecordType<PartyView>("party", "A party as other pages show it.")
        .text("id", "Its id.") { $0.id }
        .text("anchor", "The id of its element on a page that lists it.") { $0.anchor }
        .text("name", "Its full name.") { $0.name }
        .text("short_name", "Its short name; the full one where it has none.") { $0.shortName }
        .text("name_in_text", "How it is called within a sentence: “the White House”.") { $0.nameInText }
        .text("name_at_start", "The same at the beginning of one: “The White House”.") { $0.nameAtStart }
        .text("initials", "One to four letters or digits that tell it apart from the others.") { $0.initials }
        .text("color_class", "The class that sets its colour: `p1` to `p7`, or one of the writer's own.") {
            $0.color.className
        }
        .number("number", "Its place among the event's parties, from 1.") { $0.number }
        .choice("kind", "Its kind as writers type it.", Party.Kind.listed) { $0.kind }
        .text("kind_words", "Its kind for readers.") { $0.kindWords }
        .optionalURL("url", "Its page; absent where it is left out of this build.") { $0.route.address }
}

extension AskedPartyView: TemplateView {
    package static let record = RecordType<AskedPartyView>("asked_party", "A party that was asked.")
        .record("party", "The party.") { $0.party }
        .truth("is_answered", "Whether an answer of it is recorded.") { $0.isAnswered }
}

extension SpeakerView: TemplateView {
    package static let record = RecordType<SpeakerView>("speaker", "Who spoke.")
        .text("name", "The person's or the party's name, or how an unnamed speaker is described.") { $0.name }
        .optionalURL("url", "Their page; absent for somebody unnamed.") { $0.route?.address }
        .optionalText("role", "The role held at that date; of an unnamed speaker why the name is kept back.") {
            $0.role
        }
        .optionalRecord("party", "For whom they spoke.") { $0.party }
        .optionalText("role_then", "The role, if it has dates and was held at that date.") { $0.roleThen }
        .optionalText("office_of", "The party whose office the role is; absent where the place names it.") {
            $0.officeOf
        }
        .optionalText("other_office", "The same, only if they spoke for another party.") { $0.otherOffice }
}

extension QuoteView: TemplateView {
    package static let record = RecordType<QuoteView>("quote", "What someone said, with its caption.")
        .optionalText("words", "Verbatim, without outer quotation marks.") { $0.words }
        .optionalHTML("paraphrase", "In the writer's words; exactly one of the two is there.") {
            let page = $0.date.page
            return $0.paraphrase.map { page.html($0) }
        }
        .list("speakers", "Who said it, where a statement tells: one, or several together.") { $0.speakers }
        .text("speaker_line", "Their names and roles: two quotes in a row with one line have the same speakers.") {
            $0.speakerLine
        }
        .text("speaker_names", "Their names in a line; empty where there are none.") { $0.speakerNames }
        .list("parties", "In whose name, where there is no speaker.") { $0.parties }
        .optionalURL("source_url", "The address of the source that holds the statement, where it has one.") {
            $0.sourceURL.map { .external($0) }
        }
        .record("date", "When.") { $0.date }
        .optionalText("medium_words", "“post on X”.") { $0.mediumWords }
        .optionalURL("url", "The statement's page.") { $0.route?.address }
        .optionalText("translation_words", "That the words are a translation: “our translation from German”.") {
            $0.translationWords
        }
        .optionalText("original", "The words in the language in which they were said.") { $0.original }
        .optionalText("original_language", "That language, as a BCP 47 tag.") { $0.originalLanguage }
        .html("citations", "Numbers of its sources; may be empty.") { $0.date.page.citations($0.sources) }
}

extension StateView: TemplateView {
    package static let record = RecordType<StateView>("state", "A state line.")
        .html("word", "“Refused on 2 February 2026”, without a full stop.") {
            $0.page.html($0.state.lead, of: $0.event)
        }
        .html("mark", "The mark that goes with the word; may be empty.") { $0.page.mark($0.state.mark) }
        .html("sentence", "What is to be known besides: the next deadline, the outcome; may be empty.") {
            $0.page.html($0.state.rest, of: $0.event)
        }
}

extension SectionView: TemplateView {
    package static let record = RecordType<SectionView>("section", "A part of a body under one second-level heading.")
        .optionalHTML("heading", "With its markup. Absent for the text before the first heading.") {
            $0.heading.map { HTML(trusting: $0) }
        }
        .optionalText("title", "The heading without markup.") { $0.title }
        .optionalText("anchor", "The heading's id.") { $0.anchor }
        .html("html", "The text, without the heading.") { HTML(trusting: $0.html) }
        .list("terms", "Terms linked here for the first time on the page.") { $0.terms }
}

extension TermView: TemplateView {
    package static let record = RecordType<TermView>("term", "A term with its definition.")
        .text("id", "Its id.") { $0.id }
        .ofHead()
        .text("anchor", "The id of the element that holds the definition.") {
            $0.page.show($0.handle, $0.anchor)
        }
        .text("name", "The term.") { $0.name }
        .texts("also_known_as", "Other words for it.") { $0.alsoKnownAs }
        .html("definition", "What it means.") { $0.page.html($0.definition) }
        .html("citations", "Numbers of its sources, on terms.html only; may be empty.") {
            $0.page.citations($0.sources)
        }
        .url("url", "Its place on terms.html.") { $0.route.address }
        .list("sections", "Its body, on terms.html only.") { $0.page.sections($0.body) }
        .list("used_in", "Entries that use it, on terms.html only.") { $0.usedIn }
        .text("used_in_words", "“Used in two entries”.") { $0.usedInWords }
}

extension GlossaryView.Letter: TemplateView {
    package static let record = RecordType<GlossaryView.Letter>("letter", "The terms under one letter.")
        .text("letter", "The letter.") { $0.letter }
        .text("anchor", "The id of its element.") { $0.anchor }
        .list("terms", "The terms, by name.") { $0.terms }
}

extension GlossaryView: TemplateView {
    package static let record = RecordType<GlossaryView>("glossary", "The terms of a page under their first letters.")
        .list("letters", "By letter.") { $0.letters }
        .number("count", "How many terms.") { $0.count }
}

extension SourceQuoteView: TemplateView {
    package static let record = RecordType<SourceQuoteView>(
        "source_quote", "A quote found in the text kept of a source."
    )
    .text("words", "The words.") { $0.words }
    .list("entries", "The entries that hold it.") { $0.entries }
}

extension SourceView: TemplateView {
    package static let record = RecordType<SourceView>("source_item", "A source in a page's numbered list.")
        .text("id", "Its id.") { $0.id }
        .ofHead()
        .text("title", "Its title.") { $0.title }
        .number("number", "Its number on this page.") { $0.number }
        .text("anchor", "The id of its element.") { $0.anchor }
        .optionalURL("url", "Its address on the web.") { $0.url.map { .external($0) } }
        .url("page_url", "Its place on sources.html.") { $0.route.address }
        .text("type_words", "“Newspaper article”.") { $0.typeWords }
        .optionalText("publisher", "Who published it.") { $0.publisher }
        .optionalText("authors_words", "“A, B and C”.") { $0.authorsWords }
        .optionalRecord("published", "When it was published.") { $0.published }
        .optionalRecord("accessed", "When it was read.") { $0.accessed }
        .optionalRecord("archive_date", "When it was archived.") { $0.archiveDate }
        .optionalURL("archive_url", "Its archived copy.") { $0.archiveURL.map { .external($0) } }
        .optionalText("origin_words", "“Third party”.") { $0.originWords }
        .optionalText("relation_words", "“Secondary source”.") { $0.relationWords }
        .optionalText("origin_inline", "The origin within a line: “third party”.") { $0.originInline }
        .optionalText("relation_inline", "The relation within a line: “secondary source”.") { $0.relationInline }
        .optionalText("language_words", "“German”.") { $0.languageWords }
        .optionalText("quotes_words", "“2 quotes found word for word”.") { $0.quotesWords }
        .list("backlinks", "Where this page cites it.") { $0.backlinks }
        .text("cited_in_words", "“Cited in two places on this page”.") { $0.citedInWords }
        .list("quotes", "Quotes found in it, on sources.html only.") { $0.quotes }
        .list("cited_by", "Entries that cite it, on sources.html only.") { $0.citedBy }
        .text("cited_by_words", "“Cited by two entries”.") { $0.citedByWords }
        .optionalText("summary", "Its summary.") { $0.summary }
}

extension CorrectionView: TemplateView {
    package static let record = RecordType<CorrectionView>("correction", "A change that readers are told of.")
        .record("date", "When it was made.") { $0.date }
        .choice("kind", "Its kind as writers type it.", Correction.Kind.listed) { $0.kind }
        .text("kind_words", "Its kind for readers.") { $0.kindWords }
        .html("html", "What was changed.") { $0.page.html($0.text) }
        .text("title", "The entry that was changed.") { $0.title }
        .url("url", "That entry's page.") { $0.route.address }
        .optionalText("event_title", "Its event, on pages about many.") { $0.eventTitle }
}

extension RecordType where Root: HeadedView {
    /// What a writer may say of each entry.
    package func ofHead() -> RecordType<Root> {
        self.ownData("extra", "The writer’s own data: `extra` of its front matter.", { $0.extra }, { $0.ownValues })
            .list("accounts", "What is said to have happened, where accounts differ.") { $0.accounts }
            .list("backed_by", "The parties that support it.") { $0.backedBy }
    }
}

extension AccountView: TemplateView {
    package static let record = RecordType<AccountView>("account", "What somebody says happened.")
        .text("name", "Who says so: a party, a person or a source.") { $0.name }
        .url("url", "Their page.") { $0.route.address }
        .optionalRecord("party", "The party, where one says so.") { $0.party }
        .html("html", "What they say.") { $0.page.html($0.text) }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}

extension PointView: TemplateView {
    package static let record = RecordType<PointView>("point", "One point of what is asked, offered or agreed.")
        .text("title", "The point in a few words.") { $0.title }
        .optionalHTML("html", "More about it.") { point in point.text.map { point.page.html($0) } }
        .optionalRecord("demand", "The demand that it settles.") { $0.demand }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}

extension DisputedView: TemplateView {
    package static let record = RecordType<DisputedView>("disputed", "Something that there are differing accounts of.")
        .optionalRecord("link", "What it is; absent for the event itself.") { $0.link }
        .list("accounts", "What each says.") { $0.accounts }
}
