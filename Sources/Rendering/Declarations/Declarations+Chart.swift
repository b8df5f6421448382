import Drawing
import Exporting
import Model
import Presenting
import Templates

extension TimelineView {
    /// The picture of the timeline; nil where the list alone is clearer.
    var chart: ChartView? {
        let acts = acts
        return acts.acts.count < TimelineActs.fewest ? nil : ChartView(acts)
    }
}

extension PhaseView: TemplateView {
    package static let record = RecordType<PhaseView>("phase", "A part of a dispute's time.")
        .text("title", "Its title.") { $0.title }
        .record("from", "When it begins.") { $0.from }
        .optionalRecord("until", "When it ends; absent if that is after the record's date.") { $0.until }
        .optionalRecord("time", "From its first to its last day, where it has one.") { $0.time }
        .optionalText("summary", "What happened in it, in one sentence.") { $0.summary }
}

extension ChartView: TemplateView {
    package static let record = RecordType<ChartView>(
        "chart", "The timeline as a chart, and as a calendar for narrow screens."
    )
    .number("count", "How many acts it shows.") { $0.acts.acts.count }
    .optionalText("before_words", "“Before this: two acts, from 2009”, where these are not drawn.") {
        $0.beforeWords
    }
    .list("signs", "The signs that are used.", of: { $0.signs }) { _, sign in
        ChartSignView(sign: sign.sign, words: sign.words)
    }
    .list("parts", "The chart, and the enlarged part if there is one.") { $0.parts }
    .record("calendar", "The same for narrow screens.") { CalendarView($0.acts) }
}

extension ChartView.Part: TemplateView {
    package static let record = RecordType<ChartView.Part>("chart_part", "A chart.")
        .optionalText("heading", "What it shows, where there are two.") { $0.heading }
        .optionalText("note", "What is to be said of that.") { $0.note }
        .html("svg", "The drawing.") { HTML(trusting: $0.svg) }
}

/// A sign of the chart, with what it means.
struct ChartSignView: TemplateView {
    let sign: ChartSign
    let words: String

    static let record = RecordType<ChartSignView>("chart_sign", "A sign of the chart, with what it means.")
        .html("mark", "The sign.") { HTML(trusting: $0.sign.markup(color: "i")) }
        .text("words", "What it means.") { $0.words }
}

extension CalendarView: TemplateView {
    package static let record = RecordType<CalendarView>("calendar", "The acts of an event as a table.")
        .list("lanes", "Its columns.") { $0.lanes }
        .list("rows", "A row a day, week, month, quarter or year.") { $0.rows }
        .list("ahead", "What lies ahead of the record's end.") { $0.ahead }
        .optionalText("end_words", "“The record ends 20 March 2032”.") { $0.endWords }
        .optionalText("vague_words", "Where what is not dated to the day stands.") { $0.vagueWords }
}

extension TimelineActs.Lane: TemplateView {
    package static let record = RecordType<TimelineActs.Lane>("timeline_lane", "A column of the calendar.")
        .optionalRecord("party", "Who acts; absent for all others.") { $0.party }
        .text("name", "The party's short name, or “Six others”.") { $0.name }
}

extension CalendarView.Row: TemplateView {
    package static let record = RecordType<CalendarView.Row>("calendar_row", "A row of the calendar.")
        .list("phases", "The phases that begin in it.") { $0.phases }
        .optionalText("year", "The year, where it is not that of the row before.") { $0.year }
        .text("label", "“Feb”; “June 2031 to August 2031: nothing recorded”.") { $0.label }
        .truth("is_gap", "Whether it stands for several empty units.") { $0.isGap }
        .list("cells", "One a lane.") { $0.cells }
        .list("keys", "What stood out, and deadlines.") { $0.keys }
}

extension CalendarView.Cell: TemplateView {
    package static let record = RecordType<CalendarView.Cell>("calendar_cell", "What a lane did in a row's time.")
        .html("signs", "The signs of its acts.") { cell in
            HTML(trusting: cell.signs.flatMap { $0.sign.markup(color: $0.color ?? "i") })
        }
        .number("more", "How many signs are left out.") { $0.more }
        .optionalText("words", "“3 acts”; absent where there are none.") { $0.words }
}

extension CalendarView.Key: TemplateView {
    package static let record = RecordType<CalendarView.Key>("calendar_key", "What stood out in a row's time.")
        .optionalText("day", "The day; absent where the row is a day.") { $0.day }
        .optionalText("sign", "A deadline's sign: `deadline`, `moved`.") { $0.sign?.rawValue }
        .html("mark", "That sign; may be empty.") { key in
            HTML(trusting: key.sign.map { $0.markup(color: "i") } ?? [])
        }
        .text("title", "“First of seven strikes”.") { $0.title }
        .url("url", "Where it is told.") { $0.route.address }
}
