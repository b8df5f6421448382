#!/usr/bin/env python3
"""Reads pages made of hostile texts with real parsers: no text may become an element or an attribute.

    HOSTILE_PAGES=folder swift test --filter HostileTests && check.py folder

`Tests/Browser/test_hostile_pages.py` does so on every run of `make test`.

The folder holds one folder a text, with the text itself and the files made of it, and `harmless`, made of a harmless
one. Each HTML page must have exactly the elements and attributes of the harmless page, no address of it may have a
scheme that runs code, and the texts must come back unchanged where the template prints them as they are: html5lib says
so of each, and so does a browser in that test. Each XML file must be well-formed, with the same elements
and attributes; each JSON file and each CSV file must have the text as its values, and each text file be the text.

Last, the checks are checked: the same texts put into the harmless page as they are must be found out.
"""
import csv
import io
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import html5lib

ALLOWED = {"http", "https", "mailto", "tel", ""}
XLINK = "{http://www.w3.org/1999/xlink}href"
ADDRESSES = {"href", "src", "action", "formaction", "poster", "cite", "xlink:href", XLINK}
ADDRESS_SETS = {"srcset", "ping"}


def html(data):
    return html5lib.parse(data, treebuilder="etree", namespaceHTMLElements=False, transport_encoding="utf-8")


def shape(tree):
    """Elements, comments and the names of attributes, in order, each with the depth it stands at."""
    found = []

    def walk(element, depth):
        name = element.tag if isinstance(element.tag, str) else f"comment {element.text}"
        found.append((depth, name, sorted(element.attrib)))
        for child in element:
            walk(child, depth + 1)

    walk(tree, 0)
    return found


def scheme(url):
    """The scheme that a browser sees: white space and controls before it, tabs and line endings in it do not count."""
    url = re.sub("[\t\n\r]", "", url.lstrip("".join(map(chr, range(33)))))
    match = re.match("([A-Za-z][A-Za-z0-9+.-]*):", url)
    return match.group(1).lower() if match else ""


def addresses(tree):
    for element in tree.iter():
        for name, value in element.attrib.items():
            if name in ADDRESSES:
                yield value
            elif name in ADDRESS_SETS:
                yield from (part.strip(" \t\n\f\r") for part in re.split("[ ,]", value))
            elif element.tag == "meta" and name == "content" and "url=" in value:
                yield value.split("url=", 1)[1]


def normal(text):
    """A text as an HTML or XML parser gives it back."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def html_faults(data, text, harmless):
    """What is wrong with an HTML page made of a text."""
    tree = html(data)
    if shape(tree) != shape(harmless):
        yield "html: other elements or attributes"
    for address in addresses(tree):
        if scheme(address) not in ALLOWED:
            yield f"html: address {address!r}"
    if "\0" in text:
        return  # A parser drops it or makes another character of it.
    wanted = normal(text)
    body = tree.find("body")
    ids = {element.get("id"): element for element in body.iter() if element.get("id")} if body is not None else {}
    found = {
        "text": "".join(ids["plain"].itertext()) if "plain" in ids else None,
        "two texts": "".join(ids["joined"].itertext()) if "joined" in ids else None,
        "class": body.get("class") if body is not None else None,
        "data-x": body.get("data-x") if body is not None else None,
        "single quotes": ids["spaced"].get("lang") if "spaced" in ids else None,
        "quotes in quotes": ids["spaced"].get("data-a") if "spaced" in ids else None,
        "apostrophes in quotes": ids["spaced"].get("data-b") if "spaced" in ids else None,
        "language": tree.get("lang"),
        "title": tree.findtext("head/title"),
    }
    expected = {
        "text": wanted, "class": f"a {wanted} b", "data-x": normal(text + text), "single quotes": wanted,
        "quotes in quotes": f'"{wanted}"', "apostrophes in quotes": f"'{wanted}'", "language": wanted,
        "title": f"{wanted} – {wanted}",
    }
    for place, value in expected.items():
        if found[place] != value:
            yield f"html: {place} came back as {found[place]!r}"
    if found["two texts"] is None or not found["two texts"].startswith("a" + wanted + "b"):
        yield f"html: two texts came back as {found['two texts']!r}"
    for area in tree.iter("textarea"):
        # A first line ending in it does not count; the template writes none, so that of the text does.
        if (area.text or "") not in (wanted, wanted.removeprefix("\n")):
            yield f"html: textarea came back as {area.text!r}"


def xml_faults(data, text, harmless):
    try:
        tree = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        yield f"xml: {error}"
        return
    if shape(tree) != shape(ElementTree.fromstring(harmless)):
        yield "xml: other elements or attributes"
    wanted = normal(re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text))
    if (tree.findtext("plain") or "") != wanted:
        yield f"xml: text came back as {tree.findtext('plain')!r}"
    # A parser makes spaces of tabs and line endings in attributes.
    if tree.get("title") != re.sub("[\t\n]", " ", wanted) or tree.get("other") != tree.get("title"):
        yield f"xml: attribute came back as {tree.get('title')!r}"
    if scheme(tree.find("a").get("href")) not in ALLOWED:
        yield f"xml: address {tree.find('a').get('href')!r}"


def json_faults(data, text):
    try:
        value = json.loads(data)
    except ValueError as error:
        yield f"json: {error}"
        return
    wanted = {"whole": text, "part": f"-{text}-", "number": 3, "upper": text + text, "list": [text, "x"]}
    if value != wanted:
        yield f"json: came back as {value!r}"


def csv_faults(data, text):
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    if rows != [["text", "part", "number"], [text, f"-{text}-", "3"], [text, "x", text + text]]:
        yield f"csv: came back as {rows!r}"


READ_IN_BROWSER = """(pages) => pages.map(page => {
  const tree = new DOMParser().parseFromString(page, "text/html");
  const shape = [];
  const walk = (node, depth) => {
    if (node.nodeType === Node.ELEMENT_NODE)
      shape.push(`${depth} ${node.localName} ${[...node.attributes].map(a => a.name).sort().join(" ")}`);
    if (node.nodeType === Node.COMMENT_NODE) shape.push(`${depth} comment ${node.data}`);
    node.childNodes.forEach(child => walk(child, depth + 1));
  };
  walk(tree, 0);
  // As the browser itself resolves them, against an address of its own.
  const schemes = new Set();
  for (const element of tree.querySelectorAll("*"))
    for (const attribute of element.attributes)
      if (["href", "src", "action", "formaction", "poster", "cite", "xlink:href"].includes(attribute.name)) {
        try { schemes.add(new URL(attribute.value, "https://site.example/a/b.html").protocol) } catch { }
      } else if (["srcset", "ping"].includes(attribute.name))
        for (const part of attribute.value.split(/[ ,]/))
          try { schemes.add(new URL(part, "https://site.example/a/b.html").protocol) } catch { }
  return [shape.join("\\n"), [...schemes]];
})"""


def browser_faults(pages, harmless, browser):
    """What a browser makes of HTML pages, by name."""
    page = browser.new_page()
    names = list(pages)
    texts = [pages[name].decode() for name in names] + [harmless.decode()]
    *results, (wanted, _) = page.evaluate(READ_IN_BROWSER, texts)
    page.close()
    for name, (found, schemes) in zip(names, results):
        if found != wanted:
            yield name, "browser: other elements or attributes"
        for given in sorted(set(schemes) - {"http:", "https:", "mailto:", "tel:"}):
            yield name, f"browser: address of scheme {given}"


def check(folder, browser=None):
    """All faults of a folder of pages, as (text, fault); and how many texts there are."""
    folder = pathlib.Path(folder)
    harmless = (folder / "harmless/page.html").read_bytes()
    harmless_tree = html(harmless)
    harmless_feed = (folder / "harmless/feed.xml").read_bytes()
    names = sorted((path.name for path in folder.iterdir() if path.name.isdigit()), key=int)
    faults, pages = [], {}
    for name in names:
        text = (folder / name / "text").read_bytes().decode()
        pages[name] = (folder / name / "page.html").read_bytes()
        found = list(html_faults(pages[name], text, harmless_tree))
        found += xml_faults((folder / name / "feed.xml").read_bytes(), text, harmless_feed)
        found += json_faults((folder / name / "data.json").read_bytes(), text)
        found += csv_faults((folder / name / "table.csv").read_bytes(), text)
        if (folder / name / "notes.txt").read_bytes() != text.encode():
            found.append("text: came back changed")
        faults += [(text, fault) for fault in found]
    if browser:
        texts = {name: (folder / name / "text").read_bytes().decode() for name in names}
        faults += [(texts[name], fault) for name, fault in browser_faults(pages, harmless, browser)]
    return faults, len(names)


def unescaped(folder, browser=None):
    """The texts that html5lib (or a browser) finds out where they stand in the harmless page as they are, and all."""
    folder = pathlib.Path(folder)
    harmless = (folder / "harmless/page.html").read_bytes()
    tree = html(harmless)
    texts = [path.read_bytes().decode() for path in sorted(folder.glob("[0-9]*/text"))]
    pages = {text: harmless.replace(b"harmless", text.encode()) for text in texts}
    if browser:
        return {text for text, _ in browser_faults(pages, harmless, browser)}, texts
    return {text for text, page in pages.items() if next(html_faults(page, text, tree), None)}, texts


def main():
    faults, count = check(sys.argv[1])
    for text, fault in faults:
        print(repr(text), fault, sep="\t")
    print(f"{count} texts, {len(faults)} faults")
    found, texts = unescaped(sys.argv[1])
    print(f"{len(found)} of {len(texts)} texts are found out where nothing is escaped")
    sys.exit(1 if faults or count < 250 or len(found) < len(texts) / 2 else 0)


if __name__ == "__main__":
    main()
