#!/bin/sh
# Reports as HTML and Markdown in a browser and in other readers: documents of the tests (WRITE, tests/browser/write.c)
# and every kind of report that CANDOUR makes of the sessions of tests/cases. What is not on this machine is named as
# skipped.
#   sh tests/browser/run.sh WRITE CANDOUR FOLDER     npm packages are looked for, and installed where npm can, in FOLDER
set -u
here=$(dirname "$0")
cases=$here/../cases
write=$1 candour=$2 folder=$3
passed=0 failed=0
mkdir -p "$folder" && rm -rf "$folder/texts" "$folder/reports" && mkdir "$folder/texts" "$folder/reports" || exit 3
"$write" "$folder/texts" || exit 3

# Each kind of each session, and the slips of two agencies.
make_reports() {
    for session in harrowmere large; do
        for kind in minutes response actions assessment agency:CSC agency:POL; do
            for format in html md; do
                name=$folder/reports/$session-$(echo "$kind" | tr : -).$format
                "$candour" report "$cases/$session.session.yaml" --as "$kind" --format "$format" -o - >"$name" 2>"$folder/log"
                case $? in
                0) passed=$((passed + 1)) ;;
                2) rm -f "$name" && echo "SKIPPED: $session: no $kind as $format" ;;
                *) rm -f "$name" && failed=$((failed + 1)) && cat "$folder/log" ;;
                esac
            done
        done
    done
}
if "$candour" help report >/dev/null 2>&1; then
    make_reports
else
    echo "SKIPPED: this candour makes no reports"
fi

NODE_PATH=$folder/node_modules:/usr/share/nodejs:/usr/lib/node_modules
export NODE_PATH
packages="axe-core@4.14.1 commonmark@0.31.2 marked@18.2.1 markdown-it@15.0.3 parse5@8.1.1 playwright-core@1.65.1"
have_packages() {
    node -e "for (const name of '$packages'.split(' ')) require.resolve(name.replace(/@.*/, ''))" 2>/dev/null
}
if command -v node >/dev/null && ! have_packages && command -v npm >/dev/null; then
    # The list is words.
    # shellcheck disable=SC2086
    npm install --silent --no-audit --no-fund --prefix "$folder" $packages >/dev/null 2>&1
fi
read_by() {
    node "$@" >"$folder/log" 2>&1 || failed=$((failed + 1))
    count=$(sed -n 's/^\([0-9]*\) passed.*/\1/p' "$folder/log")
    passed=$((passed + ${count:-0}))
    grep -v ' failed$' "$folder/log"
}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if have_packages; then
    for documents in texts reports; do
        [ -n "$(ls "$folder/$documents")" ] || continue
        read_by "$here/markdown.js" "$folder/$documents"
        read_by "$here/html.js" "$folder/$documents"
    done
else
    echo "SKIPPED: no node, or not all of the npm packages $packages"
fi
if have_packages && [ -n "$browser" ]; then
    read_by "$here/browser.js" "$browser" "$folder/texts" "$folder/reports"
else
    echo "SKIPPED: no Chromium"
fi
echo "browser: $passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
