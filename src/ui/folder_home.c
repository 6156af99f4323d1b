/* Home: what there is in groups, in the order in which it will be wanted. */
#include <string.h>

#include "folder_lines.h"

enum { GROUP_SHIFT = 60, UNDATED = 1 << 30 };

void home_begin(struct folder *folder, const struct folder_home *setup) {
    folder->home = arena_alloc(folder->arena, sizeof *folder->home);
    *folder->home = (struct home){.setup = setup, .template = PORTFOLIO_NONE};
    folder->sort = SORT_HOME;
}

void home_free(struct folder *folder) {
    if (folder->home != NULL) {
        arena_free(folder->home->arena);
        arena_free(folder->home->checked);
        buffer_free(&folder->home->from);
    }
}

void home_forget(struct folder *folder) {
    struct home *home = folder->home;
    if (home != NULL) {
        arena_free(home->arena);
        home->arena = NULL;
        home->lines = (struct folder_lines){0};
        home->template = PORTFOLIO_NONE;
    }
}

/* --- what a file is --- */

static bool under(const char *path, const char *folder) {
    size_t length = folder == NULL ? 0 : strlen(folder);
    return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || folder[length - 1] == ':');
}

bool home_is_example(const struct folder *folder, const char *path) {
    const struct folder_home *setup = folder->home->setup;
    return under(path, setup->installed) || under(path, setup->built_in);
}

bool home_is_template(const struct folder *folder, const struct precis *precis) {
    const struct folder_home *setup = folder->home->setup;
    const char *name =
        under(precis->path, setup->built_in) ? precis->path + strlen(setup->built_in) : name_of_path(precis->path);
    bool there = home_is_example(folder, precis->path) || under(precis->path, setup->agendas);
    return precis->state == PRECIS_AGENDA && there && strcmp(name, setup->template) == 0;
}

enum home_group home_group_of(const struct folder *folder, const struct precis *precis) {
    if (precis->state == PRECIS_BROKEN || precis->state == PRECIS_UNREADABLE) {
        return HOME_PROBLEMS;
    }
    if (precis->state == PRECIS_AGENDA) {
        return home_is_example(folder, precis->path) ? HOME_EXAMPLES : HOME_AGENDAS;
    }
    bool over = precis->status == MEETING_CLOSED || precis->status == MEETING_CONFIRMED;
    return over ? HOME_OVER : HOME_GO_ON;
}

/* --- order --- */

/* The next meeting first, then agendas without a day, then days that have passed, the latest first. */
static uint64_t agenda_key(const struct folder *folder, const struct precis *precis) {
    if (precis->met == 0) {
        return UNDATED;
    }
    int64_t ahead = (int64_t)precis->met - folder->today;
    return ahead >= 0 ? (uint64_t)ahead : (uint64_t)(UNDATED + 1 - ahead);
}

/* 0 for the example that comes before the others of its day. */
static uint64_t not_the_example(const struct folder *folder, const char *path) {
    const struct folder_home *setup = folder->home->setup;
    return strcmp(name_of_path(path), setup->example) != 0 && !under(path, setup->built_in);
}

uint64_t home_key(const struct folder *folder, const struct precis *precis) {
    static const uint64_t LATEST = UINT64_C(1) << 50;
    enum home_group group = home_group_of(folder, precis);
    uint64_t within = 0;
    if (group == HOME_GO_ON) {
        within = LATEST - (uint64_t)precis->opened;
    } else if (group == HOME_AGENDAS) {
        within = 2 * agenda_key(folder, precis) + not_the_example(folder, precis->path);
    } else if (group == HOME_OVER) {
        within = LATEST - (uint64_t)precis->met;
    } else if (group == HOME_EXAMPLES) {
        within = not_the_example(folder, precis->path);
    }
    return (uint64_t)group << GROUP_SHIFT | within;
}

/* --- lines --- */

static void add(struct home *home, enum folder_line_kind kind, uint32_t at) {
    home->lines.list[home->lines.count++] = (struct folder_line){.kind = kind, .at = at};
}

/* One template is enough: the person's own goes before one installed, and that before the program's. */
static void choose_template(struct folder *folder) {
    struct home *home = folder->home;
    for (uint32_t place = 0; place < folder->room; place++) {
        const struct precis *precis = folder->sessions[place];
        if (precis == NULL || !home_is_template(folder, precis)) {
            continue;
        }
        bool own = !home_is_example(folder, precis->path);
        if (home->template == PORTFOLIO_NONE || own) {
            home->template = place;
        }
        if (own) {
            return;
        }
    }
}

/* Where nothing is yet it is the example that comes first, and what one makes of the template. */
static void add_first_time(struct folder *folder) {
    struct home *home = folder->home;
    for (size_t i = 0; i < folder->count; i++) {
        if (i < 2) {
            add(home, LINE_HEADING, i == 0 ? HOME_GROUPS : HOME_EXAMPLES);
        }
        add(home, LINE_ROW, folder->order[i]);
        if (i == 0) {
            add(home, LINE_NEW, 0);
        }
    }
    if (folder->count == 0) {
        add(home, LINE_HEADING, HOME_GROUPS);
        add(home, LINE_NEW, 0);
    }
}

/* The row for a new agenda ends the agendas. */
static void add_groups(struct folder *folder) {
    struct home *home = folder->home;
    size_t i = 0;
    for (int group = 0; group < HOME_GROUPS; group++) {
        size_t from = i;
        while (i < folder->count && (int)(folder->keys[folder->order[i]] >> GROUP_SHIFT) == group) {
            if (i == from) {
                add(home, LINE_HEADING, (uint32_t)group);
            }
            add(home, LINE_ROW, folder->order[i++]);
        }
        home->counts[group] = i - from;
        if (group == HOME_AGENDAS) {
            if (i == from) {
                add(home, LINE_HEADING, HOME_AGENDAS);
            }
            add(home, LINE_NEW, 0);
        }
    }
}

/* Nothing but examples: known when all was read. */
static bool is_first_time(const struct folder *folder) {
    uint64_t examples = HOME_EXAMPLES;
    return folder->done && (folder->count == 0 || folder->keys[folder->order[0]] >> GROUP_SHIFT == examples);
}

void home_settle(struct folder *folder) {
    struct home *home = folder->home;
    if (home == NULL) {
        return;
    }
    bool first = is_first_time(folder);
    if (home->arena != NULL && home->version == folder->version && home->first_time == first) {
        return;
    }
    home_forget(folder);
    home->arena = arena_new();
    home->version = folder->version;
    home->first_time = first;
    memset(home->counts, 0, sizeof home->counts);
    home->lines.list = arena_array(home->arena, folder->count + HOME_GROUPS + 2, sizeof *home->lines.list);
    choose_template(folder);
    first ? add_first_time(folder) : add_groups(folder);
}

static bool same_meeting(const struct precis *a, const struct precis *b) {
    return text_equal(a->board, b->board) && text_equal(a->review, b->review) && text_equal(a->title, b->title);
}

const struct precis *home_unfinished(const struct folder *folder, const struct precis *agenda) {
    for (size_t i = 0; i < folder->count; i++) {
        const struct precis *precis = folder->sessions[folder->order[i]];
        if (home_group_of(folder, precis) != HOME_GO_ON) {
            break; /* they come first */
        }
        if (under(precis->path, folder->home->setup->sessions) && same_meeting(precis, agenda)) {
            return precis;
        }
    }
    return NULL;
}

const char *home_counts_words(const struct folder *folder, struct arena *arena) {
    const size_t *counts = folder->home->counts;
    const char *agendas = counted(arena, counts[HOME_AGENDAS], "agenda", "agendas");
    const char *parts[] = {counts[HOME_GO_ON] == 0 ? NULL : arena_format(arena, "%zu not over", counts[HOME_GO_ON]),
                           counts[HOME_AGENDAS] == 0 ? NULL : agendas,
                           counts[HOME_PROBLEMS] == 0 ? NULL
                                                      : arena_format(arena, "%zu with problems", counts[HOME_PROBLEMS]),
                           counts[HOME_OVER] == 0 ? NULL : arena_format(arena, "%zu over", counts[HOME_OVER])};
    const char *all = "";
    size_t room = folder->columns < FOLDER_NARROW ? 2 : sizeof parts / sizeof *parts;
    for (size_t i = 0; i < sizeof parts / sizeof *parts && room > 0; i++) {
        if (parts[i] != NULL) {
            room--;
            all = arena_format(arena, "%s%s%s", all, *all == '\0' ? "" : ", ", parts[i]);
        }
    }
    return all;
}

/* --- what is selected --- */

static const struct folder_line *selected_line(const struct folder *folder) {
    const struct folder_lines *lines = &folder->home->lines;
    size_t row = folder->spots[FOLDER_SESSIONS].row;
    return row < lines->count ? &lines->list[row] : NULL;
}

const struct precis *home_selected(const struct folder *folder) {
    const struct folder_line *line = selected_line(folder);
    return line != NULL && line->kind == LINE_ROW ? folder->sessions[line->at] : NULL;
}

bool home_new_selected(const struct folder *folder) {
    const struct folder_line *line = selected_line(folder);
    return line != NULL && line->kind == LINE_NEW;
}

const char *home_template(const struct folder *folder) {
    uint32_t place = folder->home->template;
    return place == PORTFOLIO_NONE ? NULL : folder->sessions[place]->path;
}
