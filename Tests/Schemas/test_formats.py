"""The files for programs, read by programs that share nothing with this one.

Every test site is built, once as it is and once with an address; so is a site whose dates and texts are as odd as can be.
"""
import csv
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess

import extruct
import feedparser
import icalendar
import pytest
from lxml import etree

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("EXPLAINER", ROOT / ".build" / "debug" / "explainer"))
SITES = [ROOT / "content"] + [site / "content" for site in sorted((ROOT / "Tests/SiteTests/Sites").iterdir()) if (site / "content").is_dir()]
TEXTS = {".html", ".xml", ".json", ".csv", ".ics", ".txt", ".js", ".css", ".svg"}
# Control characters, what is no character, and what turns the direction of text round.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]")

ODD_DATES = ["2026", "2026-02", "2026-02-03", "2026-02-03T17:01-05:00", "2026-02-03T17:01:30+14:00", "2026-02-XX", "2026~",
             "2026-02-01/2026-02-03", "2026-02-01..2026-02-03", "..2026-02-03", "2026-02-03/..", "0044-03-15"]


def odd_site(folder):
    """A site of two events; each form of date, and texts with what formats have to escape."""
    text = "\"Say \\\"a, b\\\"; <i>c</i> & d\\\\n =1+1 Ünïcode 🂡\""
    (folder / "site.md").write_text("---\ntitle: Odd & <odd>\nbase_url: https://example.org/a b/\n---\n")
    for event in ("one", "two"):
        demands = "".join(
            f"  - {{id: d{number}, title: {text}, from: a, to: b, date: \"{date}\", deadline: \"{deadline}\", updated: \"{date}\"}}\n"
            for number, (date, deadline) in enumerate(zip(ODD_DATES, ["2027-01-02"] * 6 + ["2027-01-02T17:01-05:00"] * 6)))
        (folder / event).mkdir()
        (folder / event / "event.md").write_text(
            f"---\ntitle: {text}\nsummary: {text}\nas_of: 2026-12-31\nparties:\n  - {{id: a, name: {text}, kind: union}}\n"
            f"  - {{id: b, name: B, kind: company}}\ndemands:\n{demands}---\n")
    return folder


def build(content, output):
    run = subprocess.run([PROGRAM, "build", "--content", content, "--templates", ROOT / "templates", "--output", output],
                         capture_output=True, text=True, cwd=output.parent)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """The folders of the built sites, by name."""
    folder = tmp_path_factory.mktemp("formats")
    result = {}
    for site in SITES + [None]:
        name = "odd" if site is None else site.parent.name
        for address in (False, True):
            place = folder / f"{name}{'-at' if address else ''}"
            place.mkdir()
            content = place / "content"
            if site is None:
                content.mkdir()
                odd_site(content)
            else:
                shutil.copytree(site, content)
            settings = content / "site.md"
            fields = re.sub(r"(?m)^base_url:.*\n", "", settings.read_text())
            if address:
                fields = fields.replace("---\n", "---\nbase_url: https://example.org/record/\n", 1)
            settings.write_text(fields)
            templates = site.parent / "templates" if site is not None else None
            if templates is not None and templates.is_dir() and site.parent != ROOT:
                continue
            build(content, place / "public")
            result[place.name] = place / "public"
    assert len(result) > 6
    return result


def files(outputs, pattern):
    found = [path for folder in outputs.values() for path in sorted(folder.rglob(pattern))]
    assert found
    return found


def test_every_output_is_text_that_may_be_written(outputs):
    count = 0
    for path in files(outputs, "*"):
        if path.is_file() and path.suffix in TEXTS:
            text = path.read_bytes().decode("utf-8")
            found = FORBIDDEN.search(text)
            assert not found, f"{path}: {found and hex(ord(found[0]))}"
            assert not text.startswith("\ufeff"), path
            count += 1
    assert count > 400


def test_calendars_are_read(outputs):
    events = 0
    for path in files(outputs, "*.ics"):
        data = path.read_bytes()
        assert b"\r\n" in data and not re.search(rb"(?<!\r)\n", data)
        assert max(len(line) for line in data.split(b"\r\n")) <= 75
        calendar = icalendar.Calendar.from_ical(data)
        assert not calendar.errors
        names = [event["UID"] for event in calendar.walk("VEVENT")]
        assert len(names) == len(set(names)), path
        for event in calendar.walk("VEVENT"):
            assert not event.errors
            start, end = event.decoded("DTSTART"), event.decoded("DTEND")
            assert end > start and type(end) is type(start)
            assert int(event["SEQUENCE"]) >= 0 and event.decoded("LAST-MODIFIED").tzinfo
            assert str(event["STATUS"]) in ("CONFIRMED", "CANCELLED") and str(event["SUMMARY"])
            if isinstance(start, datetime.datetime):
                assert start.tzinfo is not None
            events += 1
    assert events > 30


def test_the_sites_calendar_has_all_deadlines(outputs):
    folder = outputs["odd-at"]
    names = [[str(event["UID"]) for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
             for path in [folder / "deadlines.ics", folder / "one/deadlines.ics", folder / "two/deadlines.ics"]]
    assert names[0] == names[1] + names[2]
    assert len(set(names[0])) == len(names[0])


def test_feeds_are_read_and_agree(outputs):
    entries = 0
    for path in files(outputs, "feed.xml"):
        feed = feedparser.parse(path.read_bytes(), sanitize_html=False)
        assert not feed.bozo, feed.get("bozo_exception")
        assert feed.version == "atom10" and feed.feed.id and feed.feed.title and feed.feed.updated_parsed
        other = json.loads(path.with_name("feed.json").read_text())
        assert other["version"] == "https://jsonfeed.org/version/1.1" and other["title"] == feed.feed.title
        assert [item["id"] for item in other["items"]] == [entry.id for entry in feed.entries]
        assert len({entry.id for entry in feed.entries}) == len(feed.entries), path
        for entry, item in zip(feed.entries, other["items"]):
            assert re.fullmatch(r"(tag:[^ ,]+,\d{4}-\d\d-\d\d:.+|urn:uuid:[0-9a-f-]{36})", entry.id)
            assert entry.title == item["title"] and entry.updated == item["date_modified"] and entry.link
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry.updated)
            assert item["content_text"] and item["url"]
            entries += 1
    assert entries > 60


def test_a_day_is_the_same_day_in_every_reader(outputs):
    for entry in feedparser.parse((outputs["odd-at"] / "feed.xml").read_bytes()).entries:
        moment = datetime.datetime.fromisoformat(entry.updated)
        if moment.hour == 12 and moment.minute == 0:
            days = {(moment + datetime.timedelta(hours=shift)).date() for shift in range(-12, 12)}
            assert len(days) == 1


SCHEMA = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
 targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<xsd:element name="urlset"><xsd:complexType><xsd:sequence><xsd:element name="url" maxOccurs="unbounded"><xsd:complexType>
<xsd:sequence><xsd:element name="loc"><xsd:simpleType><xsd:restriction base="xsd:anyURI"><xsd:minLength value="12"/>
<xsd:maxLength value="2048"/></xsd:restriction></xsd:simpleType></xsd:element><xsd:element name="lastmod" minOccurs="0">
<xsd:simpleType><xsd:union memberTypes="xsd:date xsd:dateTime"/></xsd:simpleType></xsd:element></xsd:sequence>
</xsd:complexType></xsd:element></xsd:sequence></xsd:complexType></xsd:element></xsd:schema>"""


def test_sitemaps_follow_the_protocol(outputs):
    schema = etree.XMLSchema(etree.fromstring(SCHEMA))
    for path in files(outputs, "sitemap.xml"):
        document = etree.parse(path)
        assert schema.validate(document), schema.error_log
        addresses = document.xpath("//*[local-name()='loc']/text()")
        assert len(addresses) == len(set(addresses)) and all(address.startswith("https://") for address in addresses)


def test_tables_are_what_their_metadata_says(outputs):
    rows = 0
    for path in files(outputs, "csv-metadata.json"):
        metadata = json.loads(path.read_text())
        assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"
        assert {table["url"] for table in metadata["tables"]} == {file.name for file in path.parent.glob("*.csv")}
        for table in metadata["tables"]:
            data = (path.parent / table["url"]).read_bytes()
            assert not data or data.endswith(b"\r\n")
            columns = table["tableSchema"]["columns"]
            assert all(column["dc:description"] for column in columns)
            lines = list(csv.reader(data.decode("utf-8").splitlines(keepends=True), strict=True))
            assert lines[0] == [column["name"] for column in columns]
            assert all(len(line) == len(columns) for line in lines)
            for line in lines[1:]:
                for column, value in zip(columns, line):
                    if column["datatype"] == "integer":
                        assert value.isdigit()
                    if column["datatype"] == "boolean":
                        assert value in ("", "true", "false")
                rows += 1
    assert rows > 100


def test_tables_lose_nothing(outputs):
    for path in files(outputs, "event.json"):
        event = json.loads(path.read_text())
        table = list(csv.DictReader((path.parent / "data/demands.csv").open(newline="", encoding="utf-8"), strict=True))
        demands = {demand["id"]: demand for demand in event.get("demands", [])}
        assert {row["demand"] for row in table} == set(demands)
        assert all(row["title"] == demands[row["demand"]]["title"] for row in table)
        statements = list(csv.DictReader((path.parent / "data/statements.csv").open(newline="", encoding="utf-8")))
        assert {row["id"]: row["words"] for row in statements} == {
            statement["id"]: statement.get("words", "") for statement in event.get("statements", [])}


def names(graph):
    return {node["@id"]: node["@type"] for node in graph if "@id" in node}


def test_linked_data_is_read(outputs):
    kinds = set()
    for path in files(outputs, "*.html"):
        text = path.read_text()
        for data in extruct.extract(text, base_url="https://example.org/x/", syntaxes=["json-ld"])["json-ld"]:
            graph = data["@graph"]
            kinds |= {node["@type"] for node in graph}
            for node in graph:
                if "startTime" in node:
                    moment = datetime.datetime.fromisoformat(node["startTime"])
                    assert moment.tzinfo is not None, path
                if "spokenByCharacter" in node:
                    assert node["@type"] == "Quotation", path
                if node["@type"] == "BackgroundNewsArticle":
                    assert {"headline", "author", "image"} <= set(node), path
                    # What nobody wrote is not said to machines either.
                    assert ("dateModified" in node) == ("Last updated" in text), path
    assert {"WebPage", "AskAction", "ReplyAction", "Quotation", "BackgroundNewsArticle", "BreadcrumbList"} <= kinds


def test_citations_are_csl(outputs):
    count = 0
    for path in files(outputs, "*.html"):
        for block in re.findall(r'<script type="application/vnd\.citationstyles\.csl\+json">(.*?)</script>', path.read_text()):
            item = json.loads(block)[0]
            assert item["type"] in ("webpage", "article") and item["title"] and item["id"]
            for name in ("issued", "accessed"):
                if name in item:
                    assert all(isinstance(part, int) for part in item[name]["date-parts"][0])
            count += 1
    assert count > 20
