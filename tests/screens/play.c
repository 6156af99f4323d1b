/* Play: runs *.play scripts against the screens, headless and on a virtual clock.
 *
 *   play [--bless] [--show] FILE.play ...
 *
 * One directive a line; texts in double quotes; `#` begins a comment. What a play can say:
 *
 *   agenda FILE              session FILE          now STAMP        size ROWS COLUMNS
 *   ascii    bell            guard "word"          (before the first key)
 *   keys Space ] "typed" NPS Enter                 names of keys, anything else is typed
 *   paste "text"             editor "text"         what $EDITOR will give back
 *   wait SECONDS             jump SECONDS          (jump: nothing ran meanwhile)     resize ROWS COLUMNS
 *   keep fail "why"          keep ok               signal           kill             reopen
 *   expect "text"            expect "text" on row N                 expect "text" in message
 *   absent "text"            absent "text" on row N
 *   recorded "text"          the last event on disk has it          events N         on disk
 *   same FILE                what is on disk shows what FILE shows (same.c)
 *   draft "text"             nodraft               drafts N         written so far
 *   cursor ROW COLUMN        nocursor              alert            noalert
 *   click ROW COLUMN         wheel up|down         (every frame's cursor is looked at besides: cursor.h)
 *   look ROW COLUMN L        looks row N "..."     wakes N          in the last wait
 *   stale save|restore       a draft that was not removed in time
 *   count                    keys N                keys pressed since `count`
 *   folder FILE ...          the list of many sessions, with hold, spoil, replace: see listed.h
 *   listing FILE ...         the same before anything was read;  read N    the next ones
 *   bells N   suspends N   redraws N   left   quit   stays
 *   second [public]          the second screen, on what is on disk;  second size R C, key K, read N (whole, so often),
 *                            gone back ... nobody ... blank ... (what it hears: second.c), hear
 *   on second|first          whose picture the checks are about         untold [off]  it cannot be told to go blank
 *   frame NAME               compared with the lines that follow, each beginning with `|`
 *
 * --bless writes the frames as they are now into the plays; the difference is to be read. --show prints them.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script.h"

int main(int count, char **arguments) {
    struct tally tally = {0};
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
        setlocale(LC_CTYPE, "en_US.UTF-8");
    }
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--bless") == 0) {
            tally.bless = true;
        } else if (strcmp(arguments[i], "--show") == 0) {
            tally.show = true;
        } else {
            size_t failed = tally.failed;
            play_file(arguments[i], &tally);
            printf("%s %d - %s\n", tally.failed == failed ? "ok" : "not ok", i, arguments[i]);
        }
    }
    printf("%zu passed, %zu failed\n", tally.passed, tally.failed);
    return tally.failed == 0 && tally.passed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
