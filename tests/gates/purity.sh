#!/bin/sh
# What the object files of the pure floors must not need, and that nothing keeps mutable globals.
#   sh tests/gates/purity.sh BUILD/MODE      (objects of a build without sanitizers)
set -u
cd "$(dirname "$0")/../.." || exit 1
out=${1:-build/release}
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "purity: $*"; }

# Clock, files, environment, terminal, processes, chance: by the names the linker sees.
never='^(time|clock|clock_gettime|gettimeofday|localtime(_r)?|gmtime(_r)?|mktime|strftime|timerfd.*|nanosleep|usleep|sleep|alarm'
never="$never"'|f?open(at|64)?|openat|creat|f?read|f?write|pread.*|pwrite.*|close|fclose|f(data)?sync|rename(at2?)?|unlink(at)?|link(at)?|f?stat(at|64)?|lstat|newfstatat|mkdir(at)?|opendir|readdir'
never="$never"'|(v|f|vf|d)?printf|puts|fputs|putchar|fputc|perror|stdin|stdout|stderr|scanf|fscanf|getline|fgets'
never="$never"'|(secure_)?getenv|setenv|putenv|environ|setlocale|isatty|ioctl|tc[gs]etattr|signal|sigaction|raise|kill|fork|exec.*|system|popen|getpid|gethostname|rand(om)?|srand|getrandom'
never="$never"'|initscr|newterm|w?add.*wstr|w?get_?w?ch|(w|mv)?refresh|doupdate|wnoutrefresh|tiget.*|setupterm|putp)$'
# base/arena asks the system for memory and aborts: that is all it may.
log=$(mktemp) || exit 3
trap 'rm -f "$log"' EXIT
for floor in base core format ui; do
    [ -n "$(find "$out/$floor" -name '*.o' 2>/dev/null | head -n 1)" ] || bad "no objects in $out/$floor"
    nm -u -A "$out/$floor"/*.o 2>"$log.said" | awk -v never="$never" '
        { colon = index($0, ":"); object = substr($0, 1, colon - 1); name = $NF; sub(/@.*/, "", name) }
        name ~ /^__.*_chk$/ { name = substr(name, 3, length(name) - 6) }
        { seen[object] = 1 }
        name ~ never { print object " needs " name; wrong[object] = 1 }
        END { for (object in seen) if (!(object in wrong)) good++; print good + 0 }' >"$log"
    passed=$((passed + $(tail -n 1 "$log")))
    sed '$d' "$log" >"$log.bad"
    while read -r line; do bad "$line"; done <"$log.bad"
    rm -f "$log.said" "$log.bad"
done

# Writable sections: nothing but the signal flags and what a crash must find (the terminal as it was, the session's name).
nm -A -f sysv "$out"/*/*.o | awk -F'|' '
    { object = $1; sub(/:[^:]*$/, "", object); seen[object] = 1 }
    object ~ /\/shell\/(loop|signals|crash)\.o$/ || object ~ /\/term\/[^\/]*\.o$/ { next }
    $4 ~ /OBJECT/ && $7 ~ /^[ ]*\.(data|bss)(\.[a-z_0-9]*)?$/ && $7 !~ /rel\.ro/ {
        name = $1; sub(/.*:/, "", name); gsub(/ /, "", name)
        print object " keeps a mutable global: " name; wrong[object] = 1
    }
    END { for (object in seen) if (!(object in wrong)) good++; print good + 0 }' >"$log"
passed=$((passed + $(tail -n 1 "$log")))
sed '$d' "$log" >"$log.bad"
while read -r line; do bad "$line"; done <"$log.bad"
rm -f "$log.bad"
echo "purity: $passed passed, $failed failed"
[ "$failed" = 0 ]
