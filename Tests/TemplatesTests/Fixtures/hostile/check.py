#!/usr/bin/env python3
"""Reads pages made of hostile texts with two real HTML parsers: no text may become an element or an attribute.

Needs html5lib and lxml (`pip install html5lib lxml`).

    HOSTILE_PAGES=folder swift test --filter HostileTests && check.py folder

Each page must have exactly the elements and attributes of the page made of a harmless text, the texts themselves must
come back unchanged where the template prints them as they are, and no address may have a scheme that runs code.
"""
import pathlib
import re
import sys

import html5lib
import lxml.html

ALLOWED = {"http", "https", "mailto", "tel", ""}
ADDRESSES = {"href", "src", "action", "formaction", "poster", "cite", "{http://www.w3.org/1999/xlink}href", "xlink:href"}


def html5(data):
    return html5lib.parse(data, treebuilder="etree", namespaceHTMLElements=False, transport_encoding="utf-8")


def libxml(data):
    return lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))


def shape(tree):
    return [(element.tag if isinstance(element.tag, str) else "comment", sorted(element.attrib)) for element in tree.iter()]


def scheme(url):
    url = re.sub("[\t\n\r]", "", url.lstrip("".join(map(chr, range(33)))))
    match = re.match("([A-Za-z][A-Za-z0-9+.-]*):", url)
    return match.group(1).lower() if match else ""


def as_parsed(text):
    """What an HTML parser makes of a text that is escaped rightly."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def main():
    folder = pathlib.Path(sys.argv[1])
    texts = sorted(folder.glob("*.txt"), key=lambda path: int(path.stem))
    faults = []
    harmless = (folder / "harmless.html").read_bytes()
    for path in texts:
        text = path.read_bytes().decode()
        data = path.with_suffix(".html").read_bytes()
        # libxml2 ends its input at a NUL, and no browser uses it.
        parsers = [html5] if "\0" in text else [html5, libxml]
        for parse in parsers:
            tree = parse(data)
            if shape(tree) != shape(parse(harmless)):
                faults.append((path.stem, text, parse.__name__, "other elements or attributes"))
            for element in tree.iter():
                for name, value in element.attrib.items():
                    if name in ADDRESSES and scheme(value) not in ALLOWED:
                        faults.append((path.stem, text, parse.__name__, f"{name}={value!r}"))
                    if name == "srcset":
                        for part in value.split(","):
                            if scheme(part.strip(" \t\n\f\r")) not in ALLOWED:
                                faults.append((path.stem, text, parse.__name__, f"srcset={value!r}"))
        if "\0" in text:
            continue
        tree = html5(data)
        wanted = as_parsed(text)
        body = tree.find("body")
        plain = next(element for element in body.iter("p") if element.get("id") == "plain")
        if "".join(plain.itertext()) != wanted:
            faults.append((path.stem, text, "html5", f"text came back as {''.join(plain.itertext())!r}"))
        if body.get("class") != f"a {wanted} b" or body.get("data-x") != wanted + wanted:
            faults.append((path.stem, text, "html5", f"attribute came back as {body.get('class')!r}"))
        if tree.find("head/title").text != f"{wanted} – {wanted}":
            faults.append((path.stem, text, "html5", "title came back changed"))
    for fault in faults:
        print(*fault, sep="\t")
    print(f"{len(texts)} texts, {len(faults)} faults")
    sys.exit(1 if faults or len(texts) < 100 else 0)


if __name__ == "__main__":
    main()
