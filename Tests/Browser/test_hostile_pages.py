"""The template engine against hostile texts, with real parsers: html5lib, an XML parser, and a browser.

What is looked at stands in Tests/TemplatesTests/Fixtures/hostile; the engine's own tests write the pages.
"""
import os
import subprocess
import sys

import pytest

from drawing_page import ROOT

sys.path.insert(0, str(ROOT / "Tests/TemplatesTests/Fixtures/hostile"))
sys.dont_write_bytecode = True  # no folder of compiled files beside the fixtures
import check


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    done = subprocess.run(
        [os.environ.get("SWIFT", "swift"), "test", "--skip-build", "--filter", "HostileTests"], cwd=ROOT,
        env=os.environ | {"HOSTILE_PAGES": str(folder)}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return folder


def test_no_text_becomes_markup(pages, browser):
    faults, count = check.check(pages, browser)
    assert count >= 300
    assert not faults, "\n".join(f"{text!r}: {fault}" for text, fault in faults[:50])


def test_the_harmless_page_has_every_kind_of_place(pages):
    tree = check.html((pages / "harmless/page.html").read_bytes())
    assert len(list(check.addresses(tree))) >= 31
    names = {name for element in tree.iter() for name in element.attrib}
    assert {"href", "src", "srcset", "ping", "action", "formaction", "poster", "cite", "xlink:href"} <= {
        "xlink:href" if name == check.XLINK else name for name in names}
    elements = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert {"title", "textarea", "option", "noscript", "pre", "td"} <= elements
    assert any("svg" in element for element in elements) and any("math" in element for element in elements)


def test_texts_that_are_not_escaped_are_found_out(pages, browser):
    for found, texts in (check.unescaped(pages), check.unescaped(pages, browser)):
        assert len(found) > len(texts) / 2
        assert {text for text in texts if text.startswith(("<script>", "\"><script>", "<img", "<style", "<a "))} <= found
