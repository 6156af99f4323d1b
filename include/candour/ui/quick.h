/* Quick: the short form of the `:` line, for hands that know it: what follows a command's name, as a record.
 *
 *   :c NPS>MHT F1 words...                    challenge: by > to, the finding, the words
 *   :a @CSC +COM due:2027-03-31 !now #F4 words...   agreement: owner, partners, due, priority, findings, the words
 *   :n !decision words...                     note     :e Health visitors: a briefing in team meetings
 *   :p F4 part words...  :f F3  :h POL  :x 10 @CHR from:I7 words...
 *   :skip I6 words...    :park I6 words...    :withdraw C3 words...    :assent A2 CSC reservation words...
 *
 * Marks stand before the words, in any order: the signs above, and KEY:VALUE for any field of the form whose value is
 * one word (due:+6w, kind:design, visibility:public). Once the words have begun everything is words, and `--` begins
 * them at once. Nothing is guessed and nothing is lost: a mark that is not known, or whose value is not understood,
 * stays in the words and a notice says so.
 */
#ifndef CANDOUR_UI_QUICK_H
#define CANDOUR_UI_QUICK_H

#include "candour/core/meeting.h"
#include "candour/ui/form_value.h"
#include "candour/ui/pick.h"

struct quick {
    const char *act;     /* the act's own name; it has a form (spec_of) */
    const char *notices; /* what stayed text and why, dates in the past; NULL: nothing to say */
    const char *fault;   /* why the line cannot be taken at all; NULL: it was */
    const char *missing; /* key of the first field that is still needed; NULL: all is there */
};

/* The shape of what ACT (a name or its short one: c a n e f h p x) records; NULL when it has no quick form. */
const struct shape *quick_shape(const char *act);

/* Reads WORDS into RECORD, a struct of quick_shape(ACT), begun or zeroed: what the line says comes before what was
 * there. False when it cannot be taken (`fault`): the line stays as it is. When something is `missing` the caller opens
 * the form with the record. Texts are made in the room's arena. */
bool quick_into(const struct value_room *room, const char *act, const char *words, void *record, struct quick *out);

/* What may stand for the word at CURSOR of a whole `:` line. Names of commands come from COMMANDS (code: the name,
 * name: what it does); behind one of ours come codes, choices and the keys of marks. */
struct quick_completion {
    size_t from; /* the bytes of the line that are replaced */
    size_t to;
    struct pickables list; /* best first; each code is what goes into the line */
};
struct quick_completion quick_complete(const struct value_room *room, const struct pickables *commands,
                                       const char *line, size_t cursor);

#endif
