"""Takes screenshots of one page of every kind of the example and of the made-up sites, to be looked at by people.

    screenshots.py OUTPUT_FOLDER [site ...]

Every page at 360 and 1280 px, light and dark; the event's page and a demand's also as they print (PDF). Without names of
sites also ten pictures of what is hard to draw, in the folder `best`.
"""
import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

import large_dispute
from drawing_page import ROOT, open_browser
from site_pages import PROGRAM, SITES, build, one_of_each_kind, served

A4 = {"format": "A4", "prefer_css_page_size": True}


def shoot(browser, name, site, output):
    """All pictures of one built site."""
    with served(site) as address:
        shoot_pages(browser, name, site, address, output)


def shoot_pages(browser, name, site, server, output):
    pages = {kind: file.as_uri() for kind, file in sorted(one_of_each_kind(site).items())} | {"404": server + "/404.html"}
    for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
        for kind, address in pages.items():
            page.goto(address)
            page.screenshot(path=output / f"{name}-{kind}-{width}-{scheme}.png", full_page=True)
        page.close()
    page = browser.new_page()
    for kind in ("event", "demands"):
        if kind in pages:
            page.goto(pages[kind])
            page.pdf(path=output / f"{name}-{kind}.pdf", **A4)
    page.close()
    print(f"{name}: {len(pages)} pages")


# Name, site or size of a made-up dispute, page, width, colours, what of the page; nothing for all of it.
BEST = [
    ("01-settled-top", "machinists", "index.html", 1280, "light", None),
    ("02-whole-dispute-on-a-phone", "machinists", "index.html", 390, "light", None),
    ("03-lanes-six-parties", (25, 6), "index.html", 1280, "light", "#standoff"),
    ("04-lanes-fourteen-parties-phone", (60, 14), "index.html", 390, "dark", "#standoff"),
    ("05-face-to-face", "example", "index.html", 1280, "light", "#standoff"),
    ("06-chart-in-the-dark", "strike", "index.html", 1280, "dark", "#timeline"),
    ("07-calendar-on-a-phone", "app-store", "index.html", 390, "light", "#timeline"),
    ("08-sixty-demands-folded", (60, 14), "index.html", 768, "light", "#demands"),
    ("09-ladder", "machinists", None, 1280, "light", "main"),
    ("10-right-to-left", "rtl", "index.html", 1280, "dark", None),
]


def shoot_best(browser, folder, output):
    output.mkdir(exist_ok=True)
    built = {}
    for name, site, file, width, scheme, part in BEST:
        if site not in built:
            place = folder / f"best-{len(built)}"
            if isinstance(site, tuple):
                (place / "content").mkdir(parents=True)
                (place / "content/site.md").write_text("---\ntitle: The Open Record\n---\n")
                (place / "content/event.md").write_text(large_dispute.event(*site))
                subprocess.run(
                    [PROGRAM, "build", "--content", place / "content", "--templates", ROOT / "templates", "--output", place / "public"],
                    check=True, capture_output=True, text=True)
                built[site] = place / "public"
            else:
                built[site] = build(site, place)
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
        page.goto((built[site] / file if file else one_of_each_kind(built[site])["demands"]).as_uri())
        if part:
            page.locator(part).screenshot(path=output / f"{name}.png")
        else:
            page.screenshot(path=output / f"{name}.png", full_page=True)
        page.close()
    print(f"best: {len(BEST)} pictures")


def main():
    output = pathlib.Path(sys.argv[1])
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = open_browser(playwright)
        for name in sys.argv[2:] or SITES:
            shoot(browser, name, build(name, pathlib.Path(folder) / name), output)
        if not sys.argv[2:]:
            shoot_best(browser, pathlib.Path(folder), output / "best")
        browser.close()


if __name__ == "__main__":
    main()
