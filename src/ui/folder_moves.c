/* Which screen of the list is shown, which of its lines is selected, and what keys do there. */
#include <stdio.h>

#include "folder_inside.h"

void folder_say(struct folder *folder, enum folder_tone tone, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    buffer_clear(&folder->message);
    buffer_vformat(&folder->message, format, arguments);
    va_end(arguments);
    folder->tone = tone;
}

void folder_effect(struct folder *folder, struct effect effect) {
    if (folder->effects->count < EFFECTS_MOST) {
        folder->effects->list[folder->effects->count++] = effect;
    }
}

unsigned folder_where(const struct folder *folder) {
    return AT_LIST | folder_screen_of(folder, folder->screen)->place;
}

/* --- what is selected --- */

static struct folder_spot *spot_of(struct folder *folder) {
    return &folder->spots[folder->screen];
}

static size_t lines_of(const struct folder *folder) {
    return folder_screen_of(folder, folder->screen)->count(folder);
}

static bool opens(const struct folder *folder, size_t row, struct folder_target *target) {
    return folder_screen_of(folder, folder->screen)->target(folder, row, target);
}

static void stand(struct folder *folder, size_t row) {
    struct folder_spot *spot = spot_of(folder);
    struct folder_target target = {.place = PORTFOLIO_NONE};
    if (row < lines_of(folder)) {
        opens(folder, row, &target);
    }
    spot->row = row;
    spot->place = target.place;
    snprintf(spot->id, sizeof spot->id, "%s", target.id == NULL ? "" : target.id);
}

/* The nearest line from ROW on in the direction of STEP that opens something; else the nearest the other way. */
static size_t nearest(const struct folder *folder, size_t row, int step) {
    struct folder_target target;
    size_t count = lines_of(folder);
    for (int way = 0; way < 2; way++, step = -step) {
        for (size_t at = row; at < count; at = step < 0 ? at - 1 : at + 1) {
            if (opens(folder, at, &target)) {
                return at;
            }
        }
    }
    return row < count ? row : 0;
}

void folder_move(struct folder *folder, int steps) {
    struct folder_spot *spot = spot_of(folder);
    size_t count = lines_of(folder);
    if (count == 0) {
        return;
    }
    int64_t row = (int64_t)spot->row + steps;
    int64_t last = (int64_t)count - 1;
    row = row < 0 ? 0 : row > last ? last : row;
    stand(folder, nearest(folder, (size_t)row, steps < 0 ? -1 : 1));
    spot->moved = true;
}

static bool same_spot(const struct folder *folder, size_t row, const struct folder_spot *spot) {
    struct folder_target target;
    return row < lines_of(folder) && opens(folder, row, &target) && target.place == spot->place &&
           text_equal(target.id == NULL ? "" : target.id, spot->id);
}

/* In the list of sessions one has its row by its place; other lines are looked for. */
static size_t row_of(const struct folder *folder, const struct folder_spot *spot) {
    size_t count = lines_of(folder);
    if (folder->screen == FOLDER_SESSIONS && folder->home == NULL) {
        bool known = spot->place < folder->room && folder->sessions[spot->place] != NULL;
        return known ? folder->rank[spot->place] : count;
    }
    size_t row = 0;
    while (row < count && !same_spot(folder, row, spot)) {
        row++;
    }
    return row;
}

void folder_settle(struct folder *folder) {
    const struct folder_spot *spot = spot_of(folder);
    size_t count = lines_of(folder);
    if (!spot->moved) {
        stand(folder, nearest(folder, 0, 1));
        return;
    }
    if (same_spot(folder, spot->row, spot)) {
        return;
    }
    size_t row = row_of(folder, spot);
    row = row < count ? row : spot->row < count ? spot->row : count == 0 ? 0 : count - 1;
    stand(folder, nearest(folder, row, 1));
}

/* --- screens --- */

void folder_show_screen(struct folder *folder, enum folder_screen_id id) {
    if (id == FOLDER_FOUND && folder->screen != FOLDER_FOUND) {
        folder->before = folder->screen;
    }
    folder->screen = id;
    folder_say(folder, FOLDER_SAYS, "%s", "");
}

void folder_sessions(struct folder *folder) {
    folder_show_screen(folder, FOLDER_SESSIONS);
}

void folder_outstanding(struct folder *folder) {
    folder_show_screen(folder, FOLDER_OUTSTANDING);
}

void folder_evidence(struct folder *folder) {
    folder_show_screen(folder, FOLDER_EVIDENCE);
}

void folder_themes(struct folder *folder) {
    folder_show_screen(folder, FOLDER_THEMES);
}

void folder_times(struct folder *folder) {
    folder_show_screen(folder, FOLDER_TIMES);
}

void folder_found(struct folder *folder) {
    folder_show_screen(folder, FOLDER_FOUND);
}

void folder_next_screen(struct folder *folder) {
    folder_show_screen(folder, (enum folder_screen_id)(((unsigned)folder->screen + 1) % FOLDER_SCREENS));
}

void folder_previous_screen(struct folder *folder) {
    folder_show_screen(folder,
                       (enum folder_screen_id)(((unsigned)folder->screen + FOLDER_SCREENS - 1) % FOLDER_SCREENS));
}

void folder_back(struct folder *folder) {
    if (folder->screen == FOLDER_SESSIONS) {
        folder_say(folder, FOLDER_SAYS, "This is the list itself: q leaves it");
        return;
    }
    folder_show_screen(folder, folder->screen == FOLDER_FOUND ? folder->before : FOLDER_SESSIONS);
}

/* --- moves --- */

void folder_up(struct folder *folder) {
    folder_move(folder, -1);
}

void folder_down(struct folder *folder) {
    folder_move(folder, 1);
}

static int page_of(const struct folder *folder) {
    return folder->rows > 20 ? folder->rows - 12 : 5;
}

void folder_page_up(struct folder *folder) {
    folder_move(folder, -page_of(folder));
}

void folder_page_down(struct folder *folder) {
    folder_move(folder, page_of(folder));
}

void folder_first(struct folder *folder) {
    folder_move(folder, -(int)lines_of(folder));
}

void folder_last(struct folder *folder) {
    folder_move(folder, (int)lines_of(folder));
}

/* --- acts --- */

const char *folder_why_not(const struct folder *folder, const struct command *command) {
    struct folder_target target;
    if (command->folder == folder_open) {
        size_t row = folder->spots[folder->screen].row;
        return row < lines_of(folder) && opens(folder, row, &target) ? NULL : "nothing to open is selected";
    }
    if (folder->home != NULL) {
        return home_why_not(folder, command);
    }
    return (command->places & ~(unsigned)AT_HOME) == 0 ? "only at home, which 'candour' alone shows" : NULL;
}

/* What was found in an agenda, or in what cannot be shown, leads to its row. */
static bool shown_at_home(struct folder *folder, uint32_t place) {
    if (folder->home == NULL || folder->sessions[place]->state == PRECIS_SESSION) {
        return false;
    }
    folder_show_screen(folder, FOLDER_SESSIONS);
    *spot_of(folder) = (struct folder_spot){.row = SIZE_MAX, .moved = true, .place = place};
    return true;
}

void folder_open(struct folder *folder) {
    struct folder_target target;
    struct folder_spot *spot = spot_of(folder);
    if (folder->home != NULL && (folder->screen == FOLDER_SESSIONS || folder->screen == FOLDER_PROBLEMS)) {
        folder->screen == FOLDER_SESSIONS ? home_go(folder) : home_mend(folder);
        return;
    }
    if (!opens(folder, spot->row, &target)) {
        return;
    }
    spot->moved = true;
    if (shown_at_home(folder, target.place)) {
        return;
    }
    const struct precis *precis = folder->sessions[target.place];
    if (precis->state != PRECIS_SESSION) {
        folder_say(folder, FOLDER_REFUSES, "It cannot be opened: %s", precis->problem == NULL ? "" : precis->problem);
        return;
    }
    folder_say(folder, FOLDER_SAYS, "%s", "");
    folder_effect(folder,
                  (struct effect){.type = EFFECT_SHOW, .text = precis->path, .id = target.id, .place = target.place});
}

void folder_find(struct folder *folder) {
    folder_typing_open(folder, TYPING_SEARCH, NULL);
}

void folder_command(struct folder *folder) {
    folder_typing_open(folder, TYPING_COMMAND, NULL);
}

void folder_sort_next(struct folder *folder) {
    if (folder->screen == FOLDER_OUTSTANDING) {
        folder->by_day = !folder->by_day;
        folder->lists.made &= ~(1U << FOLDER_OUTSTANDING);
        folder->lists.lines[FOLDER_OUTSTANDING] = (struct folder_lines){0};
        folder->spots[FOLDER_OUTSTANDING] = (struct folder_spot){0};
        folder_say(folder, FOLDER_SAYS, "%s", folder->by_day ? "By day, whoever owns it" : "By who owns it");
        return;
    }
    folder->sort = (enum folder_sort)(((unsigned)folder->sort + 1) % SORTS);
    folder_sort_all(folder);
    folder_say(folder, FOLDER_SAYS, "Sorted: %s", folder_sort_word(folder->sort));
}

void folder_read_anew(struct folder *folder) {
    folder_say(folder, FOLDER_SAYS, "Everything is read anew");
    folder_forget(folder);
    folder_effect(folder, (struct effect){.type = EFFECT_READ_ANEW});
}

void folder_help(struct folder *folder) {
    folder->help = true;
    folder->help_scroll = 0;
}

void folder_quit(struct folder *folder) {
    folder_effect(folder, (struct effect){.type = EFFECT_QUIT});
}

void folder_suspend(struct folder *folder) {
    folder_effect(folder, (struct effect){.type = EFFECT_SUSPEND});
}

void folder_mouse(struct folder *folder) {
    folder_effect(folder, (struct effect){.type = EFFECT_MOUSE});
}

void folder_redraw(struct folder *folder) {
    folder_effect(folder, (struct effect){.type = EFFECT_REDRAW});
}
