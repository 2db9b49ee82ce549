#!/usr/bin/env bash
# Fuzzes the readers of outside bytes under the address sanitizer: scripts/fuzz.sh [SECONDS [READER...]]
# Readers: Edifact XML MRZ Manifest List Form Watchlist Registry Index Details Changes Documents Travellers Reader Picture;
# all by default, two at a time, 1800 seconds each.
# A crash, a hang (10 s for one input), an allocation of 1 GB or 2 GB of memory ends a reader with exit 1 and keeps the input
# in .cermat/fuzz/READER-*; make it a unit test with a small invented message before mending the reader.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds="${1:-1800}"
shift || true
readers=("$@")
[ ${#readers[@]} -gt 0 ] || readers=(Edifact XML MRZ Manifest List Form Watchlist Registry Index Details Changes Documents Travellers Reader Picture)
build=".cermat/fuzz/build"
mkdir -p .cermat/fuzz
# A plan made before would miss files that are new in the rooms.
rm -f "$build"/*.yaml
for reader in "${readers[@]}"; do
    echo "building Fuzz$reader" >&2
    swift build --package-path Fuzz --scratch-path "$build" -c release --sanitize=fuzzer --sanitize=address -Xswiftc -sanitize=fuzzer,address \
        --product "Fuzz$reader" >.cermat/fuzz/build.log 2>&1 || { tail -40 .cermat/fuzz/build.log >&2; exit 1; }
done

one() {
    local reader="$1" lower
    lower="$(echo "$reader" | tr '[:upper:]' '[:lower:]')"
    mkdir -p ".cermat/fuzz/corpus-$lower"
    local dictionary=()
    [ -f "Fuzz/Dictionaries/$lower.dict" ] && dictionary=("-dict=Fuzz/Dictionaries/$lower.dict")
    local code=0
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 "$build/release/Fuzz$reader" ".cermat/fuzz/corpus-$lower" "Fuzz/Seeds/$lower" \
        "${dictionary[@]}" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=1024 -max_len=16384 \
        -artifact_prefix=".cermat/fuzz/$reader-" -print_final_stats=1 >".cermat/fuzz/$lower.log" 2>&1 || code=$?
    local runs peak
    runs="$(grep -a -o 'stat::number_of_executed_units: *[0-9]*' ".cermat/fuzz/$lower.log" | grep -o '[0-9]*$' || echo 0)"
    peak="$(grep -a -o 'stat::peak_rss_mb: *[0-9]*' ".cermat/fuzz/$lower.log" | grep -o '[0-9]*$' || echo 0)"
    if [ "$code" -eq 0 ]; then
        echo "$reader: $runs inputs in $seconds s, no crash, no hang, peak memory $peak MB"
    else
        echo "$reader: FAILED after $runs inputs (exit $code), see .cermat/fuzz/$lower.log and .cermat/fuzz/$reader-*"
        return 1
    fi
}

failed=0
running=0
for reader in "${readers[@]}"; do
    if [ "$running" -ge 2 ]; then
        wait -n || failed=1
        running=$((running - 1))
    fi
    one "$reader" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
    wait -n || failed=1
    running=$((running - 1))
done
exit "$failed"
