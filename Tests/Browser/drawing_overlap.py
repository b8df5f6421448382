"""Measures sample and random pictures in a real browser: no text on text, on a tile, a mark or a bar, nothing outside.

    drawing_overlap.py [--seeds COUNT] [--first SEED] [--loose]

Text may stand on hairlines, on a deadline's and on the record's line (it has a halo there), never on anything else.
With --loose the fonts are DejaVu, an eighth wider than what the widths were made for; then all that is asked is that
the page still does not scroll sideways, at the narrowest width of a chart.
"""
import argparse
import sys

from playwright.sync_api import sync_playwright

from drawing_page import open_browser, samples, styled

MEASURE = r"""
() => {
  const faults = [];
  let texts = 0, shapes = 0, pictures = 0;
  for (const svg of document.querySelectorAll('svg.pic')) {
    if (getComputedStyle(svg).display === 'none') continue;
    pictures += 1;
    const view = svg.viewBox.baseVal;
    const where = svg.closest('section').dataset.name + ' ' + svg.closest('figure').className + ' ' + svg.getAttribute('aria-labelledby');
    const toUser = svg.getScreenCTM().inverse();
    const boxes = [];
    for (const text of svg.querySelectorAll('text')) {
      const size = parseFloat(getComputedStyle(text).fontSize), box = text.getBBox();
      const base = text.y.baseVal[0].value;
      // Letters as high as an ascender, with what hangs below; not the whole line.
      const tile = text.closest('.t');
      boxes.push({kind: tile ? 'initials' : 'text', halo: getComputedStyle(text).paintOrder.startsWith('stroke'),
        x: box.x, y: base - .74 * size, r: box.x + box.width, b: base + .2 * size, name: text.textContent, tile});
      texts += 1;
    }
    for (const shape of svg.querySelectorAll(':not(defs *):is(path,rect,circle,use)')) {
      if (shape.matches('.hit')) continue;
      const style = getComputedStyle(shape), raw = shape.getBBox();
      const matrix = toUser.multiply(shape.getScreenCTM());
      const half = style.stroke === 'none' ? 0 : parseFloat(style.strokeWidth) / 2;
      // A straight line has no width beyond its ends.
      const dx = raw.height === 0 ? 0 : half, dy = raw.width === 0 ? 0 : half;
      const corners = [[raw.x - dx, raw.y - dy], [raw.x + raw.width + dx, raw.y + raw.height + dy]]
        .map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
      const box = {x: Math.min(corners[0].x, corners[1].x), y: Math.min(corners[0].y, corners[1].y),
        r: Math.max(corners[0].x, corners[1].x), b: Math.max(corners[0].y, corners[1].y)};
      box.tile = shape.closest('.t');
      box.kind = box.tile ? 'tile' : shape.matches('.r,.end,.axis,.lead') ? 'line' : shape.matches('.gap') ? 'gap' : 'shape';
      box.name = shape.outerHTML.slice(0, 90);
      boxes.push(box);
      shapes += 1;
    }
    for (const box of boxes) {
      // The ink of a last "f" hangs over its advance.
      const slack = box.kind === 'text' ? 2.6 : .6;
      if (box.x < -slack || box.y < -.6 || box.r > view.width + slack || box.b > view.height + .6)
        faults.push(`${where}: outside (${[box.x, box.y, box.r, box.b].map(n => n.toFixed(1))}): ${box.name}`);
    }
    boxes.sort((a, b) => a.y - b.y);
    const may = (a, b) => {
      const kinds = [a.kind, b.kind];
      if (a.tile && a.tile === b.tile) return true;
      if (!kinds.some(k => k === 'text' || k === 'initials')) return !(a.kind === 'tile' && b.kind === 'tile');
      if (kinds.includes('line')) return kinds.includes('initials') || (a.halo || b.halo);
      if (kinds.includes('gap')) {  // The box of a missing answer holds its own words whole.
        const [gap, text] = a.kind === 'gap' ? [a, b] : [b, a];
        return text.x > gap.x && text.r < gap.r && text.y > gap.y && text.b < gap.b;
      }
      return false;
    };
    for (let i = 0; i < boxes.length; i += 1) {
      const a = boxes[i];
      for (let j = i + 1; j < boxes.length && boxes[j].y < a.b - .5; j += 1) {
        const b = boxes[j];
        if (b.x < a.r - .5 && a.x < b.r - .5 && b.b > a.y + .5 && !may(a, b))
          faults.push(`${where}: ${a.kind} "${a.name}" on ${b.kind} "${b.name}"`);
      }
    }
  }
  return {faults, texts, shapes, pictures};
}
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=120)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--loose", action="store_true")
    options = parser.parse_args()
    fonts = ("'DejaVu Sans'", "'DejaVu Serif'") if options.loose else ()
    jobs = [[name] for name in ("weeks", "year", "edges")]
    jobs += [[name, "rtl"] for name in ("weeks", "year", "edges")]
    for start in range(options.first, options.first + options.seeds, 20):
        count = min(20, options.first + options.seeds - start)
        jobs.append(["random", str(start), str(count)])
    jobs.append(["random", str(options.first), str(min(20, options.seeds)), "rtl"])
    total = {"texts": 0, "shapes": 0, "pictures": 0}
    faults = []
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        for job in jobs:
            html = styled(samples(*job), *fonts)
            for width in (960,) if options.loose else (1280,):
                page = browser.new_page(viewport={"width": width, "height": 900})
                page.set_content(html)
                measured = page.evaluate(MEASURE)
                if not options.loose:
                    faults += [f"[{' '.join(job)}, {width} px] {fault}" for fault in measured["faults"]]
                for key in total:
                    total[key] += measured[key]
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    faults.append(f"[{' '.join(job)}] the page scrolls sideways at {width} px")
                page.close()
        browser.close()
    for fault in faults[:60]:
        print(fault)
    print(f"{total['pictures']} pictures, {total['texts']} texts, {total['shapes']} shapes: {len(faults)} faults")
    if total["pictures"] < options.seeds + 20:
        sys.exit("too few pictures were measured")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
