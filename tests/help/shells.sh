#!/bin/sh
# The completions are programs their shells can read.
#   sh tests/help/shells.sh PROGRAM
set -u
program=$1
passed=0 failed=0
file=$(mktemp) || exit 3
trap 'rm -f "$file"' EXIT
for shell in bash zsh fish; do
    "$program" help --completion $shell >"$file"
    if $shell -n "$file" && [ -s "$file" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1)) && echo "shells: $shell cannot read its completion"
    fi
done
echo "shells: $passed passed, $failed failed"
[ "$failed" = 0 ]
