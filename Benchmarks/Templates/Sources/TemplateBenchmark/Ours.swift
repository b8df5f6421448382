import Diagnostics
import Templates

// The page in this program's engine: typed views over the data, declared once.

struct LinkView: TemplateView {
    let data: EventData.Link
    static let record = RecordType<LinkView>("link", "A link.")
        .text("title", "Title.") { $0.data.title }
        .url("url", "Where to.") { .page($0.data.path) }
}

struct PartyView: TemplateView {
    let data: EventData.Party
    static let record = RecordType<PartyView>("party", "A party.")
        .text("name", "Name.") { $0.data.name }
        .text("initials", "Initials.") { $0.data.initials }
        .text("color_class", "Class.") { $0.data.colorClass }
        .url("url", "Page.") { .page($0.data.path) }
        .truth("is_active", "Whether it acts.") { $0.data.isActive }
}

struct AnswerView: TemplateView {
    let data: EventData.Answer
    static let record = RecordType<AnswerView>("answer", "An answer.")
        .record("party", "Whose.") { PartyView(data: $0.data.party) }
        .text("word", "In a word.") { $0.data.word }
        .text("gate", "Class.") { $0.data.gate }
        .optionalText("quote", "Words.") { $0.data.quote }
        .text("date", "When.") { $0.data.date }
}

struct DemandView: TemplateView {
    let data: EventData.Demand
    static let record = RecordType<DemandView>("demand", "A demand.")
        .text("title", "Title.") { $0.data.title }
        .url("url", "Page.") { .page($0.data.path) }
        .text("anchor", "Anchor.") { $0.data.anchor }
        .record("from", "Who asks.") { PartyView(data: $0.data.from) }
        .text("date", "When.") { $0.data.date }
        .optionalText("summary", "In short.") { $0.data.summary }
        .list("answers", "Answers.", of: { $0.data.answers }) { AnswerView(data: $1) }
}

struct ItemView: TemplateView {
    let data: EventData.Item
    static let record = RecordType<ItemView>("item", "A moment.")
        .text("title", "Title.") { $0.data.title }
        .text("anchor", "Anchor.") { $0.data.anchor }
        .optionalURL("url", "Page.") { $0.data.path.map { .page($0) } }
        .text("date", "When.") { $0.data.date }
        .text("note", "Note.") { $0.data.note }
        .list("parties", "Who.", of: { $0.data.parties }) { PartyView(data: $1) }
}

struct SourceView: TemplateView {
    let data: EventData.Source
    static let record = RecordType<SourceView>("source", "A source.")
        .number("number", "Number.") { $0.data.number }
        .text("title", "Title.") { $0.data.title }
        .url("url", "Where.") { .external($0.data.url) }
        .optionalText("publisher", "By whom.") { $0.data.publisher }
        .text("kind", "Kind.") { $0.data.kind }
}

struct PageView: TemplateView {
    let data: EventData
    let body: HTML
    static let record = RecordType<PageView>("page", "The page.")
        .text("title", "Title.") { $0.data.title }
        .text("summary", "Summary.") { $0.data.summary }
        .html("body", "Text.") { $0.body }
        .list("navigation", "Links.", of: { $0.data.navigation }) { LinkView(data: $1) }
        .list("parties", "Parties.", of: { $0.data.parties }) { PartyView(data: $1) }
        .list("demands", "Demands.", of: { $0.data.demands }) { DemandView(data: $1) }
        .list("timeline", "Moments.", of: { $0.data.timeline }) { ItemView(data: $1) }
        .list("sources", "Sources.", of: { $0.data.sources }) { SourceView(data: $1) }
}

let oursTemplate = """
    {% macro tile(party) %}<span class="tile {{ party.color_class }}{% if not party.is_active %} out{% endif %}">{{ party.initials }}</span>{% endmacro -%}
    <!doctype html>
    <html lang="en"><head><title>{{ title }}</title><meta name="description" content="{{ summary }}"></head>
    <body><nav><ul>{% for link in navigation %}<li><a href="{{ link.url }}">{{ link.title }}</a></li>{% endfor %}</ul></nav>
    <main><h1>{{ title }}</h1><p>{{ summary }}</p>{{ body }}
    <section>{% for party in parties %}<p>{{ tile(party) }} <a href="{{ party.url }}">{{ party.name }}</a></p>{% endfor %}</section>
    {% for demand in demands %}<article id="{{ demand.anchor }}"><p>{{ tile(demand.from) }}<b>{{ demand.from.name }}</b> {{ demand.date }}</p>
    <h3><a href="{{ demand.url }}">{{ demand.title }}</a></h3>{% if demand.summary %}<p>{{ demand.summary }}</p>{% endif %}
    {% for answer in demand.answers %}<div class="answer is-{{ answer.gate }}"><p>{{ tile(answer.party) }} <b>{{ answer.word }}</b>, {{ answer.date }}</p>{% if answer.quote %}<blockquote>{{ answer.quote }}</blockquote>{% endif %}</div>
    {% endfor %}</article>
    {% endfor %}<ol>{% for item in timeline %}<li id="{{ item.anchor }}"><b>{{ item.date }}</b> {% if item.url %}<a href="{{ item.url }}">{{ item.title }}</a>{% else %}{{ item.title }}{% endif %} {% for party in item.parties %}{{ tile(party) }}<span>{{ party.name }}</span> {% endfor %}{{ item.note }}</li>
    {% endfor %}</ol><ol>{% for source in sources %}<li id="source-{{ source.number }}"><a href="{{ source.url }}">{{ source.title }}</a>{% if source.publisher %}, {{ source.publisher }}{% endif %}. {{ source.kind }}</li>
    {% endfor %}</ol></main></body></html>

    """
