/* Saying: an event put into words, piece by piece. Names rather than codes where they read better.
 *
 * sentence.c chooses what to say for which event; sentence_clock.c, sentence_room.c and sentence_record.c say it;
 * names.c says the names.
 */
#ifndef CANDOUR_CORE_SENTENCE_H
#define CANDOUR_CORE_SENTENCE_H

#include "candour/base/buffer.h"
#include "candour/core/meeting.h"

struct saying {
    const struct meeting *meeting;
    struct arena *arena; /* of the finished sentence */
    size_t event;        /* place of what is said, in the meeting's events */
    struct buffer out;
};

void say(struct saying *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A person's words in one line: runs of white space become one blank. */
void say_words(struct saying *s, const char *words);
/* ": why", or nothing when no words are given. */
void say_why(struct saying *s, const char *words);
/* Ends the sentence so far, unless the words before ended it. */
void say_stop(struct saying *s);

void say_party(struct saying *s, const char *id);
void say_parties(struct saying *s, const struct texts *ids);
/* "I5 Findings F1 to F3" */
void say_item(struct saying *s, const char *id);
/* "F5 Escalation is seen as a complaint" */
void say_finding(struct saying *s, const char *id);
void say_list(struct saying *s, const struct texts *ids);
/* "Friday 31 March 2017" */
void say_day(struct saying *s, day d);
/* The word of a choice with blanks for dashes. */
void say_choice(struct saying *s, const struct choices *choices, int value);
/* The value of a field as it reads in a sentence: names, dates in words. */
void say_field(struct saying *s, const struct field *field, const void *record);

/* One for each event_do, in the files named above. */
typedef void saying_of(struct saying *s, const void *body);
saying_of say_open, say_start, say_pause, say_resume, say_extend, say_skip, say_park, say_gap, say_repair, say_replan,
    say_add_item, say_move_item, say_undo, say_redo, say_adjourn, say_close, say_reopen, say_confirm;
saying_of say_hand_over, say_attend, say_focus, say_heard, say_position, say_as_is, say_assess;
saying_of say_challenge, say_agreement, say_engagement, say_note, say_amend, say_assent, say_withdraw, say_reject,
    say_progress, say_readback;

#endif
