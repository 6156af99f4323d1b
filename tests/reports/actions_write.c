/* Actions written for other readers, at a day that is given.
 *
 *   actions_write FORM DAY FILE...      FORM: text csv raw json ics; the sessions in the files
 *   actions_write FORM DAY              sessions of awkward texts, made here
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/format/actions.h"
#include "candour/format/csv.h"
#include "support/random_meeting.h"
#include "support/session_file.h"
#include "support/sitting.h"

enum { MEETINGS = 60, EVENTS = 120, LONG_WORD = 64 * 1024 };

static void must(bool good, const char *what) {
    if (good)
        return;
    fprintf(stderr, "actions_write: %s\n", what);
    exit(3);
}

/* --- awkward texts --- */

static const char *const AWKWARD[] = {
    "=1+1",
    "+44 20",
    "-5",
    "@SUM(A1:A9)",
    "\t=tab",
    "\n=line",
    "\r=return",
    "\xef\xbc\x9d"
    "1",
    "\xef\xbc\x8b"
    "1",
    "\xef\xbc\x8d"
    "1",
    "\xef\xbc\xa0"
    "1",
    "'=1",
    "''",
    "'tis",
    "\"quoted\", \"\"twice\"\"",
    "comma, semicolon; colon: backslash \\ and \\n as letters",
    "two\nlines\n\nand a paragraph",
    "carriage\r\nreturn\rend",
    "BEGIN:VEVENT\nUID:x\nEND:VEVENT",
    "escape \x1b[31mred\x1b[0m and bell \x07",
    "override \xe2\x80\xae"
    "drowssap\xe2\x80\xac mark \xe2\x80\x8f isolate \xe2\x81\xa6x\xe2\x81\xa9",
    "line separator \xe2\x80\xa8 next line \xc2\x85",
    "Zo\xc3\xab, Zoe\xcc\x88, \xe4\xbd\x93\xe5\x88\xb6, \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 \xf0\x9f\x87\xac\xf0\x9f\x87\xa7 "
    "1\xef\xb8\x8f\xe2\x83\xa3",
    "a\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85 many marks",
    "not UTF-8: \xff\xc3 end",
    "<b>&amp;</b> | ` * _ # ~",
    " leading and trailing ",
};

static const char *long_word(struct arena *arena) {
    char *word = arena_alloc(arena, LONG_WORD + 1);
    for (size_t i = 0; i < LONG_WORD; i++)
        word[i] = (char)('a' + i % 26);
    return word;
}

/* Three acts for each text, a minute each, from 14:00 on. */
static const char *clock_of(char out[16], size_t number, size_t act) {
    unsigned minute = (unsigned)(3 * number + act);
    snprintf(out, 16, "%02u:%02u", (14 + minute / 60) % 100, minute % 60);
    return out;
}

static void add_awkward(struct sitting *s, size_t number, const char *text) {
    char clock[16];
    const char *id = arena_format(s->arena, "A%zu", number);
    must(said(s, clock_of(clock, number, 0), DO_AGREEMENT,
              &(struct agreement){.id = id,
                                  .text = text,
                                  .owner = number % 3 == 0 ? NULL : "CSC",
                                  .owner_role = text,
                                  .partners = ids(s->arena, "POL", "EDU", NULL),
                                  .due = number % 4 == 0 ? 0 : day_of(2017, 1, 1) + (day)(17 * number),
                                  .evidence = text,
                                  .measure = text,
                                  .baseline = text,
                                  .monitor = text,
                                  .addressee = text,
                                  .visibility = number % 5 == 0 ? VISIBILITY_PUBLIC : 0})
                 .code == REFUSED_NOT,
         "an agreement was refused");
    said(s, clock_of(clock, number, 1), DO_PROGRESS,
         &(struct event_progress){.id = id, .by = "CSC", .text = text, .effect = text});
    said(s, clock_of(clock, number, 2), DO_ASSENT,
         &(struct event_assent){.id = id,
                                .agency = "POL",
                                .state = number % 2 ? ASSENT_ABSENT : ASSENT_RESERVATION,
                                .words = text,
                                .by = number % 2 ? day_of(2016, 12, 1) + (day)number : 0});
}

static void take_awkward(struct actions *actions, struct stamp now, struct arena *arena) {
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    size_t count = sizeof AWKWARD / sizeof *AWKWARD;
    for (size_t i = 0; i < count; i++)
        add_awkward(&s, i + 1, AWKWARD[i]);
    add_awkward(&s, count + 1, long_word(arena));
    actions_take(actions, summary_later(s.m, now, arena), "awkward, \"quoted\".yaml");
}

static void take_random(struct actions *actions, struct stamp now) {
    for (uint64_t seed = 1; seed <= MEETINGS; seed++) {
        struct arena *arena = arena_new();
        struct chance chance = chance_of(seed);
        const struct meeting *meeting = random_meeting(&chance, arena, EVENTS);
        actions_take(actions, summary_later(meeting, now, arena), "random.yaml");
        arena_free(arena);
    }
}

/* --- out --- */

static void write_form(const char *form, const struct actions *actions, struct buffer *out) {
    if (strcmp(form, "csv") == 0)
        actions_csv(actions, 0, out);
    else if (strcmp(form, "raw") == 0)
        actions_csv(actions, CSV_RAW | CSV_BOM, out);
    else if (strcmp(form, "json") == 0)
        actions_json(actions, out);
    else if (strcmp(form, "ics") == 0)
        actions_icalendar(actions, "Days to keep", out);
    else
        actions_text(actions, 80, out);
}

int main(int argc, char **argv) {
    must(argc >= 3, "FORM DAY [FILE...]");
    setlocale(LC_CTYPE, "C.UTF-8");
    struct arena *arena = arena_new();
    struct stamp now = {.at = instant_of(day_read(argv[2]), 12 * 60, 0)};
    struct actions actions;
    struct buffer out = {0};
    actions_begin(&actions, &(struct actions_filter){0}, arena);
    for (int i = 3; i < argc; i++)
        actions_take(&actions, summary_later(session_file(argv[i], arena), now, arena), argv[i]);
    if (argc == 3) {
        take_awkward(&actions, now, arena);
        take_random(&actions, now);
    }
    actions_end(&actions);
    write_form(argv[1], &actions, &out);
    must(fwrite(out.bytes, 1, out.length, stdout) == out.length && fflush(stdout) == 0, "standard output");
    buffer_free(&out);
    arena_free(arena);
    return 0;
}
