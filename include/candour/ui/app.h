/* App: the program's screens as one value: update with a msg, view as cells. No clock, no files, no terminal.
 *
 * app_new takes a loaded meeting and keeps it (the caller frees the meeting's arena after app_free). app_update changes
 * the app, and the meeting by meeting_apply, and nothing else; the same msgs give the same app. app_view reads only.
 * Whoever drives it: fulfils the effects in order, gives each answer back as a msg, then draws, then waits for a key or
 * until app_next_change. Keeping comes before showing: the confirmation of an event appears on MSG_KEPT.
 */
#ifndef CANDOUR_UI_APP_H
#define CANDOUR_UI_APP_H

#include "candour/base/diag.h"
#include "candour/core/meeting.h"
#include "candour/ui/canvas.h"
#include "candour/ui/msg.h"
#include "candour/ui/pick.h"

struct app;

struct app_setup {
    struct meeting *meeting;     /* new (no events) or replayed */
    const char *session;         /* where the session is or will be kept, as shown */
    const char *program;         /* "candour 1.0.0", for the `open` event */
    const struct diags *remarks; /* what the check has to say on the start page; may be NULL */
    const char *notice;          /* said at once: a cut tail, a form brought in order; may be NULL */
    const struct draft *draft;   /* to be offered back; may be NULL */
    const char *const *guard;    /* words that must not appear; may be NULL */
    size_t guard_count;
    /* What may follow `report`: documents and their forms, and what each is. Their texts must outlive the app. */
    const struct pickable *reports;
    size_t report_count;
    bool review;           /* a session looked at afterwards: at once on its screens, the clock stands */
    const char *read_only; /* why nothing may be recorded, "it cannot be written"; NULL: it may */
    bool rehearsal;        /* nothing is kept: no effect that writes is ever wished for, REHEARSAL is always shown */
    bool room_blank;       /* the second screen was blank when a program last had the session, and is so still */
    bool take_up;          /* the meeting was closed, and is to be taken up again when it is opened */
    bool listed;           /* in review: opened from the list of sessions, to which leaving leads back */
    const char *at;        /* in review: id it opens on; NULL: on what is late */
    bool linear; /* it is taken and said line by line (plain.h): what is said names no key of a screen's own */
    bool bell;
    bool ascii;
    int rows, columns;
    struct stamp now;
};

struct app *app_new(const struct app_setup *setup);
void app_free(struct app *app);

/* EFFECTS is emptied first. */
void app_update(struct app *app, const struct msg *msg, struct effects *effects);
/* Draws everything for NOW; CANVAS is cleared first and has the app's size. */
void app_view(const struct app *app, struct stamp now, struct canvas *canvas);
/* When the screen or a draft will need the program next; INT64_MAX: not before a key. */
instant app_next_change(const struct app *app, instant now);

/* For drivers and tests. */
const struct meeting *app_meeting(const struct app *app);
const char *app_message(const struct app *app); /* the message line */
/* Is something being read, typed or asked: the start page, a form, the `:` line, a question, help? A fast clock waits
 * for that. */
bool app_occupied(const struct app *app);

#endif
