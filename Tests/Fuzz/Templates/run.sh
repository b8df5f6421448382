#!/usr/bin/env bash
# Fuzzes the template engine with libFuzzer and AddressSanitizer, one target after the other.
#
#   Tests/Fuzz/Templates/run.sh [minutes a target] [targets: lexer parser checker renderer]
#   Tests/Fuzz/Templates/run.sh keep
#
# New inputs are gathered in .build/fuzz-templates/<target>; those that crash or hang are written there as crash-* and
# timeout-*: put them, made small, into corpus/, which the tests replay on every run. `keep` adds to it, after a run, the
# fewest short inputs that reach what no kept one reaches.
set -euo pipefail
minutes=${1:-20}
targets=${2:-lexer parser checker renderer}
root=$(cd "$(dirname "$0")/../../.." && pwd)
here="$root/Tests/Fuzz/Templates"
build="$root/.build/fuzz-templates"
mkdir -p "$build"
export ASAN_OPTIONS=leak_check_at_exit=0  # what is made once and kept is no leak
if [ "$minutes" = keep ]; then
  short=$(mktemp -d)
  fewest=$(mktemp -d)
  trap 'rm -rf "$short" "$fewest"' EXIT
  for target in $targets; do
    find "$build/$target" -type f -size -120c ! -name 'crash-*' ! -name 'timeout-*' ! -name 'oom-*' -exec cp {} "$short" \;
  done
  # The renderer runs all that comes before it.
  FUZZ_TARGET=renderer "$build/fuzz-templates" -set_cover_merge=1 -use_counters=0 "$fewest" "$here/corpus" "$short" \
    2>&1 | tail -1
  cp -n "$fewest"/* "$here/corpus/"
  exit
fi
flags=(-swift-version 6 -package-name explainer -O -g -enable-testing -parse-as-library -sanitize=fuzzer,address -use-ld=lld -I "$build")
# One compilation of all modules: a module has to be built before the next can import it.
for module in Bytes Diagnostics Templates; do
  swiftc "${flags[@]}" -wmo -module-name "$module" -emit-module -emit-module-path "$build/$module.swiftmodule" \
    -emit-object -o "$build/$module.o" $(find "$root/Sources/$module" -name '*.swift')
done
swiftc "${flags[@]}" -o "$build/fuzz-templates" "$here/FuzzTemplates.swift" "$here/FuzzTargets.swift" \
  "$build/Bytes.o" "$build/Diagnostics.o" "$build/Templates.o"
for target in $targets; do
  new="$build/$target"
  mkdir -p "$new"
  echo "== $target, $minutes minutes"
  FUZZ_TARGET=$target "$build/fuzz-templates" -max_total_time=$((minutes * 60)) \
    -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=1 -artifact_prefix="$new/" \
    -dict="$here/words.dict" "$new" "$here/corpus" 2>"$new.log" || { tail -40 "$new.log"; exit 1; }
  grep -E 'stat::|Done' "$new.log"
done
