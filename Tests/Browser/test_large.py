"""Large disputes: their budgets, their tab stops, the names of links, and every width between a phone and a wall."""
import subprocess

import pytest

import large_dispute
from drawing_page import ROOT
from site_pages import PROGRAM

STOPS = """
() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility() && e.getClientRects().length).length
"""
SIZES = [(1, 2), (3, 2), (10, 4), (25, 6), (60, 14)]


@pytest.fixture(scope="module")
def disputes(tmp_path_factory):
    """The built page of a made-up dispute, by how many demands and parties it has."""
    pages = {}
    for demands, parties in SIZES:
        folder = tmp_path_factory.mktemp(f"dispute-{demands}-{parties}")
        (folder / "content").mkdir()
        (folder / "content/site.md").write_text("---\ntitle: The Open Record\n---\n")
        (folder / "content/event.md").write_text(large_dispute.event(demands, parties))
        subprocess.run(
            [PROGRAM, "build", "--content", folder / "content", "--templates", ROOT / "templates", "--output", folder / "public"],
            check=True, capture_output=True, text=True)
        pages[demands, parties] = folder / "public"
    return pages


def test_25_demands_keep_within_the_budgets_of_a_phone(disputes, browser):
    file = disputes[25, 6] / "index.html"
    assert file.stat().st_size <= 200_000
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(file.as_uri())
    screens = page.evaluate("document.documentElement.scrollHeight / 844")
    prose = page.evaluate("document.querySelector('.prose p').getBoundingClientRect().top / 844")
    page.close()
    assert screens <= 16, f"{screens:.1f} screens"
    assert prose < 2, f"the first sentence is on screen {prose:.1f}"


@pytest.mark.parametrize("width", [390, 1280])
def test_25_demands_need_at_most_120_tab_stops(disputes, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto((disputes[25, 6] / "index.html").as_uri())
    stops = page.evaluate(STOPS)
    page.close()
    assert stops <= 120


@pytest.mark.parametrize("width", [320, 390, 600, 768, 960, 1280, 1920])
def test_nothing_is_wider_than_the_screen(disputes, browser, width):
    faults = []
    page = browser.new_page(viewport={"width": width, "height": 844})
    for (demands, parties), folder in disputes.items():
        for name in ("index.html", "timeline.html", "demands/d0.html", "parties/p0.html"):
            page.goto((folder / name).as_uri())
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                faults.append(f"{demands} demands, {name}: {wide}")
    page.close()
    assert not faults, "\n".join(faults)


def test_links_in_the_picture_name_party_and_demand(disputes, browser):
    page = browser.new_page()
    page.goto((disputes[25, 6] / "index.html").as_uri())
    answers = page.eval_on_selector_all("#standoff .got .re a[href]", "links => links.map(a => a.textContent)")
    demands = page.eval_on_selector_all("#standoff h4 a", "links => links.map(a => a.textContent)")
    names = page.eval_on_selector_all("#standoff .key b", "names => names.map(b => b.textContent)")
    page.close()
    assert answers and demands and names
    for answer in answers:
        assert any(answer.endswith(f", to: {demand}") for demand in demands), answer
        assert any(name in answer for name in names), answer


@pytest.mark.parametrize("size", SIZES)
def test_a_link_skips_each_picture(disputes, browser, size):
    """It is the first stop of its section, shows when it has the focus, and leads to something that is there."""
    page = browser.new_page(viewport={"width": 1280, "height": 844})
    page.goto((disputes[size] / "index.html").as_uri())
    sections = page.query_selector_all("section:has(.lanes), section:has(.pic)")
    assert sections
    for section in sections:
        first = section.query_selector("a[href]")
        assert first.get_attribute("class") == "skip"
        first.focus()
        box = first.bounding_box()
        assert box["width"] > 24 and box["height"] >= 24
        target = first.get_attribute("href")
        assert not target.startswith("#") or page.query_selector(target)
    page.close()


def test_the_event_page_of_the_example_is_small(sites):
    assert (sites["example"] / "index.html").stat().st_size <= 80_000


@pytest.mark.parametrize("name", ["app-store", "strike", "machinists"])
def test_a_demand_is_told_step_by_step_in_the_order_of_dates(sites, browser, name):
    """As a list that is read aloud: who did what, and when; lines and bars are only seen."""
    page = browser.new_page()
    seen = 0
    for file in sorted((sites[name] / "demands").glob("*.html")):
        page.goto(file.as_uri())
        steps = page.query_selector_all(".rails li")
        seen += len(steps)
        dates = page.eval_on_selector_all(".rails li .meta", "all => all.map(e => e.querySelector('time')?.dateTime.slice(0, 7))")
        known = [date for date in dates if date]
        assert known == sorted(known), file.name
        for step in steps:
            assert step.query_selector(".re").inner_text().strip()
            assert step.query_selector("i").inner_text() == ""
    page.close()
    assert seen > 0
