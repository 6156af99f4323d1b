/* The screen equals the canvas: what the terminal shows, cell by cell, is what the app drew for the same keys at the
 * same instants. The app runs here a second time, without a terminal, on the clock that is frozen for the program. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/format/load.h"
#include "candour/ui/app.h"
#include "scene.h"

static const char *build;

/* The app beside the program. */
struct twin {
    struct arena *arena;
    struct app *app;
    struct canvas canvas;
    const struct room *room;
    struct terminal *terminal;
    char *agenda;
};

static struct stamp now(const struct twin *twin) {
    return (struct stamp){.at = twin->room->clock->frozen + twin->room->clock->added};
}

static struct meeting *load(struct twin *twin) {
    struct diags diags;
    struct loaded loaded;
    diags_begin(&diags, twin->arena);
    struct load_from from = {.name = AGENDA, .bytes = twin->agenda, .length = strlen(twin->agenda)};
    assert_true(load_meeting(&from, twin->arena, &diags, &loaded));
    return loaded.meeting;
}

static struct twin *twin_new(const struct room *room, int rows, int columns) {
    struct twin *twin = calloc(1, sizeof *twin);
    twin->arena = arena_new();
    twin->room = room;
    twin->agenda = room_read(room, AGENDA);
    struct app_setup setup = {.meeting = load(twin),
                              .session = SESSION,
                              .program = "candour " CANDOUR_VERSION,
                              .rows = rows,
                              .columns = columns,
                              .now = now(twin)};
    twin->app = app_new(&setup);
    return twin;
}

static void twin_free(struct twin *twin) {
    app_free(twin->app);
    canvas_free(&twin->canvas);
    arena_free(twin->arena);
    free(twin->agenda);
    free(twin);
}

/* Keeping always works here; what else the app wishes for does not show. */
static void tell(struct twin *twin, struct msg msg) {
    struct effects effects;
    msg.now = now(twin);
    app_update(twin->app, &msg, &effects);
    for (size_t i = 0; i < effects.count; i++) {
        if (effects.list[i].type == EFFECT_KEEP) {
            tell(twin, (struct msg){.type = MSG_KEPT, .ok = true});
            return;
        }
    }
}

/* One key to both. */
static void press(struct twin *twin, const char *bytes, key k) {
    terminal_type(twin->terminal, bytes);
    tell(twin, (struct msg){.type = MSG_KEY, .key = k});
}

static void type(struct twin *twin, const char *ascii) {
    terminal_type(twin->terminal, ascii);
    for (; *ascii != '\0'; ascii++) {
        tell(twin, (struct msg){.type = MSG_KEY, .key = (key)(unsigned char)*ascii});
    }
}

static void resize(struct twin *twin, int rows, int columns) {
    terminal_resize(twin->terminal, rows, columns);
    tell(twin, (struct msg){.type = MSG_RESIZE, .rows = rows, .columns = columns});
}

/* --- the comparison --- */

static bool same_codes(const struct cell *cell, const VTermScreenCell *shown) {
    uint32_t first = cell->codes[0] == 0 ? ' ' : cell->codes[0];
    uint32_t there = shown->chars[0] == 0 ? ' ' : shown->chars[0];
    bool same = first == there;
    for (size_t i = 1; i < CELL_CODES && same && shown->chars[i - 1] != 0; i++) {
        same = cell->codes[i] == shown->chars[i];
    }
    return same;
}

/* libvterm 0.1.4 knows nothing of dim. */
static bool same_look(const struct cell *cell, const VTermScreenCell *shown) {
    const struct look_style *style = &look_styles[cell->look];
    bool plain = style->colour256 < 0 || VTERM_COLOR_IS_DEFAULT_FG(&shown->fg) == 0;
    return plain && ((style->attributes & ATTR_BOLD) != 0) == (shown->attrs.bold != 0) &&
           ((style->attributes & ATTR_REVERSE) != 0) == (shown->attrs.reverse != 0) &&
           ((style->attributes & ATTR_UNDERLINE) != 0) == (shown->attrs.underline != 0) &&
           (style->colour256 < 0 || shown->fg.indexed.idx == (uint8_t)style->colour256);
}

/* The first cell that differs, in words; NULL when none does. A blank's look is not seen unless it is reversed or
 * underlined. */
static const char *difference(const struct twin *twin) {
    static char said[128];
    for (int row = 0; row < twin->canvas.rows; row++) {
        for (int column = 0; column < twin->canvas.columns; column++) {
            const struct cell *cell = &twin->canvas.cells[row * twin->canvas.columns + column];
            VTermScreenCell shown;
            if (cell->width == 0) {
                continue;
            }
            vterm_screen_get_cell(twin->terminal->screen, (VTermPos){.row = row, .col = column}, &shown);
            unsigned seen = look_styles[cell->look].attributes & (unsigned)(ATTR_REVERSE | ATTR_UNDERLINE);
            bool blank = (cell->codes[0] == 0 || cell->codes[0] == ' ') && seen == 0;
            bool same = same_codes(cell, &shown) && (blank ? shown.attrs.reverse == 0 : same_look(cell, &shown));
            if (!same || (cell->width == 2) != (shown.width == 2)) {
                snprintf(said, sizeof said,
                         "row %d column %d: U+%04X look %c, shown U+%04X bold %u reverse %u under %u colour %d", row,
                         column, cell->codes[0], look_styles[cell->look].letter, shown.chars[0], shown.attrs.bold,
                         shown.attrs.reverse, shown.attrs.underline,
                         VTERM_COLOR_IS_DEFAULT_FG(&shown.fg) ? -1 : shown.fg.indexed.idx);
                return said;
            }
        }
    }
    return NULL;
}

static void print_both(struct twin *twin) {
    struct buffer frame = {0};
    canvas_dump(&twin->canvas, false, &frame);
    print_message("%s\n", frame.bytes);
    buffer_free(&frame);
    terminal_print(twin->terminal);
}

static bool is_equal(struct terminal *terminal, const void *about) {
    const struct twin *twin = about;
    bool shown = twin->canvas.cursor_row >= 0;
    bool cursor = terminal->cursor_shown == shown;
    if (shown) {
        cursor = cursor && terminal->cursor.row == twin->canvas.cursor_row &&
                 terminal->cursor.col == twin->canvas.cursor_column;
    }
    return cursor && difference(twin) == NULL;
}

/* Draws the canvas, and waits until the terminal shows the same, cursor included. */
static void are_equal(struct twin *twin) {
    app_view(twin->app, now(twin), &twin->canvas);
    if (!terminal_reaches(twin->terminal, is_equal, twin)) {
        const char *where = difference(twin);
        print_both(twin);
        fail_msg("%s; cursor %d %d, shown %d %d", where == NULL ? "the cursor" : where, twin->canvas.cursor_row,
                 twin->canvas.cursor_column, twin->terminal->cursor.row, twin->terminal->cursor.col);
    }
}

/* Time passes for both; the program is woken. */
static void pass(struct twin *twin, int64_t ms) {
    terminal_pass(twin->terminal, ms);
    tell(twin, (struct msg){.type = MSG_TIME});
    tell(twin, (struct msg){.type = MSG_RESIZE, .rows = twin->terminal->rows, .columns = twin->terminal->columns});
}

/* A challenge with words in several scripts, typed but not saved; then saved. */
static void record(struct twin *twin) {
    type(twin, "cnps\rmht\rWho reads ");
    press(twin, "é", 0xe9);
    press(twin, "漢", 0x6f22);
    press(twin, "字", 0x5b57);
    press(twin, "\033[D", KEY_LEFT_ARROW);
    are_equal(twin);
    type(twin, "\r");
    terminal_wait_in_file(twin->terminal, SESSION, "do: challenge");
    are_equal(twin);
}

/* The log, the page of what was recorded, its own events, and back to the meeting. */
static void look_back(struct twin *twin) {
    type(twin, "8");
    are_equal(twin);
    type(twin, "\r");
    are_equal(twin);
    press(twin, "\033", KEY_ESCAPE);
    type(twin, "l");
    are_equal(twin);
    press(twin, "\033[C", KEY_RIGHT_ARROW);
    are_equal(twin);
    press(twin, "\177", KEY_RUBOUT);
    type(twin, "1");
    are_equal(twin);
}

static void a_meeting_at(int rows, int columns) {
    struct room *room = scene_room(build);
    const char *const argv[] = {NULL, "run", AGENDA, NULL};
    struct twin *twin = twin_new(room, rows, columns);
    twin->terminal = terminal_start(room, rows, columns, argv);
    are_equal(twin);
    type(twin, "\r");
    are_equal(twin);
    type(twin, " ");
    terminal_wait_in_file(twin->terminal, SESSION, "do: start"); /* a window too small shows nothing of it */
    are_equal(twin);
    pass(twin, 1500);
    are_equal(twin);
    record(twin);
    look_back(twin);
    type(twin, "?");
    are_equal(twin);
    press(twin, "\033", KEY_ESCAPE);
    are_equal(twin);
    type(twin, "]");
    are_equal(twin); /* left in a hurry: asked */
    resize(twin, 24, 80);
    are_equal(twin);
    resize(twin, 40, 100);
    are_equal(twin);
    pass(twin, 600);
    press(twin, "\033", KEY_ESCAPE);
    are_equal(twin);
    type(twin, "b");
    are_equal(twin);
    type(twin, "b:");
    are_equal(twin);
    terminal_free(twin->terminal);
    twin_free(twin);
    room_free(room);
}

static void at_80_by_24(void **state) {
    (void)state;
    a_meeting_at(24, 80);
}

static void at_40_by_12(void **state) {
    (void)state;
    a_meeting_at(12, 40);
}

static void at_200_by_60(void **state) {
    (void)state;
    a_meeting_at(60, 200);
}

static void in_a_window_too_small(void **state) {
    (void)state;
    a_meeting_at(5, 20);
}

int main(int argc, char **argv) {
    build = argc > 1 ? argv[1] : "build/release";
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_80_by_24),
        cmocka_unit_test(at_40_by_12),
        cmocka_unit_test(at_200_by_60),
        cmocka_unit_test(in_a_window_too_small),
    };
    return cmocka_run_group_tests_name("screen", tests, NULL, NULL);
}
