#!/bin/sh
# The man pages are clean to mandoc's lint, name every command, and the words of help are answered.
#   sh tests/help/pages.sh PROGRAM
set -u
program=$1
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "pages: $*"; }
folder=$(mktemp -d) || exit 3
trap 'rm -rf "$folder"' EXIT

for page in candour:1 candour-file:5; do
    name=${page%:*} file=$folder/${page%:*}.${page#*:}
    "$program" help --man "$name" >"$file" || bad "$name cannot be printed"
    if mandoc -T lint -W style "$file" >"$folder/lint"; then ok; else bad "$name:" && cat "$folder/lint"; fi
    if mandoc -T ascii "$file" | sed 's/.\x08//g' >"$folder/text" && [ "$(wc -l <"$folder/text")" -gt 100 ]; then
        ok
    else
        bad "$name has hardly any text"
    fi
done
mandoc -T ascii "$folder/candour.1" | sed 's/.\x08//g' >"$folder/text"
for word in $("$program" help | sed -n 's/^  candour \([a-z]*\) .*/\1/p'); do
    if grep -q "candour $word" "$folder/text"; then ok; else bad "candour(1) does not explain $word"; fi
done
mandoc -T ascii "$folder/candour-file.5" | sed 's/.\x08//g' >"$folder/text"
for word in findings recommendations assent still_true; do
    if grep -q "^ *$word" "$folder/text"; then ok; else bad "candour-file(5) does not explain $word"; fi
done

# Every word that completion offers is answered, a near miss is pointed at, anything else refused.
words=$("$program" help --completion fish | sed -n "s/.*__fish_seen_subcommand_from help' -f -a '\(.*\)'$/\1/p")
[ -n "$words" ] || bad "no words of help are completed"
for word in $words; do
    if "$program" help "$word" | grep -q .; then ok; else bad "there is no help on $word"; fi
done
"$program" help agreemnt 2>"$folder/said"
if [ $? = 2 ] && grep -q "did you mean 'agreement'" "$folder/said"; then ok; else bad "a near miss is not pointed at"; fi
"$program" help zzzzzz 2>"$folder/said"
if [ $? = 2 ] && grep -q "no help on 'zzzzzz'" "$folder/said"; then ok; else bad "an unknown word is not refused"; fi
echo "pages: $passed passed, $failed failed"
[ "$failed" = 0 ]
