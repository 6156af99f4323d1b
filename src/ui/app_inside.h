/* What the app is made of; private to the files of src/ui that make it up.
 *
 * The app owns its arena, the open form, the line being typed and the questions; the meeting is the caller's. Event
 * bodies are made in the meeting's arena. `scratch` is emptied at each update: what an act words for the message line
 * and what effects carry lives there.
 */
#ifndef CANDOUR_UI_APP_INSIDE_H
#define CANDOUR_UI_APP_INSIDE_H

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "candour/ui/app.h"
#include "candour/ui/commands.h"
#include "candour/ui/form.h"
#include "candour/ui/screens.h"
#include "pressed.h"

enum {
    FORGOTTEN_MS = 2 * MS_MINUTE, /* without a running item: said, and dating back is offered */
    GAP_MS = 20 * MS_SECOND,
    HURRY_MS = MS_MINUTE, /* an item left sooner asks for a second press */
    ARM_MS = 500,         /* a question that nobody called for takes no key before */
    DRAFT_MS = MS_SECOND,
    LEAST_ROWS = 12,
    LEAST_COLUMNS = 40,
    OPTIONS_MOST = 4,
    QUESTIONS_MOST = 8,
};

enum pane { PANE_AGENDA, PANE_RECORDS };
enum tone { TONE_DONE, TONE_WORD, TONE_REFUSED };

struct question_option {
    key k;
    const char *label;
};

struct question;
/* What an answer does; true when the question is answered. */
typedef bool question_answer(struct app *app, struct question *question, key k);

struct question {
    struct arena *arena; /* owns the texts */
    const char *title;   /* a few words */
    const char *text;    /* what is asked and why; lines end with newline */
    struct question_option options[OPTIONS_MOST];
    size_t option_count;
    bool gives_way; /* another key than the options takes it away and does its own work */
    bool called;    /* by the key just pressed: it may be answered at once */
    question_answer *answer;
    instant shown; /* 0: it waits for a form or a line to close */
    int scroll;

    /* what it is about, by kind */
    instant from, to;   /* a gap */
    struct event event; /* what is done when it is confirmed */
    int32_t place;      /* an item */
    const char *record; /* id of a record that belongs into the item */
    const char *then;   /* said when done */
    const struct command *command;
};

/* Takes the record of a saved form; false: refused and said, the form stays open. */
typedef bool form_saved(struct app *app);

struct event_act; /* event_act.h */
struct summary;   /* candour/core/summary.h */
struct line;      /* line.h: the `:` line and its like */
struct log_rows;  /* log_rows.h */
struct trail;     /* screen_trail.h */
struct panel;     /* panel.h: go-round, read-back and their like */

struct fault {     /* keeping does not work */
    instant since; /* 0: it works */
    struct buffer why;
    instant retry;
    uint32_t tries;
};

enum { SPOT_ID = 20 }; /* an id has at most 16 bytes */

/* A selected line: the cursor keeps to what it is about when the lines are sorted anew. */
struct spot {
    uint32_t row;
    char id[SPOT_ID]; /* "": the line is about nothing */
};

struct screen_state { /* of a screen other than the Meeting screen */
    struct spot list, page;
    char about[SPOT_ID]; /* what the page that is open is of; "": none is */
    int across;          /* columns of its grid that are passed by */
    bool inset;          /* it stands in place of the list */
};

struct app {
    struct arena *arena;
    struct arena *scratch;
    struct meeting *meeting;
    struct effects *effects; /* of the update that runs */
    struct stamp now;        /* of the last msg */
    instant due;             /* the wake that was asked for after it */

    const char *session, *program;
    const char *notice;   /* what the shell has to say at once; NULL for nothing */
    struct texts remarks; /* what the check said, a line each */
    const char *const *guard;
    size_t guard_count;
    struct pickables reports; /* the documents that can be written */
    bool bell, ascii;
    bool linear;           /* without a screen: plain.h */
    bool rehearsal;        /* rehearsal.h */
    bool review;           /* review.h */
    bool listed;           /* opened from the list of sessions */
    const char *read_only; /* why nothing may be recorded; NULL: it may */
    bool take_up;          /* opening a closed meeting takes it up again */
    size_t events_before;  /* of the meeting when the app was made */
    int rows, columns;

    enum command_place place;
    bool blank;
    bool room_blank;      /* the second screen is, this one not: left so by whoever had the session before */
    struct buffer untold; /* while blank: why the second screen may not be; empty: it is */
    bool help;
    int help_scroll;
    int start_scroll;

    enum screen_id screen;
    struct screen_state screens[SCREEN_COUNT];
    struct trail *trail;           /* where Esc leads back to */
    struct log_rows *log;          /* what the Log shows */
    char wanted[SPOT_ID];          /* id whose line is to be selected; "": none */
    const struct summary *summary; /* NULL until the meeting is open; made anew when it changed and each minute */
    struct arena *summary_arena;
    size_t summary_events;
    int64_t summary_minute;

    struct pressed pressed; /* while nothing else was done since */

    enum pane pane;
    int32_t item_selected;   /* place, -1: the current one */
    int32_t record_selected; /* in records, -1: the newest */

    struct buffer message;
    uint32_t said; /* how often there was another one */
    enum tone tone;
    struct buffer pending;        /* what will be confirmed when it is kept; empty: nothing */
    struct buffer pending_rest;   /* what must be said with it, */
    struct buffer pending_remark; /* and behind it */
    bool confirmed;               /* the message line says what was kept just now */
    struct stamp kept;            /* 0: nothing was kept yet */
    struct fault fault;

    struct form *form;
    form_saved *form_saved;
    const struct event_act *form_act; /* whose form it is, for acts that are one event */
    uint32_t form_events;             /* of the meeting when it was opened */
    char form_id[16];                 /* of the record it is about; "" for none */
    const char *turned;               /* id of the record that the form turns into another */
    bool guard_warned;                /* a word of the guard list was pointed out in this form or line */
    bool guard_passed;                /* the key was pressed that records it all the same */

    struct line *line;   /* NULL: none is open */
    struct panel *panel; /* NULL: none stands */
    struct buffer searched;

    instant draft_due; /* 0: nothing unkept */
    bool draft_kept;   /* one lies beside the session */
    struct draft *offered;

    struct question *questions[QUESTIONS_MOST]; /* the first is asked, the others wait */
    size_t question_count;
    bool forgotten_offered; /* dating back was offered since no item runs */
    bool leaving;           /* the end was asked for: leave as soon as all is kept */
};

/* --- app_keep.c: what is said, and what is kept --- */

void app_say(struct app *app, enum tone tone, const char *format, ...) __attribute__((format(printf, 3, 4)));
void app_effect(struct app *app, struct effect effect);
/* An event of this kind at the present instant, never at or before the last one. */
struct event app_event(struct app *app, enum event_do what);
/* Applies and asks for it to be kept; when refused that is said and false returned. */
bool app_apply(struct app *app, const struct event *event);
void app_kept(struct app *app, const struct msg *msg);
void app_retry(struct app *app);
bool app_refused(struct app *app, struct refusal refusal);

/* --- confirm.c --- */

/* What the message line will say once the event is kept. */
void app_done(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* TEXT where it fits in one row with when it was kept, else the shorter one. */
const char *in_a_row(const struct app *app, const char *text, const char *shorter);
void app_done_fit(struct app *app, const char *text, const char *shorter);
/* Something more to say with it, that is never cut off; behind it, where there is room. NULL is allowed. */
void app_also(struct app *app, const char *notice);
void app_remark(struct app *app, const char *notice);
/* TEXT in one line of COLUMNS, what does not fit cut off; in scratch. */
const char *words_within(struct app *app, const char *text, int columns);
/* What is pending, with TAIL (". Saved 14:31:58") behind it, in the rows of the message line. */
const char *confirmation(struct app *app, const char *tail);

/* --- blank.c --- */

/* `b` while a question or the help has the keyboard; false: the key is theirs. */
bool blank_hurries(struct app *app, key k);
/* A key while this screen is blank: all but one do nothing. */
void blank_key(struct app *app, key k);
/* Nobody can have told the second screen; that is shown even on a blank one. */
void blank_untold(struct app *app, const char *why);
void blank_view(const struct app *app, struct canvas *canvas);

/* --- act_leave.c --- */

/* Leaving did not work: another place, once more, or stay. */
void leave_fault(struct app *app, const char *why);

/* --- app_time.c --- */

/* The threshold passed last by the running item at or before NOW, 0 for none. */
instant alert_instant(const struct meeting *meeting, instant now);
bool alert_shows(const struct meeting *meeting, instant now);
/* Since when no item is running though the meeting is open; 0 when that is as it should be. */
instant forgotten_since(const struct app *app, struct stamp now);
/* Asks about a hole in the clock if this msg came too late. */
void gap_look(struct app *app, const struct msg *msg);
/* WHAT was so from one instant to the other: "Nothing was recorded". */
void gap_ask(struct app *app, const char *what, instant from, instant to);
/* "20 s", "4 min", "1 h 05 min"; OUT of 24. */
char *span_words(int64_t ms, char out[24]);
/* "14:31", with the date when it is not today; OUT of 24. */
char *when_words(const struct app *app, instant at, char out[24]);

/* --- app_draft.c --- */

void draft_look(struct app *app, instant now, bool at_once);
void draft_gone(struct app *app);
void draft_offer(struct app *app);

/* --- question.c --- */

/* A new question behind those that wait (FRONT: before them); its texts are made in its arena. */
struct question *question_new(struct app *app, bool front, question_answer *answer, const char *title);
void question_option(struct question *question, key k, const char *label);
/* The one that has the keyboard, NULL when none or while a form or line is open. */
struct question *question_active(const struct app *app);
bool question_armed(const struct question *question, instant now);
void question_key(struct app *app, key k);
void question_drop(struct app *app, struct question *question);
/* Those that could not be shown so far are shown from NOW. */
void question_settle(struct app *app, instant now);
void questions_free(struct app *app);

/* --- app_form.c --- */

void app_form_open(struct app *app, const struct form_spec *spec, const void *values, const char *id, bool edit,
                   form_saved *saved);
void app_form_key(struct app *app, key k);
/* The field at PLACE was pressed. */
void app_form_point(struct app *app, size_t place);
/* So was the candidate AT of its list; TAKE: for the second time. */
void app_form_choose(struct app *app, size_t at, bool take);
/* Columns of the pane a form is drawn in (screen_meeting.c): Up and Down in its texts go by them. */
int form_columns(const struct app *app);
void app_form_paste(struct app *app, const char *text);
void app_form_edited(struct app *app, const struct msg *msg);
void app_form_closed(struct app *app, bool recorded);
/* The record of the form in the meeting's arena. */
void *app_form_record(struct app *app);

/* --- act_guard.c --- */

/* A word of the guard list that stands in TEXT, or in the words of the open form; NULL: none. */
const char *guarded_in(const struct app *app, const char *text);
const char *guarded_in_form(struct app *app);
/* WORD (NULL: none) keeps what was typed from being recorded: said, with what to write instead. */
bool guard_stops(struct app *app, const char *word);
/* Ctrl-G, once a word was pointed out: recorded all the same. False when the key is for others. */
bool guard_key(struct app *app, key k);

/* --- act_move.c --- */

int32_t item_selected(const struct app *app);   /* place: selected, else current, else next; -1: none */
int32_t record_selected(const struct app *app); /* in records; -1: there is none */
struct record_state *selected_record(const struct app *app);
/* Is the selection of this pane of the Meeting screen the one that keys move? A panel has one of its own. */
bool pane_is_marked(const struct app *app, enum pane pane);
void select_item(struct app *app, int32_t place);
void select_record(struct app *app, int32_t at);

/* --- app_mouse.c --- */

void app_click(struct app *app, int row, int column);
void app_wheel(struct app *app, int step);

/* --- app.c --- */

/* A key, by whatever has the keyboard. */
void app_key(struct app *app, key k);
/* An update in which TAKE does what the msg means; everything around it (a gap, drafts, questions, selection) is that
 * of every update. */
typedef void app_take(void *taker, const struct msg *msg);
void app_turn(struct app *app, const struct msg *msg, struct effects *effects, app_take *take, void *taker);

/* Does the command at the key or the line; says why not. */
void app_command(struct app *app, const struct command *command, const char *words);
/* NULL when it may be done now, else the reason, in SCRATCH. */
const char *command_why_not(const struct app *app, const struct command *command, struct arena *scratch);

/* Names for the room, never NULL. */
const char *item_id(const struct app *app, uint32_t place);
const char *item_title(const struct app *app, uint32_t place);

#endif
