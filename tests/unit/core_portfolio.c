/* Portfolio: orders, medians and themes over sessions built by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/core/portfolio.h"
#include "candour/core/stock.h"

enum { MOST = 16 };

struct room {
    struct arena *arena;
    struct stock *stock;
    const struct precis *sessions[MOST];
    size_t count;
    struct portfolio portfolio;
};

static int begin(void **state) {
    struct arena *arena = arena_new();
    struct room *room = arena_alloc(arena, sizeof *room);
    *room = (struct room){.arena = arena, .stock = stock_new()};
    *state = room;
    return 0;
}

static int end(void **state) {
    struct room *room = *state;
    stock_free(room->stock);
    arena_free(room->arena);
    return 0;
}

static void keep(struct room *room, struct precis precis) {
    struct precis *kept = precis_keep(room->arena, &precis);
    precis_share(room->stock, kept);
    room->sessions[room->count++] = kept;
}

/* A session of HSCB about REVIEW, met on MET, with what FIELDS has beside. */
static void add(struct room *room, const char *review, day met, struct precis fields) {
    fields.board = fields.board ? fields.board : "HSCB";
    fields.review = review;
    fields.met = met;
    fields.opened = fields.opened ? fields.opened : (instant)(1000 + room->count);
    keep(room, fields);
}

static void sum_up(struct room *room) {
    portfolio_begin(&room->portfolio, room->sessions, room->count, room->arena);
}

#define ROWS(...)                                                                                                      \
    .actions = (struct precis_action[]){__VA_ARGS__},                                                                  \
    .action_count = sizeof((struct precis_action[]){__VA_ARGS__}) / sizeof(struct precis_action)
#define TIMES(...)                                                                                                     \
    .times = (struct precis_time[]){__VA_ARGS__},                                                                      \
    .time_count = sizeof((struct precis_time[]){__VA_ARGS__}) / sizeof(struct precis_time)
#define THEMES(...)                                                                                                    \
    .themes = (struct precis_theme[]){__VA_ARGS__},                                                                    \
    .theme_count = sizeof((struct precis_theme[]){__VA_ARGS__}) / sizeof(struct precis_theme)

static struct precis_action owed(const char *id, const char *party, const char *name, day on, bool late) {
    return (struct precis_action){
        .kind = ACTION_AGREEMENT, .id = id, .party = party, .party_name = name, .on = on, .due = on, .late = late};
}

/* "POL Police: A1 A3; ..." */
static const char *grouped(struct room *room, enum portfolio_order order) {
    struct portfolio_actions out;
    const char *all = "";
    portfolio_actions(&room->portfolio, order, room->arena, &out);
    for (size_t i = 0; i < out.group_count; i++) {
        const struct portfolio_group *group = &out.groups[i];
        all = arena_format(room->arena, "%s%s%s:", all, i == 0 ? "" : "; ", group->name ? group->name : "-");
        for (size_t k = group->from; k < group->from + group->count; k++) {
            const struct precis *precis = room->sessions[out.rows[k].session];
            all = arena_format(room->arena, "%s %s", all, precis->actions[out.rows[k].row].id);
        }
    }
    return all;
}

static void outstanding_by_party_late_first(void **state) {
    struct room *room = *state;
    add(room, "HMB-01", 100,
        (struct precis){ROWS(owed("A1", "POL", "Police", 500, false), owed("A2", "ACU", "Hospital", 0, false),
                             owed("A3", NULL, NULL, 400, false))});
    add(room, "HMB-02", 200,
        (struct precis){ROWS(owed("A4", "POL", "Police", 300, true), owed("A5", "POL", "Police", 250, true),
                             owed("A6", "ACU", "Hospital", 700, false), owed("A7", "POL", "Marsh Police", 1, true))});
    sum_up(room);
    /* most that is late, then by code and name; nobody last. Within: late, the longest; by day; no day */
    assert_string_equal(grouped(room, PORTFOLIO_BY_PARTY),
                        "Police: A5 A4 A1; Marsh Police: A7; Hospital: A6 A2; -: A3");
    assert_string_equal(grouped(room, PORTFOLIO_BY_DAY), "-: A7 A5 A4 A3 A1 A6 A2");
}

static void what_is_promised_and_what_is_open(void **state) {
    struct room *room = *state;
    add(room, "HMB-01", 100,
        (struct precis){ROWS({.kind = ACTION_ANSWER, .id = "C1", .answered = true},
                             {.kind = ACTION_ANSWER, .id = "C2", .on = 90, .late = true},
                             {.kind = ACTION_EVIDENCE, .id = "C3", .on = 120, .answered = true},
                             {.kind = ACTION_ANSWER, .id = "C4"}, {.kind = ACTION_AGREEMENT, .id = "A1"})});
    sum_up(room);
    assert_string_equal(grouped(room, PORTFOLIO_OWED), "-: C3; -: C2 C4; -: C1");
}

/* The one with more events counts, else the first; a file that is none counts for nothing. */
static void a_meeting_counts_once(void **state) {
    struct room *room = *state;
    add(room, "HMB-01", 100, (struct precis){.opened = 7, .events = 5, ROWS(owed("A1", "POL", "P", 1, true))});
    add(room, "HMB-01", 100, (struct precis){.opened = 7, .events = 9, ROWS(owed("A2", "POL", "P", 1, true))});
    add(room, "HMB-01", 100, (struct precis){.opened = 8, .events = 5, ROWS(owed("A3", "POL", "P", 1, true))});
    add(room, "HMB-02", 100, (struct precis){.opened = 7, .events = 5, ROWS(owed("A4", "POL", "P", 1, true))});
    keep(room, (struct precis){.state = PRECIS_BROKEN, .path = "x.yaml", .problem = "1:1: nothing"});
    sum_up(room);
    assert_int_equal(room->portfolio.copies, 1);
    assert_int_equal(room->portfolio.copy_of[0], 1);
    assert_int_equal(room->portfolio.copy_of[1], PORTFOLIO_NONE);
    assert_string_equal(grouped(room, PORTFOLIO_BY_PARTY), "P: A2 A3 A4");
}

static struct precis_time took(enum precis_time_kind kind, const char *party, int64_t ms, const char *id) {
    return (struct precis_time){.kind = kind, .id = id, .party = party, .party_name = party, .ms = ms};
}

static void medians_and_the_longest(void **state) {
    struct room *room = *state;
    add(room, "HMB-01", 100,
        (struct precis){TIMES(took(TIME_ANSWER, "POL", 9000, "C1"), took(TIME_ANSWER, "POL", 1000, "C2"),
                              took(TIME_SETTLE, "POL", 70, "C1"), took(TIME_DONE, "ACU", -4, "A1"))});
    add(room, "HMB-02", 200,
        (struct precis){TIMES(took(TIME_ANSWER, "POL", 3000, "C5"), took(TIME_ANSWER, "ACU", 20, "C6"),
                              took(TIME_ANSWER, "ACU", 41, "C7"), took(TIME_DONE, "ACU", 11, "A2")),
                        ROWS({.kind = ACTION_ANSWER, .id = "C8", .party = "COM", .party_name = "COM"})});
    sum_up(room);
    struct portfolio_times out;
    portfolio_times(&room->portfolio, room->arena, &out);
    assert_int_equal(out.party_count, 3);
    const struct portfolio_times_of *acu = &out.parties[0];
    const struct portfolio_times_of *com = &out.parties[1];
    const struct portfolio_times_of *pol = &out.parties[2];
    assert_string_equal(acu->party, "ACU");
    assert_string_equal(com->party, "COM");
    assert_int_equal(com->waiting, 1);
    assert_int_equal(com->figures[TIME_ANSWER].count, 0);
    assert_int_equal(pol->figures[TIME_ANSWER].count, 3);
    assert_int_equal(pol->figures[TIME_ANSWER].median, 3000);
    assert_int_equal(pol->figures[TIME_ANSWER].most, 9000);
    assert_int_equal(pol->figures[TIME_ANSWER].longest.session, 0);
    assert_int_equal(pol->figures[TIME_ANSWER].longest.row, 0);
    assert_int_equal(pol->figures[TIME_SETTLE].median, 70);
    /* of two the middle between them, towards zero: (20 + 41) / 2 and (-4 + 11) / 2 */
    assert_int_equal(acu->figures[TIME_ANSWER].median, 30);
    assert_int_equal(acu->figures[TIME_DONE].median, 3);
    assert_int_equal(acu->figures[TIME_DONE].longest.session, 1);
    /* 20 41 1000 3000 9000 */
    assert_int_equal(out.all.figures[TIME_ANSWER].count, 5);
    assert_int_equal(out.all.figures[TIME_ANSWER].median, 1000);
    assert_int_equal(out.all.waiting, 1);
}

/* "kind text (reviews): F1@session<before ...; ", BEFORE being the session it was seen in before. */
static const char *themes_of(struct room *room) {
    static const char kinds[] = "wts";
    struct portfolio_themes out;
    const char *all = "";
    portfolio_themes(&room->portfolio, room->arena, &out);
    for (size_t i = 0; i < out.theme_count; i++) {
        const struct portfolio_theme *theme = &out.themes[i];
        all = arena_format(room->arena, "%s%s%c %s (%zu):", all, i == 0 ? "" : "; ", kinds[theme->kind], theme->text,
                           theme->reviews);
        for (size_t k = theme->from; k < theme->from + theme->count; k++) {
            const struct portfolio_seen *seen = &out.rows[k];
            const char *finding = room->sessions[seen->at.session]->themes[seen->at.row].finding;
            all = arena_format(room->arena, "%s %s@%u", all, finding, seen->at.session);
            if (seen->before != PORTFOLIO_NONE)
                all = arena_format(room->arena, "%s<%u", all, out.rows[seen->before].at.session);
        }
    }
    return all;
}

#define WORD(words, id)                                                                                                \
    { .kind = THEME_WORD, .text = (words), .finding = (id), .title = "t" }
#define TITLED(words, id)                                                                                              \
    { .kind = THEME_TITLE, .text = (words), .finding = (id), .title = (words) }
#define STRAND(words, id)                                                                                              \
    { .kind = THEME_STRAND, .text = (words), .finding = (id), .title = "t" }

static void a_theme_recurs_in_another_review(void **state) {
    struct room *room = *state;
    add(room, "HMB-01", 100, (struct precis){THEMES(WORD("Not brought", "F1"), WORD("escalation", "F2"))});
    add(room, "HMB-02", 200, (struct precis){THEMES(WORD("not-brought", "F3"), WORD("escalations", "F4"))});
    add(room, "HMB-03", 300, (struct precis){THEMES(WORD("NOT  BROUGHT", "F1"), WORD("housing", "F2"))});
    /* a second meeting about the first review is no recurrence, and its finding stands once, with the earlier one */
    add(room, "HMB-01", 400, (struct precis){THEMES(WORD("Not brought", "F1"), WORD("housing", "F9"))});
    /* another board's review of that code is another review; without a date it is before nothing */
    add(room, "HMB-01", 0, (struct precis){.board = "WSAB", THEMES(WORD("escalation", "F7"))});
    sum_up(room);
    assert_string_equal(themes_of(room), "w Not brought (3): F1@2<1 F3@1<0 F1@0; "
                                         "w escalation (3): F4@1<0 F2@0 F7@4; "
                                         "w housing (2): F9@3<2 F2@2");
}

static void titles_recur_when_nearly_all_words_do(void **state) {
    struct room *room = *state;
    add(room, "HMB-01", 100,
        (struct precis){THEMES(TITLED("Missed appointments are counted, not understood", "F1"),
                               TITLED("Fathers stay out of sight", "F2"), TITLED("Housing", "F3"),
                               TITLED("Nobody asks about the father", "F4"))});
    add(room, "HMB-02", 200,
        (struct precis){THEMES(TITLED("Counted and not understood: the missed appointment", "F1"), /* the same words */
                               TITLED("Fathers and partners stay out of sight", "F2"),             /* one more */
                               TITLED("Housing moves", "F3"),                     /* of so few none may differ */
                               TITLED("Nobody writes about the mother", "F4"))}); /* two differ */
    sum_up(room);
    assert_string_equal(themes_of(room), "t Fathers stay out of sight (2): F2@1<0 F2@0; "
                                         "t Missed appointments are counted, not understood (2): F1@1<0 F1@0");
}

/* A theme, a title and a strand of the same words are three things. */
static void kinds_are_kept_apart(void **state) {
    struct room *room = *state;
    add(room, "HMB-01", 100, (struct precis){THEMES(WORD("practitioner forum", "F1"), STRAND("child deaths", "F2"))});
    add(room, "HMB-02", 200, (struct precis){THEMES(STRAND("practitioner forum", "F1"), STRAND("Child deaths", "F2"))});
    sum_up(room);
    assert_string_equal(themes_of(room), "s child deaths (2): F2@1<0 F2@0");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(outstanding_by_party_late_first, begin, end),
        cmocka_unit_test_setup_teardown(what_is_promised_and_what_is_open, begin, end),
        cmocka_unit_test_setup_teardown(a_meeting_counts_once, begin, end),
        cmocka_unit_test_setup_teardown(medians_and_the_longest, begin, end),
        cmocka_unit_test_setup_teardown(a_theme_recurs_in_another_review, begin, end),
        cmocka_unit_test_setup_teardown(titles_recur_when_nearly_all_words_do, begin, end),
        cmocka_unit_test_setup_teardown(kinds_are_kept_apart, begin, end),
    };
    return cmocka_run_group_tests_name("core portfolio", tests, NULL, NULL);
}
