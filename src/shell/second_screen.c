/* `candour follow`: the second screen. */
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/shell/commands.h"
#include "candour/shell/crash.h"
#include "candour/shell/follow.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/lines.h"
#include "candour/shell/loop.h"
#include "candour/shell/probe.h"
#include "candour/shell/signals.h"
#include "candour/shell/stage.h"
#include "candour/term/term.h"
#include "candour/ui/plain.h"

enum {
    LOOK_MS = 250,   /* how often the session is looked at: `b` must be obeyed at once, and a look costs little */
    SILENT_MS = 1500 /* without an answer from its folder, before that is said */
};

struct second_screen {
    struct follow follow;
    struct follower *follower;
    struct probe probe;
    struct clock clock;
    int64_t ahead;  /* that `clock` was set by */
    instant looked; /* 0: not yet */
    instant asked;  /* the probe, and it has not answered yet; 0: it was not */
    bool answered;  /* it has, and nobody has looked since */
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
    second->asked = 0;
    second->answered = false;
    follower_hear(second->follower, &second->follow.news, second->looked);
}

static bool silent(const struct second_screen *second, instant now) {
    return second->asked != 0 && now - second->asked >= SILENT_MS;
}

static void hear_silence(struct second_screen *second, instant now) {
    struct follower_news news = second->follow.news;
    news.signal = SIGNAL_SILENT;
    news.told = TOLD_NOTHING;
    follower_hear(second->follower, &news, now);
}

/* A clock that was put back does not keep it from looking. */
static bool due(const struct second_screen *second, instant now) {
    return now - second->looked >= LOOK_MS || now < second->looked;
}

/* Asks before it looks: what a folder that has gone would keep waiting is the probe. */
static void go_on(struct second_screen *second, instant now) {
    if (second->answered) {
        look(second);
    } else if (second->asked == 0 && due(second, now)) {
        second->asked = now;
        if (!probe_ask(&second->probe)) {
            look(second);
        }
    } else if (silent(second, now)) {
        hear_silence(second, now);
    }
}

static void update(void *self, const struct msg *msg, struct effects *effects) {
    struct second_screen *second = self;
    go_on(second, msg->now.at);
    follower_update(second->follower, msg, effects);
}

static bool take_answer(void *self, struct msg *out) {
    struct second_screen *second = self;
    bool came = probe_answered(&second->probe);
    second->answered = second->answered || came;
    *out = (struct msg){.type = MSG_TIME};
    return came;
}

static void view(const void *self, struct stamp now, struct canvas *canvas) {
    const struct second_screen *second = self;
    follower_view(second->follower, now, canvas);
}

static instant next_change(const void *self, instant now) {
    const struct second_screen *second = self;
    instant next = follower_next_change(second->follower, now);
    instant ours = silent(second, now)  ? INT64_MAX /* until it answers */
                   : second->asked != 0 ? second->asked + SILENT_MS
                   : due(second, now)   ? now
                                        : second->looked + LOOK_MS;
    return next < ours ? next : ours;
}

static const struct loop_face FACE = {.update = update, .view = view, .next_change = next_change};

/* --- line by line --- */

/* What was said of it, and to whom. */
struct second_lines {
    struct second_screen *second;
    struct follower_said *said;
};

static void say(void *self, struct stamp now, struct buffer *out) {
    const struct second_lines *lines = self;
    follower_say(lines->said, lines->second->follower, now, out);
}

/* Lines come by themselves: nothing is asked. */
static bool prompt(void *self, struct buffer *out) {
    (void)self;
    (void)out;
    return false;
}

static const char *refused(void *self) {
    (void)self;
    return NULL;
}

static const struct lines_face LINES = {.say = say, .prompt = prompt, .refused = refused};

static enum exit_status in_lines(struct second_screen *second) {
    struct lines lines = {.typed = false};
    struct follower_setup setup = {.rows = PLAIN_ROWS, .columns = PLAIN_COLUMNS};
    struct second_lines said = {.second = second, .said = follower_said_new()};
    struct buffer last = {0};
    signals_begin();
    crash_begin();
    second->follower = follower_new(&setup);
    look(second); /* what was read already is said first, not that nothing is shown */
    lines_begin(&lines, &LINES, &said, 0);
    lines.stays = isatty(STDIN_FILENO) == 0; /* nothing to read is no reason to leave, Ctrl-D is one */
    struct loop_feed feed = {.fd = second->probe.answer, .self = second, .take = take_answer};
    struct loop loop = {.face = &FACE, .shown = second, .clock = &second->clock, .feed = &feed, .end = &lines.end};
    int signal = loop_run(&loop, &last);
    bool gone = lines.gone;
    lines_end(&lines);
    follower_said_free(said.said);
    follower_free(second->follower);
    buffer_free(&last);
    if (gone) {
        say_error("cannot write to standard output");
    }
    return signal != 0 ? (enum exit_status)((int)EXIT_BY_SIGNAL + signal) : gone ? EXIT_SYSTEM : EXIT_DONE;
}

static enum exit_status on_terminal(struct second_screen *second, const struct given *given) {
    const char *note = NULL;
    struct buffer last = {0};
    if (!stage_take_terminal(given, &note)) {
        say_error("or use --plain, which goes line by line on any terminal");
        return EXIT_SYSTEM;
    }
    struct follower_setup setup = {.ascii = given->has[OPTION_ASCII] || term_ascii()};
    term_size(&setup.rows, &setup.columns);
    second->follower = follower_new(&setup);
    struct loop_feed feed = {.fd = second->probe.answer, .self = second, .take = take_answer};
    struct loop loop = {.face = &FACE, .shown = second, .clock = &second->clock, .feed = &feed, .ascii = setup.ascii};
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
    probe_begin(&second.probe, given->operands[0]);
    enum exit_status status = follow_begin(&second.follow, given->operands[0], &audience, clock_now(&second.clock));
    if (status == EXIT_DONE) {
        status = given->has[OPTION_PLAIN] ? in_lines(&second) : on_terminal(&second, given);
    }
    probe_end(&second.probe);
    follow_end(&second.follow);
    return status;
}

enum exit_status command_follow(const struct given *given) {
    if (!stage_has_terminal(given)) {
        return EXIT_SYSTEM;
    }
    struct arena *arena = arena_new();
    enum exit_status status = with_guard(given, arena);
    arena_free(arena);
    return status;
}
