#!/usr/bin/env python3
"""Makes the expected outputs of Jinja2 that the engine is compared with, byte for byte.

Needs Jinja2 3.1 (`pip install 'jinja2>=3.1,<3.2'`).

    make_fixtures.py           renders every template with Jinja2 (autoescape on) and writes *.cases.json
    make_fixtures.py --more SEED COUNT FILE
                               writes other random templates to a file, for `JINJA_CASES=FILE swift test`
    make_fixtures.py --check   does the same and compares with what is kept; ends with 1 where they differ

`world.json` holds the record types and the data; `handwritten.py` the templates of each feature; `randomly.py` makes
templates at random, always the same ones.
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True  # no folder of compiled files beside the fixtures

import jinja2
from markupsafe import Markup

import handwritten
import randomly

HERE = pathlib.Path(__file__).parent
WORLD = json.loads((HERE / "world.json").read_text())


def typed(value, type_name):
    """The value as Jinja sees it: markup as Markup, and what is left out undefined."""
    type_name = type_name.rstrip("?")
    if type_name.startswith("["):
        return [typed(item, type_name[1:-1]) for item in value]
    if type_name in WORLD["records"]:
        fields = WORLD["records"][type_name]
        unknown = set(value) - set(fields)
        assert not unknown, unknown
        return {name: typed(item, fields[name]) for name, item in value.items()}
    return Markup(value) if type_name == "html" else value


def render(templates, data):
    environment = jinja2.Environment(loader=jinja2.DictLoader(templates), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {}
    return environment.get_template("page.html").render(typed(WORLD["data"][data], "root"))


def cases(group):
    for name, templates, data in group:
        if isinstance(templates, str):
            templates = {"page.html": templates}
        yield {"name": name, "data": data, "templates": templates, "expected": render(templates, data)}


def main():
    if sys.argv[1:2] == ["--more"]:
        randomly.SEED, randomly.COUNT = int(sys.argv[2]), int(sys.argv[3])
        pathlib.Path(sys.argv[4]).write_text(json.dumps(randomly.cases(render), ensure_ascii=False))
        return
    groups = {name: list(cases(group)) for name, group in handwritten.groups().items()}
    groups["random"] = randomly.cases(render)
    total = sum(map(len, groups.values()))
    differs = False
    for name, group in sorted(groups.items()):
        path = HERE / f"{name}.cases.json"
        text = json.dumps(group, indent=1, ensure_ascii=False) + "\n"
        if "--check" in sys.argv:
            if not path.exists() or path.read_bytes() != text.encode():
                print(f"{path.name} differs from what Jinja2 {jinja2.__version__} gives")
                differs = True
        else:
            path.write_bytes(text.encode())
    if "--check" in sys.argv:
        for path in HERE.glob("*.cases.json"):
            if path.name.removesuffix(".cases.json") not in groups:
                print(f"{path.name} is left over")
                differs = True
    print(f"{total} templates, Jinja2 {jinja2.__version__}")
    sys.exit(1 if differs else 0)


if __name__ == "__main__":
    main()
