#!/bin/sh
# The floors of the program: who may include whom, and that each header stands alone under its own path.
#   sh tests/gates/floors.sh [COMPILER]
set -u
cd "$(dirname "$0")/../.." || exit 1
cc=${1:-cc}
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "floors: $*"; }

sees() {
    case $1 in
    base) echo "base" ;;
    core) echo "core base" ;;
    format) echo "format core base" ;;
    ui) echo "ui core base" ;;
    store) echo "store format core base" ;;
    term) echo "term ui base" ;;
    shell) echo "shell term store ui format core base" ;;
    *) echo "" ;;
    esac
}

for file in src/*/*.[ch] include/candour/*/*.h; do
    [ -f "$file" ] || continue
    floor=$(basename "$(dirname "$file")")
    allowed=" $(sees "$floor") "
    wrong=$(sed -n 's/^#[ \t]*include "\([^"]*\)".*/\1/p' "$file" | while read -r included; do
        case $included in
        candour/*/*) other=${included#candour/} && other=${other%%/*} ;;
        */*) other=strange ;;
        *) other=$floor ;; # a private header beside the source
        esac
        case $allowed in *" $other "*) ;; *) echo "$included" ;; esac
    done)
    if [ -n "$wrong" ]; then bad "$file ($floor) includes $wrong"; else ok; fi
done

for curses in $(grep -lE '^#[ ]*include <(curses|ncurses|term)[^>]*>' src/*/*.c include/candour/*/*.h 2>/dev/null); do
    case $curses in src/term/*) ok ;; *) bad "$curses knows curses" ;; esac
done
for yaml in $(grep -lE '^#[ ]*include <yaml' src/*/*.c include/candour/*/*.h 2>/dev/null); do
    case $yaml in src/format/*) ok ;; *) bad "$yaml knows libyaml" ;; esac
done

flags="-std=c11 -D_GNU_SOURCE -Iinclude -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c"
for header in include/candour/*/*.h; do
    # The flags are words.
    # shellcheck disable=SC2086
    if printf '#include "%s"\n#include "%s"\n' "${header#include/}" "${header#include/}" | $cc $flags - 2>/tmp/header.$$; then
        ok
    else
        bad "$header does not stand alone:" && cat /tmp/header.$$
    fi
    rm -f /tmp/header.$$
done
echo "floors: $passed passed, $failed failed"
[ "$failed" = 0 ]
