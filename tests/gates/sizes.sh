#!/bin/sh
# Files of at most 450 lines and functions of at most 60, by the layout clang-format gives: a function's opening brace
# ends a line, its closing brace stands alone at the left margin.
set -u
cd "$(dirname "$0")/../.." || exit 1
awk '
    function close_file() {
        if (FNR_last > 450) { print "sizes: " file " has " FNR_last " lines"; failed++ } else if (file != "") passed++
    }
    FNR == 1 { close_file(); file = FILENAME; start = 0; head = 0; files++ }
    { FNR_last = FNR }
    FILENAME !~ /^src\/.*\.c$/ { next }
    /^[A-Za-z_].*\{$/ && !/^(struct|union|enum|static const|const|typedef|extern)[^(]*\{$/ && !/=[ ]*\{$/ { start = FNR; name = $0 }
    /^[A-Za-z_][^;{}]*\(.*,$/ { head = FNR; headname = $0 }
    /^[ ]+.*\) \{$/ && head && FNR - head < 6 { start = head; name = headname; head = 0 }
    /^\}$/ && start {
        if (FNR - start + 1 > 60) { print "sizes: " FILENAME ": " FNR - start + 1 " lines: " name; failed++ } else passed++
        start = 0; head = 0
    }
    END { close_file(); print "sizes: " passed + 0 " passed, " failed + 0 " failed"; exit failed > 0 }' \
    src/*/*.[ch] include/candour/*/*.h
