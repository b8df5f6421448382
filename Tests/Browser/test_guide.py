"""`docs/content/ten-minutes.md`, followed word by word in a real browser, from an empty folder to a site on a host.

The steps are read from the page. Blocks of `sh` are run; `explainer serve` keeps running as in a second terminal. Blocks of
`markdown` are written to the file that is named above them. Blocks of `text` are what the panel in the browser shows, or the last
command if they stand below one. Sentences tell which word to replace, and when the panel is gone.
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time

from drawing_page import ROOT
from site_pages import PROGRAM, served

GUIDE = ROOT / "docs/content/ten-minutes.md"


def steps():
    """The steps of the guide, in order, each with the line where it begins."""
    found, block, target, after_command = [], None, None, False
    for number, line in enumerate(GUIDE.read_text().split("\n"), 1):
        if line.startswith("```"):
            if block is None:
                block = (line[3:], [])
                continue
            language, lines = block
            block, text = None, "".join(line + "\n" for line in lines)
            if language == "sh":
                found.append((number, "serve" if text.startswith("explainer serve") else "run", text))
                after_command = found[-1][1] == "run"
            elif language == "text":
                found.append((number, "output" if after_command else "panel", lines))
            elif language == "markdown":
                assert target, f"line {number}: no file is named above"
                found.append((number, "append" if target[1] else "write", (target[0], text)))
            else:
                raise AssertionError(f"line {number}: nobody can follow a block of '{language}'")
            target = None
        elif block is not None:
            block[1].append(line)
        elif match := re.fullmatch(r"`(content/[a-z./-]+)`( \(at its end\))?", line):
            target = match.groups()
        elif match := re.search(r"[Ww]rite `([a-z-]+)` in place of `([a-z-]+)` in the first link of `([a-z./]+)`", line):
            found.append((number, "replace", match.groups()))
            after_command = False
        elif "the panel is gone" in line:
            found.append((number, "gone", None))
        elif line:
            after_command = False
    return found


class Follower:
    def __init__(self, folder, browser):
        self.place = folder / "home"
        self.place.mkdir()
        (folder / "bin").mkdir()
        shutil.copy(PROGRAM, folder / "bin/explainer")
        shutil.copytree(ROOT / "templates", folder / "share/explainer/templates")
        # What opens a browser on a desktop.
        self.opened = folder / "opened"
        opener = folder / "bin" / ("xdg-open" if os.uname().sysname == "Linux" else "open")
        opener.write_text(f'#!/bin/sh\necho "$1" >>"{self.opened}"\n')
        opener.chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
        self.page = browser.new_page()
        self.mistaken = False
        self.server = None

    def run(self, text):
        script = f"{text}status=$?\npwd >\"$HERE\"\nexit $status\n"
        here = self.opened.parent / "here"
        last = subprocess.run(["bash", "-c", script], cwd=self.place, env={**self.environment, "HERE": str(here)},
                              capture_output=True, text=True)
        self.last = last
        self.place = pathlib.Path(here.read_text().strip())
        assert last.returncode == (1 if self.mistaken and "--fix" not in text else 0), text + last.stdout + last.stderr
        if "--fix" in text:
            self.mistaken = False

    def serve(self, text):
        self.server = subprocess.Popen([*text.split(), "--port", "0"], cwd=self.place, env=self.environment, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True)
        address = re.search(r"http://\S+/", self.server.stdout.readline())[0]
        end = time.monotonic() + 10
        while not self.opened.exists() and time.monotonic() < end:
            time.sleep(.02)
        assert self.opened.read_text().split() == [address]
        self.page.goto(address)

    def write(self, step):
        (self.place / step[0]).write_text(step[1])

    def append(self, step):
        with open(self.place / step[0], "a") as file:
            file.write(step[1])

    def replace(self, step):
        new, old, path = step
        file = self.place / path
        assert old in file.read_text()
        file.write_text(file.read_text().replace(old, new, 1))
        self.mistaken = True

    def output(self, lines):
        for line in lines:
            assert line in self.last.stdout, self.last.stdout

    def panel(self, lines):
        panel = self.page.locator("explainer-problems details")
        for line in lines:
            panel.get_by_text(line).first.wait_for()
        assert "event.md" in panel.inner_text()
        marks = len(re.findall("there is no", " ".join(lines)))
        self.page.wait_for_function(f"document.querySelectorAll('mark[data-unresolved]').length {'>=' if marks else '==='} {marks}")

    def gone(self, _):
        self.page.wait_for_function("!document.querySelector('explainer-problems') && !document.querySelector('mark[data-unresolved]')")
        assert self.page.locator("h1").inner_text() == "Wages at Westhaven harbour"
        assert self.page.locator("main svg").count() >= 1

    def end(self):
        self.page.close()
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)
            self.server.wait(10)


def test_can_be_followed(tmp_path, browser):
    follower = Follower(tmp_path, browser)
    try:
        kinds = []
        for number, kind, step in steps():
            kinds.append(kind)
            try:
                getattr(follower, kind)(step)
            except Exception as fault:
                raise AssertionError(f"line {number} of the guide") from fault
        # From the first step to the last, with a mistake that is seen and mended.
        assert kinds.count("run") >= 6 and kinds.count("gone") == 2
        assert {"serve", "write", "append", "replace", "panel", "output"} <= set(kinds)
        assert follower.server.poll() is None
        # The preview has what was said, and so has the folder, on a host and on disk, without a warning.
        strict = subprocess.run([tmp_path / "bin/explainer", "build", "--strict"], cwd=follower.place, capture_output=True, text=True)
        assert strict.returncode == 0, strict.stderr
        folder = follower.place / "public"
        with served(folder) as host:
            for address in (follower.page.url, host + "/", (folder / "index.html").as_uri()):
                follower.page.goto(address)
                text = follower.page.locator("main").inner_text()
                assert "Raise wages by six per cent" in text and "We ask for six per cent, and not a day later." in text
                assert "The budget is closed" in text
            follower.page.goto((folder / "index.html").as_uri())
            follower.page.locator("main a", has_text="Raise wages by six per cent").first.click()
            assert follower.page.url.endswith("demands/raise-wages-by-six-per-cent.html")
    finally:
        follower.end()
