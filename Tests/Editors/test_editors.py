"""Neovim and Emacs, as a writer uses them with the settings of `docs/content/editors.md`, on one of the made-up sites.

What a test of the server alone cannot show: that an editor understands its answers.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(os.environ.get("EXPLAINER", ROOT / ".build" / "debug" / "explainer")).resolve()
CONTENT = ROOT / "Tests/SiteTests/Sites/strike/content"
DEMAND = "content/demands/nine-percent.md"


def recipes(heading, language):
    """The blocks of a language below a heading of the page on editors."""
    text = (ROOT / "docs/content/editors.md").read_text()
    section = re.search(rf"(?ms)^## {heading}\n(.*?)(?=^## |\Z)", text)[1]
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", section)


@pytest.fixture
def site(tmp_path):
    """A site with a fault in one demand, and with a template of its own; the program is on the path."""
    folder = tmp_path / "site"
    shutil.copytree(CONTENT, folder / "content")
    (folder / "templates").mkdir()
    (folder / "templates/base.html").write_text('{% extends "theme/base.html" %}\n')
    demand = folder / DEMAND
    assert "from: dockers-union" in demand.read_text()
    demand.write_text(demand.read_text().replace("from: dockers-union", "from: dockers-unoin"))
    (tmp_path / "bin").mkdir()
    shutil.copy(PROGRAM, tmp_path / "bin/explainer")
    shutil.copytree(ROOT / "templates", tmp_path / "share/explainer/templates")
    return folder


def run(site, command):
    home = site.parent / "home"
    home.mkdir()
    result = site.parent / "result.json"
    environment = {"PATH": f"{site.parent / 'bin'}:{os.environ['PATH']}", "HOME": str(home), "RESULT": str(result),
                   "LANG": "C.UTF-8", "TERM": "dumb"}
    process = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, timeout=120)
    assert result.exists(), process.stdout + process.stderr
    shown = json.loads(result.read_text())
    assert "fault" not in shown, f"{shown['fault']}\n{process.stderr[-2000:]}"
    return shown


def check(site):
    return subprocess.run([site.parent / "bin/explainer", "check", "--format", "short"], cwd=site, capture_output=True,
                          text=True)


# What `explainer check` says of the fault.
FAULT = "there is no party 'dockers-unoin'"
# The documents that name the demand; editors ask for its own place too.
REFERENCES = {
    "content/event.md", "content/responses/north-basin-nine.md", "content/responses/counter-four.md",
    "content/statements/marand-letter.md", "content/threats/strike.md"}


def test_neovim(site):
    version = subprocess.run(["nvim", "--version"], capture_output=True, text=True, check=True).stdout
    major, minor = map(int, re.search(r"v(\d+)\.(\d+)", version).groups())
    newer, older = recipes("Neovim", "lua")
    settings = site.parent / "init.lua"
    settings.write_text(newer if (major, minor) >= (0, 11) else older)
    found = check(site).stdout
    assert FAULT in found
    shown = run(site, ["nvim", "--headless", "-n", "-u", settings, "-c", f"luafile {HERE / 'neovim.lua'}"])
    assert [problem["text"].split("\n")[0] for problem in shown["problems"]] == [FAULT]
    assert f"{DEMAND}:{shown['problems'][0]['line']}:" in found and shown["problems"][0]["source"] == "explainer"
    assert shown["is_unsaved"] is True
    assert "first-claim" in shown["completion"]
    assert "Syndicat des dockers de Velmar" in shown["hover"]
    assert shown["definition"] == "content/parties/dockers-union.md"
    assert {place.rsplit(":", 1)[0] for place in shown["references"]} == REFERENCES | {DEMAND}
    assert "titel" in shown["template"][0]["text"] and shown["template"][0]["line"] == 2
    if (major, minor) >= (0, 9):
        assert shown["colours"]
    # The demand has another name everywhere, its address still works, and nothing else is wrong.
    assert not (site / DEMAND).exists()
    assert "moved_from: demands/nine-percent.html" in (site / "content/demands/nine-per-cent.md").read_text()
    after = check(site)
    assert after.returncode == 0 and "nine-percent" not in after.stdout, after.stdout


def test_emacs(site):
    # Eglot takes a folder under version control for one project.
    (site / ".git").mkdir()
    settings = site.parent / "init.el"
    [recipe] = recipes("Emacs", "lisp")
    settings.write_text(
        # Debian's packages of Emacs Lisp; the settings are those of the page.
        '(package-initialize)\n(require \'markdown-mode)\n(require \'eglot)\n' + recipe)
    shown = run(site, ["emacs", "--batch", "-l", settings, "-l", HERE / "emacs.el"])
    assert len(shown["problems"]) == 1 and FAULT in shown["problems"][0]
    assert shown["is_unsaved"] is True
    assert "first-claim" in shown["completion"]
    assert "Syndicat des dockers de Velmar" in shown["hover"]
    assert shown["definition"].rsplit(":", 1)[0] == "content/parties/dockers-union.md"
    assert {place.rsplit(":", 1)[0] for place in shown["references"]} == REFERENCES | {DEMAND}
    # Eglot renames no files, and the message says what does.
    assert "explainer rename demand nine-percent nine-per-cent" in shown["rename"]
    assert "titel" in shown["template"][0]
