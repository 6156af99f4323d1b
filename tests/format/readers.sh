#!/bin/sh
# Awkward texts written by WRITE (tests/format/write.c) and read by other readers of YAML. Those that are not on this
# machine are named as skipped.
#   sh tests/format/readers.sh WRITE FOLDER     npm packages are looked for, and installed where npm can, in FOLDER
set -u
here=$(dirname "$0")
write=$1 folder=$2
mkdir -p "$folder" || exit 3
"$write" "$folder/texts.yaml" "$folder/texts.json" || exit 3
passed=0 failed=0
read_by() {
    if "$@" "$folder/texts.yaml" "$folder/texts.json" >"$folder/log" 2>&1; then
        passed=$((passed + $(sed -n 's/^\([0-9]*\) passed.*/\1/p' "$folder/log")))
    else
        failed=$((failed + 1))
    fi
    grep -v ' failed$' "$folder/log"
}
if python3 -c 'import yaml' 2>/dev/null; then
    read_by python3 "$here/readers.py"
else
    echo "SKIPPED: no PyYAML (python3-yaml)"
fi
NODE_PATH=$folder/node_modules:/usr/share/nodejs:/usr/lib/node_modules
export NODE_PATH
if command -v node >/dev/null && ! node -e "require('yaml')" 2>/dev/null && command -v npm >/dev/null; then
    npm install --silent --no-audit --no-fund --prefix "$folder" yaml@2 >/dev/null 2>&1
fi
if command -v node >/dev/null && node -e "require('yaml')" 2>/dev/null; then
    read_by node "$here/readers.js"
else
    echo "SKIPPED: no node, or no npm package yaml"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
