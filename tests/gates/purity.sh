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
for floor in base core format ui; do
    for object in "$out/$floor"/*.o; do
        [ -f "$object" ] || { bad "no objects in $out/$floor"; continue; }
        wrong=$(nm -u "$object" | awk '{print $2}' | sed 's/@.*//; s/^__\(.*\)_chk$/\1/' | grep -E "$never" | sort -u | tr '\n' ' ')
        if [ -n "$wrong" ]; then bad "$object needs $wrong"; else ok; fi
    done
done

# Writable sections: nothing but the signal flags and what a crash must find (the terminal as it was, the session's name).
for object in "$out"/*/*.o; do
    case $object in
    */shell/loop.o | */shell/signals.o | */shell/crash.o | */term/*.o) continue ;;
    esac
    wrong=$(nm -f sysv "$object" | awk -F'|' '$4 ~ /OBJECT/ && $7 ~ /^[ ]*\.(data|bss)(\.[a-z_0-9]*)?$/ && $7 !~ /rel\.ro/ {gsub(/ /, "", $1); print $1}' | tr '\n' ' ')
    if [ -n "$wrong" ]; then bad "$object keeps mutable globals: $wrong"; else ok; fi
done
echo "purity: $passed passed, $failed failed"
[ "$failed" = 0 ]
