import Model
import Presenting
import Templates

extension GroundView: TemplateView {
    package static let record = RecordType<GroundView>("ground", "One reason given for an answer.")
        .text("title", "The reason in a few words.") { $0.title }
        .optionalText("kind_words", "“ethics”.") { $0.kindWords }
        .html("html", "What was said of it; may be empty.") { ground in
            ground.text.map { ground.page.html($0) } ?? HTML(trusting: [])
        }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}

extension EarlierAnswerView: TemplateView {
    package static let record = RecordType<EarlierAnswerView>("earlier_answer", "An answer that a later one replaced.")
        .text("word", "“Refused”.") { $0.word }
        .text("title", "Its title.") { $0.title }
        .optionalText("label", "Its kind; absent where the title says just that.") { $0.label }
        .url("url", "Its page.") { $0.route.address }
        .record("date", "When it was given.") { $0.date }
}

extension AnswerView: TemplateView {
    package static let record = RecordType<AnswerView>(
        "answer", "A current answer to a demand, or a hole where none is recorded."
    )
    .text("anchor", "The id of its element.") {
        $0.page.show($0.response.map { .entry(AnyHandle($0)) }, $0.anchor)
    }
    .list("parties", "The parties asked whose answer it is.") { $0.parties }
    .truth("is_recorded", "False for a hole.") { $0.isRecorded }
    .choice("kind", "Its kind as writers type it; `none` for a hole.", Response.Kind.listed + ["none"]) { $0.kind }
    .text("heading", "What stands for it: its title, or “No answer recorded”.") { $0.heading }
    .text("heading_inline", "The same within a line, with its kind: “Members refuse it (refused)”.") {
        $0.headingInline
    }
    .optionalText("label", "Its kind; absent for a hole, and where the title says just that.") { $0.label }
    .text("word", "“Refused”, “No answer recorded”.") { $0.word }
    .text("word_inline", "The same within a line: “refused”.") { $0.wordInline }
    .html("mark", "The mark that goes with the word.") { $0.page.mark($0.markKind) }
    .choice("gate", "How the exchange is parted.", gates) { $0.gate }
    .optionalRecord("date", "When it was given.") { $0.date }
    .optionalText("title", "Its title.") { $0.title }
    .optionalURL("url", "Its page.") { $0.route?.address }
    .optionalRecord("quote", "Its words.") { $0.quote }
    .list("quote_speakers", "Who said them, where that is not just the party whose answer it is.") {
        $0.quoteSpeakers
    }
    .optionalText("summary", "Its summary.") { $0.summary }
    .list("grounds", "The reasons given.") { $0.grounds }
    .list("givers", "Who gave it, for those whose answer it is.") { $0.givers }
    .optionalText("given_by_words", "“Answered by X on its behalf”, where another party answered.") { $0.givenByWords }
    .optionalText("vote_words", "The votes by which it was decided.") { $0.voteWords }
    .optionalText("asked_words", "When and by whom a party that did not respond was asked.") { $0.askedWords }
    .optionalRecord("counter", "The demand it puts instead.") { $0.counter }
    .optionalText("instead_words", "Before that: “Offered instead:”.") { $0.insteadWords }
    .optionalText("later_words", "On a threat's page, that it came after the threat.") { $0.laterWords }
    .truth("names_parties", "Whether its title names all its parties.") { $0.namesParties }
    .list("earlier", "Answers that it replaced, newest first, at most ten.") { $0.earlier }
    .number("more_earlier", "How many more there are.") { $0.moreEarlier }
    .url("all_url", "The event's timeline, which has all answers.") { $0.allRoute.address }
    .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
    .html("citations_beside_quote", "The same without what its quote cites.") {
        $0.page.citations($0.sourcesBesideQuote)
    }
}

extension DemandView: TemplateView {
    package static let record = RecordType<DemandView>("demand", "What one party asks of another.")
        .text("id", "Its id.") { $0.id }
        .ofHead()
        .text("anchor", "The id of its element.") { $0.page.show($0.handle, $0.anchor) }
        .text("title", "Its title.") { $0.title }
        .url("url", "Its page.") { $0.route.address }
        .number("number", "Its place among the event's demands, from 1.") { $0.number }
        .list("from", "Who asked.") { $0.from }
        .list("to", "Who was asked.") { $0.to }
        .record("date", "When.") { $0.date }
        .truth("is_claim", "Whether a court was asked to order it; then who asks and who is asked are its parties.") {
            $0.isClaim
        }
        .choice("form", "What kind of demand it is.", Demand.Form.listed) { $0.form.rawValue }
        .text("date_label", "What stands before the date: “Asked”, “Reported”.") { $0.dateLabel }
        .optionalText("date_note", "The same within a line, such as “reported”; absent for “asked”.") {
            $0.dateNote
        }
        .optionalText("summary", "Its summary.") { $0.summary }
        .optionalRecord("quote", "The words used.") { $0.quote }
        .list("quote_speakers", "Who said them, where that is not just whoever asked.") { $0.quoteSpeakers }
        .choice("status", "What has become of it, as writers type it.", Demand.Status.listed) { $0.status.rawValue }
        .truth("is_closed", "Whether it was withdrawn, replaced, settled, left open or lapsed: nobody owes an answer.")
    {
        $0.isClosed
    }
        .text("status_words", "The same for readers.") { $0.statusWords }
        .optionalText("status_reason", "Why the writer says so, where the status was typed.") { $0.statusReason }
        .text("force", "`ultimatum` or `demand`.") { $0.isUltimatum ? "ultimatum" : "demand" }
        .text("about_words", "“About this offer”.") { $0.aboutWords }
        .optionalText("force_words", "Its deadline and threats in a sentence; absent where it has neither.") {
            $0.forceWords
        }
        .record("state", "Its state line.") { $0.state }
        .optionalRecord("deadline", "By when.") { $0.deadline }
        .list("former_deadlines", "Deadlines that were moved or lifted.") { $0.formerDeadlines }
        .html("row_mark", "The sign of its state, or of the one party's answer that is shown; may be empty.") {
            $0.page.mark($0.rowMark)
        }
        .optionalText("deadline_note", "How its deadline was moved or lifted.") { $0.deadlineNote }
        .list("threats", "What is threatened unless it is met.") { $0.threats }
        .optionalText(
            "same_as_before_words", "That deadline and threats are those of the demand before it on the event's page."
        ) { $0.sameAsBeforeWords }
        .optionalRecord("ladder", "What was asked and answered, step by step; absent where nothing followed.") {
            $0.ladder
        }
        .truth("has_history", "Whether the steps tell more than the demand and its current answers.") { $0.hasHistory }
        .list("votes", "The votes on answers to it, and on what settles it, by date.") { $0.votes }
        .list("answers", "Current answers, in the order of `to`, holes included.") { $0.answers }
        .optionalText("aim_words", "What it aims at.") { $0.aimWords }
        .optionalText("channel_words", "How it was made or became known.") { $0.channelWords }
        .text("channel_label", "What stands before it: “How it was made”.") { $0.channelLabel }
        .optionalText("account_words", "“by the account of Ada Fern”, where only others tell that it was made.") {
            $0.accountWords
        }
        .text("force_heading", "“Deadline and threats”.") { $0.forceHeading }
        .truth("is_verbatim", "Whether its words and those of every recorded answer are verbatim.") { $0.isVerbatim }
        .optionalRecord("ordered_by", "The court or authority that backs it.") { $0.orderedBy }
        .optionalRecord("replaces", "The demand it takes the place of.") { $0.replaces }
        .optionalRecord("replaced_by", "The demand that took its place.") { $0.replacedBy }
        .list("points", "What is asked or offered, point by point.") { $0.points }
        .optionalRecord("follows", "The demand that it is the next step of.") { $0.follows }
        .optionalText("default", "What silence would count as.") { $0.defaultOutcome }
        .list("through", "Who carried it.") { $0.through }
        .optionalRecord("withdrawn", "When it was withdrawn.") { $0.withdrawn }
        .list("statements", "Statements about it that are neither its words nor an answer's.") { $0.statements }
        .list("moments", "What happened that is about it, by date.") { $0.moments }
        .list("sections", "Its body.") { $0.page.sections($0.body) }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}

extension ResponseView: TemplateView {
    package static let record = RecordType<ResponseView>("response", "A party's answer, on its own page.")
        .text("id", "Its id.") { $0.entry.id }
        .ofHead()
        .text("anchor", "The id of its element.") { $0.page.show($0.handle, $0.answer.anchor) }
        .list("parties", "Who answered.") { $0.answer.parties }
        .truth("is_recorded", "Always true.") { _ in true }
        .choice("kind", "Its kind as writers type it.", Response.Kind.listed) { $0.answer.kind }
        .text("kind_words", "Its kind for readers.") { $0.answer.word }
        .text("word", "The same.") { $0.answer.word }
        .html("mark", "The mark that goes with the word.") { $0.page.mark($0.answer.markKind) }
        .choice("gate", "How the exchange is parted.", gates) { $0.answer.gate }
        .record("date", "When it was given.") { $0.page.date($0.entry.date.value, of: Int($0.handle.scope)) }
        .text("title", "Its title.") { $0.entry.title.value }
        .url("url", "Its page.") { $0.page.route(of: AnyHandle($0.handle)).address }
        .optionalRecord("quote", "Its words.") { $0.answer.quote }
        .optionalText("summary", "Its summary.") { $0.answer.summary }
        .list("grounds", "The reasons given.") { $0.answer.grounds }
        .optionalText("given_by_words", "Who answered on whose behalf.") { $0.answer.givenByWords }
        .optionalText("vote_words", "The votes by which it was decided.") { $0.answer.voteWords }
        .optionalText("asked_words", "When and by whom a party that did not respond was asked.") {
            $0.answer.askedWords
        }
        .optionalRecord("counter", "The demand it puts instead.") { $0.answer.counter }
        .optionalText("instead_words", "Before that: “Offered instead:”.") { $0.answer.insteadWords }
        .list("earlier", "Answers that it replaced, newest first, at most ten.") { $0.answer.earlier }
        .number("more_earlier", "How many more there are.") { $0.answer.moreEarlier }
        .url("all_url", "The event's timeline, which has all answers.") { $0.answer.allRoute.address }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.answer.sources) }
        .truth("is_verbatim", "Whether its quote is the answer itself, untranslated.") { $0.answer.isVerbatim }
        .list("on_behalf_of", "Parties it answers for.") { $0.onBehalfOf }
        .truth("answers_for_itself", "Whether a party that answers was itself asked.") { $0.answersForItself }
        .list("demands", "The demands it answers.") { $0.demands }
        .truth("is_answer", "Whether a party answered: not if it was silent.") { $0.isAnswer }
        .list("askers", "Who made the demands that it answers.") { $0.askers }
        .list("ladders", "Its place among the steps of the demands that it answers, at most three.") { $0.ladders }
        .list("votes", "The votes by which it was decided.") { $0.votes }
        .optionalRecord("replaces", "The answer it takes the place of.") { $0.replaces }
        .optionalRecord("replaced_by", "The answer that took its place.") { $0.replacedBy }
        .list("statements", "The statements it was given in.") { $0.statements }
        .list("moments", "What happened that is about it, by date.") { $0.moments }
        .record("state", "Its state line.") { $0.state }
        .list("sections", "Its body.") { $0.page.sections($0.body) }
}

extension ThreatView: TemplateView {
    package static let record = RecordType<ThreatView>("threat", "What a party says it will do unless a demand is met.")
        .text("id", "Its id.") { $0.id }
        .ofHead()
        .text("anchor", "The id of its element.") { $0.page.show($0.handle, $0.anchor) }
        .text("title", "Its title.") { $0.title }
        .url("url", "Its page.") { $0.route.address }
        .number("number", "Its place among the event's threats, from 1.") { $0.number }
        .choice("kind", "Its kind as writers type it.", Threat.Kind.listed) { $0.kind }
        .text("kind_words", "Its kind for readers.") { $0.kindWords }
        .optionalText("account_words", "“by the account of Ada Fern”, where its words are those of others.") {
            $0.accountWords
        }
        .list("from", "Who threatens.") { $0.from }
        .list("to", "Who is threatened.") { $0.to }
        .text("hanging_words", "“If not: Strike”, on a demand, with those who threaten or are threatened besides.") {
            $0.hangingWords
        }
        .list("threatened", "Who is threatened, on a demand to others; else empty.") { $0.threatened }
        .list("threateners", "Who threatens, on a demand that others made; else empty.") { $0.threateners }
        .list("unless", "The demands it hangs on.") { $0.unless }
        .record("date", "When it was made.") { $0.date }
        .optionalText("summary", "Its summary.") { $0.summary }
        .optionalRecord("quote", "The words used.") { $0.quote }
        .choice("state", "What came of it, as writers type it.", Threat.State.listed) { $0.state }
        .text("state_words", "The same for readers.") { $0.stateWords }
        .choice("label", "What the party did.", Threat.Label.listed) { $0.label }
        .text("done_words", "What was done: “No act recorded”, “Carried out”.") { $0.doneWords }
        .text("state_line", "What stands under it where it hangs on a demand.") { $0.stateNote }
        .record("standing", "Its state line.") { $0.stateLine }
        .truth("was_done", "Whether it was carried out, at least in part.") { $0.wasDone }
        .list("deeds", "When it was carried out, where moments tell.") { $0.deeds }
        .optionalRecord("state_date", "Since when it stands so.") { $0.stateDate }
        .optionalRecord("deadline", "By when: its own, else its demand's.") { $0.deadline }
        .optionalRecord("term", "The term that explains it.") { $0.term }
        .list("statements", "Statements about it.") { $0.statements }
        .list("moments", "What happened that is about it, by date.") { $0.moments }
        .list("sections", "Its body.") { $0.page.sections($0.body) }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}

extension FormerDeadlineView: TemplateView {
    package static let record = RecordType<FormerDeadlineView>(
        "former_deadline", "A deadline that was moved or lifted."
    )
    .record("deadline", "The deadline.") { $0.deadline }
    .text("note", "“moved 20 Feb 2026”.") { $0.note }
    .html("citations", "Numbers of its sources, on the demand's page only; may be empty.") {
        $0.page.citations($0.sources)
    }
}

extension DeedView: TemplateView {
    package static let record = RecordType<DeedView>("deed", "A time at which a threat was carried out.")
        .record("date", "When.") { $0.date }
        .text("title", "What was done.") { $0.title }
        .url("url", "Its place on the timeline.") { $0.route.address }
}

extension StatementView: TemplateView {
    package static let record = RecordType<StatementView>("statement", "Something that somebody said or wrote.")
        .text("id", "Its id.") { $0.id }
        .ofHead()
        .text("anchor", "The id of its element.") { $0.page.show($0.handle, $0.anchor) }
        .text("title", "Its title: typed, else who does what about what.") { $0.title }
        .truth("has_own_title", "Whether the writer gave it one; else it is made of the speaker and the words.") {
            $0.hasOwnTitle
        }
        .url("url", "Its page.") { $0.route.address }
        .record("quote", "The words, with their caption.") { $0.quote }
        .list("parties", "For whom it was said.") { $0.parties }
        .text("medium_words", "“post on X”.") { $0.mediumWords }
        .optionalText("act_words", "What it is as an act: “a refusal”.") { $0.actWords }
        .list("about", "What it is about.") { $0.about }
        .optionalHTML("check_html", "In which kept texts its words were found; absent where in none.") { statement in
            statement.foundIn.isEmpty
                ? nil : statement.page.foundHTML(statement.foundIn, isOriginal: statement.entry.original != nil)
        }
        .list("also", "Others of the same speaker, date and medium, at most ten.") { $0.also }
        .number("more_also", "How many more there are.") { $0.moreAlso }
        .url("all_url", "All statements of the event.") { $0.allRoute.address }
        .optionalText("summary", "Its summary.") { $0.summary }
        .list("sections", "Its body.") { $0.page.sections($0.body) }
}

extension RelationView: TemplateView {
    package static let record = RecordType<RelationView>("relation", "How a party stands to another.")
        .text("kind_words", "“Supported by”, “Mediates between”.") { $0.kindWords }
        .list("parties", "The other parties.") { $0.parties }
}

extension RelatedPartyView: TemplateView {
    package static let record = RecordType<RelatedPartyView>("related_party", "A party that another is related to.")
        .record("party", "The party.") { $0.party }
        .optionalText("dates_words", "Since or until when: “from June 2017”.") { $0.datesWords }
        .html("citations", "Numbers of its sources; may be empty.") { $0.party.page.citations($0.sources) }
}

extension PersonRoleView: TemplateView {
    package static let record = RecordType<PersonRoleView>("person_role", "A person with a role in a party.")
        .text("name", "The person's name.") { $0.name }
        .optionalURL("url", "The person's page.") { $0.route.address }
        .text("title", "The role.") { $0.title }
        .optionalText("dates_words", "When it was held.") { $0.datesWords }
}

extension AppearanceView: TemplateView {
    package static let record = RecordType<AppearanceView>("appearance", "What a party, or a person, did in one event.")
        .record("event", "The event.") { $0.eventView }
        .list("asked", "Demands it made.") { $0.asked }
        .text("asked_heading", "Over those: “What it asked and offered”.") { $0.askedHeading }
        .list("was_asked", "Demands put to it.") { $0.wasAsked }
        .text("was_asked_heading", "Over those: “What it was asked, and answered”.") { $0.wasAskedHeading }
        .list("threats", "Threats it made.") { $0.threats }
        .text("threats_heading", "Over those: “What it threatened”, where all is called so.") { $0.threatsHeading }
        .list("threatened", "Threats against it.") { $0.threatened }
        .text("threatened_heading", "Over those: “What it was threatened with”.") { $0.threatenedHeading }
        .list("answers_for_others", "What it answered for others who were asked.") { $0.answersForOthers }
        .list("backed", "Acts of others that it supports.") { $0.backed }
        .list("statements", "What it, or the person, said.") { $0.statements }
        .list("moments", "What happened with it, by date.") { $0.moments }
        .optionalText(
            "role_words", "“Asked for two things; was refused both”; absent where it neither asked nor was asked."
        ) {
            $0.roleWords
        }
}

extension PartyPageView: TemplateView {
    package static let record = RecordType<PartyPageView>("party_page", "A party on its own page.")
        .fields(of: PartyView.record) { $0.party }
        .ofHead()
        .texts("also_known_as", "Other names.") { $0.alsoKnownAs }
        .texts("formerly", "Names that it no longer has.") { $0.formerly }
        .optionalText("summary", "Its summary.") { $0.summary }
        .optionalURL("website", "Its website.") { $0.website.map { .external($0) } }
        .optionalURL("wikidata", "Its item in Wikidata.") { $0.wikidata.map { .external($0) } }
        .optionalRecord("part_of", "The party it is a part of.") { $0.partOf }
        .list("parts", "Parties that are parts of it.") { $0.parts }
        .list("relations", "How it stands to others.") { $0.relations }
        .list("people", "People with a role in it.") { $0.people }
        .list("sections", "Its body.") { $0.page.sections($0.body) }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
        .list("appearances", "What it did, event by event.") { $0.appearances }
}

extension RoleView: TemplateView {
    package static let record = RecordType<RoleView>("role", "A role that a person held.")
        .text("title", "The role.") { $0.title }
        .optionalRecord("party", "In which party.") { $0.party }
        .optionalText("office", "The party's short name, unless the title names it.") { $0.office }
        .optionalText("dates_words", "When it was held.") { $0.datesWords }
}

extension PhotoView: TemplateView {
    package static let record = RecordType<PhotoView>("photo", "A picture of a person.")
        .url("url", "The picture.") { .site($0.path) }
        .text("alternative", "What it shows.") { $0.alternative }
        .optionalText("credit", "“Photo: Ada Quay, CC BY 4.0”.") { $0.credit }
        .optionalNumber("width", "Its width in pixels, where the file says it.") { $0.width }
        .optionalNumber("height", "Its height.") { $0.height }
}

extension PersonPageView: TemplateView {
    package static let record = RecordType<PersonPageView>("person_page", "A person on their own page.")
        .text("id", "The id.") { $0.id }
        .ofHead()
        .text("anchor", "The id of the element.") { $0.anchor }
        .text("name", "The name.") { $0.name }
        .texts("also_known_as", "Other names.") { $0.alsoKnownAs }
        .optionalText("summary", "A summary.") { $0.summary }
        .optionalURL("wikidata", "The item in Wikidata.") { $0.wikidata.map { .external($0) } }
        .optionalRecord("photo", "A picture of the person.") { $0.photo }
        .list("roles", "Roles held.") { $0.roles }
        .list("sections", "The body.") { $0.page.sections($0.body) }
        .html("citations", "Numbers of the sources; may be empty.") { $0.page.citations($0.sources) }
        .list("appearances", "What they said, event by event.") { $0.appearances }
}
