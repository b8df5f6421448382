import Model
import Presenting
import Templates

extension KeyFactView: TemplateView {
    package static let record = RecordType<KeyFactView>("key_fact", "A fact in a few words, with its label.")
        .text("label", "What it is about.") { $0.label }
        .html("value", "The fact.") { $0.page.html($0.value) }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}

extension TimelineItemView: TemplateView {
    package static let record = RecordType<TimelineItemView>("timeline_item", "Something with a date.")
        .text("anchor", "The id of its element.") { $0.page.show($0.place, $0.anchor) }
        .choice("kind", "A key of the timeline's `kinds`.", TimelineItemView.kinds) { $0.kind }
        .record("date", "When.") { $0.date }
        .text("title", "The entry's title; “Deadline for …”.") { $0.title }
        .text("line", "The same where it stands alone: “Department of War asked Anthropic: …”.") { $0.line }
        .optionalURL("url", "The entry's page; a moment has none.") { $0.route?.address }
        .html("mark", "The mark of its kind.") { $0.page.mark($0.markKind) }
        .truth("is_hour_unknown", "Whether others of the list have hours of its day, and it has none.") {
            $0.isHourUnknown
        }
        .optionalText("context", "Of an answer: “on “Remove the two exceptions””.") { $0.context }
        .text("note", "“Department of War asked Anthropic”, “meeting”.") { $0.note }
        .list("parties", "Who acts.") { $0.parties }
        .list("concerned", "Whom a moment concerns who, as far as it says, did not do it.") { $0.concerned }
        .optionalRecord("demand", "The demand, where that it was made is the item.") { $0.demand }
        .text("filter_class", "Class names for filters: `is-demand by-1 by-2`.") { $0.filterClass }
        .html("body", "A moment's text; may be empty.") { $0.html }
        .list("points", "What was agreed, point by point.") { $0.points }
        .list("backed_by", "The parties that support a moment.") { $0.backedBy }
        .list("accounts", "What is said to have happened, where accounts of a moment differ.") { $0.accounts }
        .optionalText("quote", "A statement's verbatim words, without outer quotation marks.") { $0.quote }
        .truth("is_drawn", "Whether the picture shows it: not where it is the words of a demand, answer or threat.") {
            $0.isDrawn
        }
        .truth("is_after_record", "Whether it is a deadline later than the record's end.") { $0.isAfterRecord }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}

extension TimelineView.Month: TemplateView {
    package static let record = RecordType<TimelineView.Month>("timeline_month", "A month of the timeline.")
        .text("title", "“February 2026”.") { $0.month.title }
        .text("anchor", "`2026-02`.") { $0.month.anchor }
        .optionalRecord("phase", "The phase that begins with it.") { $0.month.phase }
        .text("filter_class", "The class names of its items, each once.") {
            $0.month.filterNames.joined(separator: " ")
        }
        .list("items", "By earliest moment.", of: { $0.month.lines }) { view, line in
            TimelineItemView(
                item: line.item, page: view.page, filterClass: line.filterClass, isHourUnknown: line.isHourUnknown)
        }
}

extension EventTimeline.Kind: TemplateView {
    package static let record = RecordType<EventTimeline.Kind>("timeline_kind", "A kind of item that occurs.")
        .choice("key", "The `kind` of its items.", TimelineItemView.kinds) { $0.key }
        .text("words", "“demands”.") { $0.words }
}

extension TimelineView: TemplateView {
    package static let record = RecordType<TimelineView>("timeline", "Everything of an event that has a date.")
        .optionalRecord("chart", "The timeline as a picture; absent where there are fewer than eight acts.") {
            $0.chart
        }
        .list("phases", "The parts of the dispute's time.") { $0.phases }
        .list("months", "The items under their months.", of: { $0.layout.months }) { view, month in
            TimelineView.Month(month: month, page: view.page)
        }
        .record("record_end", "The record's date.") { $0.recordEnd ?? $0.page.date($0.page.context.lastDate) }
        .list("kinds", "The kinds that occur, for filters.") { $0.layout.kinds }
        .list("parties", "The parties that any item names, for filters.", of: { $0.layout.parties }) { view, party in
            view.page.party(party)
        }
        .truth("has_later_items", "Whether an item is later than the record's end.") { $0.hasLaterItems }
        .number("count", "How many items.") { $0.count }
}

extension SideView: TemplateView {
    package static let record = RecordType<SideView>("side", "What one party said, or several together.")
        .list("parties", "The party, or the parties.") { $0.parties }
        .text("names", "Their short names.") { $0.names }
        .text("speaker_line", "Their names as a quote’s `speaker_line` has them.") { $0.fullNames }
        .list("statements", "By date.") { $0.statements }
}

extension SourcingView: TemplateView {
    package static let record = RecordType<SourcingView>("sourcing", "How an event was sourced.")
        .number("sources_count", "Sources cited.") { $0.sourcesCount }
        .number("quotes_found_count", "Quotes found word for word in the texts kept of sources.") {
            $0.quotesFoundCount
        }
        .html("words", "The same in a sentence or two.") { HTML(escaping: $0.words) }
}

extension EventView: TemplateView {
    package static let record = RecordType<EventView>("event", "One public dispute.")
        .text("id", "Its folder; `event` in a site about one event.") { $0.id }
        .ofHead()
        .text("title", "Its title.") { $0.title }
        .text("summary", "One sentence.") { $0.summary }
        .url("url", "Its page.") { $0.route.address }
        .url("timeline_url", "Its timeline.") { $0.timelineRoute.address }
        .choice("status", "How it stands.", Event.Status.listed) { $0.status }
        .text("status_words", "The same for readers.") { $0.statusWords }
        .record("state", "Its state line.") { $0.state }
        .optionalRecord("began", "When it began.") { $0.began }
        .optionalRecord("ended", "When it ended.") { $0.ended }
        .optionalText("place", "Where.") { $0.place }
        .optionalText("zone_note", "In which zone clock times are told.") { $0.zoneNote }
        .record("as_of", "The record's date.") { $0.asOf }
        .list("key_facts", "The writer's key facts.") { $0.keyFacts }
        .list("parties", "Its parties, those that act first.") { $0.parties }
        .list("people", "The people of its record, by name.") { $0.people }
        .record("lanes", "Who wants what from whom: the main demands.") { $0.lanes }
        .truth("is_large", "Whether it has more than six demands, three parties that act, or thirty dated acts.") {
            $0.isLarge
        }
        .text("pictures_heading", "“Who wants what from whom”, over the main picture.") { $0.picturesHeading }
        .text("text_heading", "“What is going on”, over a text that begins without a heading.") { $0.textHeading }
        .text("threats_heading", "“Threats and what came of them”.") { $0.threatsHeading }
        .text("all_demands_words", "“All 24 demands and offers”.") { $0.allDemandsWords }
        .optionalRecord("pending", "What is still to come; absent where the dispute is over or empty.") { $0.pending }
        .truth("has_earlier_changes", "Whether more changed before that, which the timeline tells.") {
            $0.hasEarlierChanges
        }
        .list("changes", "What changed, newest first, at most 25; empty on a small page that was never updated.") {
            $0.changes
        }
        .list("demand_groups", "All demands, by who made them.") { $0.demandGroups }
        .optionalRecord("last_change", "What changed last.") { $0.lastChange }
        .optionalRecord("next_deadline", "The next deadline that has not passed.") { $0.nextDeadline }
        .optionalText("other_parties_words", "“and three others”, after the first three parties.") {
            $0.otherPartiesWords
        }
        .list("sections", "Its body.") { $0.page.sections($0.body) }
        .list("demands", "By date.") { $0.demands }
        .list("threats", "By date.") { $0.threats }
        .optionalRecord("agreement", "What was agreed; absent where no agreement is recorded.") { $0.agreement }
        .list("votes", "All votes, by date.") { $0.votes }
        .list("disputed", "What there are differing accounts of.") { $0.disputed }
        .list("sides", "What each party said.") { $0.sides }
        .number("quotes_per_side", "How many of them are shown: two, of more than three sides one.") {
            $0.quotesPerSide
        }
        .truth("has_more_quotes", "Whether a side said more than that.") { $0.hasMoreQuotes }
        .list("other_statements", "Statements for no party, and of courts.") { $0.otherStatements }
        .text("other_statements_words", "What stands over those: “Courts” or “Others”.") { $0.otherStatementsWords }
        .record("timeline", "Everything that has a date.") { $0.timeline }
        .record("sourcing", "How it was sourced.") { $0.sourcing }
}
