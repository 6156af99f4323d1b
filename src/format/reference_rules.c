/* What no table says: the rules of the file as a whole, and what events mean together. */
#include <string.h>

#include "candour/base/diag.h"
#include "candour/base/text.h"
#include "candour/core/id.h"
#include "candour/format/load.h"
#include "candour/format/tree.h"
#include "reference_parts.h"

enum { WIDTH = 80, INDENT = 4, MEBIBYTE = 1024 * 1024, KIBIBYTE = 1024 };

void reference_lines(struct buffer *out, struct arena *arena, int indent, const char *text) {
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    struct text_lines lines = text_wrap(arena, text, length, WIDTH - indent);
    for (size_t i = 0; length > 0 && i < lines.count; i++) {
        size_t from = lines.lines[i].from;
        size_t to = lines.lines[i].to;
        while (to > from && text[to - 1] == ' ')
            to--;
        buffer_format(out, "%*s%.*s\n", indent, "", (int)(to - from), text + from);
    }
}

void reference_heading(struct buffer *out, const char *text) {
    buffer_format(out, "\n%s\n", text);
}

struct rule {
    const char *name, *text;
};

static void rules(struct buffer *out, struct arena *arena, const struct rule *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "\n%s\n", list[i].name);
        reference_lines(out, arena, INDENT, list[i].text);
    }
}

#define RULES(out, arena, list) rules((out), (arena), (list), sizeof(list) / sizeof *(list))

static const struct rule types[] = {
    {"line", "A text without a line end."},
    {"text", "Any text. A long one begins with | behind the key and stands on the lines below, indented."},
    {"id", "Letters, digits, - and _. An id stands once in a file, whatever it names, and once used it is never used "
           "again. C A E N D with a number are for records (challenges, agreements, engagement activities, notes) and "
           "proposals; BOARD, CHAIR, NATIONAL, none and end have a meaning of their own."},
    {"date", "2016-11-22: year, month, day."},
    {"time", "13:30: hours and minutes, from 00:00 to 23:59."},
    {"stamp", "2016-11-22T13:28:00.000+00:00: date, time and offset from UTC, or Z; up to nine digits of a second."},
    {"minutes", "25, 25m, 1h, 1h05 or 1:05."},
    {"yes or no", "yes, no, true or false."},
    {"list", "Entries begin with - and a blank, one a line under the key. No entry is empty. A list with no entries is "
             "not given."},
};

static const struct rule reading[] = {
    {"Values",
     "Every value is read as its field asks, never as YAML would take it: an agency NO, a time 13:30 and an id "
     "012 stay what they look like. ~ and nothing at all mean not given."},
    {"Your own keys", "Keys that begin with x- are yours, at any level. They are carried through unchanged."},
    {"Refused", "A first key that is not candour, a key behind events, an unknown key, a key given twice, anchors and "
                "aliases (& and *), tags (!), directives (%), a second document, a key that is not one word, control "
                "characters and NUL, bytes that are not UTF-8, the marks of a merge that was not settled."},
    {"Read without complaint", "CRLF, a byte order mark at the start, a missing line end at the end, comments, any "
                               "layout that YAML knows."},
    {"include",
     "For agendas only: the named files, relative to this one and never above its folder, supply sections "
     "this one lacks. A section given twice is a problem. Opening the meeting takes everything in: a session "
     "stands alone."},
    {"A torn end",
     "The program ends each event it keeps with a line #. In a file that has such lines, a last event "
     "without one was torn by a crash: the session is opened up to the last whole event, and what was cut "
     "is said and kept beside it. Any other damage is reported, never repaired silently."},
    {"Written",
     "An agenda is never rewritten. A session gets the agenda once, then one event after another at its end; "
     "outcome is put before events when the meeting is left or closed. Everything else stays as it was, "
     "byte for byte."},
};

static const struct rule meaning[] = {
    {"Events", "A session is the agenda as it stood when the meeting opened, and the list of what happened; everything "
               "else is worked out from the two. Each event is strictly later than the one before. What is said names "
               "only what is there by then."},
    {"States",
     "ready once opened, running while an item runs, paused, adjourned, closed, confirmed. start runs an item "
     "from the first three and ends a pause; the item before it stops. skip or park of the running item "
     "pauses. adjourn and close stop the clock; reopen leads to paused on the item that was current, or to "
     "ready where there was none."},
    {"start back", "It dates the start back, to the last event of the clock at most (before open only for the first "
                   "start). Records keep their item."},
    {"undo", "As if the event had never been said: an undone start gives its minutes back to the item before. It never "
             "reaches back over adjourn, close or reopen; what a later event stands on cannot be undone. A new event "
             "ends redo. Ids stay used."},
    {"Minutes",
     "They are never lost or made: extend takes them from an item that has not started, is not protected and "
     "no break, and has them, or from the end of the meeting; skip and park give what is unused to the end; "
     "replan and add-item settle with the end. An item with at starts then at the earliest."},
    {"Planned end", "The start of the meeting (its start on its date, else the first start of an item) and all "
                    "minutes."},
    {"amend",
     "set holds fields of the record that id names; a field set to ~ is cleared. The earlier words stay in the "
     "file. Assents and read-backs of words, owner, partners or due date that changed later count as given to "
     "the earlier words."},
    {"Heard",
     "An agency is heard in an item by a heard event, or by putting or answering a challenge there. Quiet and "
     "owning nothing are said of statutory and relevant agencies. Who was not spoken of counts as in the room."},
    {"Published",
     "Only what says so above, of agreements and progress with visibility public; the reason and dissent of "
     "a position only where its visibility is public. Nothing else: no people, notes, prompts, challenges, "
     "assent words or ids of what an agreement grew from."},
    {"outcome", "The result of the first as_of events, written for readers and scripts and never read back as truth. "
                "candour check names each place where it is not what these events say; later events are no "
                "disagreement."},
};

static void limits(struct buffer *out, struct arena *arena) {
    reference_heading(out, "LIMITS\n");
    reference_lines(
        out, arena, INDENT,
        arena_format(
            arena,
            "A file of %d MiB, %d levels of nesting, %d,000 entries in a list and keys in a mapping, %d,000,000 "
            "values in a section or event, a text of %d KiB, a key of %d bytes, an id of %d characters. The "
            "first %d problems are named, the others counted.",
            LOAD_FILE_MOST / MEBIBYTE, LOAD_DEPTH_MOST, LOAD_LIST_MOST / 1000, TREE_NODES_MOST / 1000 / 1000,
            LOAD_TEXT_MOST / KIBIBYTE, TREE_KEY_MOST, ID_MOST, DIAG_MOST));
}

void reference_reading(struct buffer *out, struct arena *arena) {
    reference_lines(
        out, arena, 0,
        "One YAML document in UTF-8 with one mapping at the top. Before the meeting it is an agenda; with `events:` "
        "it is a session: the agenda as it stood when the meeting opened, and the list of what happened. The first "
        "key is `candour: 1`, the last is `events:`. A star marks what is needed. `candour check FILE` names every "
        "problem of a file, `candour schema` prints the same rules for editors.");
    reference_heading(out, "TYPES");
    RULES(out, arena, types);
    reference_heading(out, "RULES");
    RULES(out, arena, reading);
    limits(out, arena);
}

void reference_meaning(struct buffer *out, struct arena *arena) {
    reference_heading(out, "MEANING");
    RULES(out, arena, meaning);
}
