"""Large disputes: their budgets, their tab stops, the names of links, and every width between a phone and a wall."""
import subprocess

import pytest

import large_dispute
import site_pages
from drawing_page import ROOT
from site_pages import PROGRAM, one_of_each_kind
from test_site import ALL_RULES, COLOURS, vnu, violations

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
        (folder / "content/site.md").write_text("---\ntitle: The Open Record\nembeds: true\n---\n")
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


@pytest.mark.parametrize("width,screens,stops", [(390, 18, 130), (1280, 13, 140)])
def test_60_demands_are_folded_too(disputes, browser, width, screens, stops):
    """There is no budget for so many; a page that is more than twice as large is a third longer at most."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto((disputes[60, 14] / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollHeight / 844") <= screens
    assert page.evaluate(STOPS) <= stops
    # What is folded is there, and is printed.
    folded = page.locator("#pending details li, #threats details tr")
    assert folded.count() > 10
    page.emulate_media(media="print")
    assert folded.last.is_visible()
    page.close()


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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_disputes_of_every_size(disputes, browser, size, width):
    """Every kind of page of the largest; of the others that of the event."""
    faults = []
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    pages = one_of_each_kind(disputes[size])
    for kind, file in (pages if size == SIZES[-1] else {"event": pages["event"]}).items():
        for scheme, options in (("light", ALL_RULES), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)
            if scheme == "light":
                page.goto(file.as_uri())
            faults += [f"{kind}, {scheme}: {found}" for found in violations(page, options)]
    page.close()
    assert not faults, "\n".join(faults)


def test_the_html_checker_finds_nothing_in_disputes_of_every_size(disputes):
    messages = vnu(disputes.values())
    assert not messages, "\n".join(messages[:20])


# A reader's questions, with the section that answers each.
QUESTIONS = {
    "Who wants what from whom?": "standoff", "Who said no, and why?": "demands", "What happens next?": "pending",
    "What changed?": "changes", "How do you know?": "sources",
}


@pytest.mark.parametrize("size", [(10, 4), (25, 6), (60, 14)])
def test_each_question_of_a_reader_takes_two_steps_by_keyboard(disputes, browser, size):
    """A link of the contents leads to the section, and the next stop but a link that skips is in its answer."""
    page = browser.new_page(viewport={"width": 1280, "height": 844}, reduced_motion="reduce")
    for question, section in QUESTIONS.items():
        page.goto((disputes[size] / "index.html").as_uri())
        page.focus(f".contents a[href='#{section}']")
        page.keyboard.press("Enter")
        page.wait_for_function(f"location.hash === '#{section}'")
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "skip":
            page.keyboard.press("Tab")
        found = page.evaluate("[document.activeElement.closest('section')?.id, document.activeElement.textContent.trim()]")
        assert found[0] == section and found[1], f"{question} {found}"
    page.close()


@pytest.mark.parametrize("name", ["app-store", "machinists", "july-crisis", "strike", "example"])
def test_each_question_of_a_reader_has_a_heading_with_its_answer(sites, browser, name):
    """As it is read aloud: a heading of the second level, and in its section links to what it tells of."""
    page = browser.new_page(viewport={"width": 1280, "height": 844})
    page.goto((sites[name] / "index.html").as_uri())
    assert page.get_by_role("heading", level=1).count() == 1
    prose = page.locator("section.prose p").first
    assert prose.inner_text().strip()
    seen = 0
    for section in ("standoff", "demands", "timeline", "changes", "pending", "agreement", "sources"):
        part = page.locator(f"section#{section}")
        if not part.count():
            continue
        seen += 1
        assert part.get_by_role("heading", level=2).count() == 1, section
        assert section == "sources" or part.get_by_role("link").count() + part.locator("li, p").count() > 0, section
    # Who wants what, what became of it, what changed or comes, and how it is known.
    assert seen >= 5
    # Why somebody said no: the answer's own page has its words or its grounds.
    page.locator("#standoff .re a[href], #demands .answer a[href]").first.click()
    assert page.get_by_role("heading", level=1).inner_text().strip()
    assert page.locator("main").inner_text().count("\n") > 3
    page.close()


MANY = """---
title: A dispute of three and three
summary: Three ask three others.
parties:
{parties}
demands:
  - {{id: one, title: Open the gates of the northern basin, from: [p0, p1, p2], to: [p3, p4, p5], date: 2031-01-05, main: true, sources: [s]}}
  - {{id: two, title: Close them, from: [p3, p4, p5, p0], to: [p1, p2, p6, p7], date: 2031-01-06, main: true, sources: [s]}}
responses:
  - {{id: no, title: No, answers: one, from: [p3, p4, p5], date: 2031-01-07, kind: refused, sources: [s]}}
sources:
  - {{id: s, title: A report, type: report}}
---
"""


@pytest.mark.parametrize("media,width", [("print", 690), ("screen", 320), ("screen", 600), ("screen", 768), ("screen", 960), ("screen", 1280)])
def test_arrows_and_tiles_keep_clear_of_words(tmp_path, browser, media, width):
    parties = "\n".join(f"  - {{id: p{n}, name: \"{name}\", kind: {kind}}}" for n, (name, kind) in enumerate(large_dispute.NAMES[:8]))
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.md").write_text("---\ntitle: The Open Record\n---\n")
    (tmp_path / "content/event.md").write_text(MANY.format(parties=parties))
    subprocess.run(
        [PROGRAM, "build", "--content", tmp_path / "content", "--templates", ROOT / "templates", "--output", tmp_path / "public"],
        check=True, capture_output=True, text=True)
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.emulate_media(media=media)
    page.goto((tmp_path / "public/index.html").as_uri())
    strips = page.evaluate("""() => [...document.querySelectorAll('#standoff .exch')].map(strip => {
      const box = strip.getBoundingClientRect(), tiles = [...strip.querySelectorAll('.tile, .way')].map(e => e.getBoundingClientRect());
      return [tiles.length, Math.max(...tiles.map(b => b.right)) - box.right, Math.min(...tiles.map(b => b.width))];
    })""")
    page.close()
    assert len(strips) >= 2
    for count, over, narrow in strips:
        assert count >= 5 and over < 1 and narrow >= 20, strips
