/* `candour follow`: the second screen. */
#include <stdlib.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/shell/commands.h"
#include "candour/shell/crash.h"
#include "candour/shell/follow.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/loop.h"
#include "candour/shell/signals.h"
#include "candour/term/term.h"

/* How often the session is looked at: `b` must be obeyed at once, and a look costs some ten system calls. */
enum { LOOK_MS = 250 };

struct second_screen {
    struct follow follow;
    struct follower *follower;
    struct clock clock;
    int64_t ahead;  /* that `clock` was set by */
    instant looked; /* 0: not yet */
};

/* It goes by the meeting's clock, as far as that is told. */
static void set_clock(struct second_screen *second) {
    if (second->ahead != second->follow.ahead || second->looked == 0) {
        clock_set_ahead(&second->clock, second->follow.ahead);
        second->ahead = second->follow.ahead;
    }
}

static void look(struct second_screen *second) {
    follow_look(&second->follow, clock_now(&second->clock));
    set_clock(second);
    second->looked = clock_now(&second->clock).at;
    follower_hear(second->follower, &second->follow.news, second->looked);
}

/* A clock that was put back does not keep it from looking. */
static bool due(const struct second_screen *second, instant now) {
    return now - second->looked >= LOOK_MS || now < second->looked;
}

static void update(void *self, const struct msg *msg, struct effects *effects) {
    struct second_screen *second = self;
    if (due(second, msg->now.at)) {
        look(second);
    }
    follower_update(second->follower, msg, effects);
}

static void view(const void *self, struct stamp now, struct canvas *canvas) {
    const struct second_screen *second = self;
    follower_view(second->follower, now, canvas);
}

static instant next_change(const void *self, instant now) {
    const struct second_screen *second = self;
    instant next = follower_next_change(second->follower, now);
    instant next_look = due(second, now) ? now : second->looked + LOOK_MS;
    return next < next_look ? next : next_look;
}

static const struct loop_face FACE = {.update = update, .view = view, .next_change = next_change};

static enum exit_status on_terminal(struct second_screen *second, const struct given *given) {
    const char *no_colour = getenv("NO_COLOR");
    const char *note = NULL;
    struct buffer last = {0};
    signals_begin();
    crash_begin();
    const char *why = term_open(no_colour == NULL || *no_colour == '\0', &note);
    if (why != NULL) {
        say_error("%s", why);
        return EXIT_SYSTEM;
    }
    struct follower_setup setup = {.ascii = given->has[OPTION_ASCII] || term_ascii()};
    term_size(&setup.rows, &setup.columns);
    second->follower = follower_new(&setup);
    struct loop loop = {.face = &FACE, .shown = second, .clock = &second->clock, .ascii = setup.ascii};
    int signal = loop_run(&loop, &last);
    term_close();
    follower_free(second->follower);
    buffer_free(&last);
    if (note != NULL) {
        say_error("%s", note);
    }
    return signal == 0 ? EXIT_DONE : (enum exit_status)((int)EXIT_BY_SIGNAL + signal);
}

static enum exit_status with_guard(const struct given *given, struct arena *arena) {
    struct guard_list guard;
    const char *why = guard_list_read(given->value[OPTION_GUARD], arena, &guard);
    if (why != NULL) {
        say_error("%s", why);
        return EXIT_SYSTEM;
    }
    if (guard.notice != NULL) {
        say_error("%s", guard.notice);
    }
    struct second_screen second = {.clock = clock_begin()};
    struct audience audience = {
        .public_only = given->has[OPTION_PUBLIC], .guard = guard.words, .guard_count = guard.count};
    enum exit_status status = follow_begin(&second.follow, given->operands[0], &audience, clock_now(&second.clock));
    if (status == EXIT_DONE) {
        status = on_terminal(&second, given);
    }
    follow_end(&second.follow);
    return status;
}

enum exit_status command_follow(const struct given *given) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        say_error("follow needs a terminal: standard %s is not one", isatty(STDIN_FILENO) ? "output" : "input");
        return EXIT_SYSTEM;
    }
    struct arena *arena = arena_new();
    enum exit_status status = with_guard(given, arena);
    arena_free(arena);
    return status;
}
