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
STYLE = ROOT / "templates" / "assets" / "drawing.css"

SANS = "Inter, system-ui, sans-serif"
SERIF = "'Source Serif Pro', Georgia, serif"
LIGHT = """--paper:#fcfcfa;--ink:#16181a;--mute:#55595e;--rule:#c9cbc8;--tile:#fff;--p1:#0b5cad;--p2:#a34a00;
--p3:#591463;--p4:#207d63;--p5:#631428;--p6:#6d7431;--p7:#3d4943"""
DARK = """--paper:#141517;--ink:#eceae4;--mute:#a5a8a9;--rule:#3b3e42;--tile:#141517;--p1:#74b3f2;--p2:#eda04e;
--p3:#a885fe;--p4:#37cdb8;--p5:#e07c88;--p6:#d3b61f;--p7:#d8dade"""


def tokens(sans=SANS, serif=SERIF):
    """The theme's custom properties, and a page as wide as the theme's."""
    return f""":root{{{LIGHT};--sans:{sans};--serif:{serif}}}
@media screen and (prefers-color-scheme:dark){{:root{{{DARK}}}}}
body{{margin:0 auto;padding:24px 16px;max-width:1120px;box-sizing:content-box;background:var(--paper);color:var(--ink);font-family:var(--sans)}}
@media(min-width:960px){{body{{padding:24px}}}}
figure{{margin:0 0 64px}}.pic+.pic{{margin-top:0}}"""


def samples(*arguments, program=None):
    """The page that DrawingSamples prints."""
    program = program or ROOT / ".build" / "debug" / "DrawingSamples"
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def styled(page, sans=SANS, serif=SERIF):
    """The page with the tokens and drawing.css in it."""
    return page + f"<style>{tokens(sans, serif)}\n{STYLE.read_text()}</style>"


def open_browser(playwright):
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    names = sys.argv[2:] or ["pentagon", "harbour", "seven", "marks", "answers", "times", "edges"]
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
