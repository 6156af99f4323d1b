#!/bin/sh
# The floors of the program: who may include whom, and that each header stands alone under its own path.
#   sh tests/gates/floors.sh [COMPILER]
set -u
cd "$(dirname "$0")/../.." || exit 1
cc=${1:-cc}
log=$(mktemp) || exit 3
trap 'rm -f "$log"' EXIT

# One line a fault, the last line counts the files that have none.
awk '
    BEGIN {
        sees["base"] = " base "; sees["core"] = " core base "; sees["format"] = " format core base "
        sees["ui"] = " ui core base "; sees["store"] = " store format core base "; sees["term"] = " term ui base "
        sees["shell"] = " shell term store ui format core base "
    }
    function fault(what) { print "floors: " FILENAME " (" floor ") " what; wrong[FILENAME] = 1 }
    FNR == 1 { files++; parts = split(FILENAME, path, "/"); floor = path[parts - 1]; header = FILENAME ~ /^include/; guard = "" }
    header && !guard && /^#ifndef CANDOUR_/ { guard = $2 }
    header && /^#define CANDOUR_/ && $2 == guard { guarded[FILENAME] = 1 }
    /^#[ \t]*include "/ {
        split($0, quoted, "\""); included = quoted[2]; depth = split(included, part, "/")
        other = depth == 1 ? floor : part[1] == "candour" && depth == 3 ? part[2] : "strange"
        if (index(sees[floor], " " other " ") == 0) fault("includes " included)
    }
    /^#[ ]*include <(curses|ncurses|term)[^>]*>/ && FILENAME !~ /^src\/term\// { fault("knows curses") }
    /^#[ ]*include <yaml/ && FILENAME !~ /^src\/format\// { fault("knows libyaml") }
    END {
        for (i = 1; i < ARGC; i++)
            if (ARGV[i] ~ /^include/ && !(ARGV[i] in guarded)) { FILENAME = ARGV[i]; floor = "header"; fault("may not be included twice: its guard is missing") }
        for (file in wrong) bad++
        print files - bad
    }' src/*/*.[ch] include/candour/*/*.h >"$log"
passed=$(tail -n 1 "$log")
sed '$d' "$log"
failed=$(sed '$d' "$log" | wc -l)

# One compiler for all of them; each is read on its own.
if "$cc" -std=c11 -D_GNU_SOURCE -Iinclude -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c include/candour/*/*.h 2>"$log"; then
    for header in include/candour/*/*.h; do passed=$((passed + 1)); done
else
    failed=$((failed + 1)) && echo "floors: a header does not stand alone:" && cat "$log"
fi
echo "floors: $passed passed, $failed failed"
[ "$failed" = 0 ]
