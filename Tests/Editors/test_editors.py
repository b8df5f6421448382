"""Neovim and Emacs, as a writer uses them with the settings of `docs/content/editors.md`, on one of the made-up sites.

What a test of the server alone cannot show: that an editor understands its answers.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tomllib

import pytest
from playwright._impl._driver import compute_driver_executable

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


def test_recipes_for_helix_and_zed_start_the_server():
    """Neither editor is to be had here: their settings can be read, and name the command."""
    [helix] = recipes("Helix", "toml")
    settings = tomllib.loads(helix)
    assert settings["language-server"]["explainer"] == {"command": "explainer", "args": ["lsp"]}
    assert {language["name"]: language["language-servers"][0] for language in settings["language"]} == {
        "markdown": "explainer", "html": "explainer", "css": "explainer"}
    [zed] = recipes("Zed", "json")
    settings = json.loads(zed)
    [server] = settings["languages"]["Markdown"]["language_servers"]
    assert settings["lsp"][server]["binary"] == {"path": "explainer", "arguments": ["lsp"]}


VSCODE = """
const path = require("path");
const Module = require("module");
// What the editor and its library for language clients would be: notes what the extension asks for.
const stubs = {
  vscode: { workspace: { getConfiguration: section => ({ get: key => (DEFAULTS)[section + "." + key] }) } },
  "vscode-languageclient/node": { LanguageClient: class {
    constructor(id, name, server, client) { this.told = { id, name, server, client }; }
    async start() { console.log(JSON.stringify(this.told)); }
    async stop() { console.log("stopped"); }
  } },
};
const load = Module._load;
Module._load = (name, ...rest) => stubs[name] ?? load(name, ...rest);
const extension = require(EXTENSION);
extension.activate().then(() => extension.deactivate());
"""


def test_extension_for_vscode_starts_the_server(site):
    """Without the editor: what the extension tells its library, and whether that starts a server."""
    folder = ROOT / "docs/editors/vscode"
    package = json.loads((folder / "package.json").read_text())
    assert (folder / package["main"]).exists()
    defaults = {key: value["default"] for key, value in package["contributes"]["configuration"]["properties"].items()}
    script = VSCODE.replace("DEFAULTS", json.dumps(defaults)).replace("EXTENSION", json.dumps(str(folder / package["main"])))
    run = subprocess.run([compute_driver_executable()[0], "-e", script], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    first, last = run.stdout.strip().split("\n")
    told = json.loads(first)
    assert last == "stopped" and {"scheme": "file", "language": "markdown"} in told["client"]["documentSelector"]
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
        "rootUri": site.as_uri(), "capabilities": {}}}).encode()
    server = subprocess.run(
        [told["server"]["command"], *told["server"]["args"]], input=b"Content-Length: %d\r\n\r\n" % len(body) + body,
        env={"PATH": f"{site.parent / 'bin'}"}, capture_output=True, timeout=60)
    assert b'"capabilities"' in server.stdout
