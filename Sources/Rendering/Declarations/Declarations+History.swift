import Model
import Presenting
import Templates

extension VoteView: TemplateView {
    package static let record = RecordType<VoteView>("vote", "A vote.")
        .text("anchor", "The id of its element.") { $0.anchor }
        .text("title", "What was asked; else the answer or the moment that it decided.") { $0.title }
        .url("url", "The answer's page, or the moment's place on the timeline.") { $0.route.address }
        .optionalRecord("result", "What it decided, where the title is what was asked.") { $0.result }
        .record("date", "When.") { $0.date }
        .optionalText("for_words", "“1,204 for, 58.1%”.") { $0.forWords }
        .optionalText("against_words", "“868 against, 41.9%”.") { $0.againstWords }
        .texts("notes", "Who voted, the turnout, what was needed, and all other counts.") { $0.notes }
        .truth("has_bar", "Whether a share is known, so that there is something to draw.") { !$0.shares.isEmpty }
        .number("for_width", "The share of those who were for it, of 1,000.") { $0.forWidth }
        .number("against_start", "Where the share of those who were against it begins, of 1,000.") { $0.againstStart }
        .optionalNumber("threshold", "What was needed to pass, of 1,000.") { $0.thresholdPlace }
        .html("citations", "Numbers of its sources; may be empty.") { vote in
            vote.page.citations(vote.vote.sources)
        }
}

extension AgreementView.Step: TemplateView {
    package static let record = RecordType<AgreementView.Step>("agreement_step", "A state that an agreement came to.")
        .html("mark", "Its sign.") { $0.page.mark($0.mark) }
        .text("words", "“Tentative”, “Voted down”.") { $0.words }
        .record("date", "When.") { $0.date }
        .optionalText("title", "Which agreement, where there are several; else at the first step.") { $0.title }
        .url("url", "Its place on the timeline.") { $0.route.address }
}

extension AgreementView: TemplateView {
    package static let record = RecordType<AgreementView>("agreement", "What was agreed in a dispute.")
        .text("heading", "“What was agreed”; “The agreement”, if it does not hold.") { $0.heading }
        .list("steps", "What became of the agreements, by date.") { $0.steps }
        .list("terms", "What those agreements say that hold, else the last one.") { $0.terms }
        .truth("is_last", "Whether the dispute is over and nothing lies ahead.") { $0.isLast }
}

extension AgreementTermsView: TemplateView {
    package static let record = RecordType<AgreementTermsView>("agreement_terms", "What one agreement says.")
        .optionalText("title", "Its title, where there are several.") { $0.title }
        .url("url", "Its place on the timeline.") { $0.route.address }
        .list("points", "What was agreed, point by point.") { $0.points }
        .truth("names_demands", "Whether any point says which demand it settles.") { $0.namesDemands }
        .truth("has_texts", "Whether any point says more than its title.") { $0.hasTexts }
        .list("demands", "What an agreement without points settles.") { $0.demands }
        .list("parties", "Who took part.") { $0.parties }
        .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}

extension LadderView: TemplateView {
    package static let record = RecordType<LadderView>("ladder", "A demand step by step.")
        .text("heading", "“From asked to agreed”, “Step by step”.") { $0.heading }
        .text("title", "The demand's title.") { $0.page.site[$0.demand].title.value }
        .url("url", "The demand's page.") { $0.page.route(of: AnyHandle($0.demand)).address }
        .list("from", "Who asked.") { $0.from }
        .list("to", "Who was asked.") { $0.to }
        .list("signs", "The signs of the answers among the steps.") { $0.signs }
        .list("steps", "By date; of more than 24 the first and the last twelve.") { $0.steps }
        .number("left_out", "How many more there are.") { $0.leftOut }
        .number("left_out_after", "After how many they are left out.") { $0.leftOutAfter }
        .list("silent", "Who was asked and has not answered.") { $0.silent }
        .url("all_url", "The event's timeline, which has all steps.") { $0.allRoute.address }
}

extension LadderView.Step: TemplateView {
    package static let record = RecordType<LadderView.Step>(
        "ladder_step", "A step: what was asked, answered or agreed."
    )
    .text("anchor", "The id of its element.") { $0.page.show($0.place, $0.anchor) }
    .choice("side", "From which side it comes: that of those who asked is `start`.", ["start", "end", "both"]) {
        $0.side
    }
    .choice("line", "How it is drawn.", LadderView.Step.lines) { $0.line }
    .truth("is_own", "Whether the page is about it.") { $0.isOwn }
    .text("title", "What was asked, offered, answered or agreed.") { $0.title }
    .optionalURL("url", "Its page; absent where the page is just that.") { $0.route?.address }
    .text("kind_words", "“asked”, “counter-offer”, “agreed”.") { $0.kindWords }
    .optionalRecord("answered", "The demand that an answer is to, where it is another than the ladder’s.") {
        $0.answered
    }
    .record("date", "When.") { $0.date }
    .list("parties", "Who did it.") { $0.parties }
    .optionalRecord("quote", "The words used.") { $0.quote }
    .list("quote_speakers", "Who said them, where that is not just whose step it is.") { $0.quoteSpeakers }
    .optionalText("summary", "Its summary.") { $0.summary }
    .optionalText("asked_words", "When and by whom a party that did not respond was asked.") { $0.askedWords }
    .optionalText("vote_words", "How members voted.") { $0.voteWords }
    .html("citations", "Numbers of its sources; may be empty.") { $0.page.citations($0.sources) }
}
