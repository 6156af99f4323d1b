/* The terminal in the hands of the real program: taken, given back as it was, resized, stopped, of any kind. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>

#include <cmocka.h>

#include "scene.h"

static const char *build;

static int begin(void **state) {
    *state = scene_room(build);
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

/* The settings of the line as stty prints them, before and after the program. */
static struct terminal *between_stty(struct room *room) {
    static const char *const argv[] = {
        "sh", "-c", "stty -a >before; \"$CANDOUR\" run " AGENDA "; echo status $? >status; stty -a >after", NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Enter open the meeting");
    assert_true(terminal->alternate);
    return terminal;
}

static void is_sane_again(struct terminal *terminal, const char *status) {
    terminal_wait_end(terminal);
    char *before = room_read(terminal->room, "before");
    char *after = room_read(terminal->room, "after");
    char *said = room_read(terminal->room, "status");
    assert_non_null(before);
    assert_true(strstr(before, "icanon") != NULL);
    assert_string_equal(before, after);
    assert_string_equal(said, status);
    assert_false(terminal->alternate);
    assert_true(terminal->cursor_shown);
    assert_non_null(strstr(terminal->raw, "\033[?2004h"));
    assert_non_null(strstr(strstr(terminal->raw, "\033[?2004h"), "\033[?2004l"));
    free(before);
    free(after);
    free(said);
}

static void the_line_is_given_back(void **state) {
    struct terminal *terminal = between_stty(*state);
    scene_open(terminal);
    terminal_type(terminal, "q");
    terminal_wait(terminal, "Leave?");
    terminal->room->clock->added += 600;
    terminal_type(terminal, "a");
    is_sane_again(terminal, "status 0\n");
    assert_true(terminal_shows(terminal, "Kept in " SESSION));
    terminal_free(terminal);
}

static void the_line_is_given_back_after_a_crash(void **state) {
    static const int FATAL[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
    struct room *room = *state;
    for (size_t i = 0; i < sizeof FATAL / sizeof *FATAL; i++) {
        struct terminal *terminal = between_stty(room);
        scene_open(terminal);
        char lock[80];
        char path[40];
        snprintf(path, sizeof path, i == 0 ? "2016-11-22-HMB-02.yaml" : "2016-11-22-HMB-02-%zu.yaml", i + 1);
        snprintf(lock, sizeof lock, "sessions/.%s.lock", path);
        assert_int_equal(kill(terminal_holder(terminal, lock), FATAL[i]), 0);
        char status[32];
        snprintf(status, sizeof status, "status %d\n", 128 + FATAL[i]);
        is_sane_again(terminal, status);
        assert_true(terminal_shows(terminal, "a fault in the program"));
        assert_true(terminal_shows(terminal, path));
        terminal_free(terminal);
        /* so that the next one is not offered to go on with it */
        char from[2 * ROOM_PATH];
        snprintf(from, sizeof from, "cd '%s' && sed -i 's/^  title: .*HMB-02.$/  title: another/' sessions/%s",
                 room->folder, path);
        assert_int_equal(system(from), 0);
    }
}

static void it_follows_the_size_of_the_window(void **state) {
    struct terminal *terminal = scene_running(*state);
    terminal_resize(terminal, 12, 40);
    terminal_wait(terminal, "█▀█");
    assert_true(terminal_shows(terminal, "I1"));
    terminal_resize(terminal, 5, 20);
    terminal_wait(terminal, "40x12 needed");
    terminal_resize(terminal, 1, 1);
    terminal_settle(terminal);
    terminal_resize(terminal, 60, 200);
    terminal_wait(terminal, "Space pause");
    assert_true(strstr(terminal_row(terminal, 59), "? help") != NULL);
    for (int i = 0; i < 20; i++) {
        terminal_resize(terminal, 24, i % 2 == 0 ? 81 : 80);
        terminal_resize(terminal, 24, 80);
    }
    terminal_wait(terminal, "0 agreements");
    assert_true(strstr(terminal_row(terminal, 23), "? help") != NULL);
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static bool cooked(const struct terminal *terminal) {
    struct termios now;
    return tcgetattr(terminal->slave, &now) == 0 && (now.c_lflag & ICANON) != 0 && (now.c_lflag & ECHO) != 0;
}

static void control_z_lends_the_terminal(void **state) {
    static const char *const argv[] = {"sh", "-c",
                                       "set -m; \"$CANDOUR\" run " AGENDA
                                       "; echo stopped $?; read line; fg >/dev/null; echo ended $?; read line",
                                       NULL};
    struct room *room = *state;
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Enter open the meeting");
    scene_open(terminal);
    terminal_type(terminal, "\x1a");
    terminal_wait_raw(terminal, "stopped 148"); /* 128 and SIGTSTP */
    terminal_settle(terminal);
    assert_false(terminal->alternate);
    assert_true(cooked(terminal));
    terminal_resize(terminal, 30, 100);
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "0 agreements");
    assert_true(terminal->alternate);
    assert_true(strstr(terminal_row(terminal, 29), "? help") != NULL); /* resized meanwhile */
    terminal_type(terminal, "nAfter the stop\r");
    terminal_wait(terminal, "N1 recorded");
    terminal_type(terminal, "q");
    terminal_wait(terminal, "Leave?");
    room->clock->added += 600;
    terminal_type(terminal, "a");
    terminal_wait(terminal, "ended 0");
    assert_true(cooked(terminal));
    terminal_free(terminal);
}

static void unknown_sequences_are_not_typed(void **state) {
    struct terminal *terminal = scene_running(*state);
    terminal_type(terminal, "nab\033[99;99~c\033[97;5ud\033[Ie\033Oxf\xff\xfeg\xc2\x85h");
    terminal_wait(terminal, "abcdefgh");
    terminal_type(terminal, "\xe8\xaa"); /* a character in two pieces, as a slow line brings it */
    terminal_settle(terminal);
    terminal_type(terminal, "\xb0!");
    terminal_wait(terminal, "abcdefgh誰!");
    terminal_type(terminal, "\x13");
    terminal_wait_in_file(terminal, SESSION, "text: abcdefgh誰!");
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void arrows_move_in_every_dress(void **state) {
    struct terminal *terminal = scene_running(*state);
    /* back over "c" and "d" in both modes of the keypad, a word back, Home, End, Delete */
    terminal_type(terminal, "ncd\033[D\033OD");
    terminal_type(terminal, "ab\033[F e\033[1;5DX\033[HY\033[3~\033OF\x7f!");
    terminal_wait(terminal, "Ybcd X!");
    terminal_type(terminal, "\x13");
    terminal_wait(terminal, "N1 recorded");
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void a_paste_is_text_and_never_keys(void **state) {
    struct terminal *terminal = scene_running(*state);
    terminal_type(terminal, "\033[200~q]]\r\033[201~");
    terminal_wait(terminal, "nothing was done");
    terminal_type(terminal, "n\033[200~first line\r\nsecond line\n\033[201~");
    terminal_wait(terminal, "first line");
    terminal_type(terminal, "\x13");
    terminal_wait(terminal, "N1 recorded");
    char *bytes = room_read(terminal->room, SESSION);
    assert_non_null(strstr(bytes, "first line\n"));
    assert_null(strstr(bytes, "do: adjourn"));
    assert_null(strstr(bytes, "item: I2"));
    free(bytes);
    scene_adjourn(terminal);
    terminal_free(terminal);
}

/* All of it or nothing, however the line cuts it in pieces. */
static void a_paste_too_long_leaves_nothing(void **state) {
    struct terminal *terminal = scene_running(*state);
    char *most = malloc(70001);
    assert_non_null(most);
    memset(most, 'x', 70000);
    most[70000] = '\0';
    terminal_type(terminal, "nkept \033[200~");
    terminal_type(terminal, most);
    terminal_type(terminal, "\033[201~words");
    free(most);
    terminal_wait(terminal, "kept words");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "N1 recorded: kept words. Saved");
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static bool coloured(struct terminal *terminal) {
    for (int row = 0; row < terminal->rows; row++) {
        for (int column = 0; column < terminal->columns; column++) {
            VTermScreenCell cell;
            vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = column}, &cell);
            if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)) {
                return true;
            }
        }
    }
    return false;
}

static void no_color_means_none(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    assert_true(coloured(terminal));
    scene_adjourn(terminal);
    terminal_free(terminal);
    room->env[0] = "NO_COLOR=1";
    const char *const argv[] = {NULL, "run", SESSION, NULL};
    terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Enter go on");
    assert_false(coloured(terminal));
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "The meeting goes on");
    assert_false(coloured(terminal));
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void any_terminal_will_do(void **state) {
    static const struct {
        const char *term, *said;
    } KINDS[] = {
        {"TERM=vt100", NULL},
        {"TERM=linux", NULL},
        {"TERM=screen", NULL},
        {"TERM=tmux-256color", NULL},
        {"TERM=no-such-terminal", "'no-such-terminal' is not known here and is treated as xterm-256color"},
        {"TERM=screen.no-such-one", "'screen.no-such-one' is not known here and is treated as screen"},
        {"TERM=linux-no-such", "'linux-no-such' is not known here and is treated as linux"},
        {"TERM=xterm-no-such", "'xterm-no-such' is not known here and is treated as xterm-256color"},
        {"TERM=", "names no type and is treated as xterm-256color"},
    };
    struct room *room = *state;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        room->env[0] = KINDS[i].term;
        const char *const argv[] = {NULL, "run", AGENDA, NULL};
        struct terminal *terminal = terminal_start(room, 24, 120, argv);
        terminal_wait(terminal, "Enter open the meeting");
        assert_true(terminal_shows(terminal, "F2     Fathers and new partners stay out of sight"));
        if (KINDS[i].said != NULL) {
            assert_true(terminal_shows(terminal, KINDS[i].said));
        }
        terminal_type(terminal, "q");
        assert_int_equal(WEXITSTATUS(terminal_wait_end(terminal)), 0);
        terminal_free(terminal);
    }
}

static void a_dumb_terminal_is_refused(void **state) {
    struct room *room = *state;
    room->env[0] = "TERM=dumb";
    const char *const argv[] = {NULL, "run", AGENDA, NULL};
    struct terminal *terminal = terminal_start(room, 24, 200, argv);
    assert_int_equal(terminal_wait_end(terminal), 3 << 8);
    assert_true(terminal_shows(terminal, "cannot place text on a screen"));
    assert_true(terminal_shows(terminal, "--plain"));
    assert_false(room_has(room, "sessions/*"));
    terminal_free(terminal);
}

static void a_pipe_is_no_terminal(void **state) {
    static const char *const argv[] = {
        "sh", "-c", "\"$CANDOUR\" run " AGENDA " </dev/null; echo in $?; \"$CANDOUR\" run " AGENDA " | cat; exit 0",
        NULL};
    struct terminal *terminal = terminal_start(*state, 24, 200, argv);
    terminal_wait_end(terminal);
    assert_true(terminal_shows(terminal, "standard input is not one"));
    assert_true(terminal_shows(terminal, "in 3"));
    assert_true(terminal_shows(terminal, "standard output is not one"));
    terminal_free(terminal);
}

static void a_poor_locale_still_shows_words(void **state) {
    static const char *const LOCALES[] = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=xx_YY.ISO-8859-1"};
    struct room *room = *state;
    for (size_t i = 0; i < sizeof LOCALES / sizeof *LOCALES; i++) {
        room->env[0] = LOCALES[i];
        struct terminal *terminal = scene_start(room);
        assert_true(terminal_shows(terminal, "-----"));
        assert_true(terminal_shows(terminal, "Serious Case Review HMB-02, Child T"));
        assert_false(terminal_shows(terminal, "─"));
        terminal_type(terminal, "q");
        assert_int_equal(WEXITSTATUS(terminal_wait_end(terminal)), 0);
        terminal_free(terminal);
    }
}

static void ascii_is_ascii(void **state) {
    struct room *room = *state;
    const char *const argv[] = {NULL, "run", "--ascii", AGENDA, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Enter open the meeting");
    scene_open(terminal);
    for (int row = 0; row < 24; row++) {
        for (const char *c = terminal_row(terminal, row); *c != '\0'; c++) {
            assert_true(*c >= ' ' && *c <= '~');
        }
    }
    scene_adjourn(terminal);
    terminal_free(terminal);
}

/* What a person types wrongly at the prompt. */
static void words_at_the_prompt_have_their_status(void **state) {
    static const struct {
        const char *words, *said;
        int status;
    } TYPED[] = {
        {"--nothing", "home has no option '--nothing'", 2},
        {"</dev/null", "agenda        2016-11-22  HSCB HMB-02  Extraordinary Board", 0},
        {"--version", "candour " CANDOUR_VERSION, 0},
        {"--help", "candour check FILE ...", 0},
        {"help", "candour check FILE ...", 0},
        {"help nothing", "there is no help on 'nothing'", 2},
        {"chekc x", "did you mean 'check'?", 2},
        {AGENDA, "did you mean 'candour run " AGENDA "'?", 2},
        {"run", "run needs a file", 2},
        {"run missing.yaml", "missing.yaml: No such file or directory", 3},
        {"run broken.yaml", "broken.yaml:8:3: error:", 1},
        {"check broken.yaml", "broken.yaml:8:3: error:", 1},
        {"check " AGENDA, AGENDA ": no problems: an agenda, 9 items, 150 minutes", 0},
        {"check missing.yaml " AGENDA, AGENDA ": no problems", 3},
        {"run " AGENDA " --guard missing.txt", "missing.txt: No such file or directory", 3},
    };
    struct room *room = *state;
    room_copy(room, "tests/cases/broken.agenda.yaml", "broken.yaml");
    for (size_t i = 0; i < sizeof TYPED / sizeof *TYPED; i++) {
        char command[128];
        snprintf(command, sizeof command, "\"$CANDOUR\" %s", TYPED[i].words);
        const char *const argv[] = {"sh", "-c", command, NULL};
        struct terminal *terminal = terminal_start(room, 60, 200, argv);
        assert_int_equal(terminal_wait_end(terminal), TYPED[i].status << 8);
        if (!terminal_shows(terminal, TYPED[i].said)) {
            terminal_print(terminal);
            fail_msg("candour %s does not say: %s", TYPED[i].words, TYPED[i].said);
        }
        terminal_free(terminal);
    }
    assert_false(room_has(room, "sessions"));
}

int main(int argc, char **argv) {
    build = argc > 1 ? argv[1] : "build/release";
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(the_line_is_given_back),
        TEST(the_line_is_given_back_after_a_crash),
        TEST(it_follows_the_size_of_the_window),
        TEST(control_z_lends_the_terminal),
        TEST(unknown_sequences_are_not_typed),
        TEST(arrows_move_in_every_dress),
        TEST(a_paste_is_text_and_never_keys),
        TEST(a_paste_too_long_leaves_nothing),
        TEST(no_color_means_none),
        TEST(any_terminal_will_do),
        TEST(a_dumb_terminal_is_refused),
        TEST(a_pipe_is_no_terminal),
        TEST(a_poor_locale_still_shows_words),
        TEST(ascii_is_ascii),
        TEST(words_at_the_prompt_have_their_status),
    };
    return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
