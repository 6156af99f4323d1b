/* The follower's picture. The time takes about a third of the screen and grows with it; what is said beside it in words
 * and, where the letters of the terminal are small against the screen, the codes of item and finding grow too.
 */
#include <inttypes.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "follower_inside.h"
#include "view.h"

enum {
    BESIDE = 16,       /* "left of 30 min" and a gap */
    TWO_COLUMNS = 110, /* from here on finding and records stand side by side */
    MEASURE = 104      /* a longer line is hard to read across a room */
};

struct scene {
    const struct follower *follower;
    const struct room *room;
    struct stamp now;
    struct arena *arena; /* gone with the frame */
    bool ascii;
};

/* --- the time --- */

struct face {
    const char *big;    /* in large letters */
    const char *widest; /* what its size is chosen for */
    enum look look;
    const char *word;     /* beside it, in large letters where there is room */
    const char *small[2]; /* under the word; NULL: nothing */
};

static const char *minutes_said(const struct scene *scene, int64_t left) {
    return arena_format(scene->arena, "%" PRId64 " min %s %" PRId32 " min", left_minutes(left),
                        left < 0 ? "over the" : "left of", duration_minutes(scene->room->granted));
}

static struct face paused_face(const struct scene *scene) {
    char clock[CLOCK_SIZE];
    struct stamp since = {.at = scene->room->paused_at, .offset = scene->now.offset};
    return (struct face){.big = "PAUSED",
                         .widest = "PAUSED",
                         .look = LOOK_CLOCK,
                         .small = {arena_format(scene->arena, "since %s", stamp_clock(since, clock)),
                                   minutes_said(scene, scene->room->left)}};
}

static struct face running_face(const struct scene *scene) {
    char text[24];
    int64_t left = room_left(scene->room, scene->now.at);
    const char *big = arena_text(scene->arena, left_text(left, text));
    return (struct face){.big = big,
                         /* one size through the whole item, past zero too */
                         .widest = strlen(big) > 6 ? big : "+00:00",
                         .look = left < 0                           ? LOOK_LATE
                                 : left <= scene->room->granted / 4 ? LOOK_NEAR
                                                                    : LOOK_CLOCK,
                         .word = left < 0 ? "OVER" : "LEFT",
                         .small = {arena_format(scene->arena, "%s %" PRId32 " min", left < 0 ? "the" : "of",
                                                duration_minutes(scene->room->granted))}};
}

static struct face face_of(const struct scene *scene) {
    if (scene->room->status == MEETING_PAUSED) {
        return paused_face(scene);
    }
    if (follower_stale(scene->follower, scene->now.at)) {
        return (struct face){.big = "NOT OPEN", .widest = "NOT OPEN", .look = LOOK_QUIET};
    }
    if (follower_ahead(scene->follower, scene->now.at) > 0) {
        return (struct face){.big = "--:--", .widest = "+00:00", .look = LOOK_QUIET, .small = {"no time"}};
    }
    return running_face(scene);
}

static enum look word_look(const struct face *face) {
    return face->look == LOOK_CLOCK ? LOOK_STRONG : face->look;
}

/* The words beside the digits: the first large where that has room, else all in one line. */
static void face_words(const struct scene *scene, const struct face *face, struct area area) {
    int tall =
        face->word == NULL || area.rows < 5 ? 0 : scaled_fitting(face->word, area.rows / 2, area.columns, scene->ascii);
    int row = tall > 0 ? (area.rows - tall - 1) / 2 : (area.rows - 1) / 2;
    if (tall > 0) {
        draw_scaled(area, row, 0, word_look(face), face->word, tall);
        draw_fit(area, row + tall, 0, area.columns, LOOK_PLAIN, face->small[0]);
        return;
    }
    if (face->word != NULL) {
        const char *word = strcmp(face->word, "OVER") == 0 ? "over" : "left";
        draw_wrapped(area, row, 0, area.columns, word_look(face),
                     arena_format(scene->arena, "%s %s", word, face->small[0]));
        return;
    }
    row = face->small[1] != NULL && row > 0 ? row - 1 : row;
    for (int i = 0; i < 2 && face->small[i] != NULL; i++) {
        row += draw_wrapped(area, row, 0, area.columns, i == 0 ? LOOK_STRONG : LOOK_PLAIN, face->small[i]);
    }
}

/* The rows used: at most ROWS. */
static int face_view(const struct scene *scene, struct area area, int rows) {
    struct face face = face_of(scene);
    int tall = scaled_fitting(face.widest, rows, area.columns - BESIDE, scene->ascii);
    if (tall == 0) {
        tall = scaled_fitting(face.widest, rows, area.columns, scene->ascii);
    }
    int columns = draw_scaled(area, 0, 0, face.look, face.big, tall);
    int gap = columns == 0 ? 0 : 2 + tall / 3;
    face_words(scene, &face, area_part(area, 0, columns + gap, tall, area.columns - columns - gap));
    return tall;
}

/* --- the item --- */

/* How much larger than at 24 rows by 80 columns the screen is, in whole steps. */
static int steps(struct area area) {
    int by_rows = area.rows / 24;
    int by_columns = area.columns / 80;
    return by_rows < by_columns ? by_rows : by_columns;
}

/* CODE in large letters where the terminal's own are small; the columns used, 0: it is not drawn. */
static int large_code(const struct scene *scene, struct area area, const char *code, int rows) {
    bool plain = code[strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] == '\0';
    if (rows < 3 || !plain || scaled_columns(code, rows) > area.columns / 4) {
        return 0;
    }
    return scene->ascii && rows > 3 && rows < 6 ? draw_scaled(area, 0, 0, LOOK_TITLE, code, 3)
                                                : draw_scaled(area, 0, 0, LOOK_TITLE, code, rows);
}

/* The rows used. */
static int item_head(const struct scene *scene, struct area area, int large) {
    const struct room_item *item = &scene->room->item;
    const char *title = item->held ? "not shown here" : item->title;
    int code = large_code(scene, area, item->id, large);
    if (code == 0) {
        int purpose = draw_right(area, 0, area.columns, LOOK_QUIET, item->purpose);
        draw_fit(area, 0, 0, area.columns - purpose - 2, LOOK_TITLE,
                 arena_format(scene->arena, "%s %s", item->id, title));
        return 1;
    }
    struct area words = area_part(area, 0, code + 3, large, area.columns - code - 3);
    int rows = draw_wrapped(area_part(words, 0, 0, large - 1, words.columns), 0, 0, words.columns, LOOK_TITLE, title);
    draw_fit(words, rows < large ? rows : large - 1, 0, words.columns, LOOK_QUIET, item->purpose);
    return large;
}

static void finding_view(const struct scene *scene, struct area area, int large) {
    int code = scene->room->discussing ? large_code(scene, area, scene->room->finding.id, large) : 0;
    int from = code == 0 ? 0 : code + 3;
    struct room_lines lines = room_lines(scene->arena, area.columns - from);
    lines_of_finding(scene->room, area.rows < 6, &lines);
    if (code > 0 && lines.count > 0) {
        lines.list[0].label = NULL;
        lines.indent = 0;
    }
    room_lines_view(&lines, area_part(area, 0, from, area.rows, area.columns - from));
}

static void records_view(const struct scene *scene, struct area area, bool apart) {
    struct room_lines lines = room_lines(scene->arena, area.columns);
    lines_of_records(scene->room, area.rows, apart, &lines);
    room_lines_view(&lines, area);
}

/* Finding and records one under the other. */
static void stacked(const struct scene *scene, struct area area) {
    struct room_lines finding = room_lines(scene->arena, area.columns);
    lines_of_finding(scene->room, area.rows < 12, &finding);
    struct room_lines records = room_lines(scene->arena, area.columns);
    lines_of_records(scene->room, area.rows, false, &records);
    int line = finding.count > 0 && records.count > 0 && area.rows >= 8 ? 1 : 0;
    int wanted = (int)records.count;
    int half = (area.rows - line + 1) / 2;
    int rest = area.rows - line - (int)finding.count;
    int below = wanted < half ? wanted : rest > half ? rest : half;
    int above = finding.count == 0 ? 0 : area.rows - line - below;
    room_lines_view(&finding, area_part(area, 0, 0, above, area.columns));
    if (line > 0) {
        above = (int)finding.count < above ? (int)finding.count : above;
        draw_line_across(area, above, 0, area.columns);
    }
    records_view(scene, area_part(area, above + line, 0, area.rows - above - line, area.columns), false);
}

/* AREA from COLUMN on, as wide as can be read. */
static struct area measured(struct area area, int column) {
    int columns = area.columns - column;
    return area_part(area, 0, column, area.rows, columns < MEASURE ? columns : MEASURE);
}

static void item_text(const struct scene *scene, struct area area, int large) {
    if (area.columns < TWO_COLUMNS || !scene->room->discussing || scene->room->record_count == 0) {
        if (large >= 3 && scene->room->discussing) {
            finding_view(scene, measured(area, 0), large);
        } else if (area.columns >= TWO_COLUMNS) {
            records_view(scene, measured(area, 0), true);
        } else {
            stacked(scene, area);
        }
        return;
    }
    int left = area.columns * 2 / 5;
    finding_view(scene, measured(area_part(area, 0, 0, area.rows, left - 2), 0), large);
    draw_line_down(area, 0, left, area.rows);
    records_view(scene, measured(area, left + 3), true);
}

static void item_view(const struct scene *scene, struct area area) {
    int room = area.rows >= 36 ? 1 : 0; /* a row more between the parts */
    int large = steps(area) < 2 ? 0 : 3 * (steps(area) - 1);
    int row = room + item_head(scene, area_part(area, room, 0, area.rows, area.columns), large) + room;
    row += face_view(scene, area_part(area, row, 0, area.rows - row, area.columns), area.rows / 3);
    row += room;
    bool below = scene->room->discussing || scene->room->record_count > 0;
    if (below && area.rows - row >= 10) {
        draw_line_across(area, row, 0, area.columns);
        row += 1 + room;
    }
    item_text(scene, area_part(area, row, 0, area.rows - row, area.columns), large);
}

/* --- pictures without an item --- */

/* WORD large in the middle, LINES under it; NULL ends them. */
static void poster(const struct scene *scene, struct area area, enum look look, const char *word,
                   const char *const *lines) {
    int tall = scaled_fitting(word, area.rows / 3, area.columns, scene->ascii);
    int columns = scaled_columns(word, tall);
    int row = (area.rows - tall) / 3;
    draw_scaled(area, row, (area.columns - columns) / 2, look, word, tall);
    row += tall + 1 + tall / 6;
    draw_cursor(area, row, 0);
    for (size_t i = 0; lines[i] != NULL; i++) {
        struct text_lines wrapped = text_wrap(scene->arena, lines[i], strlen(lines[i]), area.columns);
        for (size_t j = 0; j < wrapped.count; j++) {
            const char *line = lines[i] + wrapped.lines[j].from;
            size_t length = wrapped.lines[j].to - wrapped.lines[j].from;
            draw_text_n(area, row++, (area.columns - text_columns(line, length)) / 2, LOOK_PLAIN, line, length);
        }
    }
}

const char *follower_state_word(enum meeting_status status) {
    static const char *const words[] = {
        [MEETING_READY] = "NOT BEGUN",     [MEETING_RUNNING] = "NOT BEGUN", [MEETING_PAUSED] = "PAUSED",
        [MEETING_ADJOURNED] = "ADJOURNED", [MEETING_CLOSED] = "CLOSED",     [MEETING_CONFIRMED] = "CONFIRMED",
    };
    return words[status];
}

static void state_view(const struct scene *scene, struct area area) {
    const char *const lines[] = {scene->room->board == NULL ? scene->room->review : scene->room->board,
                                 scene->room->board == NULL ? NULL : scene->room->review, NULL};
    poster(scene, area, LOOK_CLOCK, follower_state_word(scene->room->status), lines);
}

const char *follower_lost_why(enum follower_signal signal) {
    static const char *const why[] = {
        [SIGNAL_GOOD] = "The session has not been read.",
        [SIGNAL_GONE] = "The session file is not there.",
        [SIGNAL_UNREADABLE] = "The session file cannot be read.",
        [SIGNAL_BROKEN] = "The session file is not in order; 'candour check' names what is wrong.",
        [SIGNAL_SILENT] = "The folder of the session does not answer.",
        [SIGNAL_UNTOLD] = "The lock file cannot be read: this screen could not be blanked.",
    };
    return why[signal];
}

static void lost_view(const struct scene *scene, struct area area) {
    char clock[CLOCK_SIZE];
    struct stamp read = {.at = scene->follower->good_at, .offset = scene->now.offset};
    const char *const lines[] = {follower_lost_why(scene->follower->signal),
                                 read.at == 0 ? NULL
                                              : arena_format(scene->arena, "Last read at %s. It comes back by itself.",
                                                             stamp_seconds(read, clock)),
                                 NULL};
    poster(scene, area, LOOK_LATE, "NO SIGNAL", lines);
}

/* --- the frame --- */

/* A window in which nothing of this has room shows the time at least. */
static void tiny_view(const struct scene *scene, struct area area, enum follower_picture picture) {
    struct face face = {.big = picture == PICTURE_LOST ? "NO SIGNAL" : ""};
    const char *id = "";
    if (picture == PICTURE_ITEM) {
        face = face_of(scene);
        id = scene->room->item.id;
    }
    const char *word = face.word == NULL ? "" : strcmp(face.word, "OVER") == 0 ? "over" : "left";
    draw_fit(area, area.rows / 2, 0, area.columns, face.look,
             arena_format(scene->arena, "%s %s %s", id, face.big, word));
}

static void draw_picture(const struct scene *scene, struct area area, enum follower_picture picture) {
    const char *doubt = picture == PICTURE_LOST ? NULL : follower_doubt(scene->follower, scene->now, scene->arena);
    if (scene->follower->rows < FOLLOWER_LEAST_ROWS || scene->follower->columns < FOLLOWER_LEAST_COLUMNS) {
        tiny_view(scene, area, picture);
        return;
    }
    if (doubt != NULL) {
        int width = area.columns;
        struct text_lines lines = text_wrap(scene->arena, doubt, strlen(doubt), width);
        int rows = lines.count > 2 ? 2 : (int)lines.count;
        draw_wrapped(area_part(area, area.rows - rows, 0, rows, width), 0, 0, width, LOOK_LATE, doubt);
        area = area_part(area, 0, 0, area.rows - rows, width);
    }
    if (picture == PICTURE_LOST) {
        lost_view(scene, area);
    } else if (picture == PICTURE_STATE) {
        state_view(scene, area);
    } else {
        item_view(scene, area);
    }
}

static void reverse_all(struct canvas *canvas) {
    for (size_t i = 0; i < (size_t)canvas->rows * (size_t)canvas->columns; i++) {
        canvas->cells[i].look = LOOK_ALERT;
    }
}

void follower_view(const struct follower *follower, struct stamp now, struct canvas *canvas) {
    if (canvas->rows != follower->rows || canvas->columns != follower->columns) {
        canvas_begin(canvas, follower->rows, follower->columns);
    }
    canvas_clear(canvas);
    canvas->ascii = follower->ascii;
    struct scene scene = {
        .follower = follower, .room = follower->room, .now = now, .arena = arena_new(), .ascii = follower->ascii};
    enum follower_picture picture = follower_picture(follower, now.at);
    int margin = follower->columns >= 100 ? 4 : follower->columns >= 60 ? 2 : 1;
    struct area all = area_all(canvas);
    int foot = follower->help ? 1 : 0;
    if (foot > 0) {
        draw_fit(all, all.rows - 1, margin, all.columns - 2 * margin, LOOK_QUIET,
                 follower_hints(follower, scene.arena));
    }
    if (picture != PICTURE_BLANK) {
        draw_cursor(all, 0, 0); /* where reading begins: nothing is selected here */
        draw_picture(&scene, area_part(all, 0, margin, all.rows - foot, all.columns - 2 * margin), picture);
    }
    bool figure = picture == PICTURE_ITEM && follower_ahead(follower, now.at) == 0 && !follower_stale(follower, now.at);
    if (figure && room_alerts(follower->room, now.at)) {
        reverse_all(canvas);
    }
    arena_free(scene.arena);
}
