// The same page in Mustache and in Stencil's language, and its data as dictionaries made ready.

let mustacheTile = #"<span class="tile {{color_class}}{{^is_active}} out{{/is_active}}">{{initials}}</span>"#

let mustacheTemplate = """
    <!doctype html>
    <html lang="en"><head><title>{{title}}</title><meta name="description" content="{{summary}}"></head>
    <body><nav><ul>{{#navigation}}<li><a href="{{url}}">{{title}}</a></li>{{/navigation}}</ul></nav>
    <main><h1>{{title}}</h1><p>{{summary}}</p>{{{body}}}
    <section>{{#parties}}<p>{{>tile}} <a href="{{url}}">{{name}}</a></p>{{/parties}}</section>
    {{#demands}}<article id="{{anchor}}"><p>{{#from}}{{>tile}}<b>{{name}}</b>{{/from}} {{date}}</p>
    <h3><a href="{{url}}">{{title}}</a></h3>{{#summary}}<p>{{summary}}</p>{{/summary}}
    {{#answers}}<div class="answer is-{{gate}}"><p>{{#party}}{{>tile}}{{/party}} <b>{{word}}</b>, {{date}}</p>{{#quote}}<blockquote>{{quote}}</blockquote>{{/quote}}</div>
    {{/answers}}</article>
    {{/demands}}<ol>{{#timeline}}<li id="{{anchor}}"><b>{{date}}</b> {{#url}}<a href="{{url}}">{{title}}</a>{{/url}}{{^url}}{{title}}{{/url}} {{#parties}}{{>tile}}<span>{{name}}</span> {{/parties}}{{note}}</li>
    {{/timeline}}</ol><ol>{{#sources}}<li id="source-{{number}}"><a href="{{url}}">{{title}}</a>{{#publisher}}, {{publisher}}{{/publisher}}. {{kind}}</li>
    {{/sources}}</ol></main></body></html>

    """

// Stencil escapes nothing: each value goes through the filter `e`, which the program adds.
private let stencilTile =
    #"<span class="tile {{ party.color_class|e }}{% if not party.is_active %} out{% endif %}">{{ party.initials|e }}</span>"#

let stencilTemplate = """
    <!doctype html>
    <html lang="en"><head><title>{{ title|e }}</title><meta name="description" content="{{ summary|e }}"></head>
    <body><nav><ul>{% for link in navigation %}<li><a href="{{ link.url|e }}">{{ link.title|e }}</a></li>{% endfor %}</ul></nav>
    <main><h1>{{ title|e }}</h1><p>{{ summary|e }}</p>{{ body }}
    <section>{% for party in parties %}<p>\(stencilTile) <a href="{{ party.url|e }}">{{ party.name|e }}</a></p>{% endfor %}</section>
    {% for demand in demands %}<article id="{{ demand.anchor|e }}"><p>\(stencilTile.split(separator: "party").joined(separator: "demand.from"))<b>{{ demand.from.name|e }}</b> {{ demand.date|e }}</p>
    <h3><a href="{{ demand.url|e }}">{{ demand.title|e }}</a></h3>{% if demand.summary %}<p>{{ demand.summary|e }}</p>{% endif %}
    {% for answer in demand.answers %}<div class="answer is-{{ answer.gate|e }}"><p>\(stencilTile.split(separator: "party").joined(separator: "answer.party")) <b>{{ answer.word|e }}</b>, {{ answer.date|e }}</p>{% if answer.quote %}<blockquote>{{ answer.quote|e }}</blockquote>{% endif %}</div>
    {% endfor %}</article>
    {% endfor %}<ol>{% for item in timeline %}<li id="{{ item.anchor|e }}"><b>{{ item.date|e }}</b> {% if item.url %}<a href="{{ item.url|e }}">{{ item.title|e }}</a>{% else %}{{ item.title|e }}{% endif %} {% for party in item.parties %}\(stencilTile)<span>{{ party.name|e }}</span> {% endfor %}{{ item.note|e }}</li>
    {% endfor %}</ol><ol>{% for source in sources %}<li id="source-{{ source.number }}"><a href="{{ source.url|e }}">{{ source.title|e }}</a>{% if source.publisher %}, {{ source.publisher|e }}{% endif %}. {{ source.kind|e }}</li>
    {% endfor %}</ol></main></body></html>

    """

extension EventData {
    /// The data as both libraries take it; links are worked out already.
    var dictionary: [String: Any] {
        func link(_ path: String) -> String { String(path.dropFirst("event/".count)) }
        func party(_ party: Party) -> [String: Any] {
            [
                "name": party.name, "initials": party.initials, "color_class": party.colorClass,
                "url": link(party.path),
                "is_active": party.isActive,
            ]
        }
        return [
            "title": title, "summary": summary, "body": bodyHTML,
            "navigation": navigation.map { ["title": $0.title, "url": link($0.path)] as [String: Any] },
            "parties": parties.map(party),
            "demands": demands.map { demand in
                [
                    "title": demand.title, "url": link(demand.path), "anchor": demand.anchor,
                    "from": party(demand.from),
                    "date": demand.date, "summary": demand.summary ?? false,
                    "answers": demand.answers.map { answer in
                        [
                            "party": party(answer.party), "word": answer.word, "gate": answer.gate,
                            "quote": answer.quote ?? false, "date": answer.date,
                        ] as [String: Any]
                    },
                ] as [String: Any]
            },
            "timeline": timeline.map { item in
                [
                    "title": item.title, "anchor": item.anchor, "url": item.path.map(link) ?? false, "date": item.date,
                    "note": item.note, "parties": item.parties.map(party),
                ] as [String: Any]
            },
            "sources": sources.map { source in
                [
                    "number": source.number, "title": source.title, "url": source.url,
                    "publisher": source.publisher ?? false, "kind": source.kind,
                ] as [String: Any]
            },
        ]
    }
}
