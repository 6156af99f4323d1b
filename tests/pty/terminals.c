/* Terminals of every kind, poor locales and the mouse, in the real program: what is shown can be read, what is selected
 * is in reverse, and the cursor stands on it.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "scene.h"

#define CLOSED "closed.yaml"
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

static const char *build;
static size_t step = 1; /* every so many of the kinds */

static int begin(void **state) {
    struct room *room = scene_room(build);
    room_copy(room, "tests/cases/harrowmere.session.yaml", CLOSED);
    *state = room;
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

static VTermScreenCell cell_at(struct terminal *terminal, int row, int column) {
    VTermScreenCell cell;
    vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = column}, &cell);
    return cell;
}

static void leaves(struct terminal *terminal) {
    terminal_type(terminal, "q");
    int status = terminal_wait_end(terminal);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    terminal_free(terminal);
}

/* The cursor is shown, at the beginning of ROW, all of which is in reverse as far as COLUMNS go. */
static bool marked(struct terminal *terminal, const void *about) {
    const int *wanted = about;
    for (int column = 0; column < wanted[1]; column++) {
        if (!cell_at(terminal, wanted[0], wanted[2] + column).attrs.reverse) {
            return false;
        }
    }
    return terminal->cursor_shown && terminal->cursor.row == wanted[0] && terminal->cursor.col == wanted[2];
}

static void wait_marked(struct terminal *terminal, int row, int column, int columns) {
    const int wanted[] = {row, columns, column};
    if (!terminal_reaches(terminal, marked, wanted)) {
        fail_msg("row %d is not marked, or the cursor (%d %d) is not on it", row, terminal->cursor.row,
                 terminal->cursor.col);
    }
}

static bool is_ascii(struct terminal *terminal) {
    for (int row = 0; row < terminal->rows; row++) {
        for (const char *c = terminal_row(terminal, row); *c != '\0'; c++) {
            if (*c < ' ' || *c > '~') {
                return false;
            }
        }
    }
    return true;
}

/* Green, yellow and cyan cannot be read on white, nor plain blue on black. */
static void is_readable_on_any_ground(struct terminal *terminal) {
    for (int row = 0; row < terminal->rows; row++) {
        for (int column = 0; column < terminal->columns; column++) {
            VTermScreenCell cell = cell_at(terminal, row, column);
            assert_true(VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
            if (VTERM_COLOR_IS_INDEXED(&cell.fg) && !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)) {
                assert_int_not_equal(cell.fg.indexed.idx, 2);
                assert_int_not_equal(cell.fg.indexed.idx, 3);
                assert_int_not_equal(cell.fg.indexed.idx, 4);
                assert_int_not_equal(cell.fg.indexed.idx, 6);
                assert_true(cell.fg.indexed.idx < 8 || strcmp(terminal->room->env[0], "TERM=xterm-256color") == 0 ||
                            strcmp(terminal->room->env[0], "TERM=tmux-256color") == 0);
            }
        }
    }
}

/* Each agenda item on the Meeting screen, and each agreement on its own, is marked when the arrows come to it. */
static void every_kind_can_be_read(void **state) {
    static const struct {
        const char *term, *locale;
    } KINDS[] = {
        {"TERM=xterm-256color", "LC_ALL=C.UTF-8"},
        {"TERM=xterm", "LC_ALL=C.UTF-8"},
        {"TERM=linux", "LC_ALL=C.UTF-8"},
        {"TERM=screen", "LC_ALL=C.UTF-8"},
        {"TERM=tmux-256color", "LC_ALL=C.UTF-8"},
        {"TERM=vt100", "LC_ALL=C.UTF-8"},
        {"TERM=vt220", "LC_ALL=POSIX"},
        {"TERM=linux", "LC_ALL=C"},
        {"TERM=vt100", "LC_ALL=xx_YY.ISO-8859-1"},
    };
    struct room *room = *state;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i += step) {
        bool utf8 = strcmp(KINDS[i].locale, "LC_ALL=C.UTF-8") == 0;
        room->env[0] = KINDS[i].term;
        room->env[1] = KINDS[i].locale;
        const char *const argv[] = {NULL, "review", CLOSED, NULL};
        struct terminal *terminal = terminal_start(room, 24, 80, argv);
        terminal_wait(terminal, "[3 Challenges]");
        terminal_type(terminal, "1");
        terminal_wait(terminal, "AGENDA");
        terminal_type(terminal, "\033[H");
        wait_marked(terminal, 3, 0, 34);
        terminal_type(terminal, "\033[B");
        wait_marked(terminal, 4, 0, 34);
        assert_false(cell_at(terminal, 3, 0).attrs.reverse);
        assert_true(strncmp(terminal_row(terminal, 0), " HSCB  HMB-02", 13) == 0);
        assert_true(strncmp(terminal_row(terminal, 1), utf8 ? "──" : "--", 2) == 0);
        assert_true(strstr(terminal_row(terminal, 23), "? help") != NULL);
        assert_int_equal(is_ascii(terminal), !utf8);
        is_readable_on_any_ground(terminal);
        leaves(terminal);
    }
    room->env[1] = NULL;
}

/* Without reverse video a sign stands where the selected row begins. */
static void what_is_selected_has_a_sign(void **state) {
    struct room *room = *state;
    room->env[0] = "TERM=vt52";
    const char *const argv[] = {NULL, "review", CLOSED, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait_raw(terminal, ">C6  OPEN");
    terminal_type(terminal, "1\033A"); /* its Up */
    terminal_wait_raw(terminal, ">ok I8");
    terminal_type(terminal, "q");
    assert_int_equal(terminal_wait_end(terminal), 0);
    terminal_free(terminal);
}

/* Lists, forms, questions, help and the second screen have no sign that such a terminal lacks. */
static void plain_signs_everywhere(void **state) {
    struct room *room = *state;
    room->env[0] = "LC_ALL=C";
    struct terminal *terminal = scene_start(room);
    terminal_type(terminal, "\033[F");
    terminal_wait(terminal, "Borough Housing");
    assert_true(is_ascii(terminal));
    scene_open(terminal);
    scene_record(terminal);
    terminal_wait(terminal, "A1 recorded");
    static const struct {
        const char *keys, *shown;
    } STEPS[] = {
        {"2", "[2 Findings]"}, {"3", "[3 Challenges]"}, {"4", "[4 Agreements]"}, {"5", "[5 Agencies]"},
        {"6", "[6 Marker]"},   {"7", "[7 Time]"},       {"8", "[8 Log]"},        {"1", "AGENDA"},
        {"?", "Keys of"},      {"q", "AGENDA"},         {"c", "C2 challenge"},   {"x\033[B\033[B ", "CSC"},
    };
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        terminal_type(terminal, STEPS[i].keys);
        terminal_wait(terminal, STEPS[i].shown);
        terminal_settle(terminal);
        if (!is_ascii(terminal)) {
            terminal_print(terminal);
            fail_msg("more than ASCII after %s", STEPS[i].keys);
        }
    }
    const char *const argv[] = {NULL, "follow", SESSION, NULL};
    struct terminal *second = terminal_start(room, 24, 80, argv);
    terminal_wait(second, "of 10 min");
    terminal_wait(second, "Wer liest - ?????????");
    assert_true(is_ascii(second));
    terminal_type(second, "q");
    assert_int_equal(terminal_wait_end(second), 0);
    terminal_free(second);
    terminal_free(terminal);
    const char *const home[] = {NULL, NULL};
    terminal = terminal_start(room, 24, 80, home);
    terminal_wait(terminal, "[1 Home]");
    terminal_settle(terminal);
    assert_true(is_ascii(terminal));
    leaves(terminal);
    /* what is kept is what was typed */
    char *bytes = room_read(room, SESSION);
    assert_non_null(strstr(bytes, "Wer ließt – 誰が読む?"));
    free(bytes);
}

static void nothing_is_lost_at_any_size(void **state) {
    static const int SIZES[][2] = {{1, 1}, {12, 40}, {2, 500}, {200, 3}, {200, 500}, {11, 39}, {13, 41}, {24, 80}};
    static const struct {
        const char *keys, *shown, *back;
    } STATES[] = {
        {"ca long word of many", "a long word of many", "\033"},
        {"?", "Keys of the Meeting", "\033"},
        {":note half", ":note half", "\033"},
        {":close\r", "Close the meeting?", "\033"},
        {"q", "Adjourn to go on later", "\033"},
    };
    struct terminal *terminal = scene_running(*state);
    for (size_t i = 0; i < sizeof STATES / sizeof *STATES; i += step) {
        terminal_type(terminal, STATES[i].keys);
        for (size_t j = 0; j < sizeof SIZES / sizeof *SIZES; j++) {
            terminal_resize(terminal, SIZES[j][0], SIZES[j][1]);
        }
        terminal_wait(terminal, STATES[i].shown);
        terminal_pass(terminal, 600);
        terminal_type(terminal, STATES[i].back);
        if (i == 0 || i == 2) {
            terminal_wait(terminal, "Esc again");
            terminal_type(terminal, STATES[i].back);
        }
        terminal_wait(terminal, "c challenge");
    }
    scene_adjourn(terminal);
    terminal_free(terminal);
}

/* --- the mouse --- */

static void the_mouse_is_the_terminals_own(void **state) {
    struct terminal *terminal = scene_running(*state);
    assert_null(strstr(terminal->raw, "\033[?1000h"));
    /* a report that nobody asked for is no key */
    terminal_type(terminal, "n\033[<0;5;6Mab\033[<0;5;6mc");
    terminal_wait(terminal, "abc");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "N1 recorded: abc. Saved");
    terminal_type(terminal, ":mouse\r");
    terminal_wait(terminal, "The mouse selects and scrolls here");
    assert_non_null(strstr(terminal->raw, MOUSE_ON));
    terminal_type(terminal, ":mouse\r");
    terminal_wait(terminal, "The mouse is the terminal's own again");
    assert_non_null(strstr(terminal->raw, MOUSE_OFF));
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static struct terminal *with_mouse(struct room *room) {
    const char *const argv[] = {NULL, "run", "--mouse", AGENDA, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Enter open the meeting");
    scene_open(terminal);
    return terminal;
}

static void presses_and_the_wheel_arrive(void **state) {
    struct terminal *terminal = with_mouse(*state);
    assert_non_null(strstr(terminal->raw, MOUSE_ON));
    terminal_type(terminal, "\033[<0;10;6M\033[<0;10;6m"); /* the third item */
    wait_marked(terminal, 5, 0, 34);
    terminal_type(terminal, "\033[<65;10;6M\033[<65;10;6M\033[<64;10;6M"); /* two down, one up */
    wait_marked(terminal, 6, 0, 34);
    terminal_type(terminal, "\033[<2;10;4M\033[<2;10;4m\033[<35;10;4M"); /* the right button, and a mere move */
    terminal_type(terminal, "\033[<0;10;8M\033[<0;10;8m");
    wait_marked(terminal, 7, 0, 34);
    terminal_type(terminal, "\033[<0;10;");
    terminal_settle(terminal); /* torn in two by the line */
    terminal_type(terminal, "8M\033[<0;10;8m");
    terminal_wait(terminal, "All of I5");
    terminal_type(terminal, "\033");
    terminal_wait(terminal, "AGENDA");
    /* the old form, three bytes */
    terminal_type(terminal, "\033[M \x2a\x26");
    wait_marked(terminal, 5, 0, 34);
    scene_adjourn(terminal);
    size_t length = strlen(MOUSE_OFF);
    const char *off = strstr(terminal->raw, MOUSE_OFF);
    assert_non_null(off);
    assert_null(strstr(off + length, MOUSE_ON));
    terminal_free(terminal);
}

static bool taken_again(struct terminal *terminal, const void *about) {
    (void)about;
    const char *off = strstr(terminal->raw, MOUSE_OFF);
    return off != NULL && strstr(off, MOUSE_ON) != NULL;
}

static void the_editor_has_the_mouse_as_it_was(void **state) {
    struct room *room = *state;
    room->env[0] = "EDITOR=true";
    struct terminal *terminal = with_mouse(room);
    terminal_type(terminal, "nSome words\005");
    if (!terminal_reaches(terminal, taken_again, NULL)) {
        fail_msg("the mouse is not taken again");
    }
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "N1 recorded: Some words. Saved");
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void a_crash_gives_the_mouse_back(void **state) {
    struct room *room = *state;
    struct terminal *terminal = with_mouse(room);
    assert_int_equal(kill(terminal_holder(terminal, LOCK), SIGSEGV), 0);
    terminal_wait_end(terminal);
    assert_non_null(strstr(terminal->raw, MOUSE_OFF));
    terminal_free(terminal);
}

static void one_without_a_mouse_says_so(void **state) {
    struct room *room = *state;
    room->env[0] = "TERM=vt100";
    const char *const argv[] = {NULL, "run", "--mouse", AGENDA, NULL};
    struct terminal *terminal = terminal_start(room, 30, 80, argv);
    terminal_wait(terminal, "This terminal has no mouse");
    assert_null(strstr(terminal->raw, "\033[?1000h"));
    leaves(terminal);
}

int main(int argc, char **argv) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(every_kind_can_be_read),
        TEST(what_is_selected_has_a_sign),
        TEST(plain_signs_everywhere),
        TEST(nothing_is_lost_at_any_size),
        TEST(the_mouse_is_the_terminals_own),
        TEST(presses_and_the_wheel_arrive),
        TEST(the_editor_has_the_mouse_as_it_was),
        TEST(a_crash_gives_the_mouse_back),
        TEST(one_without_a_mouse_says_so),
    };
    build = argc > 1 ? argv[1] : "build/release";
    step = argc > 2 ? 4 : 1; /* where everything is slow */
    return cmocka_run_group_tests_name("terminals", tests, NULL, NULL);
}
