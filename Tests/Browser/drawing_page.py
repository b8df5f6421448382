"""Shows the sample pictures of DrawingSamples in Debian's Chromium; shared by the drawing_*.py scripts.

As a script it takes screenshots:
    drawing_page.py OUTPUT_FOLDER [sample ...]
Needs playwright (pip install playwright) and chromium; the samples must be built (swift build --product DrawingSamples).
"""
import pathlib
import subprocess
import sys

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
STYLE = ROOT / "templates" / "assets" / "style.css"

SANS = "Inter, system-ui, sans-serif"
SERIF = "'Source Serif Pro', Georgia, serif"
def samples(*arguments, program=None):
    """The page that DrawingSamples prints."""
    program = program or ROOT / ".build" / "debug" / "DrawingSamples"
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def styled(page, sans=SANS, serif=SERIF):
    """The page with the theme's style in it, and fonts that every machine with this test has."""
    fonts = f":root{{--sans:{sans};--serif:{serif}}}figure{{margin-bottom:64px}}body{{padding-top:24px}}"
    return page + f"<style>{STYLE.read_text()}\n{fonts}</style>"


def open_browser(playwright):
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    names = sys.argv[2:] or ["weeks", "year", "marks", "edges"]
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        for name in names:
            sample, _, direction = name.partition("-")
            html = styled(samples(*sample.split("+"), direction or "ltr"))
            for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")):
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page.set_content(html)
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                page.close()
            page = browser.new_page()
            page.set_content(html)
            page.pdf(path=folder / f"{name}.pdf", format="A4", margin={side: "15mm" for side in ("top", "right", "bottom", "left")})
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
