#!/usr/bin/env python3
"""Measures the time from a saved file to the new page in a real browser, for explainer and Hugo on equivalent sites.

    reload.py --explainer PROGRAM --hugo PROGRAM --events 1 36 357 --runs 20

A sentence of a demand is changed, and the page of the demand is open. The time ends when the parsed page has the sentence.
"""
import argparse
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
# Notes when a page has the sentence that the test waits for.
NOTE = """
const wanted = /Measured sentence (\\d+)\\./;
document.addEventListener("DOMContentLoaded", () => {
  const found = wanted.exec(document.body.textContent);
  window.seen = { number: found ? Number(found[1]) : -1, time: Date.now() };
});
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, seconds=300):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(.1)
    raise SystemExit("the server does not answer")


def measure(browser, address, file, runs, limit):
    """Milliseconds of each run, and how many pages were shown without the last sentence."""
    original = file.read_text()
    context = browser.new_context()
    context.add_init_script(NOTE)
    page = context.new_page()
    times, stale = [], 0
    try:
        page.goto(address, timeout=120_000)
        page.wait_for_timeout(1500)
        for number in range(1, runs + 1):
            start = time.time()
            file.write_text(original + f"\nMeasured sentence {number}.\n")
            try:
                page.wait_for_function(f"window.seen && window.seen.number === {number}", timeout=limit * 1000, polling=1)
                times.append(page.evaluate("window.seen.time") - start * 1000)
            except Exception:
                stale += 1
            page.wait_for_timeout(300)
    finally:
        file.write_text(original)
        context.close()
    return times, stale


def explainer(options, folder, browser, demand):
    port = free_port()
    process = subprocess.Popen(
        [options.explainer, "serve", "--quiet", "--port", str(port), "--content", folder / "explainer/content", "--templates",
         options.templates], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        process.stdout.readline()
        path = demand.relative_to(folder / "explainer/content").with_suffix(".html")
        return measure(browser, f"http://127.0.0.1:{port}/{path}", demand, options.runs, 30)
    finally:
        process.terminate()
        process.wait()


def hugo(options, folder, browser, demand):
    port = free_port()
    log = open(folder / "hugo.log", "w")
    process = subprocess.Popen(
        [options.hugo, "server", "--source", folder / "hugo", "--port", str(port), "--bind", "127.0.0.1", "--noHTTPCache",
         "--baseURL", f"http://127.0.0.1:{port}/"], stdout=log, stderr=log)
    try:
        wait_for(port)
        relative = demand.relative_to(folder / "explainer/content")
        file = folder / "hugo/content" / relative
        address = f"http://127.0.0.1:{port}/{relative.with_suffix('')}"
        for ending in ("/", ".html"):
            status = subprocess.run(["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", address + ending],
                                    capture_output=True, text=True).stdout
            if status == "200":
                return measure(browser, address + ending, file, options.hugo_runs, 120)
        raise SystemExit(f"Hugo has no page {address}")
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--explainer", required=True)
    parser.add_argument("--hugo")
    parser.add_argument("--events", type=int, nargs="+", default=[1, 36, 357])
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--hugo-runs", type=int, default=5)
    parser.add_argument("--templates", type=pathlib.Path, default=ROOT / "templates")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / ".build/bench-serve")
    options = parser.parse_args()
    print("| documents | explainer: median, slowest, ms | stale | Hugo: median, slowest, ms | stale | times |")
    print("|---|---|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for events in options.events:
            folder = options.work / str(events)
            if not folder.exists():
                subprocess.run([sys.executable, ROOT / "Benchmarks/Sites/make_sites.py", "--events", str(events), folder],
                               check=True, stdout=subprocess.DEVNULL)
            documents = len(list((folder / "explainer/content").rglob("*.md")))
            demand = sorted((folder / "explainer/content").rglob("demands/*.md"))[0]
            own, own_stale = explainer(options, folder, browser, demand)
            cells = [f"{statistics.median(own):.0f}, {max(own):.0f}" if own else "none", str(own_stale)]
            if options.hugo:
                other, other_stale = hugo(options, folder, browser, demand)
                cells += [f"{statistics.median(other):,.0f}, {max(other):,.0f}" if other else "none", str(other_stale),
                          f"{statistics.median(other) / statistics.median(own):.1f}" if own and other else ""]
            print(f"| {documents:,} | " + " | ".join(cells) + " |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
