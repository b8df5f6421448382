"""Pictures of many sizes and shapes, measured in a real browser; the scripts beside this one do the work."""
import subprocess
import sys

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
