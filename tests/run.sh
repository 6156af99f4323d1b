#!/bin/sh
# Runs test programs one after another and closes with one line: how many tests passed, how many failed.
#   sh tests/run.sh [--quiet] COMMAND...        each COMMAND is one word or a quoted line
# A program's own summary is read (cmocka's, or `N passed, N failed`); one that ends badly without a summary, or that
# ran no test, counts as a failure. What a failing program printed is shown whole.
set -u
cd "$(dirname "$0")/.." || exit 1
passed=0 failed=0
log=$(mktemp) || exit 3
trap 'rm -f "$log"' EXIT
for command in "$@"; do
    sh -c "$command" >"$log" 2>&1 </dev/null
    status=$?
    counts=$(awk '
        /^\[  PASSED  \] [0-9]+ test/ { p += $4 }
        /^\[  FAILED  \] [0-9]+ test/ { f += $4 }
        /[0-9]+ passed, [0-9]+ failed/ { for (i = 1; i < NF; i++) { if ($(i + 1) ~ /^passed/) p += $i; if ($(i + 1) ~ /^failed/) f += $i } }
        END { print p + 0, f + 0 }' "$log")
    good=${counts% *} bad=${counts#* }
    if [ "$status" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
    if [ "$status" = 0 ] && [ "$good" = 0 ]; then bad=$((bad + 1)) && echo "no test ran" >>"$log"; fi
    passed=$((passed + good)) failed=$((failed + bad))
    if [ "$bad" != 0 ]; then
        echo "FAILED ($good passed, $bad not, status $status): $command"
        cat "$log"
    else
        printf '%5d  %s\n' "$good" "$command"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
