#!/usr/bin/env python3
"""Writes the same made-up events as an explainer site and as a Hugo site: FOLDER/explainer and FOLDER/hugo.

    make_sites.py --events 107 FOLDER        28 documents an event: 11, 107, 1071 and 3571 events are about 300, 3,000,
                                             30,000 and 100,000 documents
"""

import argparse
import json
import os
import re
import shutil
import sys

import corpus

INTRODUCTION = "Explainers of public disputes: who asked for what, who refused, and on which grounds.\n"


def front_matter(fields):
    """YAML front matter; texts are quoted as JSON, which is YAML too, and dates stand bare."""
    def scalar(value):
        is_date = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        return value if is_date else json.dumps(value, ensure_ascii=False)
    lines = ["---"]
    for key, value in fields:
        if isinstance(value, list):
            lines.append(f"{key}:")
            for item in value:
                lines += ([f"  - {k}: {scalar(v)}" for k, v in item.items()] if isinstance(item, dict)
                          else [f"  - {scalar(item)}"])
        else:
            lines.append(f"{key}: {scalar(value)}")
    return "\n".join(lines) + "\n---\n\n"


def with_links(body, address):
    return re.sub(r"\(<(\w+):([^>]+)>\)", lambda match: f"({address(match[1], match[2])})", body)


def explainer_fields(entry):
    kind, sources = entry["kind"], ("sources", entry.get("sources"))
    if kind == "party":
        return [("name", entry["title"]), ("short_name", entry["short"]), ("kind", "group"), ("sources", ["s1"])]
    if kind == "demand":
        return [("title", entry["title"]), ("from", entry["asker"]), ("to", entry["asked"]), ("date", entry["date"]),
                ("summary", entry["summary"][:190]), sources]
    if kind == "refusal":
        return [("title", entry["title"]), ("answers", entry["demand"]), ("from", entry["by"]), ("date", entry["date"]),
                ("words", entry["words"]), ("grounds", [dict(title=ground) for ground in entry["grounds"]]), sources]
    if kind == "moment":
        return [("title", entry["title"]), ("date", entry["date"]), ("kind", "background"),
                ("parties", entry["parties"]), ("sources", ["s2"])]
    if kind == "source":
        return [("title", entry["title"]), ("type", "article-newspaper"), ("publisher", entry["publisher"]),
                ("published", entry["date"]), ("url", entry["address"])]
    return [("name", entry["title"]), ("also_known_as", entry["also_known_as"]), ("definition", entry["definition"]),
            ("sources", ["s3"])]


def explainer_files(event):
    def address(kind, id): return f"{kind}:{id}"
    fields = [(key, event[key]) for key in ("title", "summary", "began", "ended", "place")] + [("sources", ["s4"])]
    yield "event.md", front_matter(fields) + with_links(event["body"], address)
    for entry in event["entries"]:
        yield (f"{corpus.PLURALS[entry['kind']]}/{entry['id']}.md",
               front_matter(explainer_fields(entry)) + with_links(entry["body"], address))


def hugo_files(event):
    """Parties, demands and refusals have pages; moments, sources and terms stand on one page of their kind each."""
    lists = dict(moment="timeline", source="sources", term="terms")

    def address(kind, id):
        if kind in lists:
            return f"/{event['id']}/{lists[kind]}.html#{kind}-{id}"
        return f"/{event['id']}/{corpus.PLURALS[kind]}/{id}.html"
    fields = [("title", event["title"]), ("type", "event"), ("date", event["began"])]
    fields += [(key, event[key]) for key in ("summary", "ended", "place")]
    yield "_index.md", front_matter(fields) + with_links(event["body"], address)
    for entry in event["entries"]:
        fields = [("title", entry["title"]), ("type", entry["kind"])]
        fields += [(key, value) for key, value in entry.items() if key not in ("kind", "id", "title", "body")]
        text = front_matter(fields)
        if entry["kind"] in lists:
            text = text.replace("---\n\n", "build:\n  render: never\n  list: always\n---\n\n", 1)
        yield f"{corpus.PLURALS[entry['kind']]}/{entry['id']}.md", text + with_links(entry["body"], address)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--events", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    here = os.path.dirname(os.path.abspath(__file__))
    sites = dict(explainer=explainer_files, hugo=hugo_files)
    for site in sites:
        if os.path.exists(f"{options.folder}/{site}"):
            sys.exit(f"{options.folder}/{site} exists already")
    shutil.copytree(f"{here}/hugo", f"{options.folder}/hugo")
    write(f"{options.folder}/explainer/content/site.md",
          front_matter([("title", "All events"), ("base_url", "https://explainer.example/")]) + INTRODUCTION)
    write(f"{options.folder}/hugo/content/_index.md", front_matter([("title", "All events")]) + INTRODUCTION)
    for number in range(options.events):
        event = corpus.event(options.seed, number)
        for site, files in sites.items():
            for path, text in files(event):
                write(f"{options.folder}/{site}/content/{event['id']}/{path}", text)
    print(f"{options.events * 28 + 1} documents for each of {', '.join(sites)} in {options.folder}")


if __name__ == "__main__":
    main()
