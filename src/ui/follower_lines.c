/* The finding under discussion and the records of the item, as lines. */
#include <string.h>

#include "candour/base/text.h"
#include "follower_inside.h"

enum {
    LABEL = 4,        /* "C12 " */
    LATEST_ROWS = 8,  /* of the words of the latest record, where not all have room */
    EARLIER_ROWS = 3, /* and of those before it */
    ALL_ROWS = 1000
};

struct room_lines room_lines(struct arena *arena, int columns) {
    return (struct room_lines){.arena = arena, .columns = columns < 1 ? 1 : columns};
}

static struct room_line *add(struct room_lines *out) {
    if (out->count == out->capacity) {
        size_t capacity = out->capacity == 0 ? 32 : 2 * out->capacity;
        struct room_line *list = arena_array(out->arena, capacity, sizeof *list);
        if (out->count > 0) {
            memcpy(list, out->list, out->count * sizeof *list);
        }
        out->list = list;
        out->capacity = capacity;
    }
    out->list[out->count] = (struct room_line){.text = "", .look = LOOK_PLAIN, .right_look = LOOK_PLAIN};
    return &out->list[out->count++];
}

/* TEXT wrapped, in at most ROWS; what is cut off shows as an ellipsis. The first of them, for a label. */
static size_t add_wrapped(struct room_lines *out, enum look look, const char *text, size_t rows) {
    size_t first = out->count;
    size_t length = strlen(text);
    int width = out->columns - out->indent;
    while (length > 0 && text[length - 1] == '\n') {
        length--;
    }
    struct text_lines lines = text_wrap(out->arena, text, length, width < 1 ? 1 : width);
    for (size_t i = 0; i < lines.count && i < rows; i++) {
        struct room_line *line = add(out);
        line->look = look;
        line->text = arena_copy(out->arena, text + lines.lines[i].from, lines.lines[i].to - lines.lines[i].from);
        line->cut = i + 1 == rows && rows < lines.count;
    }
    return first;
}

static int columns_of(const char *text) {
    return text == NULL ? 0 : text_columns(text, strlen(text));
}

/* --- the finding --- */

static enum look position_look(const char *position) {
    return strcmp(position, "no position yet") == 0 ? LOOK_OPEN : LOOK_GOOD;
}

void lines_of_finding(const struct room *room, bool close, struct room_lines *out) {
    const struct room_finding *finding = &room->finding;
    const char *title = finding->held ? "not shown here" : finding->title;
    if (!room->discussing) {
        return;
    }
    out->indent = columns_of(finding->id) + 1;
    size_t first =
        add_wrapped(out, LOOK_STRONG, close ? arena_format(out->arena, "%s: %s", title, finding->position) : title, 3);
    out->list[first].label = finding->id;
    if (!close) {
        add_wrapped(out, position_look(finding->position), finding->position, 1);
    }
    if (finding->statement != NULL) {
        add_wrapped(out, LOOK_PLAIN, finding->statement, 100);
    }
}

/* --- the records --- */

const char *record_who(const struct room_record *record, int width, int behind) {
    static const char *const kinds[] = {[ROOM_CHALLENGE] = "challenge",
                                        [ROOM_AGREEMENT] = "agreement",
                                        [ROOM_ENGAGEMENT] = "engagement",
                                        [ROOM_NOTE] = "note",
                                        [ROOM_POSITION] = "position"};
    int i = 0;
    if (record->held || record->who[0] == NULL) {
        return record->held ? "not shown here" : kinds[record->kind];
    }
    while (i < ROOM_WORDINGS - 1 && columns_of(record->who[i]) + behind > width) {
        i++;
    }
    return record->who[i];
}

/* With how it stands at the right, where both have room. */
static void head_line(const struct room_record *record, struct room_lines *out) {
    const char *state = record->state == NULL ? "" : record->state;
    enum look look = record->open ? LOOK_OPEN : LOOK_GOOD;
    int width = out->columns - out->indent;
    int behind = state[0] == '\0' ? 0 : columns_of(state) + 2;
    const char *who = record_who(record, width, behind);
    struct room_line *line = add(out);
    line->label = record->id;
    line->text = who;
    line->look = record->held ? LOOK_QUIET : LOOK_PLAIN;
    line->right_look = look;
    if (columns_of(who) + behind <= width) {
        line->right = state[0] == '\0' ? NULL : state;
    } else if (state[0] != '\0') {
        add_wrapped(out, look, state, 2);
    }
}

static void record_block(const struct room_record *record, bool latest, size_t rows, struct room_lines *out) {
    head_line(record, out);
    if (record->words != NULL) {
        add_wrapped(out, latest ? LOOK_STRONG : LOOK_PLAIN, record->words, rows);
    }
    if (record->answer != NULL) {
        add_wrapped(out, LOOK_PLAIN, arena_format(out->arena, "Answer: %s", record->answer), rows);
    }
}

static int label_columns(const struct room *room) {
    int most = LABEL;
    for (size_t i = 0; i < room->record_count; i++) {
        int columns = columns_of(room->records[i].id) + 1;
        most = columns > most ? columns : most;
    }
    return most;
}

/* Keeps the first ROWS lines. */
static void cut(struct room_lines *out, size_t rows) {
    out->count = rows;
    out->list[rows - 1].cut = true;
}

/* All of them with all their words; false, and nothing is added, when they have no room in ROWS. */
static bool all_fit(const struct room *room, int rows, bool apart, struct room_lines *out) {
    size_t before = out->count;
    size_t most = rows < 0 ? 0 : (size_t)rows;
    for (size_t i = 0; i < room->record_count && out->count <= most; i++) {
        if (apart && i > 0) {
            add(out);
        }
        record_block(room->records + i, i == 0, ALL_ROWS, out);
    }
    bool fit = out->count <= most;
    out->count = fit ? out->count : before;
    return fit;
}

/* Records as long as they fit whole; of the next one what still fits, if that is more than its first line. */
void lines_of_records(const struct room *room, int rows, bool apart, struct room_lines *out) {
    size_t most = rows < 0 ? 0 : (size_t)rows;
    size_t shown = 0;
    out->indent = label_columns(room);
    if (all_fit(room, rows, apart, out)) {
        return;
    }
    while (shown < room->record_count) {
        size_t before = out->count;
        size_t rest = shown + 1 < room->record_count ? 1 : 0; /* the line that says how many more */
        if (apart && shown > 0) {
            add(out);
        }
        size_t head = out->count;
        record_block(room->records + shown, shown == 0, shown == 0 ? LATEST_ROWS : EARLIER_ROWS, out);
        if (out->count + rest > most) {
            bool part = most >= rest && most - rest >= head + 2;
            out->count = before;
            if (part) {
                out->count = most - rest + 1; /* as it was made */
                cut(out, most - rest);
                shown++;
            }
            break;
        }
        shown++;
    }
    if (shown < room->record_count && out->count < most) {
        struct room_line *line = add(out);
        line->text = shown == 0 ? arena_format(out->arena, "%zu records", room->record_count)
                                : arena_format(out->arena, "and %zu earlier", room->record_count - shown);
        line->look = LOOK_QUIET;
    }
}

/* --- drawn --- */

void room_lines_view(const struct room_lines *lines, struct area area) {
    for (size_t i = 0; i < lines->count && (int)i < area.rows; i++) {
        const struct room_line *line = lines->list + i;
        bool cut = line->cut || ((int)i == area.rows - 1 && i + 1 < lines->count);
        int right = line->right == NULL ? 0 : draw_right(area, (int)i, area.columns, line->right_look, line->right) + 2;
        if (line->label != NULL) {
            draw_fit(area, (int)i, 0, lines->indent, LOOK_TITLE, line->label);
        }
        draw_fit(area, (int)i, lines->indent, area.columns - lines->indent - right, line->look,
                 cut ? arena_format(lines->arena, "%s %s", line->text, canvas_dots(area.canvas)) : line->text);
    }
}
