"""Takes screenshots of one page of every kind of the example and of the made-up sites, to be looked at by people.

    screenshots.py OUTPUT_FOLDER [site ...]

Every page at 360 and 1280 px, light and dark; the event's page and a demand's also as they print (PDF).
"""
import pathlib
import sys
import tempfile

from playwright.sync_api import sync_playwright

from drawing_page import open_browser
from site_pages import SITES, build, one_of_each_kind, served

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


def main():
    output = pathlib.Path(sys.argv[1])
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = open_browser(playwright)
        for name in sys.argv[2:] or SITES:
            shoot(browser, name, build(name, pathlib.Path(folder) / name), output)
        browser.close()


if __name__ == "__main__":
    main()
