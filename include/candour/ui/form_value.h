/* Form value: the text of a field as it is typed, to the value it stands for (the way back is core's field_text). Forms
 * and the `:` line read through this; nothing here keeps state.
 *
 * Texts of fields, as value_read understands them beside the plain ones:
 *   REFS DATES    pieces separated by blanks, commas or semicolons (a date of two words needs the comma)
 *   LINES         one a line
 *   MAPS          one a line, "EDU: its reason": the first field of the inner shape, a colon, the second; a line that
 *                 begins with a blank goes on with the one above
 *   CHOICE        the word, a unique beginning of it, or of one of its parts ("part" for accepted-in-part)
 */
#ifndef CANDOUR_UI_FORM_VALUE_H
#define CANDOUR_UI_FORM_VALUE_H

#include "candour/core/meeting.h"

enum value_state {
    VALUE_EMPTY, /* nothing but blanks: not given */
    VALUE_GOOD,
    VALUE_WARNED, /* understood, and something is to be said of it (a date in the past) */
    VALUE_BAD     /* not understood: the field is left as it was */
};

/* What reading needs; values are made in ARENA. */
struct value_room {
    const struct meeting *meeting;
    day today;
    struct arena *arena;
};

/* Reads TEXT into FIELD of RECORD. SAID (at least 80 bytes) gets one sentence or nothing: what was understood, where
 * the text alone does not show it (the date in words, the name behind a code); the warning; or what is wrong. */
enum value_state value_read(const struct value_room *room, const struct field *field, const char *text, void *record,
                            char *said, size_t size);

/* Sets FIELD of TO as in FROM, texts and lists copied into ARENA (what MAP, MAPS and SET hold is shared). */
void value_copy(const struct field *field, void *to, const void *from, struct arena *arena);

/* The words of a CHOICE or YES_NO field. */
const char *const *value_choices(const struct field *field, size_t *count);
/* 1 + place of the choice TEXT means (exact, a unique beginning, a unique beginning of a part), or 0. */
int value_choice(const struct field *field, const char *text);

/* "today", "tomorrow", "in 9 days", "in 18 weeks", "in 2 years", "3 weeks ago"; OUT of 32 bytes. */
char *distance_in_words(day from, day to, char out[32]);

#endif
