#!/usr/bin/env python3
"""Validates every event.json below a built site against its own event.schema.json (JSON Schema draft 2020-12).

  validate-event-json.py SITE [SITE …]

Needs the package jsonschema. Exit code 1 where a file does not fit, or where a site has no event.json.
"""
import json
import pathlib
import sys

from jsonschema import Draft202012Validator


def validate(site: pathlib.Path) -> int:
    schema = json.loads((site / "event.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = sorted(site.rglob("event.json"))
    if not files:
        print(f"{site}: no event.json")
        return 1
    faults = 0
    for file in files:
        document = json.loads(file.read_text(encoding="utf-8"))
        for error in validator.iter_errors(document):
            print(f"{file}: /{'/'.join(map(str, error.absolute_path))}: {error.message}")
            faults += 1
    print(f"{site}: {len(files)} files, {faults} faults")
    return faults


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(1 if sum(validate(pathlib.Path(site)) for site in sys.argv[1:]) else 0)
