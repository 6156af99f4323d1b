/* What the list of sessions is made of; private to the files of src/ui that make it up.
 *
 * Sessions are known by their place in the order listed. `sessions` has the précis of each that was read, `order` the
 * places of those that have a row. What the portfolio's screens show is worked out when one of them is looked at, and
 * anew when sessions were read since.
 */
#ifndef CANDOUR_UI_FOLDER_INSIDE_H
#define CANDOUR_UI_FOLDER_INSIDE_H

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/core/portfolio.h"
#include "candour/ui/commands.h"
#include "candour/ui/edit.h"
#include "candour/ui/folder.h"
#include "pressed.h"
#include "screen_sheet.h"

enum {
    FOLDER_LEAST_ROWS = 12,
    FOLDER_LEAST_COLUMNS = 40,
    FOLDER_NARROW = 64, /* columns from which a row says more than the barest */
    FOLDER_WIDE = 140,  /* columns from which the detail stands beside the list */
    FOLDER_SIDE = 60,
    HITS_MOST = 10000,              /* found and kept; the rest is counted */
    SEARCH_SLICE = 8 * 1024 * 1024, /* bytes looked through in one go: keys come between */
    LISTS_EVERY_MS = 1000,          /* while sessions are read, the portfolio is made anew this often */
};

enum folder_screen_id {
    FOLDER_SESSIONS,
    FOLDER_OUTSTANDING,
    FOLDER_EVIDENCE,
    FOLDER_THEMES,
    FOLDER_TIMES,
    FOLDER_FOUND,
    FOLDER_SCREENS, /* those that have a number */
    FOLDER_PROBLEMS = FOLDER_SCREENS,
    FOLDER_ALL
};

enum folder_sort { SORT_LATE, SORT_DATE, SORT_REVIEW, SORTS, SORT_HOME = SORTS };
enum folder_tone { FOLDER_SAYS, FOLDER_REFUSES };

/* What a line opens. */
struct folder_target {
    uint32_t place; /* PORTFOLIO_NONE: nothing */
    const char *id; /* of the record, finding; NULL: the session as a whole */
};

/* A line of the portfolio's screens. */
enum folder_line_kind { LINE_HEADING, LINE_ROW, LINE_MORE, LINE_EMPTY, LINE_NEW };
struct folder_line {
    enum folder_line_kind kind;
    uint32_t at; /* group, row, party, as the screen knows it */
    uint32_t more;
};

struct folder_lines {
    struct folder_line *list;
    size_t count, capacity;
};

/* What the portfolio's screens show. */
struct folder_lists {
    struct arena *arena; /* NULL: nothing was worked out yet */
    const struct precis **sessions;
    uint32_t *places; /* of them */
    struct portfolio portfolio;
    struct portfolio_actions outstanding, owed;
    struct portfolio_themes themes;
    struct portfolio_times times;
    struct folder_lines lines[FOLDER_ALL];
    unsigned made;  /* bits 1 << enum folder_screen_id */
    size_t version; /* of the sessions it was made from */
    instant made_at;
};

struct hit {
    uint32_t place;
    uint32_t part, passage;
    uint32_t at, length; /* in the passage's text */
};

struct folder_search {
    struct buffer needle; /* empty: nothing is looked for */
    struct hit *hits;
    size_t count, room;
    size_t found;    /* kept or not */
    size_t sessions; /* that have one */
    uint8_t *looked; /* by place: looked through for this needle */
    size_t looked_room;
    uint32_t next; /* in `order` */
    bool under_way;
    const struct passages *clean[256]; /* blocks without a hit, which many sessions share */
};

struct folder_spot { /* the selected line of a screen */
    size_t row;
    bool moved; /* by the person: it keeps to what it is about; else the first line stays selected */
    uint32_t place;
    char id[20];
};

enum folder_typing { TYPING_NOTHING, TYPING_SEARCH, TYPING_COMMAND, TYPING_NAME };

enum home_group { HOME_GO_ON, HOME_AGENDAS, HOME_PROBLEMS, HOME_OVER, HOME_EXAMPLES, HOME_GROUPS };

/* What there is at home only. */
struct home {
    const struct folder_home *setup;
    struct arena *arena; /* of the lines */
    struct folder_lines lines;
    size_t version;    /* of the sessions they were made from; 0: of none */
    uint32_t template; /* place of it; PORTFOLIO_NONE: none was read yet */
    bool first_time;   /* nothing of the person's own is here */
    size_t counts[HOME_GROUPS];

    struct arena *checked; /* of the problems shown; NULL: none are */
    const char *path;      /* of the file that has them */
    const struct diag *problems;
    size_t problem_count, dropped;

    enum show_how naming; /* what the name is asked for */
    struct buffer from;   /* path of what it is made from */
};

struct folder {
    struct arena *arena;
    struct arena *scratch; /* emptied at each update */
    struct effects *effects;
    struct stamp now;
    day today;

    const char *name;
    bool ascii;
    int rows, columns;
    struct home *home; /* NULL: sessions to be reviewed */

    const struct precis **sessions; /* by place; NULL: not read yet */
    size_t room;
    uint32_t files; /* in all */
    bool listed, done;
    size_t read, agendas, broken;
    size_t version;        /* counts the changes */
    const char *one_board; /* the code of the only board there is; NULL: there are several */
    bool boards_differ;
    int review_width; /* columns of the longest case code */

    uint32_t *order; /* places, in the order shown */
    uint32_t *rank;  /* by place: its row */
    uint64_t *keys;  /* by place: what it is sorted by */
    size_t count;
    enum folder_sort sort;
    bool by_day;         /* what is outstanding is not parted by agency */
    const char **faults; /* folders that could not be looked into */
    size_t fault_count;

    enum folder_screen_id screen, before; /* the one Esc goes back to from what was found */
    struct folder_spot spots[FOLDER_ALL];
    struct folder_lists lists;
    struct folder_search search;
    const char *wanted; /* path of the session to be selected once it was read anew */

    struct buffer message;
    enum folder_tone tone;
    bool help;
    int help_scroll;
    struct pressed pressed; /* while nothing else was done since */
    enum folder_typing typing;
    struct arena *typing_arena;
    struct edit edit;
};

struct help_page; /* help.h */

/* --- folder.c --- */

/* As folder_update, with TAKE in the place of what it does with MSG. */
typedef void folder_taker(void *self, const struct msg *msg);
void folder_turn(struct folder *folder, const struct msg *msg, struct effects *effects, folder_taker *take, void *self);

/* --- folder_rows.c: sessions as they come --- */

void folder_take_read(struct folder *folder, const struct sessions_read *read);
void folder_forget(struct folder *folder);
/* Has it a row in the list? */
bool folder_has_row(const struct folder *folder, const struct precis *precis);
/* Sorts anew. */
void folder_sort_all(struct folder *folder);
const char *folder_sort_word(enum folder_sort sort);

/* --- folder_lists.c --- */

/* Works out what the screen shows, where that has changed. */
void folder_lists_settle(struct folder *folder);
/* When that will be due; INT64_MAX: it is as it should be. */
instant folder_lists_due(const struct folder *folder);
void folder_lists_free(struct folder *folder);
const struct precis *folder_precis(const struct folder *folder, struct portfolio_row row);
uint32_t folder_place(const struct folder *folder, struct portfolio_row row);

/* --- folder_search.c --- */

/* Begins anew; NULL or "": nothing is looked for. */
void folder_search_begin(struct folder *folder, const char *needle);
/* Another session was read, or one anew. */
void folder_search_more(struct folder *folder, uint32_t place, bool anew);
void folder_search_step(struct folder *folder);
void folder_search_free(struct folder *folder);
/* The passages that HIT is in, and the précis. */
const struct precis *hit_precis(const struct folder *folder, const struct hit *hit);

/* --- folder_screens.c: the one table of the screens --- */

struct folder_view {
    const struct folder *folder;
    struct arena *scratch; /* gone with the frame */
};

struct folder_screen {
    const char *title;
    unsigned place; /* enum command_place: of keys that work there alone; 0: none */
    size_t (*count)(const struct folder *folder);
    bool (*target)(const struct folder *folder, size_t row, struct folder_target *out);
    void (*above)(const struct folder_view *view, struct sheet *sheet); /* heads of columns; NULL: none */
    void (*line)(const struct folder_view *view, size_t row, struct sheet *sheet);
    void (*detail)(const struct folder_view *view, size_t row, struct sheet *sheet);
    /* The line as a sentence that stands alone; NULL: its pieces, a comma between them. */
    const char *(*said)(const struct folder_view *view, size_t row);
    const char *empty; /* said when there is no line */
    const char *help;
};

const struct folder_screen *folder_screen_of(const struct folder *folder, enum folder_screen_id id);

/* --- folder_view.c: words that are said line by line too --- */

/* "4,200 of 10,000 read", then what there is: "14 sessions, 1 with problems"; at home home_counts_words. */
const char *folder_progress_words(const struct folder_view *view);
/* What is said where there is no line: that may still change while files are read. */
const char *folder_empty_words(const struct folder_view *view);
/* "3 places in 2 sessions" */
const char *folder_found_words(const struct folder_view *view);

/* --- folder_words.c --- */

/* "3 May 2016"; "no date". */
const char *day_short(struct arena *arena, day d);
/* "2016-11-22", or blanks. */
const char *day_iso(struct arena *arena, day d);
/* "10,000" */
const char *number_words(struct arena *arena, size_t number);
/* "34 days", "3 h 05 min", "4 min", "at once" */
const char *took_words(struct arena *arena, int64_t ms);
/* "12 days after", "on the day", "3 days before": of whole days from a due date. */
const char *days_words(struct arena *arena, int64_t days);
/* "1 challenge", "2 challenges" */
const char *counted(struct arena *arena, size_t count, const char *one, const char *many);
/* "open", "adjourned", "closed, DRAFT", "confirmed" */
const char *session_status_words(const struct precis *precis);
/* "HMB-02 of 22 November 2016"; with the board where there are several. */
const char *session_words(const struct folder *folder, struct arena *arena, const struct precis *precis);
/* Case code, with the board's where there are several. */
const char *code_words(const struct folder *folder, struct arena *arena, const struct precis *precis);

/* --- folder_moves.c --- */

void folder_say(struct folder *folder, enum folder_tone tone, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void folder_effect(struct folder *folder, struct effect effect);
void folder_show_screen(struct folder *folder, enum folder_screen_id id);
void folder_move(struct folder *folder, int steps);
/* Holds the selection to what it was on when lines have changed. */
void folder_settle(struct folder *folder);
unsigned folder_where(const struct folder *folder);
/* NULL when the command may be done now, else the reason. */
const char *folder_why_not(const struct folder *folder, const struct command *command);

struct help_page folder_help_page(const struct folder *folder, struct arena *scratch);

/* --- folder_typing.c --- */

/* With TEXT in it; NULL: empty. */
void folder_typing_open(struct folder *folder, enum folder_typing typing, const char *text);
/* What stands before the words. */
const char *folder_typing_prompt(const struct folder *folder, struct arena *scratch);
void folder_typing_key(struct folder *folder, key k);
void folder_typing_paste(struct folder *folder, const char *text);
void folder_typing_close(struct folder *folder);

/* --- folder_home.c: the rows at home, in groups --- */

void home_begin(struct folder *folder, const struct folder_home *setup);
void home_free(struct folder *folder);
/* Below: for a folder that is home. */
enum home_group home_group_of(const struct folder *folder, const struct precis *precis);
bool home_is_template(const struct folder *folder, const struct precis *precis);
bool home_is_example(const struct folder *folder, const char *path);
/* What it is sorted by: its group, then what comes first in it. */
uint64_t home_key(const struct folder *folder, const struct precis *precis);
/* Makes the lines anew where files were read since. */
void home_settle(struct folder *folder);
void home_forget(struct folder *folder);
/* The selected row's file; NULL: none is, or it is the one for a new agenda. */
const struct precis *home_selected(const struct folder *folder);
/* Is the row for a new agenda selected? */
bool home_new_selected(const struct folder *folder);
/* The file new agendas are copied from; NULL: none was read yet. */
const char *home_template(const struct folder *folder);

/* For somebody who is here for the first time; NULL: for nobody. */
const char *home_first_words(const struct folder *folder);

/* A meeting from this agenda that is not over, where they are kept; NULL: there is none. */
const struct precis *home_unfinished(const struct folder *folder, const struct precis *agenda);
/* "1 not over, 4 agendas, 2 over" */
const char *home_counts_words(const struct folder *folder, struct arena *arena);

/* --- folder_home_acts.c --- */

/* What Enter does with the selected row. */
enum show_how home_how(const struct folder *folder, const struct precis *precis);
/* A file was shown and left: everything is read anew. */
void home_shown(struct folder *folder, const struct msg *msg);
/* The name that was asked for: false when there must be another. */
bool home_named(struct folder *folder, const char *name);
/* NULL when the command may be done now, else the reason. */
const char *home_why_not(const struct folder *folder, const struct command *command);

/* --- acts, by the command table --- */

folder_act folder_open, folder_sessions, folder_outstanding, folder_evidence, folder_themes, folder_times, folder_found,
    folder_next_screen, folder_previous_screen, folder_up, folder_down, folder_page_up, folder_page_down, folder_first,
    folder_last, folder_find, folder_command, folder_sort_next, folder_read_anew, folder_back, folder_help, folder_quit,
    folder_suspend, folder_redraw, folder_mouse;
folder_act home_go, home_run, home_rehearse, home_review, home_edit, home_new, home_copy, home_carry, home_mend;

#endif
