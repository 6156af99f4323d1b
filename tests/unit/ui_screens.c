/* The screens as one: their table, the sheets they are made of, and any of them at any size after any keys. */
#include <stdio.h>

#include "ui_form_room.h"

#include "../../src/ui/screen_sheet.h"
#include "candour/base/text.h"
#include "candour/ui/app.h"
#include "candour/ui/screens.h"

/* --- the table --- */

static void each_screen_has_its_number_and_place(void **state) {
    (void)state;
    unsigned places = 0;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        const struct screen *screen = screen_of((enum screen_id)i);
        const struct command *command = command_by_key(AT_MEETING, (key)('1' + i));
        assert_non_null(command);
        assert_non_null(screen->title);
        assert_true(text_equal_nocase(command->name, screen->title));
        assert_int_equal(places & screen->place, 0);
        places |= screen->place;
        assert_true(i == SCREEN_MEETING || (screen->list != NULL && screen->help != NULL));
        assert_true((screen->pages != 0) == (screen->page != NULL));
    }
    assert_int_equal(places, ON_MEETING | ON_SCREENS);
}

static void nothing_has_two_pages(void **state) {
    (void)state;
    unsigned pages = 0;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        assert_int_equal(pages & screen_of((enum screen_id)i)->pages, 0);
        pages |= screen_of((enum screen_id)i)->pages;
    }
    assert_true((pages & REF_FINDING) != 0 && (pages & REF_AGENCY) != 0 && (pages & REF_ITEM) != 0);
}

/* --- sheets --- */

static void text_of(const struct sheet *sheet, int columns, char *out, size_t size) {
    struct canvas canvas = {0};
    struct buffer text = {0};
    canvas_begin(&canvas, (int)sheet->count, columns);
    sheet_view(sheet, area_all(&canvas), 0, 0, (int)sheet->count);
    canvas_dump(&canvas, false, &text);
    snprintf(out, size, "%s", text.bytes);
    buffer_free(&text);
    canvas_free(&canvas);
}

static void pieces_keep_to_their_columns(void **state) {
    (void)state;
    char text[200];
    struct sheet sheet = sheet_begin(arena, 20);
    sheet_line(&sheet, "C1");
    sheet_put(&sheet, 1, 4, LOOK_PLAIN, "C1");
    sheet_put(&sheet, 5, 6, LOOK_PLAIN, "resolved");
    sheet_put(&sheet, 12, 0, LOOK_PLAIN, "to the end of it");
    sheet_put(&sheet, 25, 0, LOOK_PLAIN, "outside");
    sheet_put(&sheet, 5, 0, LOOK_PLAIN, NULL);
    sheet_line(&sheet, NULL);
    sheet_right(&sheet, 10, 4, LOOK_PLAIN, "150");
    text_of(&sheet, 20, text, sizeof text);
    assert_string_equal(text, " C1  resol… to the…\n       150\n");
    assert_int_equal(sheet.lines[0].count, 3);
}

static void what_is_cut_is_found_all_the_same(void **state) {
    (void)state;
    struct sheet sheet = sheet_begin(arena, 12);
    sheet_line(&sheet, "F1");
    sheet_put(&sheet, 1, 8, LOOK_PLAIN, "Adult-facing services");
    assert_true(sheet_has(sheet.lines, "SERVICES"));
    assert_false(sheet_has(sheet.lines, "child"));
    assert_string_equal(sheet_words(sheet.lines, arena), "Adult-facing services");
}

static void long_words_become_lines_of_one_id(void **state) {
    (void)state;
    char text[200];
    struct sheet sheet = sheet_begin(arena, 30);
    sheet_text(&sheet, "F1", "why", LOOK_PLAIN, "Records are organised round the adult");
    sheet_text(&sheet, "F1", NULL, LOOK_PLAIN, "");
    sheet_text(&sheet, "F1", NULL, LOOK_PLAIN, NULL);
    assert_int_equal(sheet.count, 3);
    for (size_t i = 0; i < sheet.count; i++) {
        assert_string_equal(sheet.lines[i].id, "F1");
    }
    text_of(&sheet, 30, text, sizeof text);
    assert_string_equal(text, " why        Records are\n            organised round\n            the adult\n");
}

/* --- any screen, any size, any keys --- */

struct driven {
    struct app *app;
    struct canvas canvas;
    struct stamp now;
};

static void send(struct driven *driven, struct msg msg) {
    struct effects effects;
    msg.now = driven->now;
    app_update(driven->app, &msg, &effects);
    bool keep = false;
    for (size_t i = 0; i < effects.count; i++) {
        keep = keep || effects.list[i].type == EFFECT_KEEP;
    }
    if (keep) {
        send(driven, (struct msg){.type = MSG_KEPT, .ok = true});
    }
}

static void press(struct driven *driven, key k) {
    send(driven, (struct msg){.type = MSG_KEY, .key = k});
}

static struct driven begun(void) {
    struct driven driven = {.now = NOW};
    struct app_setup setup = {.meeting = meeting, .program = "candour test", .rows = 24, .columns = 80, .now = NOW};
    driven.app = app_new(&setup);
    press(&driven, KEY_RETURN);
    driven.now.at += MS_SECOND;
    press(&driven, 'g'); /* the meeting went on while nothing was heard of it */
    return driven;
}

static void end(struct driven *driven) {
    app_free(driven->app);
    canvas_free(&driven->canvas);
}

/* Is TEXT in the row? */
static bool row_has(struct driven *driven, int row, const char *needle) {
    struct buffer text = {0};
    canvas_dump(&driven->canvas, false, &text);
    char *line = text.bytes;
    for (int i = 0; i < row; i++) {
        line = strchr(line, '\n') + 1;
    }
    *strchr(line, '\n') = '\0';
    bool has = strstr(line, needle) != NULL;
    buffer_free(&text);
    return has;
}

static void resize(struct driven *driven, int rows, int columns) {
    send(driven, (struct msg){.type = MSG_RESIZE, .rows = rows, .columns = columns});
    canvas_begin(&driven->canvas, rows, columns);
    app_view(driven->app, driven->now, &driven->canvas);
}

/* The clock in the first row, the screen's name in the second, and the cursor on a row in reverse (or, where there is
 * nothing to select, on the words that say so). */
static void every_screen_shows_clock_name_and_cursor_at_every_size(void **state) {
    (void)state;
    struct driven driven = begun();
    for (int rows = 12; rows <= 70; rows += 7) {
        for (int columns = 40; columns <= 220; columns += 11) {
            for (int screen = 1; screen < SCREEN_COUNT; screen++) {
                press(&driven, (key)('1' + screen));
                press(&driven, screen % 2 == 0 ? KEY_DOWN_ARROW : KEY_END_);
                resize(&driven, rows, columns);
                char name[40];
                snprintf(name, sizeof name, "[%d %s]", screen + 1, screen_of((enum screen_id)screen)->title);
                assert_true(row_has(&driven, 0, "I2 +"));
                assert_true(row_has(&driven, 1, name));
                const struct canvas *canvas = &driven.canvas;
                assert_in_range(canvas->cursor_row, 2, rows - 2);
                const struct cell *cell = canvas->cells + canvas->cursor_row * columns + canvas->cursor_column;
                assert_int_equal(cell->look, LOOK_SELECTED);
            }
        }
    }
    end(&driven);
}

static uint32_t random_next(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void no_keys_bring_a_screen_down(void **state) {
    (void)state;
    static const key keys[] = {'1',
                               '2',
                               '3',
                               '4',
                               '5',
                               '6',
                               '7',
                               KEY_TAB,
                               KEY_BACKTAB,
                               KEY_UP_ARROW,
                               KEY_DOWN_ARROW,
                               KEY_LEFT_ARROW,
                               KEY_RIGHT_ARROW,
                               KEY_HOME_,
                               KEY_END_,
                               KEY_PAGE_UP,
                               KEY_PAGE_DOWN,
                               KEY_RETURN,
                               KEY_RETURN,
                               KEY_ESCAPE,
                               KEY_ESCAPE,
                               'm',
                               '<',
                               '>',
                               'R',
                               'y',
                               'o',
                               'f',
                               'p',
                               'h',
                               'w',
                               's',
                               'v',
                               'u',
                               'U',
                               'c',
                               'a',
                               'x',
                               '/',
                               '?',
                               KEY_CONTROL('s')};
    struct driven driven = begun();
    uint32_t seed = 77;
    for (int i = 0; i < 4000; i++) {
        driven.now.at += (instant)(random_next(&seed) % 3) * 700;
        if (random_next(&seed) % 25 == 0) {
            resize(&driven, 1 + (int)(random_next(&seed) % 62), 1 + (int)(random_next(&seed) % 210));
        }
        press(&driven, keys[random_next(&seed) % (sizeof keys / sizeof *keys)]);
        app_view(driven.app, driven.now, &driven.canvas);
        assert_true(driven.canvas.cursor_row < driven.canvas.rows);
    }
    end(&driven);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_screen_has_its_number_and_place),
        cmocka_unit_test(nothing_has_two_pages),
        cmocka_unit_test(pieces_keep_to_their_columns),
        cmocka_unit_test(what_is_cut_is_found_all_the_same),
        cmocka_unit_test(long_words_become_lines_of_one_id),
        cmocka_unit_test(every_screen_shows_clock_name_and_cursor_at_every_size),
        cmocka_unit_test(no_keys_bring_a_screen_down),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
