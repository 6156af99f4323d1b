#!/usr/bin/env bash
# The bash completion as bash runs it: commands, options, sessions, agency codes.
#   bash tests/help/completion.bash PROGRAM
set -u
program=$(realpath "$1")
passed=0 failed=0
folder=$(mktemp -d) || exit 3
trap 'rm -rf "$folder"' EXIT
candour() { "$program" "$@"; }
# shellcheck disable=SC1090
source <("$program" help --completion bash) || exit 1
cases=$(realpath "$(dirname "$0")/../cases")
cp "$cases/harrowmere.session.yaml" "$folder/kept one.yaml"
cp "$cases/harrowmere.agenda.yaml" "$folder/agenda.yaml"
echo note >"$folder/note.txt"
mkdir "$folder/sub"
cd "$folder" || exit 3

# WHAT WORDS...: what the last of WORDS is completed to, sorted, one a line, is WHAT.
completes() {
    local want=$1 got
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _candour 2>/dev/null
    got=$(printf '%s\n' ${COMPREPLY+"${COMPREPLY[@]}"} | LC_ALL=C sort)
    if [ "$got" = "$(printf '%b' "$want")" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1)) && printf 'completion of "%s": %q, not %q\n' "$*" "$got" "$want"
    fi
}
completes 'review' candour rev
completes '--guard' candour check --g
completes 'agenda.yaml\nkept one.yaml\nsub' candour check ''
completes 'kept one.yaml\nsub' candour review ''
completes 'kept one.yaml' candour carry ke
completes 'note.txt' candour check --guard no
completes 'agreement' candour help agr
completes '' candour check zz
completes 'CCG\nCOM\nCSC' candour actions 'kept one.yaml' --agency C
completes 'json' candour actions --format j
completes 'json' candour actions --format = j
completes 'csv\nhtml\nics\njson\nmd\ntext' candour actions --format =
completes 'CCG\nCOM\nCSC' candour actions 'kept one.yaml' --agency = C
completes '' candour rehearse --speed ''
echo "completion: $passed passed, $failed failed"
[ "$failed" = 0 ]
