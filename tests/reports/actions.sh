#!/bin/sh
# Actions read back by programs that are not ours: CSV by Python, iCalendar by libical (and, with --npm, by ical.js),
# JSON by jq; and compared with what is expected of Harrowmere.
#   sh tests/reports/actions.sh OUT [--npm FOLDER | --bless]      OUT has actions_write and calendar_read
set -u
here=$(dirname "$0")
out=$1 how=${2:-}
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "actions: $*"; }
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
session=tests/cases/harrowmere.session.yaml day=2017-03-01

write() { "$out/actions_write" "$@" || exit 3; }
write_all() { # into a folder, then the files
    into=$1
    shift
    mkdir -p "$into"
    write csv $day "$@" >"$into/csv"
    write raw $day "$@" >"$into/raw.csv"
    write json $day "$@" >"$into/json"
    write ics $day "$@" >"$into/ics"
    write text $day "$@" >"$into/text"
}
write_all "$work/harrowmere" $session
write_all "$work/awkward"

for form in csv json ics text; do
    expected=$here/harrowmere.outstanding.$form
    [ "$how" != --bless ] || cp "$work/harrowmere/$form" "$expected"
    if cmp -s "$work/harrowmere/$form" "$expected"; then ok; else bad "not as in $expected:" && diff "$expected" "$work/harrowmere/$form" | head -20; fi
done

for case in harrowmere awkward; do
    folder=$work/$case
    if "$out/calendar_read" <"$folder/ics" >"$folder/calendar.txt"; then ok; else bad "$case: libical found errors"; fi
    if python3 "$here/actions.py" "$folder" >"$folder/log"; then
        passed=$((passed + $(sed -n 's/^\([0-9]*\) passed.*/\1/p' "$folder/log")))
    else
        bad "$case:" && cat "$folder/log"
    fi
    if [ "$how" = --npm ]; then
        export NODE_PATH="$3/node_modules:/usr/share/nodejs:/usr/lib/node_modules"
        if ! node -e "require('ical.js')" 2>/dev/null; then
            npm install --silent --no-audit --no-fund --prefix "$3" ical.js@1 >/dev/null 2>&1
        fi
        if node "$here/calendar_read.js" <"$folder/ics" | cmp -s - "$folder/calendar.txt"; then ok; else bad "$case: ical.js reads another calendar"; fi
    fi
done

# By jq, with figures derived from the session by hand.
says() { # EXPRESSION VALUE
    value=$(jq -r "$1" "$work/harrowmere/json")
    if [ "$value" = "$2" ]; then ok; else bad "$1 is $value, not $2"; fi
}
says '[.actions[] | select(.type == "agreement" and .outstanding) | .id] | sort | join(" ")' 'A1 A2 A3 A4 A5 A6 A7 A8 A9'
says '[.actions[] | select(.owner == null and .type == "agreement") | .id] | join(" ")' A7
says '[.actions[] | select(.due == null and .type == "agreement") | .id] | join(" ")' A4
says '.actions[] | select(.priority == "deferred") | .id + " " + .revisit' 'A9 2017-02-14'
says '.actions[] | select(.type == "evidence") | .id + " " + .owner.id + " " + .due' 'C2 CSC 2016-12-20'
says '.actions[] | select(.type == "answer") | .id + " " + .owner.id' 'C6 DIS'
says '[.actions[] | select(.late) | .id + " " + (.days_late | tostring)] | join(", ")' 'C2 71, A8 29, A3 1'
says '[.actions[] | select(.assent_to_ask != []) | .id + " " + (.assent_to_ask | join(" "))] | sort | join(", ")' \
    'A2 ACU, A3 COM CCG, A4 COM, A5 CSC COM POL, A6 EDU, A9 CSC COM'
says '[.actions[] | select(.lacks | index("evidence")) | .id] | sort | join(" ")' 'A4 A6 A7'
says '[.actions[] | select(.visibility == "public") | .id] | sort | join(" ")' 'A1 A3 A8'
says '[.actions[] | select(.strength == "weak") | .id] | sort | join(" ")' 'A4 A6 A7'
says '[.counts.agreements, .counts.evidence, .counts.answers, .counts.engagement, .counts.late] | join(" ")' '9 1 1 4 3'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
