/* What the linear face is made of; private to plain*.c and to the panels, which put themselves into lines.
 *
 *   plain.c          a msg in, what is left of it to be known
 *   plain_take.c     a line, where nothing is open: words, keys, commands, answers to questions
 *   plain_form.c     a line into an open form or an open line
 *   plain_say.c      what is new since it was said last
 *   plain_where.c    where the meeting is, its agenda, its records, one thing in full
 *   plain_screens.c  each of the screens in lines
 *   plain_rows.c     one thing in one sentence
 *   plain_lines.c    lines of text from sheets, details and texts; plain_put.h is what others need of it
 *   plain_help.c     the commands in lines
 */
#ifndef CANDOUR_UI_PLAIN_INSIDE_H
#define CANDOUR_UI_PLAIN_INSIDE_H

#include "candour/ui/plain.h"
#include "panel.h"
#include "plain_put.h"
#include "screen_sheet.h"
#include "view.h"

enum { PLAIN_WIDTH = 1 << 20 }; /* columns in which no text is wrapped */

/* --- plain_lines.c --- */

/* A line for each of TEXT. */
void plain_text(struct plain_lines *lines, const char *text);
/* A line for each row: "why: words". */
void plain_detail(struct plain_lines *lines, const struct detail *detail);
void plain_sheet(struct plain_lines *lines, const struct view *view, const struct sheet *sheet);
/* Codes with a blank between them, `none` for none; in the arena of the lines. */
const char *plain_ids(const struct plain_lines *lines, const struct texts *ids);

/* --- plain_rows.c: one sentence, in the view's scratch; NULL when ID names nothing --- */

const char *plain_row(const struct view *view, const char *id);
const char *plain_record(const struct view *view, const struct record_state *record);
const char *plain_item(const struct view *view, uint32_t place);

/* --- plain_screens.c --- */

/* The screen that is shown, its page when one is open. ALL: the whole log, not its end. */
void plain_screen(const struct view *view, bool all, struct plain_lines *lines);
/* The page of what ID names. */
void plain_page(const struct view *view, const char *id, struct plain_lines *lines);
/* What is selected there; NULL: nothing is. */
const char *plain_selected(const struct view *view);

/* --- plain_where.c --- */

void plain_where(const struct view *view, struct plain_lines *lines);
void plain_agenda(const struct view *view, struct plain_lines *lines);
/* Of the item at PLACE; -1: all. */
void plain_records(const struct view *view, int32_t place, struct plain_lines *lines);
/* A record with all its fields, anything else as its page. False: ID names nothing. */
bool plain_show(const struct view *view, const char *id, struct plain_lines *lines);
/* What the chair has before them as the item begins: purpose, time, prompts, findings. */
void plain_item_begins(const struct view *view, struct plain_lines *lines);

/* --- plain_help.c --- */

/* All commands and words, or the one that is named; false when there is none of that name. */
bool plain_help(const struct view *view, const char *name, struct plain_lines *lines);

/* --- the face itself --- */

enum plain_want { WANT_NOTHING, WANT_SCREEN, WANT_ALL, WANT_SELECTED };

struct plain {
    struct app *app;
    bool typed;

    /* of the line taken last */
    struct buffer refused;
    struct buffer direct; /* lines it asked for */
    enum plain_want want;
    bool by_line;          /* a line was taken since something was said last */
    bool repeats;          /* the question, form or panel is to be said again */
    struct buffer stopped; /* a command that was stopped by a word of the guard list */

    /* of an open form */
    bool gathers;          /* `:text`: several lines */
    struct buffer several; /* as typed so far */
    bool more;             /* it goes on behind the first group */

    /* what was said */
    struct buffer last;  /* in answer to a line, for `again` */
    struct buffer panel; /* how the panel was put last */
    uint32_t said;       /* messages */
    bool blank, faulty, forgotten, begun;
    int32_t item;                    /* current; -1: none */
    int32_t focus;                   /* -1: none */
    instant alerted;                 /* the threshold said last */
    const struct question *question; /* with `shown`: the question put last */
    instant question_shown;
    const struct form *form; /* the form whose title was said */
    uint32_t form_events;
};

struct view plain_view(const struct plain *plain, struct stamp now, struct arena *arena);
/* The line taken was not done, and why. */
void plain_refuse(struct plain *plain, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A line in answer to the line taken. */
void plain_answer(struct plain *plain, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* --- plain_take.c --- */

void plain_take(struct plain *plain, const char *text);
/* True when WORD is one of plain_words, and done; REST is what follows. */
bool plain_query(struct plain *plain, const char *word, const char *rest);
/* "g: it went on, s: it stopped"; in ARENA. */
const char *plain_options(const struct question *question, struct arena *arena);
/* "y: as read, e: correct"; in ARENA. */
const char *plain_panel_keys(const struct app *app, struct arena *arena);

/* --- plain_form.c --- */

void plain_form_line(struct plain *plain, const char *text);
void plain_line_line(struct plain *plain, const char *text);
void plain_gathered(struct plain *plain, const char *text);
/* Its title, and how it is filled in. */
void plain_form_begins(const struct plain *plain, struct plain_lines *lines);
void plain_form_prompt(const struct plain *plain, struct buffer *out);
void plain_line_prompt(const struct plain *plain, struct buffer *out);

#endif
