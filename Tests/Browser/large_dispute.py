"""A made-up dispute of any size, as content for a build: the same text for the same numbers."""
import itertools

NAMES = [
    ("Dockers’ Union", "union"), ("Harbour Authority", "government"), ("Northline Shipping Company", "company"),
    ("Ministry of Transport", "government"), ("City of Estmark", "government"), ("Labour Board", "government"),
    ("Crane Makers’ Association", "association"), ("Southline", "company"), ("Fishers of the Outer Bank", "union"),
    ("Port Police", "police"), ("Rail Freight", "company"), ("Chamber of Trade", "association"),
    ("Coast Guard", "military"), ("Free Press of Estmark", "news-media"),
]
THINGS = [
    "Raise pay by six per cent", "Withdraw the new shift roster", "No automated cranes before 2035", "Publish the safety reports",
    "Hire 300 casual workers for good", "Eleven hours of rest between two shifts", "Name a mediator", "Sick pay from the first day",
    "A seat for the union on the port’s board", "Retirement at 62 for crane drivers", "No reprisals after the strikes",
    "Keep one terminal open during any strike", "Ten days’ notice of any strike", "Guarantee unloading within 48 hours",
]
KINDS = ["refused", "partly-accepted", "accepted", "counter-offer", "accepted-with-conditions", "refused-for-now", "negotiating"]


def day(number):
    """A date so many days after 1 January 2031, in months of 28 days."""
    return f"{2031 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


def event(demands, parties):
    """The text of an `event.md`: each demand has one or two answers, every third a deadline, every fifth a threat."""
    ids = [f"p{number}" for number in range(parties)]
    lines = ["---", "title: The Estmark harbour dispute",
             "summary: Dockers, a port authority and a shipping line argue over a roster, pay and cranes.",
             "began: 2031-01-05", f"as_of: {day(demands * 14 + 30)}", "place: Estmark", "key_facts:"]
    for label, value in (("On strike", "41 days, in seven strikes"), ("Workers", "2,300"), ("Ships turned away", "212"), ("Last vote", "67.1 per cent for")):
        lines.append(f"  - {{label: {label}, value: \"{value}\", sources: [s0]}}")
    lines.append("phases:")
    for place, title in enumerate(["The roster", "The strikes", "The talks"]):
        lines.append(f"  - {{id: phase{place}, title: {title}, from: {day(place * demands * 5 + 4)}, summary: What happened in these months in short.}}")
    lists = {name: [] for name in ("parties", "demands", "responses", "threats", "statements", "moments", "sources")}
    for party, (name, kind) in zip(ids, NAMES):
        lists["parties"].append(f"{{id: {party}, name: \"{name}\", kind: {kind}}}")
    things = itertools.cycle(THINGS)
    for number in range(demands):
        start = number * 14 + 5
        asker, asked = ids[number * number % parties], ids[(number * number + 1 + number % (parties - 1)) % parties]
        if asked == asker:
            asked = ids[(ids.index(asker) + 1) % parties]
        more = f", deadline: {day(start + 20)}" if number % 3 == 0 else ""
        more += ", main: true" if number < 6 else ""
        title = next(things) + (f" ({number // len(THINGS) + 1})" if number >= len(THINGS) else "")
        lists["demands"].append(
            f"{{id: d{number}, title: \"{title}\", from: {asker}, to: {asked}, date: {day(start)}{more}, sources: [s{number % 12}]}}")
        for answer in range(1 + number % 2):
            if number % 8 == 7:
                break
            kind = KINDS[(number + answer) % len(KINDS)]
            lists["responses"].append(
                f"{{id: r{number}-{answer}, title: \"What was said to demand {number}, answer {answer}\", answers: d{number}, "
                f"from: {asked}, date: {day(start + 6 + answer * 9)}, kind: {kind}, sources: [s{(number + 1) % 12}]}}")
        if number % 5 == 0:
            lists["threats"].append(
                f"{{id: t{number}, title: \"A strike at terminal {number}\", from: {asker}, to: {asked}, unless: d{number}, kind: strike, "
                f"date: {day(start + 2)}, state: {'imposed' if number % 10 else 'threatened'}, sources: [s0]}}")
        if number % 2 == 0:
            lists["statements"].append(
                f"{{id: st{number}, speaker: {asker}, date: {day(start + 3)}, medium: speech, "
                f"words: \"We will not sleep by day so that ships may sail by night, we said {number} times\", sources: [s2]}}")
        if number % 4 == 0:
            lists["moments"].append(f"{{id: m{number}, title: \"Both sides meet, {number}\", date: {day(start + 9)}, kind: meeting, parties: [{asker}, {asked}], sources: [s3]}}")
    for number in range(12):
        lists["sources"].append(f"{{id: s{number}, title: \"Report {number} on the dispute\", type: article-newspaper, publisher: Estmark Post, published: 2031-02-0{number % 9 + 1}}}")
    for name, items in lists.items():
        lines += [f"{name}:"] + [f"  - {item}" for item in items]
    lines += ["---", "The dockers of Estmark struck seven times in nine months over a night roster, pay and automated cranes [@s1]. The "
              "[Harbour Authority](party:p1) first refused to take the roster back, and offered pay rises of four per cent [@s2].", "",
              "An agreement reached in November was voted down by the union’s members [@s3]."]
    return "\n".join(lines) + "\n"
