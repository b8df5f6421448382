#!/usr/bin/env bash
# Fuzzes the template engine with libFuzzer and AddressSanitizer, one target after the other.
#
#   Tests/Fuzz/Templates/run.sh [minutes a target] [targets: lexer parser checker renderer]
#
# New inputs are gathered in .build/fuzz-templates/<target>; those that crash or hang are written there as crash-* and
# timeout-*: put them, made small, into corpus/, which the tests replay on every run.
set -euo pipefail
minutes=${1:-20}
targets=${2:-lexer parser checker renderer}
root=$(cd "$(dirname "$0")/../../.." && pwd)
here="$root/Tests/Fuzz/Templates"
build="$root/.build/fuzz-templates"
mkdir -p "$build"
flags=(-swift-version 6 -package-name explainer -O -g -enable-testing -parse-as-library -sanitize=fuzzer,address -use-ld=lld -I "$build")
# One compilation of all modules: a module has to be built before the next can import it.
for module in Diagnostics Templates; do
  swiftc "${flags[@]}" -wmo -module-name "$module" -emit-module -emit-module-path "$build/$module.swiftmodule" \
    -emit-object -o "$build/$module.o" $(find "$root/Sources/$module" -name '*.swift')
done
swiftc "${flags[@]}" -o "$build/fuzz-templates" "$here/FuzzTemplates.swift" "$here/FuzzTargets.swift" \
  "$build/Diagnostics.o" "$build/Templates.o"
for target in $targets; do
  new="$build/$target"
  mkdir -p "$new"
  echo "== $target, $minutes minutes"
  # Leaks are looked for after each input; what is made once and kept is none.
  FUZZ_TARGET=$target ASAN_OPTIONS=leak_check_at_exit=0 "$build/fuzz-templates" -max_total_time=$((minutes * 60)) \
    -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=1 -artifact_prefix="$new/" \
    -dict="$here/words.dict" "$new" "$here/corpus" 2>"$new.log" || { tail -40 "$new.log"; exit 1; }
  grep -E 'stat::|Done' "$new.log"
done
