#!/bin/sh
# Files of at most 450 lines and functions of at most 60, by the layout clang-format gives: a function's opening brace
# ends a line, its closing brace stands alone at the left margin.
set -u
cd "$(dirname "$0")/../.." || exit 1
passed=0 failed=0
for file in src/*/*.[ch] include/candour/*/*.h; do
    lines=$(wc -l <"$file")
    if [ "$lines" -le 450 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "sizes: $file has $lines lines"; fi
done
for file in src/*/*.c; do
    long=$(awk '
        /^[A-Za-z_].*\{$/ && !/^(struct|union|enum|static const|const|typedef|extern)[^(]*\{$/ && !/=[ ]*\{$/ { start = NR; name = $0 }
        /^[A-Za-z_][^;{}]*\(.*,$/ { head = NR; headname = $0 }
        /^[ ]+.*\) \{$/ && head && NR - head < 6 { start = head; name = headname; head = 0 }
        /^\}$/ && start { if (NR - start + 1 > 60) print NR - start + 1 " lines: " name; start = 0; head = 0 }' "$file")
    if [ -z "$long" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "sizes: $file: $long"; fi
done
echo "sizes: $passed passed, $failed failed"
[ "$failed" = 0 ]
