/* Sitting: a meeting for tests, said in a few words. The agenda is Harrowmere's, built by hand.
 *
 *   struct sitting s = sitting_open(arena);                    open at 13:28
 *   said(&s, "13:30", DO_START, &(struct event_start){.item = "I1"});
 *
 * Clock texts are HH:MM or HH:MM:SS on 22 November 2016 in UTC; hours past 23 are the next day.
 */
#ifndef CANDOUR_TESTS_SITTING_H
#define CANDOUR_TESTS_SITTING_H

#include "candour/base/arena.h"
#include "candour/core/meeting.h"

struct sitting {
    struct arena *arena;
    struct agenda *agenda;
    struct meeting *m;
};

/* Nine items of 150 minutes (I7 and I8 protected), ten agencies, seven people, five priorities, six entries of
 * learning, six findings, and two proposals D1 and D2. The lists may be changed before the meeting is made. */
struct agenda *harrowmere_agenda(struct arena *arena);
struct sitting sitting_new(struct arena *arena, struct agenda *agenda);
/* Harrowmere, opened at 13:28. */
struct sitting sitting_open(struct arena *arena);

struct stamp at_clock(const char *clock);
instant at(const char *clock);
/* BODY is copied as the struct of the word's shape. */
struct event event_said(struct arena *arena, const char *clock, enum event_do what, const void *body);
struct refusal said(struct sitting *s, const char *clock, enum event_do what, const void *body);
struct refusal looked_at(const struct sitting *s, const char *clock, enum event_do what, const void *body);

/* Short forms of what most tests say. */
struct refusal start(struct sitting *s, const char *clock, const char *item);
struct refusal start_back(struct sitting *s, const char *clock, const char *item, int32_t minutes);
struct refusal plain(struct sitting *s, const char *clock, enum event_do what); /* pause resume adjourn close ... */
struct refusal undo(struct sitting *s, const char *clock, const char *of);
struct refusal redo(struct sitting *s, const char *clock, const char *of);
struct refusal challenge(struct sitting *s, const char *clock, const char *id, const char *by, const char *to);
struct refusal agreement(struct sitting *s, const char *clock, const char *id, const char *owner);

/* Ids up to NULL, in the arena. */
struct texts ids(struct arena *arena, ...);
/* Amends ID: fields KEYS (space between) as in SET, a struct of the record's shape. */
struct refusal amend(struct sitting *s, const char *clock, const char *id, const char *keys, const void *set);

int64_t minutes(double m); /* ms */
int64_t used(const struct sitting *s, const char *item, const char *clock);
int64_t granted(const struct sitting *s, const char *item);

#endif
