/* The minutes, part by part; report_minutes.c puts them in order, and nobody else includes this.
 *
 * What the parts look up by item or record is sorted once, so that long minutes take no longer a line than short ones.
 */
#ifndef CANDOUR_FORMAT_REPORT_MINUTES_H
#define CANDOUR_FORMAT_REPORT_MINUTES_H

#include "report_parts.h"

/* Numbers by place: those of place P are list[from[P]] to below list[from[P + 1]], in order. */
struct sorted {
    size_t *from, *list;
};

struct stretch { /* when an item was taken */
    instant from, to;
    size_t first, last; /* of its spans */
    size_t times;       /* stretches without a break between them */
};

struct minutes {
    struct report r;
    /* By place in the meeting's records; NULL: of another kind, or withdrawn. */
    const struct challenge_summary **challenges;
    const struct agreement_summary **agreements;
    struct texts *grown; /* agreements that grew from a record, by its place */
    size_t withheld;     /* records */
    /* By place of the item; behind the last: before the first item. */
    struct sorted records; /* places of those that stand or are withheld */
    struct sorted said;    /* events: positions, what was kept as it is, read-backs, what changed time and order */
    struct texts *heard;   /* agencies */
    struct stretch *stretches;
    const struct item_summary **taken; /* in the order they were first taken; what has records, too */
    size_t taken_count;
    bool *follow_up; /* by event: said while the meeting was closed, and not undone */
};

/* The sections of the document. */
void minutes_meeting(struct minutes *w);
void minutes_glance(struct minutes *w);
void minutes_open(struct minutes *w);
void minutes_attendance(struct minutes *w);
void minutes_items(struct minutes *w);
void minutes_not_taken(struct minutes *w);
void minutes_proposals(struct minutes *w);
void minutes_withdrawn(struct minutes *w);
void minutes_engagement(struct minutes *w);
void minutes_marker(struct minutes *w);
void minutes_since(struct minutes *w);
void minutes_figures(struct minutes *w);

/* A record of the meeting in full; FINDING (NULL: none) is the heading it stands under. */
void minutes_record(struct minutes *w, size_t place, const char *finding);
/* A position that was taken; EVENT is its place. */
void minutes_position(struct minutes *w, size_t event);

/* --- JSON --- */

void minutes_room_json(struct minutes *w, struct json *json);    /* meeting, attendance, quorum, agencies, people */
void minutes_agenda_json(struct minutes *w, struct json *json);  /* findings, items, changes of time */
void minutes_records_json(struct minutes *w, struct json *json); /* challenges, agreements, notes, engagement */
void minutes_follow_json(struct minutes *w, struct json *json);  /* read-backs, proposals, withdrawn, corrections */

/* --- what they share --- */

/* Of the meeting's clock: the offset in use then. */
struct stamp stamp_at(const struct meeting *m, instant at);
/* "12 min" of milliseconds. */
const char *said_minutes(const struct report *r, int64_t ms);
/* The value of a field as a reader wants it: names, days in words; NULL when it is not given. */
const char *said_field(const struct report *r, const struct field *field, const void *record);
/* "Tuesday 22 November 2016, 14:36", the day alone left out on the day of the meeting. */
const char *said_when(const struct report *r, struct stamp stamp);
/* "The chair", "Lay member (J. Marlow)": a person by role and name. */
const char *said_person(const struct report *r, const char *id);
/* Text of a pair, left out when NULL. */
void add_pair(const struct report *r, struct block *pairs, const char *label, const char *text);
/* The wording EVENT made of a record, and the one before it (NULL: none); false: none. */
bool wording_of(const struct record_state *record, size_t event, const struct wording **now);

#endif
