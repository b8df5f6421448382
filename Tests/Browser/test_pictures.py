"""Pictures of many sizes and shapes, measured in a real browser; the scripts beside this one do the work."""
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import site_pages
from drawing_page import ROOT


def run(*arguments):
    return subprocess.run([sys.executable, *arguments], cwd=ROOT / "Tests/Browser", capture_output=True, text=True)


def test_no_text_meets_another_in_samples_and_random_events():
    done = run("drawing_overlap.py", "--seeds", "40")
    assert done.returncode == 0, done.stdout + done.stderr


def test_wider_fonts_never_make_a_page_scroll_sideways():
    done = run("drawing_overlap.py", "--seeds", "20", "--loose")
    assert done.returncode == 0, done.stdout + done.stderr


def test_pictures_can_be_reached_and_read_by_everyone():
    done = run("drawing_reach.py")
    assert done.returncode == 0, done.stdout + done.stderr


def test_templates_and_jinja_still_agree_on_what_is_kept():
    script = ROOT / "Tests/TemplatesTests/Fixtures/jinja/make_fixtures.py"
    done = run(script, "--check")
    assert done.returncode == 0, done.stdout + done.stderr


CARD = """
() => {
  const boxes = [...document.querySelectorAll('text')].map(text => [text.getBBox(), text.textContent]);
  const faults = boxes.filter(([b, t]) => b.x < (t === '“' ? 30 : 60) || b.x + b.width > 1140 || b.y < 0 || b.y + b.height > 630).map(([, t]) => t);
  boxes.forEach(([a, one], i) => boxes.slice(i + 1).forEach(([b, two]) => {
    // Lines of one text stand closer than their boxes are high.
    if (a.x < b.x + b.width && b.x < a.x + a.width && a.y + a.height * .8 < b.y + b.height && b.y < a.y + a.height * .7)
      faults.push(`${one} on ${two}`);
  }));
  const styled = document.querySelectorAll('style, script, [style], [class]').length;
  return {faults, count: boxes.length, styled};
}
"""


def test_cards_hold_their_words_and_need_no_style(sites, browser):
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    cards = [card for folder in sites.values() for card in folder.rglob("card.svg")]
    quotes = list((sites["example"] / "embed").glob("statement-*.svg"))
    assert len(cards) >= len(sites) and len(quotes) > 5
    for card in cards + quotes:
        page.goto(card.as_uri())
        seen = page.evaluate(CARD)
        assert not seen["faults"] and not seen["styled"] and seen["count"] > 4, f"{card}: {seen}"
    page.close()


CHART = """
() => {
  const svg = document.documentElement, box = svg.viewBox.baseVal;
  const texts = [...svg.querySelectorAll('text')].map(text => [text.getBoundingClientRect(), text.textContent, parseFloat(getComputedStyle(text).fontSize)]);
  return {
    faults: texts.filter(([b, , size]) => b.left < 16 || b.right > box.width - 8 || b.bottom > box.height || size < 14).map(([, t]) => t),
    styled: svg.querySelectorAll('style, script, [style], [class], a').length,
    invisible: [...svg.querySelectorAll('use')].filter(use => !use.getBoundingClientRect().width).length,
    marks: svg.querySelectorAll('use').length, words: texts.map(([, t]) => t).join(' '),
  };
}
"""


def test_charts_are_files_that_need_no_style_and_say_where_they_are_from(sites, browser):
    charts = [chart for folder in sites.values() for chart in folder.rglob("embed/timeline.svg")]
    assert charts
    page = browser.new_page(viewport={"width": 1024, "height": 1600})
    for chart in charts:
        xml.etree.ElementTree.parse(chart)
        page.goto(chart.as_uri())
        seen = page.evaluate(CHART)
        assert not seen["faults"] and not seen["styled"] and not seen["invisible"], f"{chart}: {seen}"
        assert seen["marks"] >= 8 and "as of" in seen["words"], seen
        event = (chart.parent.parent / "index.html").read_text()
        assert 'href="embed/timeline.svg"' in event
    page.close()


PIXELS = """
async address => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const bytes = context.getImageData(0, 0, canvas.width, canvas.height).data;
  let dark = 0;
  for (let place = 0; place < bytes.length; place += 4) dark += bytes[place] < 96 ? 1 : 0;
  return [canvas.width, canvas.height, dark / (canvas.width * canvas.height)];
}
"""


def test_cards_become_png_with_the_renderer_of_the_machine(tmp_path, browser):
    """Twice: the second build keeps what the first one made."""
    assert shutil.which("rsvg-convert"), "install librsvg2-bin"
    shutil.copytree(ROOT / "content", tmp_path / "content")
    settings = (tmp_path / "content/site.md").read_text()
    assert "embeds: true" in settings and "base_url" not in settings
    (tmp_path / "content/site.md").write_text(
        settings.replace("embeds: true", "embeds: true\nshare_pictures: png\nbase_url: https://example.org/"))
    for _ in range(2):
        subprocess.run(
            [site_pages.PROGRAM, "build", "--content", tmp_path / "content", "--templates", ROOT / "templates", "--output", tmp_path / "public"],
            check=True, capture_output=True, text=True)
        quotes = sorted((tmp_path / "public/embed").glob("statement-*.png"))
        times = [file.stat().st_mtime_ns for file in quotes]
        assert len(quotes) == len(list((tmp_path / "public/embed").glob("statement-*.svg"))) > 5
    assert times == [file.stat().st_mtime_ns for file in quotes]
    page = browser.new_page()
    with site_pages.served(tmp_path / "public") as address:
        page.goto(address + "/index.html")
        for file in [tmp_path / "public/card.png", *quotes]:
            width, height, dark = page.evaluate(PIXELS, f"{address}/{file.relative_to(tmp_path / 'public')}")
            assert (width, height) == (1200, 630)
            # Letters, and not the rules and the tile alone, which cover two per cent.
            assert 0.025 < dark < 0.3, f"{file.name}: {dark}"
        assert page.get_attribute("meta[property='og:image']", "content").endswith("/card.png")
        page.goto(f"{address}/statements/{quotes[0].stem.removeprefix('statement-')}.html")
        assert page.get_attribute("meta[property='og:image']", "content").endswith(quotes[0].name)
    page.close()
