"""Reading the built sites: by keyboard, zoomed, on a narrow screen, while a page loads, in pictures and in words, printed."""
import io
import re

import pytest
from pypdf import PdfReader

from site_pages import SITES, one_of_each_kind

SHAPES = ["example", "strike", "court-case", "seven-parties"]

STOPS = """
() => {
  const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')];
  window.stops = all.filter(e => e.checkVisibility() && e.getClientRects().length);
  return window.stops.length;
}
"""
FOCUSED = """
() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  const isShown = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {place: window.stops.indexOf(e), outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    isShown, name: (e.getAttribute('aria-label') || e.textContent || e.labels?.[0]?.textContent || '').trim(),
    html: e.outerHTML.slice(0, 120)};
}
"""


@pytest.mark.parametrize("name,width,kinds", [
    ("example", 1280, ("event", "timeline", "sources", "search", "demands", "parties")),
    ("strike", 360, ("event", "threats")),
])
def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(sites, browser, name, width, kinds):
    faults = []
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    pages = one_of_each_kind(sites[name])
    for kind in kinds:
        page.goto(pages[kind].as_uri())
        count = page.evaluate(STOPS)
        assert count > 5
        for place in range(count):
            page.keyboard.press("Tab")
            seen = page.evaluate(FOCUSED)
            if seen["place"] != place:
                faults.append(f"{kind}: stop {place} is {seen['place']}: {seen['html']}")
                break
            if seen["outline"] < 2 or not seen["isShown"] or not seen["name"]:
                faults.append(f"{kind}: not to be seen or named: {seen}")
    page.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", SITES)
def test_nothing_scrolls_sideways_on_the_narrowest_screen_or_at_400_per_cent(sites, browser, name):
    """A window of 1280 px at 400 % is one of 320 px; letters of twice the size must find room as well."""
    faults = []
    page = browser.new_page(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    for kind, file in one_of_each_kind(sites[name]).items():
        page.goto(file.as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            faults.append(f"{kind} is {wide} px wide at 320")
        page.set_viewport_size({"width": 640, "height": 512})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 640:
            faults.append(f"{kind} is {wide} px wide at 640 with letters of twice the size")
        page.set_viewport_size({"width": 320, "height": 256})
    page.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(sites, browser, width):
    faults = []
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(e => window.shifts.push(e.value)))"
        ".observe({type: 'layout-shift', buffered: true})")
    for name in ("example", "seven-parties"):
        for kind, file in one_of_each_kind(sites[name]).items():
            page.goto(file.as_uri())
            page.evaluate(
                "async () => { for (let y = 0; y < document.body.scrollHeight; y += 800) {"
                " scrollTo(0, y); await new Promise(requestAnimationFrame) } }")
            shifts = page.evaluate("() => new Promise(done => setTimeout(() => done(window.shifts), 60))")
            if shifts:
                faults.append(f"{name}, {kind}: {shifts}")
    page.close()
    assert not faults, "\n".join(faults)


def hrefs(page, selector):
    return sorted(set(page.eval_on_selector_all(selector, "links => links.map(a => a.getAttribute('href'))")))


@pytest.mark.parametrize("name", SHAPES)
def test_each_picture_says_what_the_text_beside_it_says(sites, browser, name):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(one_of_each_kind(sites[name])["event"].as_uri())
    # The lanes and the demands with their answers: whatever is drawn is told, and of a small dispute all is drawn.
    for folder in ("demands/", "refusals/", "responses/", "threats/"):
        drawn = hrefs(page, f"#standoff a[href^='{folder}']")
        told = hrefs(page, f"#demands a[href^='{folder}'], #threats a[href^='{folder}']")
        is_small = page.locator("#demands details").count() == 0
        assert set(drawn) <= set(told) or not is_small, folder
        if is_small and folder == "demands/":
            assert drawn == hrefs(page, "#demands h3 a")
    # The strips are for the eye alone: nothing in them can be reached.
    assert page.locator("#standoff .exch:not([aria-hidden=true])").count() == 0
    assert page.locator("#standoff .exch a").count() == 0
    # The chart and the calendar tell what the timeline's page lists.
    for picture in (".chart", ".cal"):
        assert all(link for link in hrefs(page, f"#timeline {picture} a"))
    if page.locator("#timeline .chart").count():
        number = int(re.search(r"(\d+) in all", page.inner_text("#timeline")).group(1))
        marks = page.evaluate("""() => [...document.querySelectorAll('#timeline .chart')][0].querySelectorAll('.k use').length
            + [...document.querySelectorAll('#timeline .chart')][0].querySelectorAll('text').length""")
        assert number >= 8 and marks >= number
    page.close()


MARK_PICTURES = """
() => [...document.querySelectorAll('svg.pic')].map((svg, index) => {
  for (const [word, y] of [['TOP', 4], ['END', svg.viewBox.baseVal.height - 1]]) {
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.textContent = `${word}${index}X`;
    text.setAttribute('y', y);
    text.setAttribute('x', 400);
    text.style.cssText = 'font: 6px monospace';
    svg.append(text);
  }
})
"""


@pytest.mark.parametrize("name", SHAPES + ["long"])
def test_print_cuts_no_picture_and_leaves_no_page_empty(sites, browser, name):
    page = browser.new_page()
    for kind in ("event", "timeline", "demands"):
        page.goto(one_of_each_kind(sites[name])[kind].as_uri())
        count = len(page.evaluate(MARK_PICTURES))
        titles = {title.strip() for title in page.locator("h2").all_inner_texts()}
        texts = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4"))).pages]
        places = {}
        for number, text in enumerate(texts):
            assert text.strip(), f"{kind}: page {number + 1} of {len(texts)} is empty"
            assert text.strip().split("\n")[-1].strip() not in titles, f"{kind}: page {number + 1} ends with a heading"
            for word, index in re.findall(r"(TOP|END)(\d+)X", text):
                places.setdefault(int(index), {})[word] = number
        assert len(places) == count, f"{kind}: {len(places)} of {count} pictures were found"
        for index, ends in places.items():
            assert ends["TOP"] == ends["END"], f"{kind}: picture {index} is cut: {ends}"
    page.close()
