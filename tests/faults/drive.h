/* Drive: a meeting of ten records kept through store, as the program keeps it, while the system may fail at any call.
 *
 * What could not be kept stays pending and goes again with the next event. After every failure the folder is looked at:
 * what was confirmed is in the file, and nothing lies about that a chair would wonder at.
 */
#ifndef CANDOUR_TESTS_FAULTS_DRIVE_H
#define CANDOUR_TESTS_FAULTS_DRIVE_H

#include "candour/base/buffer.h"
#include "candour/core/meeting.h"
#include "candour/store/session.h"

enum { DRIVE_RECORDS = 10, DRIVE_EVENTS = DRIVE_RECORDS + 3 }; /* open, start, the records, adjourn */

struct drive {
    char folder[64]; /* of its own, absolute */
    char path[128];  /* of the session in it */
    struct arena *arena;
    struct meeting *meeting;
    struct session *session;
    struct buffer all;       /* everything said so far */
    struct buffer confirmed; /* what store said is kept */
    struct buffer pending;   /* said, and not yet kept */
    size_t confirmed_events;
    size_t pending_events;
    bool finished;   /* the outcome was put in */
    int failures;    /* sentences heard */
    int report;      /* descriptor that gets a byte for each event confirmed; -1: none */
    char why[512];   /* the latest sentence */
    char wrong[512]; /* what is not as it must be; empty: nothing */
};

/* A folder under /dev/shm, or /tmp where there is none, and the Harrowmere agenda. */
void drive_begin(struct drive *drive);
/* Its files are removed. */
void drive_end(struct drive *drive);

/* The whole meeting, once, from the new session to the outcome, which may be left pending. */
void drive_meeting(struct drive *drive);
/* Event NUMBER is said, and kept with what is pending. True when it is confirmed. */
bool drive_say(struct drive *drive, size_t number);
bool drive_say_event(struct drive *drive, struct event event);
/* What is pending, tried again. */
bool drive_keep(struct drive *drive);
/* The outcome into the file. */
bool drive_finish(struct drive *drive);

/* What the file holds must begin with what was confirmed and load to at least that many events; only the session, its
 * lock and its draft may lie there. Sets `wrong`. */
void drive_check(struct drive *drive);
/* All of it is kept: the bytes are exactly those of a meeting without a fault. */
void drive_check_all(struct drive *drive);

/* Only the session, its lock, its draft and ALSO may lie in its folder. Sets `wrong`. */
void drive_names(struct drive *drive, const char *also);
/* Events of the meeting file at PATH; -1 when it does not load. WHOLE and TORN may be NULL. */
long drive_load(const char *path, size_t *whole, size_t *torn);
/* Sets `wrong` to the first that is said. */
void drive_wrong(struct drive *drive, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
