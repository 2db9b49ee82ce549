#!/usr/bin/env bash
# The population index at growing sizes up to the nation's: time, memory, disk and look-ups, one line of JSON each.
# CERMAT_NATIONAL_SIZES says which; CERMAT_NATIONAL_DIR the folder, which needs about 40 GB for the last.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=.build/release/cermat
place="${CERMAT_NATIONAL_DIR:-}"
if [ -z "$place" ]; then
    place=$(mktemp -d)
    trap 'rm -rf "$place"' EXIT
fi
mkdir -p "$place/runs"

# Every so many residents one travels, some with a letter wrong, a word or the day or the whole date missing.
travellers='BEGIN { FS = ","; print "TRAVELLER_ID,PNR,SURNAME,GIVEN,DOB,SEX,BIRTH_PLACE,NIK,RESIDENCE" }
NR > 1 && NF == 13 && NR % step == 0 {
    count = split($3, word, " "); surname = word[count]; given = ""
    for (i = 1; i < count; i++) given = given (i > 1 ? " " : "") word[i]
    number++; birth = $5
    if (number % 10 == 3 && length(surname) > 3) surname = substr(surname, 1, 2) "E" substr(surname, 4)
    if (number % 16 == 5) given = word[1]
    if (number % 25 == 7) birth = ""
    if (number % 25 == 8) birth = substr(birth, 1, 4)
    if (number % 25 == 9) birth = substr(birth, 1, 4) "-01-01"
    if (number % 20 == 11) surname = "TANPA" surname
    print "T" number ",P" number "," surname "," given "," birth "," ($6 ~ /^L/ ? "M" : "F") "," \
        (number % 2 ? $4 : "") "," (number % 7 ? "" : $1) ","
}'

# Samples what a process holds until it ends: most memory in KiB and most disk in its open files in 512 bytes.
watch() {
    local memory=0 disk=0 now
    while kill -0 "$1" 2>/dev/null; do
        now=$(awk '/VmHWM/ { print $2 }' "/proc/$1/status" 2>/dev/null || true)
        [ "${now:-0}" -gt "$memory" ] && memory=$now
        now=$(find "/proc/$1/fd" -maxdepth 1 -exec stat -L -c '%F %b' {} + 2>/dev/null \
            | awk '/^regular/ { sum += $NF } END { printf "%d", sum }' || true)
        [ "${now:-0}" -gt "$disk" ] && disk=$now
        sleep 1
    done
    echo "$memory $disk"
}

for size in ${CERMAT_NATIONAL_SIZES:-1000000 3000000 10000000 30000000 288315089}; do
    start=$(date +%s)
    pipe="$place/extract.pipe"
    rm -f "$pipe"
    mkfifo "$pipe"
    "$binary" world --residents "$size" --registry-only --out - \
        | tee >(awk -v step=$((size > 100000 ? size / 100000 : 1)) "$travellers" >"$place/travellers.csv") >"$pipe" &
    "$binary" registry build --residents - --expect "$size" --out "$place/registry.index" --temp "$place/runs" <"$pipe" &
    build=$!
    read -r memory disk < <(watch "$build")
    wait "$build"
    wait
    seconds=$(($(date +%s) - start))
    bytes=$(stat -c %s "$place/registry.index")
    echo "{\"residents\":$size,\"seconds\":$seconds,\"memoryKiB\":$memory,\"peakDiskMiB\":$((disk / 2048)),\"indexBytes\":$bytes}"
    "$binary" bench resolve --registry "$place/registry.index" --travellers "$place/travellers.csv" --json
    rm -f "$place/registry.index" "$place/travellers.csv" "$pipe"
done
