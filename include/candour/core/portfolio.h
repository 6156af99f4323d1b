/* Portfolio: what many sessions have outstanding, what recurs in them, and how long things took, from their précis.
 *
 *   portfolio_begin(&portfolio, sessions, count, arena);
 *   portfolio_actions(&portfolio, PORTFOLIO_BY_PARTY, arena, &out);      and so on
 *
 * Two files of one meeting (board, review and the moment it was opened are the same) count once: the one with more
 * events, else the first; the other has `copy_of`. Files that are no sessions count for nothing. Parties are told apart
 * by code and name, since boards use the same code for different agencies. Everything lives in the arena given and
 * points into the précis; nothing fails. Order everywhere is neutral: what is late first, the longest first.
 *
 * Themes, where the design leaves it open:
 *   recurs   something stands with findings of two reviews at least; two meetings about one review are no recurrence
 *   same     themes and strands: the same words, whatever the case, the signs and a plural s; titles: the same words in
 *            any order but for small ones (the, of, and), or all but one of at least four
 *   each finding of a review stands once under a theme, with the earliest meeting it was before
 */
#ifndef CANDOUR_CORE_PORTFOLIO_H
#define CANDOUR_CORE_PORTFOLIO_H

#include "candour/core/precis.h"

#define PORTFOLIO_NONE UINT32_MAX /* no session, no row */

struct portfolio {
    const struct precis *const *sessions;
    uint32_t count;
    uint32_t *copy_of; /* by session; PORTFOLIO_NONE: it is no copy */
    uint32_t copies;
};

void portfolio_begin(struct portfolio *portfolio, const struct precis *const *sessions, size_t count,
                     struct arena *arena);

/* A row of a session: of its actions, themes or times. */
struct portfolio_row {
    uint32_t session, row;
};

/* --- outstanding --- */

struct portfolio_group {
    const char *party, *name; /* NULL: nobody is named */
    size_t from, count, late; /* rows */
};

enum portfolio_order {
    PORTFOLIO_BY_PARTY, /* agreements: a group for each party, those with most that is late first, then by code */
    PORTFOLIO_BY_DAY,   /* agreements, in one group */
    PORTFOLIO_OWED      /* three groups: evidence promised, open without an answer, open with an answer */
};

struct portfolio_actions {
    struct portfolio_group *groups;
    struct portfolio_row *rows; /* within a group what is late first, then by day, then what has none */
    size_t group_count, count, late;
};

void portfolio_actions(const struct portfolio *portfolio, enum portfolio_order order, struct arena *arena,
                       struct portfolio_actions *out);

/* --- themes --- */

struct portfolio_theme {
    enum precis_theme_kind kind;
    const char *text;
    size_t from, count; /* rows */
    size_t reviews;
};

struct portfolio_seen {
    struct portfolio_row at;
    uint32_t before; /* the row, of the same theme, of another review that had it last before this; PORTFOLIO_NONE */
};

struct portfolio_themes {
    struct portfolio_theme *themes; /* those of most reviews first, then what was seen last */
    struct portfolio_seen *rows;    /* within a theme the latest first; what has no date last */
    size_t theme_count, count;
};

void portfolio_themes(const struct portfolio *portfolio, struct arena *arena, struct portfolio_themes *out);

/* --- response times --- */

struct portfolio_figures {
    size_t count;
    int64_t median;               /* of an even number the middle between two, towards zero */
    struct portfolio_row longest; /* when there is one */
    int64_t most;
};

struct portfolio_times_of {
    const char *party, *name;
    struct portfolio_figures figures[TIME_KINDS];
    size_t waiting; /* challenges to it that are open and have no words of an answer */
};

struct portfolio_times {
    struct portfolio_times_of all;      /* of every party together */
    struct portfolio_times_of *parties; /* by code, then name */
    size_t party_count;
};

void portfolio_times(const struct portfolio *portfolio, struct arena *arena, struct portfolio_times *out);

#endif
