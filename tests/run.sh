#!/bin/sh
# Runs test programs, as many at a time as there are processors, and closes with one line: how many tests passed, how
# many failed.
#   sh tests/run.sh COMMAND...        each COMMAND is one word or a quoted line
#   TEST_JOBS=1 sh tests/run.sh ...   one after another
# A program's own summary is read (cmocka's, or `N passed, N failed`); one that ends badly without a summary, or that
# ran no test, counts as a failure. What failing programs printed is shown whole, at the end.
set -u

# One of them: its line at once, its output and its counts beside it for the end.
if [ "${1:-}" = --one ]; then
    at=$2
    command=$(cat "$at.command")
    sh -c "$command" >"$at.log" 2>&1 </dev/null
    status=$?
    counts=$(awk '
        /^\[  PASSED  \] [0-9]+ test/ { p += $4 }
        /^\[  FAILED  \] [0-9]+ test/ { f += $4 }
        /[0-9]+ passed, [0-9]+ failed/ { for (i = 1; i < NF; i++) { if ($(i + 1) ~ /^passed/) p += $i; if ($(i + 1) ~ /^failed/) f += $i } }
        END { print p + 0, f + 0 }' "$at.log")
    good=${counts% *} bad=${counts#* }
    if [ "$status" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
    if [ "$status" = 0 ] && [ "$good" = 0 ]; then bad=$((bad + 1)) && echo "no test ran" >>"$at.log"; fi
    echo "$good $bad $status" >"$at.counts"
    if [ "$bad" = 0 ]; then
        printf '%5d  %s\n' "$good" "$command"
    else
        echo "FAILED  $command"
    fi
    exit 0
fi

cd "$(dirname "$0")/.." || exit 1
folder=$(mktemp -d) || exit 3
trap 'rm -rf "$folder"' EXIT
trap 'exit 3' HUP INT TERM
count=0
for command in "$@"; do
    count=$((count + 1))
    printf '%s\n' "$command" >"$folder/$count.command"
done
jobs=${TEST_JOBS:-$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)}
at=1
while [ "$at" -le "$count" ]; do
    echo "$folder/$at"
    at=$((at + 1))
done | xargs -P "$jobs" -I '{}' sh tests/run.sh --one '{}'
passed=0 failed=0 at=1
while [ "$at" -le "$count" ]; do
    good=0 bad=1 status=unknown
    if [ -f "$folder/$at.counts" ]; then read -r good bad status <"$folder/$at.counts"; fi
    if [ "$bad" != 0 ]; then
        echo "FAILED ($good passed, $bad not, status $status): $(cat "$folder/$at.command")"
        cat "$folder/$at.log"
    fi
    passed=$((passed + good)) failed=$((failed + bad)) at=$((at + 1))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
