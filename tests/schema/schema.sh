#!/bin/sh
# `candour schema` beside `candour check`, by programs that are not ours: ajv, the YAML language server, python3-jsonschema.
# Those that are not on this machine are named as skipped.
#   sh tests/schema/schema.sh BUILD/MODE FOLDER     npm packages are looked for, and installed where npm can, in FOLDER
set -u
here=$(dirname "$0")
out=$1 folder=$2
mkdir -p "$folder" || exit 3
passed=0 failed=0
"$out/candour" schema >"$folder/schema.json" && "$out/schema/table" >"$folder/table.json" || exit 3
run() {
    if "$@" >"$folder/log" 2>&1; then :; else failed=$((failed + 1)); fi
    passed=$((passed + $(sed -n 's/.*: \([0-9]*\) passed, [0-9]* failed$/\1/p' "$folder/log")))
    sed 's/ passed, [0-9]* failed$/ agreed/' "$folder/log"
}
NODE_PATH=$folder/node_modules:/usr/share/nodejs:/usr/lib/node_modules
export NODE_PATH
if ! command -v node >/dev/null; then
    echo "no node: nothing can be compared"
    exit 1
fi
for package in ajv@8 yaml@2 yaml-language-server@1; do
    node -e "require.resolve('${package%@*}/package.json')" 2>/dev/null && continue
    command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix "$folder" $package >/dev/null 2>&1
done
if node -e "require('ajv/dist/2020'), require('yaml')" 2>/dev/null; then
    run node "$here/agree.js" "$out/candour" "$folder/schema.json"
    run node "$here/mutate.js" "$out/candour" "$folder/schema.json" "$folder/table.json" "$folder/mutated"
    if python3 -c 'from jsonschema import Draft202012Validator' 2>/dev/null; then
        run python3 "$here/second.py" "$folder/schema.json" "$folder/mutated/read.json"
    else
        echo "SKIPPED: no python3-jsonschema"
    fi
else
    echo "SKIPPED: no npm packages ajv and yaml"
fi
if node -e "require('yaml-language-server/package.json')" 2>/dev/null; then
    run node "$here/server.js" "$folder/schema.json"
else
    echo "SKIPPED: no npm package yaml-language-server"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
