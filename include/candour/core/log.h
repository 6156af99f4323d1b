/* Log: the events as a list to look through: what each is about, of which sort it is, whether it came after the
 * meeting, and the wordings a record went through.
 *
 * Everything is worked out from a meeting as it stands; nothing is kept and nothing can fail. An event is about every
 * id it names, and an undo or redo about what the event it means is about. What follows a record (changed, assented
 * to, withdrawn, reported on, read back) is also about what that record named just before: its finding, its parties,
 * its item. Attendance of a person for whom no agency is said is about the person's own.
 */
#ifndef CANDOUR_CORE_LOG_H
#define CANDOUR_CORE_LOG_H

#include "candour/core/meeting.h"

enum about {
    ABOUT_NOT,
    ABOUT_RECORD, /* the record it follows names it */
    ABOUT_ITSELF, /* it names it itself */
};

/* How EVENT is about ID, which may name anything. */
enum about event_about(const struct meeting *meeting, size_t event, const char *id);
/* Calls VISIT with every id it is about, those it names itself first, each as often as it is named; until VISIT is
 * true. Returns whether it was. `none` and `end` may be among them. */
typedef bool about_visit(void *visitor, const char *id, enum about how);
bool event_each_id(const struct meeting *meeting, size_t event, about_visit *visit, void *visitor);
/* The id it is first of all about: the record, proposal, item, finding, question, agency or person; NULL: none. It is
 * the event's own text. */
const char *event_subject(const struct meeting *meeting, size_t event);
/* The event an undo or redo means, SIZE_MAX when there is none; any other event itself. */
size_t event_meant(const struct meeting *meeting, size_t event);
/* The latest undo of an event that is undone, SIZE_MAX when it is not. */
size_t event_undone_by(const struct meeting *meeting, size_t event);

/* What an event said after the meeting was closed is to the record as it was read then. */
enum later {
    LATER_NOT,       /* said in the meeting, or opens, ends or confirms it */
    LATER_FOLLOW_UP, /* adds: progress, an assent, an answer or outcome that was still owed, a field not given before */
    LATER_CHANGE,    /* changes or takes back what stood, before the record was confirmed */
    LATER_CORRECTION, /* the same, after it */
};
enum later event_later(const struct meeting *meeting, size_t event);
const char *later_word(enum later later); /* "follow-up", "late change", "CORRECTION"; "" */

/* A sort of event by which the log is looked through. Every event is of at least one that is named by a noun. */
struct event_sort {
    const char *word; /* "challenges"; no word of an event but where it means the same */
    const char *says; /* "challenges, and what followed on them" */
    uint64_t events;  /* bits of enum event_do */
    unsigned records; /* bits of enum record_kind: what follows such a record is of this sort too */
    bool undone;      /* what was undone */
    bool later;       /* what was said after the meeting */
};
const struct event_sort *event_sorts(size_t *count);
/* The sort of this word, or the one of the events of this word ("challenge"); false when there is none. */
bool event_sort_of(const char *word, struct event_sort *out);
bool event_is_sort(const struct meeting *meeting, size_t event, const struct event_sort *sort);

/* --- wordings --- */

struct worded {
    const void *value; /* struct of the shape */
    size_t event;      /* that said it so */
};

/* What a record says and said before, the board's positions on a finding, its answers to a question: oldest first.
 * Undone ones are none. */
struct wordings {
    const struct shape *shape; /* NULL: ID names nothing that has wordings */
    struct worded *list;
    size_t count;
};
struct wordings wordings_of(const struct meeting *meeting, const char *id, struct arena *arena);

#endif
