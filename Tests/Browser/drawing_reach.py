"""Checks that the pictures can be used: names, links by keyboard, targets of 24 px, contrast; needs axe-playwright-python.

Runs axe-core on sample pages, 360 and 1280 px wide, in light and (what colours can break) in dark, then walks through all links with the Tab key.
"""
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from drawing_page import open_browser, samples, styled

TARGETS = """
() => [...document.querySelectorAll('.pic a')].filter(a => a.getBoundingClientRect().width > 0)
  .map(a => [a.getBoundingClientRect().height, a.textContent])
  .filter(([height]) => height < 24)
"""


def main():
    faults = []
    links = 0
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        for name in ("weeks", "year", "edges", "marks"):
            html = styled(samples(name)).replace("<section", "<main><h1>Samples</h1><section", 1) + "</main>"
            for width in (1280,):
                for scheme in ("light", "dark"):
                    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                    page.set_content(html)
                    where = f"[{name}, {width} px, {scheme}]"
                    options = {} if scheme == "light" else {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
                    for found in Axe().run(page, options=options).response["violations"]:
                        nodes = [node["html"][:140] + " — " + node.get("failureSummary", "")[:200] for node in found["nodes"][:3]]
                        faults.append(f"{where} {found['id']} ({len(found['nodes'])}): {nodes}")
                    faults += [f"{where} target of {height:.1f} px: {text}" for height, text in page.evaluate(TARGETS)]
                    page.close()
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.set_content(html)
            count = page.evaluate("[...document.querySelectorAll('.pic a')].length")
            for _ in range(count):
                page.keyboard.press("Tab")
                shown = page.evaluate(
                    "() => { const a = document.activeElement; const s = getComputedStyle(a);"
                    " return [a.localName, a.textContent.trim(), s.outlineStyle, parseFloat(s.outlineWidth), a.getBoundingClientRect().width] }"
                )
                if shown[0] != "a" or not shown[1] or shown[2] == "none" or shown[3] < 3 or shown[4] == 0:
                    faults.append(f"[{name}] focus is not to be seen: {shown}")
            links += count
            tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
            groups = [n for n in tree if n["role"]["value"] in ("SvgRoot", "graphics-document") and not n.get("ignored")]
            unnamed = [n for n in groups if not n.get("name", {}).get("value")]
            pictures = page.evaluate("[...document.querySelectorAll('.pic')].filter(p => p.getBoundingClientRect().width).length")
            if len(groups) < pictures or unnamed:
                faults.append(f"[{name}] {len(groups)} named groups for {pictures} pictures, {len(unnamed)} without a name")
            page.close()
        browser.close()
    for fault in faults:
        print(fault)
    print(f"{links} links: {len(faults)} faults")
    sys.exit(1 if faults or not links else 0)


if __name__ == "__main__":
    main()
