#include "candour/term/term.h"

#define key_name curses_key_name /* the name is ui's */
#include <curses.h>
#undef key_name
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "charset.h"
#include "entry.h"
#include "keys.h"
#include "paint.h"

/* Curses keeps one terminal itself; a handler of a crash must find it too. */
static struct {
    bool open, lent;
    SCREEN *screen;
    struct termios before;
    bool before_known;
    const char *paste_on, *paste_off; /* of terminfo; NULL: the terminal has no bracketed paste */
    bool mouse;                       /* it is ours */
    struct keys keys;
    struct paint paint;
    char note[160];
} here;

static const char RESCUE[] = "\033[?2004l\033[?1006l\033[?1000l\033[r\033[m\033(B\033[?25h\033[?1049l\033[?1l\033>";

bool term_ascii(void) {
    return !charset_is_utf8();
}

bool term_is_open(void) {
    return here.open;
}

static const char *begin_screen(void) {
    const char *why = NULL;
    /* A shell's LINES and COLUMNS do not follow a resize; use_env(FALSE) stops curses from following one too. */
    unsetenv("LINES");
    unsetenv("COLUMNS");
    set_escdelay(25);
    here.screen = entry_take(here.note, sizeof here.note, &why);
    return why;
}

const char *term_open(bool colours, const char **note) {
    *note = NULL;
    if (here.open) {
        return NULL;
    }
    if (!isatty(STDIN_FILENO)) {
        return "standard input is not a terminal";
    }
    if (!isatty(STDOUT_FILENO)) {
        return "standard output is not a terminal";
    }
    here.note[0] = '\0';
    here.before_known = tcgetattr(STDIN_FILENO, &here.before) == 0;
    const char *why = begin_screen();
    if (why != NULL) {
        return why;
    }
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    nodelay(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    typeahead(-1); /* a frame is sent whole, whatever is typed meanwhile: the keys are drained before the next */
    keys_teach();
    paint_begin(&here.paint, colours, term_ascii());
    here.paste_on = entry_string("BE");
    here.paste_off = entry_string("BD");
    entry_put(here.paste_on);
    here.open = true;
    *note = here.note[0] == '\0' ? NULL : here.note;
    return NULL;
}

/* What curses does not know of. */
static void give_back(void) {
    entry_put(here.mouse ? MOUSE_OFF : NULL);
    entry_put(here.paste_off);
}

bool term_mouse(bool on) {
    if (!here.open || entry_string("kmous") == NULL) {
        return false;
    }
    here.mouse = on;
    entry_put(on ? MOUSE_ON : MOUSE_OFF);
    return true;
}

bool term_mouse_is_on(void) {
    return here.mouse;
}

void term_close(void) {
    if (!here.open) {
        return;
    }
    here.open = false;
    give_back();
    here.mouse = false;
    curs_set(1);
    endwin();
    delscreen(here.screen);
    here.screen = NULL;
    keys_end(&here.keys);
    paint_end(&here.paint);
    if (here.before_known) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &here.before); /* what was typed ahead is not for the shell */
    }
}

void term_size(int *rows, int *columns) {
    *rows = here.open ? LINES : 24;
    *columns = here.open ? COLS : 80;
}

static bool gone(void) {
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&in, 1, 0) > 0 && (in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

enum term_input term_read(struct typed *out) {
    if (!here.open) {
        return TERM_NOTHING;
    }
    enum term_input input = keys_read(&here.keys, out);
    if (input == TERM_RESIZED) {
        here.paint.all = true;
    }
    return input == TERM_NOTHING && gone() ? TERM_GONE : input;
}

void term_show(const struct canvas *canvas) {
    if (here.open) {
        paint_show(&here.paint, canvas);
    }
}

void term_repaint(void) {
    if (here.open) {
        here.paint.all = true;
        here.paint.cursor = -1;
        clearok(curscr, TRUE);
    }
}

void term_bell(void) {
    if (here.open) {
        beep();
    }
}

void term_lend(void) {
    if (!here.open || here.lent) {
        return;
    }
    here.lent = true;
    give_back();
    curs_set(1);
    def_prog_mode();
    endwin();
}

void term_take(void) {
    if (!here.open) {
        return;
    }
    here.lent = false;
    struct winsize size = {0};
    reset_prog_mode();
    if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
        (size.ws_row != LINES || size.ws_col != COLS)) {
        resizeterm(size.ws_row, size.ws_col);
    }
    entry_put(here.paste_on);
    entry_put(here.mouse ? MOUSE_ON : NULL);
    term_repaint();
}

bool term_lent(void) {
    return here.lent;
}

void term_rescue(void) {
    if (!here.open) {
        return;
    }
    here.open = false;
    ssize_t written = write(STDOUT_FILENO, RESCUE, sizeof RESCUE - 1);
    (void)written;
    if (here.before_known) {
        tcsetattr(STDIN_FILENO, TCSANOW, &here.before);
    }
}
