"""Made-up disputes: the same random documents, to be laid out as an explainer site and as a Hugo site.

One event is 28 documents: the event itself (about 630 words), 4 parties, 5 demands, 3 refusals, 8 moments, 4 sources
and 3 terms. What event k says depends on the seed and on k alone, so a smaller site is the beginning of a larger one.
"""

import random
import re

PLURALS = dict(party="parties", demand="demands", refusal="refusals", moment="moments", source="sources", term="terms")
# About how many words the body of each kind has.
BODY_WORDS = dict(party=90, demand=150, refusal=100, moment=40, source=50, term=60)

ADJECTIVES = """public regional independent joint temporary interim formal informal binding unanimous partial immediate
disputed contested revised earlier later final draft proposed written verbal official unofficial local national municipal
provincial federal seasonal rotating unpaid overdue retroactive conditional unconditional transparent confidential narrow
broad credible fragile uneasy lasting""".split()
NOUNS = """agreement strike ballot tariff settlement hearing injunction petition picket offer schedule roster contract
clause budget subsidy licence permit corridor terminal port depot line bridge reservoir dam canal pipeline quarry forest
wetland district council ministry board tribunal court committee assembly delegation mediator observer inspector audit
report inquiry review consultation referendum moratorium deadline extension compensation wage pension bonus shift safety
staffing outsourcing automation privatisation concession franchise fare levy rent eviction relocation restoration boundary
survey record archive communique letter memorandum protest march blockade occupation lockout walkout""".split()
VERBS = """rejected accepted postponed signed published withdrew amended challenged confirmed denied repeated softened
hardened suspended resumed opened closed delayed demanded promised questioned cited ignored reviewed endorsed criticised
blocked escalated narrowed broadened clarified""".split()
ADVERBS = """again publicly privately formally quietly unexpectedly unanimously reluctantly repeatedly eventually promptly
partly openly jointly""".split()
PLACES = """Aldermoor Brackwater Castell Dunmere Eastvale Farrow Galloway Harrowgate Innisfel Jarrow Kestrel Lindholm
Marrow Northquay Ostrava Pellbridge Quayside Ravensund Stellwick Tarnby Ullsmouth Verdane Westmark Yarrowby Zeeburg
Björnvik Côte-Verte Łęgowo""".split()
SUBJECTS = """Port Rail River School Hospital Housing Water Transit Airport Forest Mine Steel Fisheries Broadcast Postal
Museum University Energy Tram Ferry""".split()
CONFLICTS = """Strike Blockade Standoff Dispute Lockout Closure Walkout Boycott Occupation Moratorium""".split()
MEMBERS = """Dockworkers Tenants Teachers Nurses Residents Farmers Drivers Operators Owners Shippers Engineers Fishers
Students Conductors Miners""".split()
BODIES = ["Union", "Federation", "Association", "Council", "Ministry", "Authority", "Coalition", "Company", "Board"]
PUBLISHERS = ["The Morning Ledger", "Regional Gazette", "Harbour Times", "Public Record Office", "Wire Service",
              "Evening Courier", "Court Registry", "Ministry Bulletin", "Union News"]
GROUNDS = ["no legal basis", "outside the mandate", "budget is closed for the year", "precedent for other sites",
           "safety of third parties", "already covered by the 2011 agreement", "not negotiable under pressure",
           "pending court ruling", "requires a vote of the members", "facts are disputed"]


def slug(text):
    text = text.lower()
    for letter, plain in (("ö", "o"), ("ô", "o"), ("ł", "l"), ("ę", "e")):
        text = text.replace(letter, plain)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def plain(text):
    """Markdown without its marks, as fields of plain text want it."""
    text = re.sub(r" \(\[archive\]\([^)]*\)\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return text.replace("*", "").replace("`", "")


def date(rng, year):
    return f"{year:04d}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"


class Writer:
    """Writes prose that links to entries as `[words](<kind:id>)`, for a layout to turn into its own links."""

    def __init__(self, rng, entries):
        self.rng, self.entries = rng, entries

    def thing(self):
        rng = self.rng
        article = "the " if rng.random() < .6 else "a "
        return article + (rng.choice(ADJECTIVES) + " " if rng.random() < .6 else "") + rng.choice(NOUNS)

    def sentence(self):
        rng = self.rng
        kind = rng.random()
        if kind < .22 and self.entries:
            entry = rng.choice(self.entries)
            subject = f"[{entry['title']}](<{entry['kind']}:{entry['id']}>)"
        elif kind < .30:
            subject = "**" + self.thing() + "**"
        else:
            subject = self.thing()
            subject = subject[0].upper() + subject[1:]
        adverb = rng.choice(ADVERBS) + " " if rng.random() < .4 else ""
        text = f"{subject} {adverb}{rng.choice(VERBS)} {self.thing()}"
        kind = rng.random()
        if kind < .25:
            text += f", while {self.thing()} of {rng.choice(PLACES)} {rng.choice(VERBS)} {self.thing()}"
        elif kind < .40:
            text += f" and {rng.choice(VERBS)} {self.thing()} within {rng.randint(2, 90)} days"
        elif kind < .50:
            text += f"; *{self.thing()}* was {rng.choice(VERBS)} {rng.choice(ADVERBS)}"
        elif kind < .56:
            text += f" — “{self.thing()},” as {rng.choice(PUBLISHERS)} put it"
        elif kind < .60:
            text += f" under `§{rng.randint(1, 40)}({rng.randint(1, 9)})` of the {rng.choice(NOUNS)} act"
        elif kind < .64:
            text += f" ([archive](https://example.org/{rng.choice(NOUNS)}/{rng.randint(1000, 9999)}))"
        return text + "."

    def paragraph(self, words):
        sentences, count = [], 0
        while count < words:
            sentences.append(self.sentence())
            count += len(sentences[-1].split())
        return " ".join(sentences), count

    def body(self, words, has_sections):
        rng = self.rng
        first, count = self.paragraph(min(words, 45))
        parts, sections = [first], 0
        while count < words:
            left, kind = words - count, rng.random()
            if has_sections and left > 60 and (sections == 0 or kind < .30):
                mark = "##" if sections % 3 == 0 else "###"
                parts.append(f"{mark} {rng.choice(ADJECTIVES).title()} {rng.choice(NOUNS)} and {rng.choice(NOUNS)}")
                sections += 1
                text, more = self.paragraph(min(left, 40))
            elif has_sections and kind < .50 and left > 25:
                items = [self.sentence() for _ in range(rng.randint(3, 5))]
                more = sum(len(item.split()) for item in items)
                text = "\n".join((f"{n}. " if kind < .36 else "- ") + item for n, item in enumerate(items, 1))
            elif has_sections and kind < .58 and left > 20:
                text, more = self.paragraph(18)
                text = "> " + text
            else:
                text, more = self.paragraph(min(left, 50))
            parts.append(text)
            count += more
        return "\n\n".join(parts) + "\n"


def event(seed, number):
    """One event and its entries, as dictionaries of kind, id, title, body and the fields of their kind."""
    rng = random.Random(f"{seed}/{number}")
    place, year = rng.choice(PLACES), 1995 + number % 30
    title = f"{place} {rng.choice(SUBJECTS)} {rng.choice(CONFLICTS)} of {year}"
    entries = []

    def add(kind, id, title, **fields):
        entries.append(dict(kind=kind, id=id, title=title, **fields))
        return entries[-1]

    def words(): return Writer(rng, [])

    def name(): return f"{rng.choice(ADJECTIVES).title()} {rng.choice(NOUNS)}"

    parties = []
    while len(parties) < 4:
        title_ = f"{rng.choice(PLACES)} {rng.choice(MEMBERS)} {rng.choice(BODIES)}"
        if slug(title_) not in [party["id"] for party in parties]:
            short = "".join(word[0] for word in title_.split()).upper()
            parties.append(add("party", slug(title_), title_, short=short))
    sources = [add("source", f"s{n}", f"{name()}: {rng.choice(NOUNS)} and {rng.choice(NOUNS)}",
                   publisher=rng.choice(PUBLISHERS), date=date(rng, year),
                   address=f"https://example.org/{year}/{rng.choice(NOUNS)}-{rng.randint(1000, 9999)}")
               for n in range(1, 5)]
    demands = []
    for n in range(1, 6):
        asker, asked = rng.sample(parties, 2)
        title_ = f"{name()} of the {rng.choice(NOUNS)}"
        demands.append(add("demand", f"d{n}-{slug(title_)}", title_, asker=asker["id"], asked=asked["id"],
                           date=date(rng, year), summary=plain(words().sentence()),
                           sources=sorted(source["id"] for source in rng.sample(sources, 2))))
    for n, demand in enumerate(rng.sample(demands, 3), 1):
        title_ = f"Refusal of the {rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}"
        add("refusal", f"r{n}-{slug(title_)}", title_, demand=demand["id"], by=demand["asked"],
            date=max(demand["date"], date(rng, year)), grounds=rng.sample(GROUNDS, rng.randint(2, 3)),
            words=plain("We will not " + words().sentence()), sources=[rng.choice(sources)["id"]])
    days = sorted(date(rng, year) for _ in range(8))
    for n, day in enumerate(days, 1):
        add("moment", f"t{n:02d}", f"{rng.choice(NOUNS).title()} {rng.choice(VERBS)} {rng.choice(ADVERBS)}", date=day,
            parties=[party["id"] for party in rng.sample(parties, rng.randint(1, 2))])
    terms = []
    while len(terms) < 3:
        title_ = name()
        if slug(title_) not in [term["id"] for term in terms]:
            terms.append(add("term", slug(title_), title_, also_known_as=[f"{title_} clause", rng.choice(NOUNS)],
                             definition=plain(words().sentence())))
    writer = Writer(rng, entries)
    for entry in entries:
        entry["body"] = writer.body(BODY_WORDS[entry["kind"]], entry["kind"] in ("party", "demand", "refusal"))
    used = ", ".join(f"[{term['title'].lower()}](<term:{term['id']}>)" for term in terms)
    summary = plain(writer.sentence())
    return dict(kind="event", id=f"{slug(title)}-{number:05d}", title=title, place=place, began=days[0], ended=days[-1],
                summary=summary[:190], body=writer.body(600, True) + f"\nTerms used here: {used}.\n", entries=entries)
