/* The portfolio's lines: worked out when its screens are looked at, not while sessions are only listed. */
#include <string.h>

#include "folder_inside.h"

const struct precis *folder_precis(const struct folder *folder, struct portfolio_row row) {
    return folder->lists.sessions[row.session];
}

uint32_t folder_place(const struct folder *folder, struct portfolio_row row) {
    return folder->lists.places[row.session];
}

void folder_lists_free(struct folder *folder) {
    arena_free(folder->lists.arena);
    folder->lists = (struct folder_lists){0};
}

static void add_line(struct folder_lists *lists, enum folder_screen_id screen, struct folder_line line) {
    struct folder_lines *to = &lists->lines[screen];
    if (to->count == to->capacity) {
        to->capacity = to->capacity == 0 ? 64 : 2 * to->capacity;
        struct folder_line *list = arena_raw(lists->arena, to->capacity * sizeof *list);
        if (to->count > 0) {
            memcpy(list, to->list, to->count * sizeof *list);
        }
        to->list = list;
    }
    to->list[to->count++] = line;
}

/* A group is parted from the one before by an empty line, and begins with what it is. */
static void add_heading(struct folder_lists *lists, enum folder_screen_id screen, size_t at) {
    if (lists->lines[screen].count > 0) {
        add_line(lists, screen, (struct folder_line){.kind = LINE_EMPTY});
    }
    add_line(lists, screen, (struct folder_line){.kind = LINE_HEADING, .at = (uint32_t)at});
}

static void add_groups(struct folder_lists *lists, enum folder_screen_id screen, const struct portfolio_actions *from,
                       bool headings) {
    for (size_t i = 0; i < from->group_count; i++) {
        const struct portfolio_group *group = &from->groups[i];
        if (group->count == 0) {
            continue;
        }
        if (headings) {
            add_heading(lists, screen, i);
        }
        for (size_t k = 0; k < group->count; k++) {
            add_line(lists, screen, (struct folder_line){.kind = LINE_ROW, .at = (uint32_t)(group->from + k)});
        }
    }
}

static void make_outstanding(struct folder *folder) {
    struct folder_lists *lists = &folder->lists;
    enum portfolio_order order = folder->by_day ? PORTFOLIO_BY_DAY : PORTFOLIO_BY_PARTY;
    portfolio_actions(&lists->portfolio, order, lists->arena, &lists->outstanding);
    add_groups(lists, FOLDER_OUTSTANDING, &lists->outstanding, !folder->by_day);
}

static void make_evidence(struct folder_lists *lists) {
    portfolio_actions(&lists->portfolio, PORTFOLIO_OWED, lists->arena, &lists->owed);
    add_groups(lists, FOLDER_EVIDENCE, &lists->owed, true);
}

/* Each finding, and under it where the same was seen before. */
static void make_themes(struct folder_lists *lists) {
    portfolio_themes(&lists->portfolio, lists->arena, &lists->themes);
    for (size_t i = 0; i < lists->themes.theme_count; i++) {
        const struct portfolio_theme *theme = &lists->themes.themes[i];
        add_heading(lists, FOLDER_THEMES, i);
        for (size_t k = theme->from; k < theme->from + theme->count; k++) {
            add_line(lists, FOLDER_THEMES, (struct folder_line){.kind = LINE_ROW, .at = (uint32_t)k});
            uint32_t before = lists->themes.rows[k].before;
            if (before != PORTFOLIO_NONE) {
                add_line(lists, FOLDER_THEMES, (struct folder_line){.kind = LINE_MORE, .at = before});
            }
        }
    }
}

/* Of each party its figures, and under them what took longest. */
static void add_party(struct folder_lists *lists, const struct portfolio_times_of *of, size_t at) {
    add_heading(lists, FOLDER_TIMES, at);
    for (uint32_t kind = 0; kind < TIME_KINDS; kind++) {
        if (of->figures[kind].count > 0) {
            add_line(lists, FOLDER_TIMES, (struct folder_line){.kind = LINE_ROW, .at = (uint32_t)at, .more = kind});
        }
    }
}

/* Party 0 is all of them together. */
static void make_times(struct folder_lists *lists) {
    portfolio_times(&lists->portfolio, lists->arena, &lists->times);
    if (lists->times.party_count > 0) {
        add_party(lists, &lists->times.all, 0);
    }
    for (size_t i = 0; i < lists->times.party_count; i++) {
        add_party(lists, &lists->times.parties[i], i + 1);
    }
}

static void begin(struct folder *folder) {
    struct folder_lists *lists = &folder->lists;
    folder_lists_free(folder);
    lists->arena = arena_new();
    lists->sessions = arena_raw(lists->arena, folder->read * sizeof *lists->sessions);
    lists->places = arena_raw(lists->arena, folder->read * sizeof *lists->places);
    size_t count = 0;
    for (uint32_t place = 0; place < folder->room && count < folder->read; place++) {
        if (folder->sessions[place] != NULL) {
            lists->sessions[count] = folder->sessions[place];
            lists->places[count++] = place;
        }
    }
    portfolio_begin(&lists->portfolio, lists->sessions, count, lists->arena);
    lists->version = folder->version;
    lists->made_at = folder->now.at;
}

static bool is_portfolio(enum folder_screen_id screen) {
    return screen != FOLDER_SESSIONS && screen != FOLDER_FOUND;
}

instant folder_lists_due(const struct folder *folder) {
    const struct folder_lists *lists = &folder->lists;
    if (!is_portfolio(folder->screen) || (lists->arena != NULL && lists->version == folder->version)) {
        return INT64_MAX;
    }
    return folder->done || lists->arena == NULL ? 0 : lists->made_at + LISTS_EVERY_MS;
}

void folder_lists_settle(struct folder *folder) {
    struct folder_lists *lists = &folder->lists;
    unsigned bit = 1U << folder->screen;
    if (!is_portfolio(folder->screen)) {
        return;
    }
    if (folder_lists_due(folder) <= folder->now.at) {
        begin(folder);
    }
    if ((lists->made & bit) != 0) {
        return;
    }
    lists->made |= bit;
    switch (folder->screen) {
    case FOLDER_OUTSTANDING:
        make_outstanding(folder);
        break;
    case FOLDER_EVIDENCE:
        make_evidence(lists);
        break;
    case FOLDER_THEMES:
        make_themes(lists);
        break;
    default:
        make_times(lists);
        break;
    }
}
