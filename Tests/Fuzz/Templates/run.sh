#!/bin/sh
# Fuzzes the template engine with libFuzzer and AddressSanitizer.
#
#   Tests/Fuzz/Templates/run.sh [seconds] [folder for the build and new inputs]
#
# Inputs that crash are written to the current folder as crash-*; put them, made small, into corpus/, which the tests
# replay on every run.
set -eu
seconds=${1:-60}
build=${2:-.build/fuzz-templates}
root=$(cd "$(dirname "$0")/../../.." && pwd)
mkdir -p "$build/new"
build=$(cd "$build" && pwd)
# One compilation of all modules: a module has to be built before the next can import it.
for module in Diagnostics Templates; do
    swiftc -swift-version 6 -package-name explainer -O -g -parse-as-library -wmo -module-name "$module" -I "$build" \
        -sanitize=fuzzer,address -emit-module -emit-module-path "$build/$module.swiftmodule" \
        -emit-object -o "$build/$module.o" $(find "$root/Sources/$module" -name '*.swift')
done
swiftc -swift-version 6 -package-name explainer -O -g -parse-as-library -sanitize=fuzzer,address -I "$build" \
    -o "$build/fuzz-templates" "$root/Tests/Fuzz/Templates/FuzzTemplates.swift" "$build/Diagnostics.o" \
    "$build/Templates.o"
# Leaks are looked for after each input; what is made once and kept is none.
ASAN_OPTIONS=leak_check_at_exit=0 "$build/fuzz-templates" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -dict="$root/Tests/Fuzz/Templates/words.dict" "$build/new" "$root/Tests/Fuzz/Templates/corpus"
