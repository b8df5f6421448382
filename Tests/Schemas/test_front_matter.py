"""The schemas that `explainer schema` prints: valid themselves, true of the sites of this checkout, and false of mistakes.

The validator is the reference implementation, which shares nothing with the program.
"""
import functools
import json
import os
import pathlib
import re
import subprocess

import pytest
import yaml
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("EXPLAINER", ROOT / ".build" / "debug" / "explainer"))
FOLDERS = ("parties", "people", "demands", "offers", "refusals", "responses", "threats", "statements", "moments", "sources", "terms")
KINDS = ("site", "event", "page", "party", "person", "demand", "offer", "response", "refusal", "threat", "statement", "moment",
         "source", "term")
SITES = [ROOT / "content"] + [site / "content" for site in sorted((ROOT / "Tests/SiteTests/Sites").iterdir())]


class Loader(yaml.SafeLoader):
    """Reads scalars as the program does: as text, but for true and false."""

    def construct_mapping(self, node, deep=False):
        """A key without a value counts as left out."""
        mapping = super().construct_mapping(node, deep=deep)
        absent = {key.value for key, value in node.value
                  if isinstance(value, yaml.ScalarNode) and value.value == "" and value.style is None}
        return {key: value for key, value in mapping.items() if key not in absent}


Loader.yaml_implicit_resolvers = {}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def load(text):
    return yaml.load(text, Loader)


@functools.cache
def validator(kind):
    schema = json.loads(subprocess.run([PROGRAM, "schema", kind], check=True, capture_output=True, text=True).stdout)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(kind, document):
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message
            for error in validator(kind).iter_errors(document)]


def documents():
    for site in SITES:
        for path in sorted(site.rglob("*.md")):
            match = re.match(r"---[ \t]*\n(.*?)^---[ \t]*$", path.read_text(), re.DOTALL | re.MULTILINE)
            if match:
                name, folder = path.name, path.parent.name
                kind = {"site.md": "site", "event.md": "event"}.get(name, folder if folder in FOLDERS else "page")
                yield kind, str(path.relative_to(ROOT)), match[1]


@pytest.mark.parametrize("kind", KINDS + FOLDERS)
def test_is_valid_against_the_metaschema(kind):
    schema = validator(kind).schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert all("description" in member for member in schema["properties"].values())


def test_every_document_of_the_sites_is_valid():
    found = list(documents())
    assert len(found) > 200 and {kind for kind, _, _ in found} >= {"site", "event", "page", *FOLDERS}
    wrong = {path: problems for kind, path, text in found if (problems := faults(kind, load(text)))}
    assert wrong == {}


def test_the_value_of_a_closed_list_has_its_meaning():
    aims = validator("demand").schema["properties"]["aim"]["oneOf"]
    assert {aim["const"] for aim in aims} == {"assist", "change", "yield", "meet"}
    assert all(len(aim["description"]) > 20 for aim in aims)


VALID = {
    "site": "title: S\nnavigation: [about, {title: T, to: term:cap}]\nchecks: {unused-term: off}\nzone: Europe/Paris\n",
    "event": "title: E\nsummary: S\nsources: [a, {id: b, at: p. 1}, {id: c, title: C, type: post_weblog}]\n"
             "parties: [{id: p, name: P, kind: union, body: Text}]\nrefusals: {id: r, title: R, answers: d, from: p, date: 2026}\n",
    "page": "title: P\n",
    "party": "name: P\nkind: union\nwebsite: https://example.org\ncolor: '#0b5cad'\nwikidata: Q42\n"
             "relations: [{kind: owns, party: q}]\n",
    "person": "name: P\nroles: [{title: T, party: p, from: 2020~, until: 2020/..}]\n",
    "demand": "title: D\nfrom: p\nto: [q, r]\ndate: 2026-02-26T17:01-05:00\naim: meet\n"
              "corrections: [{date: 2026, kind: update, text: T}]\nembargo: 2026-03-01T06:00-05:00\n",
    "response": "title: R\nanswers: d\nfrom: p\ndate: [2026-02-23..2026-02-25]\nkind: accepted\ngrounds: [{title: G}]\n",
    "refusal": "title: R\nanswers: d\nfrom: p\ndate: ..2026-02\n",
    "threat": "title: T\nfrom: p\nto: q\nkind: strike\ndate: 2026\nstate: threatened\n",
    "statement": "speaker: p\ndate: 2026-XX\nwords: W\nmedium: speech\nabout: [demand:d, refusal:r]\n",
    "moment": "title: M\ndate: 2026-02..\nkind: vote\n",
    "source": "title: S\ntype: report\nlanguage: pt-BR\narchive: {url: https://example.org/x, date: 2026}\n",
    "term": "name: T\ndefinition: D\n",
}

# The kind, what is written, and what is written instead.
MISTAKES = [
    ("demand", "title: D\n", ""),
    ("demand", "aim: meet", "aim: ask"),
    ("demand", "aim: meet", "dedline: 2026"),
    ("demand", "to: [q, r]", "to: []"),
    ("demand", "from: p", "from: Dock Union"),
    ("demand", "from: p", "from: {id: p}"),
    ("demand", "2026-02-26T17:01-05:00", "2026-2-26"),
    ("demand", "2026-02-26T17:01-05:00", "26 February 2026"),
    ("demand", "2026-02-26T17:01-05:00", "2026-02-26T17:01"),
    ("demand", "2026-03-01T06:00-05:00", "2026-03-01"),
    ("demand", "date: 2026, kind", "kind"),
    ("demand", "kind: update", "kind: change"),
    ("demand", "aim: meet", "draft: yes"),
    ("party", "kind: union", "kind: hospital"),
    ("party", "https://example.org", "www.example.org"),
    ("party", "'#0b5cad'", "blue"),
    ("party", "Q42", "42"),
    ("party", ", party: q", ""),
    ("party", "name: P", "name: [P]"),
    ("person", "party: p", "for: p"),
    ("person", "title: T, ", ""),
    ("response", "kind: accepted\n", ""),
    ("response", "kind: accepted", "kind: accept"),
    ("response", "{title: G}", "{title: G, kind: money}"),
    ("response", "[{title: G}]", "G"),
    ("refusal", "answers: d\n", ""),
    ("threat", "state: threatened\n", ""),
    ("statement", "words: W\n", ""),
    ("statement", "demand:d", "d"),
    ("statement", "demand:d", "party:p"),
    ("moment", "2026-02..", "2026-02..2026-02-40T"),
    ("source", "type: report", "type: rumour"),
    ("source", "pt-BR", "Portuguese"),
    ("source", "{url: https://example.org/x, date: 2026}", "https://example.org/x"),
    ("term", "definition: D\n", ""),
    ("event", "summary: S\n", ""),
    ("event", "id: p, name", "name"),
    ("event", "type: post_weblog", "kind: report"),
    ("event", "answers: d, ", ""),
    ("site", "off", "ignore"),
    ("site", ", to: term:cap", ""),
    ("site", "zone: Europe/Paris", "zone: Central European Time"),
    ("page", "title: P", "titel: P"),
]


@pytest.mark.parametrize("kind", VALID)
def test_accepts_what_is_right(kind):
    assert faults(kind, load(VALID[kind])) == []


@pytest.mark.parametrize("kind, right, wrong", MISTAKES)
def test_catches_a_mistake(kind, right, wrong):
    assert right in VALID[kind]
    assert faults(kind, load(VALID[kind].replace(right, wrong, 1)))
