/* Go-round: each agency in the room in turn, with a clock of its own.
 *
 * First those not heard in this item, then the rest, both in the order of the file: so whoever was silent speaks before
 * others speak twice, and a go-round taken up again after a crash goes on where it was. A turn's time is what the item
 * has used since it began, so a pause does not count. Nothing but a key goes on to the next. */
#include <inttypes.h>
#include <string.h>

#include "acts.h"
#include "panel.h"
#include "plain_inside.h"
#include "words.h"

enum { ROUND_MINUTES = 1 };

struct turn {
    const char *agency;
    bool passed;
    size_t event; /* SIZE_MAX: not heard in this round */
};

struct round {
    const char *item;
    struct turn *turns;
    size_t count;
    size_t at;    /* who speaks */
    int64_t from; /* ms the item had used when the turn began, whole seconds: both clocks change together */
};

/* Whoever has a voice at the table; observers and support listen. */
static bool has_voice(const struct agency *agency) {
    return agency_counts(agency) || agency->type == AGENCY_LAY || agency->type == AGENCY_ADVISER;
}

static bool heard_in_round(const struct app *app, const struct turn *turn) {
    return turn->event < app->meeting->event_count && !app->meeting->event_notes[turn->event].undone;
}

static bool waits(const struct app *app, const struct turn *turn) {
    return !turn->passed && !heard_in_round(app, turn) && meeting_in_room(app->meeting, turn->agency);
}

static int64_t round_ms(const struct app *app, const struct round *round) {
    int32_t place = meeting_item_place(app->meeting, round->item);
    const struct number *minutes = &app->meeting->items[place].item->round;
    return (int64_t)(minutes->given && minutes->value > 0 ? minutes->value : ROUND_MINUTES) * MS_MINUTE;
}

static int64_t used_now(const struct app *app, const struct round *round, instant now) {
    return meeting_used(app->meeting, (uint32_t)meeting_item_place(app->meeting, round->item), now);
}

static int64_t turn_used(const struct app *app, const struct round *round, instant now) {
    int64_t used = used_now(app, round, now) - round->from;
    return used < 0 ? 0 : used;
}

/* --- turns --- */

static void gather(struct app *app, struct round *round, bool heard) {
    const struct agency *agencies = app->meeting->agenda->agencies.items;
    for (size_t i = 0; i < app->meeting->agenda->agencies.count; i++) {
        bool spoke = meeting_heard(app->meeting, (uint32_t)app->meeting->current, agencies[i].id);
        if (has_voice(agencies + i) && spoke == heard) {
            round->turns[round->count++] = (struct turn){.agency = agencies[i].id, .event = SIZE_MAX};
        }
    }
}

static size_t next_turn(const struct app *app, const struct round *round, size_t after) {
    for (size_t step = 1; step <= round->count; step++) {
        size_t at = (after + step) % round->count;
        if (waits(app, round->turns + at)) {
            return at;
        }
    }
    return SIZE_MAX;
}

static void begin_turn(struct app *app, struct round *round, size_t at) {
    int64_t used = used_now(app, round, app->now.at);
    round->at = at;
    round->from = used - used % MS_SECOND;
}

/* "go-round done: 7 heard; not heard in I5: POL EDU" */
static const char *result(struct app *app, const struct round *round, const char *how) {
    uint32_t place = (uint32_t)meeting_item_place(app->meeting, round->item);
    size_t heard = 0;
    const char *silent = "";
    for (size_t i = 0; i < round->count; i++) {
        const char *agency = round->turns[i].agency;
        heard += heard_in_round(app, round->turns + i);
        if (meeting_in_room(app->meeting, agency) && !meeting_heard(app->meeting, place, agency)) {
            silent = arena_format(app->scratch, "%s %s", silent, agency);
        }
    }
    const char *rest = silent[0] == '\0' ? "" : arena_format(app->scratch, "; not heard in %s:%s", round->item, silent);
    return arena_format(app->scratch, "go-round %s: %zu heard%s", how, heard, rest);
}

static const char *now_speaks(struct app *app, const struct round *round) {
    return arena_format(app->scratch, "now %s", party_name(app->meeting->agenda, round->turns[round->at].agency));
}

static void heard_and_next(struct app *app, struct round *round) {
    struct turn *turn = round->turns + round->at;
    struct event event = app_event(app, DO_HEARD);
    ((struct event_heard *)event.body)->agency = turn->agency;
    if (!app_apply(app, &event)) {
        return;
    }
    turn->event = app->meeting->event_count - 1;
    turn->passed = false;
    size_t next = next_turn(app, round, round->at);
    const char *name = party_name(app->meeting->agenda, turn->agency);
    if (next == SIZE_MAX) {
        app_done(app, "%s heard; %s", turn->agency, result(app, round, "done"));
        panel_close(app);
        return;
    }
    begin_turn(app, round, next);
    app_done_fit(app, arena_format(app->scratch, "%s heard in %s, %s", name, round->item, now_speaks(app, round)),
                 arena_format(app->scratch, "%s heard, %s", turn->agency, now_speaks(app, round)));
}

static void pass(struct app *app, struct round *round) {
    const char *agency = round->turns[round->at].agency;
    round->turns[round->at].passed = true;
    size_t next = next_turn(app, round, round->at);
    if (next == SIZE_MAX) {
        app_say(app, TONE_WORD, "%s passed; %s", agency, result(app, round, "done"));
        panel_close(app);
        return;
    }
    begin_turn(app, round, next);
    app_say(app, TONE_WORD, "%s passed, %s", agency, now_speaks(app, round));
}

static void round_select(struct app *app, size_t at) {
    struct round *round = app->panel->state;
    round->turns[at].passed = false;
    if (at != round->at) {
        begin_turn(app, round, at);
    }
}

static bool round_key(struct app *app, key k) {
    struct round *round = app->panel->state;
    size_t at = round->at;
    if (k == ' ' || k == KEY_RETURN) {
        heard_and_next(app, round);
    } else if (k == 's') {
        pass(app, round);
    } else if (k == KEY_ESCAPE || k == 'g') {
        const char *said = result(app, round, "ended");
        app_say(app, TONE_WORD, "The %s", said);
        panel_close(app);
    } else if (panel_move(k, round->count, &at)) {
        round_select(app, at);
    } else {
        return false;
    }
    return true;
}

/* It belongs to the item it was begun in, and to one who is in the room. */
static bool round_stands(struct app *app) {
    struct round *round = app->panel->state;
    const struct meeting *meeting = app->meeting;
    bool open = meeting->status == MEETING_RUNNING || meeting->status == MEETING_PAUSED;
    if (!open || meeting->current < 0 || meeting->current != meeting_item_place(meeting, round->item)) {
        return false;
    }
    if (!meeting_in_room(meeting, round->turns[round->at].agency)) {
        size_t next = next_turn(app, round, round->at);
        if (next == SIZE_MAX) {
            return false;
        }
        begin_turn(app, round, next);
    }
    return true;
}

/* --- on screen --- */

static const char *turn_word(const struct app *app, const struct round *round, size_t at) {
    const struct turn *turn = round->turns + at;
    uint32_t place = (uint32_t)meeting_item_place(app->meeting, round->item);
    if (at == round->at) {
        return "speaks";
    }
    if (heard_in_round(app, turn)) {
        return "heard";
    }
    if (!meeting_in_room(app->meeting, turn->agency)) {
        return "not here";
    }
    return turn->passed ? "passed" : meeting_heard(app->meeting, place, turn->agency) ? "heard before" : "";
}

static void turn_row(const struct view *view, struct area area, int row, size_t at) {
    const struct round *round = view->app->panel->state;
    const char *word = turn_word(view->app, round, at);
    int width = area.columns - 1 - (word[0] == '\0' ? 0 : text_columns(word, strlen(word)) + 2);
    enum look look = at == round->at ? LOOK_STRONG : waits(view->app, round->turns + at) ? LOOK_OPEN : LOOK_QUIET;
    draw_text(area, row, 0, look, at == round->at ? ">>" : "");
    draw_fit(area, row, 3, width - 3, look, agency_said(view->app, round->turns[at].agency, view->scratch));
    draw_right(area, row, area.columns - 1, look, word);
}

static void turn_clock(const struct view *view, const struct round *round, struct area area, int row) {
    int64_t allowed = round_ms(view->app, round);
    int64_t left = allowed - turn_used(view->app, round, view->now.at);
    bool over = left <= 0;
    char figure[24];
    left_text(left, figure);
    draw_format(area, row, 1, over ? LOOK_LATE : LOOK_STRONG, "%s %s %" PRId32 " min", figure,
                over ? "over" : "left of", duration_minutes(allowed));
}

static void round_view(const struct view *view, struct area area) {
    enum { HEAD = 3 };
    const struct round *round = view->app->panel->state;
    if (area.rows <= HEAD + 1) {
        turn_row(view, area, 0, round->at);
        panel_line(area, 0, round->at, true);
        turn_clock(view, round, area, 1);
        return;
    }
    size_t heard = 0;
    for (size_t i = 0; i < round->count; i++) {
        heard += heard_in_round(view->app, round->turns + i);
    }
    draw_fit(area, 0, 1, area.columns - 2, LOOK_TITLE,
             arena_format(view->scratch, "GO-ROUND in %s: %zu of %zu heard", round->item, heard, round->count));
    draw_fit(area, 1, 1, area.columns - 2, LOOK_STRONG,
             party_name(view->meeting->agenda, round->turns[round->at].agency));
    turn_clock(view, round, area, 2);
    int rows = area.rows - HEAD;
    int first = panel_first((int)round->at, (int)round->count, rows);
    for (int i = 0; i < rows && first + i < (int)round->count; i++) {
        size_t at = (size_t)first + (size_t)i;
        turn_row(view, area, HEAD + i, at);
        panel_line(area, HEAD + i, at, at == round->at);
    }
}

static size_t round_keys(const struct app *app, struct form_hint_key out[FORM_KEYS]) {
    (void)app;
    out[0] = (struct form_hint_key){"Space", "heard, next"};
    out[1] = (struct form_hint_key){"s", "passes"};
    out[2] = (struct form_hint_key){"Up Down", "another"};
    out[3] = (struct form_hint_key){"c", "challenge"};
    out[4] = (struct form_hint_key){"n", "note"};
    out[5] = (struct form_hint_key){"Esc", "end"};
    return 6;
}

static void round_lines(const struct view *view, struct plain_lines *out) {
    const struct round *round = view->app->panel->state;
    const char *waiting = "";
    for (size_t step = 1; step < round->count; step++) {
        size_t at = (round->at + step) % round->count;
        if (waits(view->app, round->turns + at)) {
            waiting = arena_format(view->scratch, "%s %s", waiting, round->turns[at].agency);
        }
    }
    plain_put(out, "Go-round in %s: now %s. %s%s.", round->item,
              agency_said(view->app, round->turns[round->at].agency, view->scratch),
              waiting[0] == '\0' ? "Nobody is waiting" : "Waiting:", waiting);
}

static const struct panel_kind ROUND = {round_key, round_stands, round_view, round_keys, round_select, round_lines};

void round_with(struct app *app, const char *first) {
    size_t most = app->meeting->agenda->agencies.count;
    struct round *round = panel_open(app, &ROUND, sizeof *round);
    round->item = item_id(app, (uint32_t)app->meeting->current);
    round->turns = arena_array(app->panel->arena, most, sizeof *round->turns);
    gather(app, round, false);
    gather(app, round, true);
    size_t at = round->count == 0 ? SIZE_MAX : next_turn(app, round, round->count - 1);
    for (size_t i = 0; i < round->count && first != NULL; i++) {
        at = text_equal(round->turns[i].agency, first) && waits(app, round->turns + i) ? i : at;
    }
    if (at == SIZE_MAX) {
        panel_close(app);
        app_say(app, TONE_REFUSED, "Nobody is in the room for a go-round: A records who is");
        return;
    }
    begin_turn(app, round, at);
    char name[24];
    app_say(app, TONE_WORD, "Go-round in %s: %s, %s each", round->item, now_speaks(app, round),
            span_words(round_ms(app, round), name));
}

void act_round(struct app *app, const char *words) {
    const char *rest = words;
    const char *typed = word_take(app, &rest);
    const char *first = typed == NULL ? NULL : ref_typed(app, DO_HEARD, "agency", typed);
    if (typed == NULL || first != NULL) {
        round_with(app, first);
    }
}
