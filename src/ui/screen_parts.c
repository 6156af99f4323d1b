#include "screen_parts.h"

#include <string.h>

#include "candour/core/log.h"

enum { ID_COLUMNS = 5, WHO_COLUMNS = 12 };

const char *lacks_said(struct arena *arena, unsigned lacks) {
    const char *said = NULL;
    for (unsigned i = 0; i < LACKS; i++) {
        if ((lacks >> i & 1) != 0) {
            const char *word = lack_word((enum lack)(1U << i));
            said = said == NULL ? word : arena_format(arena, "%s, %s", said, word);
        }
    }
    return said;
}

const char *outcome_said(const struct challenge *challenge) {
    bool open = challenge->outcome == 0 || challenge->outcome == CHALLENGE_OPEN;
    return open ? "OPEN" : choice_word(&CHOICES_OUTCOME, challenge->outcome);
}

const char *day_said(struct arena *arena, day d, const char *none) {
    char text[DAY_SIZE];
    return d == 0 ? none : arena_text(arena, day_write(d, text));
}

const char *parties_said(struct arena *arena, const struct challenge *challenge) {
    const char *by = challenge->by != NULL ? challenge->by : challenge->by_person;
    return arena_format(arena, "%s > %s", by == NULL ? "?" : by, challenge->to);
}

static const char *asked_one(struct arena *arena, const struct asked_party *party) {
    const char *words = party->words == NULL ? "" : arena_format(arena, " (%s)", party->words);
    const char *by = party->by == 0 ? "" : arena_format(arena, ", answer by %s", day_said(arena, party->by, ""));
    return arena_format(arena, "%s %s%s%s", party->id, asked_word(party->state), words, by);
}

const char *asked_said(struct arena *arena, const struct agreement_summary *row) {
    const char *said = NULL;
    for (size_t i = 0; i < row->asked_count; i++) {
        const char *one = asked_one(arena, row->asked + i);
        said = said == NULL ? one : arena_format(arena, "%s; %s", said, one);
    }
    return said;
}

const char *party_code(const struct agency_summary *party) {
    return party->id == NULL ? "others" : party->id;
}

int code_columns(const struct summary *summary, int most) {
    int columns = 3;
    for (size_t i = 0; i < summary->agency_count; i++) {
        int own = text_columns(summary->parties[i].id, strlen(summary->parties[i].id));
        columns = own > columns ? own : columns;
    }
    return columns > most ? most : columns;
}

char strength_sign(enum strength strength) {
    return "?#=+~-"[strength];
}

static const char *record_who(struct arena *arena, const struct record_state *record) {
    if (record->kind == RECORD_CHALLENGE) {
        return parties_said(arena, record->now);
    }
    if (record->kind == RECORD_AGREEMENT) {
        const struct agreement *agreement = record->now;
        return agreement->owner == NULL ? "NO OWNER" : agreement->owner;
    }
    return record->kind == RECORD_NOTE ? choice_word(&CHOICES_NOTE_KIND, ((const struct note *)record->now)->kind)
                                       : ((const struct engagement *)record->now)->audience;
}

void record_line(const struct view *view, struct sheet *sheet, const char *id) {
    const struct record_state *record = meeting_record(view->meeting, id);
    if (record == NULL) {
        return;
    }
    int column = 1 + ID_COLUMNS + WHO_COLUMNS + 1;
    sheet_line(sheet, record->id);
    sheet_put(sheet, 1, ID_COLUMNS - 1, LOOK_STRONG, record->id);
    sheet_put(sheet, 1 + ID_COLUMNS, WHO_COLUMNS, LOOK_PLAIN, record_who(sheet->arena, record));
    if (record->kind == RECORD_CHALLENGE) {
        const char *outcome = outcome_said(record->now);
        sheet_put(sheet, column, 0, challenge_open(record) ? LOOK_OPEN : LOOK_PLAIN,
                  arena_format(sheet->arena, "%s: %s", outcome, record_text(record)));
        return;
    }
    const struct agreement_summary *row =
        record->kind == RECORD_AGREEMENT ? summary_agreement(view->app->summary, id) : NULL;
    const char *state = row == NULL ? "" : agreement_state_said(sheet->arena, row);
    sheet_put(sheet, column, 0, row != NULL && row->late ? LOOK_LATE : LOOK_PLAIN,
              arena_format(sheet->arena, "%s%s", state, record_text(record)));
}

void record_lines(const struct view *view, struct sheet *sheet, const char *heading, const struct texts *ids) {
    if (ids->count == 0) {
        return;
    }
    sheet_blank(sheet);
    sheet_heading(sheet, arena_format(sheet->arena, "%s  %zu", heading, ids->count));
    for (size_t i = 0; i < ids->count; i++) {
        record_line(view, sheet, ids->items[i]);
    }
}

struct grid grid_of(const struct view *view, struct sheet *sheet, int fixed, int cell, size_t count) {
    int room = (sheet->width - 1 - fixed) / cell;
    struct grid grid = {.fixed = fixed, .cell = cell, .count = count, .shown = room < 1 ? 1 : (size_t)room};
    grid.shown = grid.shown > count ? count : grid.shown;
    sheet->across_most = (int)(count - grid.shown);
    int across = view->app->screens[view->app->screen].across;
    grid.first = (size_t)(across > sheet->across_most ? sheet->across_most : across);
    return grid;
}

const char *grid_range(const struct sheet *sheet, const struct grid *grid, const char *of) {
    return grid->shown == grid->count ? NULL
                                      : arena_format(sheet->arena, "%zu to %zu of %zu %s: Left Right", grid->first + 1,
                                                     grid->first + grid->shown, grid->count, of);
}

void later_lines(const struct view *view, const struct record_state *record, struct sheet *sheet) {
    for (const struct wording *words = record->words; words != NULL; words = words->earlier) {
        enum later later = event_later(view->meeting, words->event);
        char date[DAY_SIZE];
        if (later == LATER_CHANGE || later == LATER_CORRECTION) {
            sheet_text(sheet, record->id, NULL, LOOK_OPEN,
                       arena_format(sheet->arena, "%s, %s: %s", later_word(later),
                                    day_write(stamp_day(view->meeting->events[words->event].at), date),
                                    event_sentence(view->meeting, words->event, sheet->arena)));
        }
    }
}

void progress_lines(const struct view *view, const struct record_state *record, struct sheet *sheet) {
    for (const struct progress_state *at = record->progress; at != NULL; at = at->earlier) {
        const struct event_progress *progress = at->progress;
        const char *by = progress->by == NULL
                             ? ""
                             : arena_format(sheet->arena, " %s", party_name(view->meeting->agenda, progress->by));
        const char *status =
            progress->status == 0
                ? ""
                : arena_format(sheet->arena, "%s: ", choice_word(&CHOICES_AGREEMENT_STATUS, progress->status));
        const char *effect =
            progress->effect == NULL ? "" : arena_format(sheet->arena, "; effect: %s", progress->effect);
        char date[DAY_SIZE];
        sheet_text(sheet, record->id, NULL, LOOK_PLAIN,
                   arena_format(sheet->arena, "%s%s: %s%s%s", day_write(stamp_day(at->at), date), by, status,
                                progress->text, effect));
    }
}
