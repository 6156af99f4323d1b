#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { SETTLE_MS = 30, STEP_MS = 20 };

/* --- the terminal --- */

static void must(bool good, const char *what) {
    if (!good) {
        fail_msg("%s: %s", what, strerror(errno));
    }
}

static int on_property(VTermProp prop, VTermValue *value, void *user) {
    struct terminal *terminal = user;
    if (prop == VTERM_PROP_ALTSCREEN) {
        terminal->alternate = value->boolean != 0;
    }
    if (prop == VTERM_PROP_CURSORVISIBLE) {
        terminal->cursor_shown = value->boolean != 0;
    }
    return 1;
}

static int on_cursor(VTermPos to, VTermPos from, int visible, void *user) {
    struct terminal *terminal = user;
    (void)from;
    (void)visible;
    terminal->cursor = to;
    return 1;
}

static const VTermScreenCallbacks CALLBACKS = {.movecursor = on_cursor, .settermprop = on_property};

static void on_answer(const char *bytes, size_t length, void *user) {
    struct terminal *terminal = user;
    ssize_t written = write(terminal->fd, bytes, length);
    (void)written;
}

static void begin_screen(struct terminal *terminal) {
    terminal->vt = vterm_new(terminal->rows, terminal->columns);
    vterm_set_utf8(terminal->vt, 1);
    vterm_output_set_callback(terminal->vt, on_answer, terminal);
    terminal->screen = vterm_obtain_screen(terminal->vt);
    vterm_screen_enable_altscreen(terminal->screen, 1);
    vterm_screen_set_callbacks(terminal->screen, &CALLBACKS, terminal);
    vterm_screen_reset(terminal->screen, 1);
    terminal->cursor_shown = true;
}

/* In the first free place, or out of the place it has. */
static void change_place(struct room *room, const struct terminal *from, struct terminal *to) {
    for (size_t i = 0; i < TERMINALS_MOST; i++) {
        if (room->terminals[i] == from) {
            room->terminals[i] = to;
            return;
        }
    }
}

static void set_environment(const struct room *room) {
    static const char *const UNSET[] = {"LINES",  "COLUMNS", "NO_COLOR", "XDG_CONFIG_HOME",
                                        "VISUAL", "EDITOR",  "LC_ALL"};
    char clock[ROOM_PATH + 16];
    for (size_t i = 0; i < sizeof UNSET / sizeof *UNSET; i++) {
        unsetenv(UNSET[i]);
    }
    snprintf(clock, sizeof clock, "%s/.clock", room->folder);
    setenv("TERM", "xterm-256color", 1);
    setenv("LANG", "C.UTF-8", 1);
    setenv("TZ", "UTC0", 1);
    setenv("HOME", room->folder, 1);
    setenv("CANDOUR_CLOCK", clock, 1);
    setenv("CANDOUR", room->program, 1);
    setenv("LD_PRELOAD", room->shim, 1);
    const char *asan = getenv("ASAN_OPTIONS");
    char options[256];
    snprintf(options, sizeof options, "%s:verify_asan_link_order=0", asan == NULL ? "" : asan);
    setenv("ASAN_OPTIONS", options, 1);
    for (size_t i = 0; i < ENV_MOST && room->env[i] != NULL; i++) {
        char *pair = strdup(room->env[i]);
        char *value = strchr(pair, '=');
        *value = '\0';
        setenv(pair, value + 1, 1);
    }
}

static void become(const struct room *room, const char *const argv[]) {
    /* a suite that was itself started in the background has signals ignored; the program is to begin as from a shell */
    for (int signo = 1; signo < NSIG; signo++) {
        signal(signo, SIG_DFL);
    }
    char *words[32] = {0};
    for (size_t i = 0; i < 31 && (i == 0 || argv[i] != NULL); i++) {
        words[i] = strdup(argv[i] == NULL ? room->program : argv[i]);
    }
    if (chdir(room->folder) == 0) {
        set_environment(room);
        execvp(words[0], words);
    }
    _exit(126);
}

struct terminal *terminal_start(struct room *room, int rows, int columns, const char *const argv[]) {
    struct terminal *terminal = calloc(1, sizeof *terminal);
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    char name[256];
    *terminal = (struct terminal){.room = room, .rows = rows, .columns = columns};
    terminal->pid = forkpty(&terminal->fd, name, NULL, &size);
    must(terminal->pid >= 0, "forkpty");
    if (terminal->pid == 0) {
        become(room, argv);
    }
    fcntl(terminal->fd, F_SETFD, FD_CLOEXEC);
    terminal->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    begin_screen(terminal);
    change_place(room, NULL, terminal);
    return terminal;
}

static void close_line(struct terminal *terminal) {
    if (terminal->slave >= 0) {
        close(terminal->slave);
    }
    if (terminal->fd >= 0) {
        close(terminal->fd);
    }
    terminal->slave = terminal->fd = -1;
}

void terminal_free(struct terminal *terminal) {
    change_place(terminal->room, terminal, NULL);
    if (!terminal->ended) {
        kill(terminal->pid, SIGKILL);
        waitpid(terminal->pid, NULL, 0);
    }
    close_line(terminal);
    vterm_free(terminal->vt);
    free(terminal->raw);
    free(terminal);
}

/* True when something came within MS. */
static bool pump(struct terminal *terminal, int ms) {
    char bytes[4096];
    struct pollfd in = {.fd = terminal->fd, .events = POLLIN};
    if (terminal->fd < 0 || poll(&in, 1, ms) <= 0) {
        return false;
    }
    ssize_t got = read(terminal->fd, bytes, sizeof bytes);
    if (got <= 0) {
        return false;
    }
    terminal->raw = realloc(terminal->raw, terminal->raw_length + (size_t)got + 1);
    memcpy(terminal->raw + terminal->raw_length, bytes, (size_t)got);
    terminal->raw_length += (size_t)got;
    terminal->raw[terminal->raw_length] = '\0';
    vterm_input_write(terminal->vt, bytes, (size_t)got);
    return true;
}

void terminal_settle(struct terminal *terminal) {
    while (pump(terminal, SETTLE_MS)) {
    }
}

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void look_for_end(struct terminal *terminal) {
    if (!terminal->ended && waitpid(terminal->pid, &terminal->status, WNOHANG) == terminal->pid) {
        terminal->ended = true;
    }
}

/* --- what is on the screen --- */

static size_t put_code(char *out, uint32_t code) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char LEAD[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3f));
        code >>= 6;
    }
    out[0] = (char)(LEAD[length] | code);
    return length;
}

const char *terminal_row(struct terminal *terminal, int row) {
    static char text[8192];
    size_t length = 0;
    for (int column = 0; column < terminal->columns && length < sizeof text - 64;) {
        VTermScreenCell cell;
        vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = column}, &cell);
        if (cell.chars[0] == 0) {
            text[length++] = ' ';
        }
        for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++) {
            length += put_code(text + length, cell.chars[i]);
        }
        column += cell.width > 0 ? cell.width : 1;
    }
    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    text[length] = '\0';
    return text;
}

bool terminal_shows(struct terminal *terminal, const char *text) {
    for (int row = 0; row < terminal->rows; row++) {
        if (strstr(terminal_row(terminal, row), text) != NULL) {
            return true;
        }
    }
    return false;
}

void terminal_print(struct terminal *terminal) {
    for (int row = 0; row < terminal->rows; row++) {
        print_message("|%s\n", terminal_row(terminal, row));
    }
}

/* --- waiting --- */

bool terminal_reaches(struct terminal *terminal, terminal_state *state, const void *about) {
    int64_t limit = now_ms() + WAIT_MS;
    while (!state(terminal, about)) {
        if (now_ms() > limit) {
            return false;
        }
        pump(terminal, STEP_MS);
    }
    return true;
}

static void wait_until(struct terminal *terminal, terminal_state *state, const void *about, const char *what) {
    if (!terminal_reaches(terminal, state, about)) {
        terminal_print(terminal);
        fail_msg("waited in vain for: %s", what);
    }
}

static bool is_shown(struct terminal *terminal, const void *text) {
    return terminal_shows(terminal, text);
}

static bool is_not_shown(struct terminal *terminal, const void *text) {
    return !terminal_shows(terminal, text);
}

static bool came(struct terminal *terminal, const void *bytes) {
    return terminal->raw != NULL && strstr(terminal->raw, bytes) != NULL;
}

struct in_file {
    const char *pattern, *text;
    bool there;
};

static bool file_stands(struct terminal *terminal, const void *about) {
    const struct in_file *in = about;
    return room_has(terminal->room, in->pattern) == in->there;
}

static bool file_holds(struct terminal *terminal, const void *about) {
    const struct in_file *in = about;
    char *bytes = room_read(terminal->room, in->pattern);
    bool holds = bytes != NULL && strstr(bytes, in->text) != NULL;
    free(bytes);
    return holds;
}

static bool has_ended(struct terminal *terminal, const void *about) {
    (void)about;
    look_for_end(terminal);
    return terminal->ended;
}

void terminal_wait(struct terminal *terminal, const char *text) {
    wait_until(terminal, is_shown, text, text);
    terminal_settle(terminal);
}

void terminal_wait_not(struct terminal *terminal, const char *text) {
    wait_until(terminal, is_not_shown, text, text);
    terminal_settle(terminal);
}

void terminal_wait_raw(struct terminal *terminal, const char *bytes) {
    wait_until(terminal, came, bytes, bytes);
}

void terminal_wait_file(struct terminal *terminal, const char *pattern, bool there) {
    struct in_file in = {.pattern = pattern, .there = there};
    wait_until(terminal, file_stands, &in, pattern);
}

void terminal_wait_in_file(struct terminal *terminal, const char *pattern, const char *text) {
    struct in_file in = {.pattern = pattern, .text = text};
    wait_until(terminal, file_holds, &in, text);
}

int terminal_wait_end(struct terminal *terminal) {
    wait_until(terminal, has_ended, NULL, "the end of the program");
    terminal_settle(terminal);
    return terminal->status;
}

void terminal_ends(struct terminal *terminal, int expected) {
    int status = terminal_wait_end(terminal);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), expected);
}

static bool has_stopped(struct terminal *terminal, const void *about) {
    (void)about;
    int status = 0;
    return waitpid(terminal->pid, &status, WNOHANG | WUNTRACED) == terminal->pid && WIFSTOPPED(status);
}

void terminal_wait_stopped(struct terminal *terminal) {
    wait_until(terminal, has_stopped, NULL, "a stop");
}

/* --- acting --- */

void terminal_type(struct terminal *terminal, const char *bytes) {
    size_t length = strlen(bytes);
    while (length > 0) {
        ssize_t written = write(terminal->fd, bytes, length);
        must(written > 0, "typing");
        bytes += written;
        length -= (size_t)written;
        pump(terminal, 0);
    }
}

void terminal_resize(struct terminal *terminal, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    terminal->rows = rows;
    terminal->columns = columns;
    vterm_set_size(terminal->vt, rows, columns);
    must(ioctl(terminal->fd, TIOCSWINSZ, &size) == 0, "resize");
}

void terminal_hang_up(struct terminal *terminal) {
    close_line(terminal);
}

void terminal_signal(struct terminal *terminal, int signal) {
    must(kill(terminal->pid, signal) == 0, "kill");
}

pid_t terminal_holder(struct terminal *terminal, const char *lock) {
    terminal_wait_file(terminal, lock, true);
    char *bytes = room_read(terminal->room, lock);
    long pid = bytes == NULL ? 0 : strtol(bytes, NULL, 10);
    free(bytes);
    assert_true(pid > 1);
    return (pid_t)pid;
}

void terminal_pass(struct terminal *terminal, int64_t ms) {
    terminal->room->clock->added += ms;
    terminal_signal(terminal, SIGCONT);
}
