import Presenting
import Templates

extension LanesView: TemplateView {
    package static let record = RecordType<LanesView>("lanes", "The main picture: who wants what from whom.")
        .optionalText("lead", "“The six main demands, of 24.”; absent where all are drawn.") { $0.lead }
        .list("heads", "The two parties, where all is between two; else empty.") { $0.heads }
        .list("parties", "The parties that are shown.") { $0.parties }
        .list("signs", "The signs that are used.") { $0.signs }
        .list("groups", "The demands, by who made them.") { $0.groups }
}

extension LanesView.Head: TemplateView {
    package static let record = RecordType<LanesView.Head>("lanes_head", "A party at one end of the picture.")
        .record("party", "The party.") { $0.party }
        .optionalText("role", "“asked for two things”.") { $0.role }
}

extension LanesView.Sign: TemplateView {
    package static let record = RecordType<LanesView.Sign>("sign", "A sign with its meaning.")
        .html("mark", "The sign.") { $0.page.mark($0.mark) }
        .text("words", "What it means.") { $0.words }
}

extension LanesView.Group: TemplateView {
    package static let record = RecordType<LanesView.Group>("lanes_group", "What the same parties asked.")
        .text("heading", "“Dockers’ union asked”.") { $0.heading }
        .list("lanes", "The demands, by date.") { $0.lanes }
}

extension LaneView: TemplateView {
    package static let record = RecordType<LaneView>("lane", "One demand of the main picture.")
        .record("demand", "The demand.") { $0.demand }
        .truth("is_mirrored", "Whether its asker stands at the end where the first one does not.") { $0.isMirrored }
        .list("asked", "Who was asked.") { $0.asked }
        .optionalText("same_as_before_words", "That its deadline and threats are those of the lane before it.") {
            $0.sameAsBeforeWords
        }
        .list("current", "The answers that count; none where nothing is owed any more.") { $0.current }
        .list("silent", "Who has not answered.") { $0.silent }
        .choice("last_gate", "How the exchange was parted last: the `gate` of an answer.", gates) { $0.lastGate }
        .list("earlier", "Answers of the past, newest first, at most three.") { $0.earlier }
        .text("earlier_label", "What stands above them: “Before that”.") { $0.earlierLabel }
        .number("more_earlier", "How many more there are.") { $0.moreEarlier }
}

extension DemandGroupView: TemplateView {
    package static let record = RecordType<DemandGroupView>("demand_group", "All that the same parties asked.")
        .text("names", "Who asked.") { $0.names }
        .text("words", "How many, and how they stand.") { $0.words }
        .list("demands", "The demands, by date.") { $0.demands }
}

extension PendingView: TemplateView {
    package static let record = RecordType<PendingView>("pending", "What is still to come.")
        .list("items", "Deadlines, planned moments and threats that wait, by date.") { $0.items }
        .list("unanswered", "Demands that some of those asked have not answered.") { $0.unanswered }
        .list("under_negotiation", "Demands that are negotiated on.") { $0.underNegotiation }
}

extension PendingView.Waiting: TemplateView {
    package static let record = RecordType<PendingView.Waiting>("waiting", "A demand that waits for an answer.")
        .record("demand", "The demand.") { $0.demand }
        .text("names", "Who has not answered it, where others have; else empty.") { $0.names }
}

extension PendingView.Item: TemplateView {
    package static let record = RecordType<PendingView.Item>(
        "pending_item", "A deadline, a planned moment or a threat."
    )
    .optionalRecord("date", "When; absent for a threat without a deadline of its own.") { $0.date }
    .text("date_note", "What stands for a date.") { $0.dateNote }
    .html("mark", "Its sign.") { $0.page.mark($0.mark) }
    .text("title", "“Deadline: …”, “Planned: …”, “Union threatened: …”.") { $0.title }
    .optionalURL("url", "Its page; a moment has none.") { $0.route?.address }
}
