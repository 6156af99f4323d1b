#include "candour/shell/loop.h"

#include <signal.h>
#include <stdlib.h>

#include "candour/base/arena.h"
#include "candour/shell/crash.h"
#include "candour/shell/editor.h"
#include "candour/shell/signals.h"
#include "candour/shell/wait.h"
#include "candour/term/term.h"

enum {
    ANSWERS_MOST = 4 * EFFECTS_MOST,
    DRIFT_SAID_MS = 2 * MS_SECOND,
    DRIFT_IN_MINUTES_MS = 2 * MS_MINUTE,
    FAST_FRAME_MS = 100
};

/* A turn of the loop: what it says to what is shown, one msg after the other, with the memory of their texts. */
struct turn {
    struct loop *loop;
    struct arena *arena;
    struct msg queue[ANSWERS_MOST];
    size_t count;
    struct buffer *last;
};

static void answer(struct turn *turn, struct msg msg) {
    if (turn->count < ANSWERS_MOST) {
        turn->queue[turn->count++] = msg;
    }
}

static void notice(struct turn *turn, const char *text) {
    if (text != NULL) {
        answer(turn, (struct msg){.type = MSG_NOTICE, .text = text});
    }
}

static void do_keep(struct turn *turn, const char *path) {
    struct keep *keep = turn->loop->keep;
    const char *said = NULL;
    const char *why = path == NULL ? keep_events(keep, &said, turn->arena) : keep_at(keep, path, &said, turn->arena);
    answer(turn, (struct msg){.type = MSG_KEPT, .ok = why == NULL, .text = why});
    notice(turn, said);
    if (why == NULL) {
        crash_session(session_path(keep->session));
    }
}

static void do_leave(struct turn *turn) {
    const char *said = NULL;
    const char *why = keep_leave(turn->loop->keep, &said, turn->arena);
    if (why != NULL) {
        answer(turn, (struct msg){.type = MSG_LEFT, .text = why});
        return;
    }
    if (said != NULL) {
        buffer_format(turn->last, "%s\n", said);
    }
    turn->loop->quit = true;
}

static void do_edit(struct turn *turn, const char *text) {
    if (turn->loop->end != NULL) {
        answer(turn, (struct msg){.type = MSG_EDITED, .text = "an editor wants a screen"});
        return;
    }
    struct edited edited = editor_run(text == NULL ? "" : text, session_path(turn->loop->keep->session), turn->arena);
    bool ok = edited.text != NULL;
    answer(turn, (struct msg){.type = MSG_EDITED, .ok = ok, .text = ok ? edited.text : edited.why});
}

static void do_blank(struct turn *turn, bool on) {
    const char *why = session_blank(turn->loop->keep->session, on, turn->arena);
    if (why != NULL) {
        answer(turn, (struct msg){.type = MSG_UNTOLD, .text = why});
    }
}

static struct msg size_msg(void) {
    struct msg msg = {.type = MSG_RESIZE};
    term_size(&msg.rows, &msg.columns);
    return msg;
}

static const char *turn_mouse(void) {
    bool on = !term_mouse_is_on();
    return !term_mouse(on) ? "This terminal has no mouse"
           : on            ? "The mouse selects and scrolls here; most terminals still select text with Shift held"
                           : "The mouse is the terminal's own again, and selects text";
}

static void stop_here(const struct loop *loop) {
    if (loop->end != NULL) {
        loop->end->stop(loop->end->self);
        return;
    }
    term_lend();
    signals_stop_here();
    term_take();
}

/* It may be another one after a stop; lines have none. */
static void answer_size(struct turn *turn) {
    if (turn->loop->end == NULL) {
        answer(turn, size_msg());
    }
}

/* What needs a session to keep it in; false: it is another effect. */
static bool fulfil_keeping(struct turn *turn, const struct effect *effect) {
    switch (effect->type) {
    case EFFECT_KEEP:
        do_keep(turn, NULL);
        return true;
    case EFFECT_KEEP_AT:
        do_keep(turn, effect->text);
        return true;
    case EFFECT_DRAFT:
        notice(turn, keep_draft(turn->loop->keep, &effect->draft, turn->arena));
        return true;
    case EFFECT_DRAFT_GONE:
        session_draft_gone(turn->loop->keep->session);
        return true;
    case EFFECT_EDITOR:
        do_edit(turn, effect->text);
        return true;
    case EFFECT_LEAVE:
        do_leave(turn);
        return true;
    case EFFECT_BLANK:
        do_blank(turn, effect->on);
        return true;
    default:
        return false;
    }
}

static void fulfil(struct turn *turn, const struct effect *effect) {
    struct msg told;
    if (turn->loop->keep != NULL && fulfil_keeping(turn, effect)) {
        return;
    }
    switch (effect->type) {
    case EFFECT_QUIT:
        turn->loop->quit = true;
        break;
    case EFFECT_SUSPEND:
        stop_here(turn->loop);
        answer_size(turn);
        break;
    case EFFECT_REDRAW:
        term_repaint();
        break;
    case EFFECT_BELL:
        term_bell();
        break;
    case EFFECT_MOUSE:
        notice(turn, turn->loop->end != NULL ? "Lines have no mouse" : turn_mouse());
        break;
    default:
        if (turn->loop->answer != NULL && turn->loop->answer(turn->loop, effect, turn->arena, &told)) {
            answer(turn, told);
        } else if (turn->loop->fulfil != NULL) {
            turn->loop->fulfil(turn->loop, effect);
        }
        break;
    }
}

/* One msg, what it makes them wish for, and the answers to that, until there are none. */
static void tell(struct turn *turn, struct msg msg) {
    struct effects effects;
    turn->count = 0;
    answer(turn, msg);
    for (size_t i = 0; i < turn->count && !turn->loop->quit; i++) {
        struct msg next = turn->queue[i];
        next.now = clock_now(turn->loop->clock);
        turn->loop->face->update(turn->loop->shown, &next, &effects);
        for (size_t j = 0; j < effects.count; j++) {
            fulfil(turn, &effects.list[j]);
        }
    }
}

static struct msg msg_of(enum term_input input, const struct typed *typed) {
    switch (input) {
    case TERM_PASTE:
        return (struct msg){.type = MSG_PASTE, .text = typed->text};
    case TERM_CLICK:
        return (struct msg){.type = MSG_CLICK, .row = typed->row, .column = typed->column};
    case TERM_WHEEL:
        return (struct msg){.type = MSG_WHEEL, .step = typed->step};
    case TERM_RESIZED:
        return size_msg();
    default:
        return (struct msg){.type = MSG_KEY, .key = typed->k};
    }
}

/* A line after the other, each with what it led to. */
static void take_lines(struct turn *turn) {
    struct loop *loop = turn->loop;
    struct msg msg;
    while (!loop->quit && !loop->ended && loop->end->take(loop->end->self, &msg, &loop->ended)) {
        tell(turn, msg);
        if (!loop->end->show(loop->end->self, clock_now(loop->clock))) {
            loop->ended = true;
        }
    }
}

/* All that was typed. False when the terminal is gone. */
static bool take_keys(struct turn *turn) {
    struct typed typed = {0};
    if (turn->loop->end != NULL) {
        take_lines(turn);
        return true;
    }
    for (enum term_input input; !turn->loop->quit && (input = term_read(&typed)) != TERM_NOTHING;) {
        if (input == TERM_GONE) {
            return false;
        }
        tell(turn, msg_of(input, &typed));
    }
    return true;
}

static void take_signals(struct turn *turn) {
    bool screen = turn->loop->end == NULL;
    if (signals_stop()) {
        stop_here(turn->loop);
        if (screen) {
            tell(turn, size_msg());
        }
    }
    if (signals_continued() && screen) { /* stopped from outside, without a word: the screen is anybody's */
        term_take();
        tell(turn, size_msg());
    }
    if (signals_leave() != 0) {
        turn->loop->signal = signals_leave();
    }
}

/* The second screen goes by the meeting's clock. What a step of the system's leaves between the two is told; what is
 * too small to be seen is not. */
static void tell_clock(const struct loop *loop) {
    enum { SEEN_MS = 200 };
    int64_t ahead = -clock_drift(loop->clock);
    if (loop->keep != NULL && llabs(ahead - session_clock_said(loop->keep->session)) >= SEEN_MS) {
        session_clock(loop->keep->session, ahead);
    }
}

/* The meeting keeps its own clock; that the system's was set is worth a word, once for each time. */
static void look_at_drift(struct turn *turn) {
    struct loop *loop = turn->loop;
    int64_t change = clock_drift(loop->clock) - loop->drift;
    if (loop->keep == NULL || llabs(change) <= DRIFT_SAID_MS) {
        return;
    }
    loop->drift += change;
    bool minutes = llabs(change) >= DRIFT_IN_MINUTES_MS;
    const char *said =
        arena_format(turn->arena, "This computer's clock was put %s by %lld %s; the meeting keeps its own",
                     change > 0 ? "forward" : "back", (long long)(llabs(change) / (minutes ? MS_MINUTE : MS_SECOND)),
                     minutes ? "min" : "s");
    tell(turn, (struct msg){.type = MSG_NOTICE, .text = said});
}

static void take_feed(struct turn *turn) {
    const struct loop_feed *feed = turn->loop->feed;
    struct msg msg;
    while (feed != NULL && !turn->loop->quit && feed->take(feed->self, &msg)) {
        tell(turn, msg);
    }
}

static void draw(struct loop *loop, struct canvas *canvas) {
    int rows;
    int columns;
    if (loop->end != NULL) {
        loop->ended = !loop->end->show(loop->end->self, clock_now(loop->clock)) || loop->ended;
        return;
    }
    term_size(&rows, &columns);
    if (canvas->rows != rows || canvas->columns != columns) {
        canvas_begin(canvas, rows, columns);
    }
    loop->face->view(loop->shown, clock_now(loop->clock), canvas);
    term_show(canvas);
}

/* Told to leave: what is open is kept; when there is a question about that nobody is there to answer it. */
static void leave(struct turn *turn) {
    struct loop *loop = turn->loop;
    const char *said = NULL;
    loop->quit = false;
    tell(turn, (struct msg){.type = MSG_SIGNAL});
    if (loop->keep == NULL) {
        return;
    }
    const char *why = keep_events(loop->keep, &said, turn->arena);
    if (said != NULL) {
        buffer_format(turn->last, "%s\n", said);
    }
    if (why == NULL) {
        return;
    }
    buffer_format(turn->last, "%s\n", why);
    if (keep_elsewhere(loop->keep, turn->arena) == NULL) {
        buffer_format(turn->last, "What was said last could not be kept anywhere\n");
    }
}

static int64_t time_to_sleep(const struct loop *loop, instant due) {
    int64_t left = due == INT64_MAX ? -1 : due - clock_now(loop->clock).at;
    if (due == INT64_MAX || loop->clock->speed <= 1) {
        return due == INT64_MAX ? -1 : left > 0 ? left : 0;
    }
    /* a fast clock has more seconds than anybody can read */
    int64_t takes = clock_takes(loop->clock, left > 0 ? left : 0);
    return takes > FAST_FRAME_MS ? takes : FAST_FRAME_MS;
}

/* One turn: sleep, then what came, then the frame. */
static void turn_once(struct turn *turn, struct waiting *waiting, struct canvas *canvas) {
    struct loop *loop = turn->loop;
    instant due = loop->face->next_change(loop->shown, clock_now(loop->clock).at);
    waiting->deaf = loop->end != NULL && loop->end->deaf;
    wait_for(waiting, time_to_sleep(loop, due), loop->feed == NULL ? -1 : loop->feed->fd);
    tell_clock(loop);
    if (clock_now(loop->clock).at >= due) {
        look_at_drift(turn);
        tell(turn, (struct msg){.type = MSG_TIME});
    }
    take_feed(turn);
    take_signals(turn);
    if (loop->signal == 0 && !take_keys(turn)) {
        loop->signal = SIGHUP;
    }
    if (loop->signal == 0 && !loop->quit && !loop->ended) {
        draw(loop, canvas);
    }
}

/* What the feed has to say before anything is waited for belongs into the first frame. */
static void take_what_waits(struct loop *loop, struct buffer *last) {
    struct turn turn = {.loop = loop, .arena = arena_new(), .last = last};
    take_feed(&turn);
    arena_free(turn.arena);
}

int loop_run(struct loop *loop, struct buffer *last) {
    struct waiting waiting = wait_begin();
    struct canvas canvas = {.ascii = loop->ascii, .cursor_row = -1, .cursor_column = -1};
    tell_clock(loop);
    take_what_waits(loop, last);
    draw(loop, &canvas);
    if (loop->keep != NULL)
        session_settle(loop->keep->session);
    while (!loop->quit && !loop->ended && loop->signal == 0) {
        struct turn turn = {.loop = loop, .arena = arena_new(), .last = last};
        turn_once(&turn, &waiting, &canvas);
        arena_free(turn.arena);
    }
    if (loop->ended && loop->signal == 0) { /* the hang-up that ended the lines may not have been let through yet */
        waiting.deaf = true;
        wait_for(&waiting, 0, -1);
        loop->signal = signals_leave();
    }
    if (loop->signal != 0 || loop->ended) {
        struct turn turn = {.loop = loop, .arena = arena_new(), .last = last};
        leave(&turn);
        arena_free(turn.arena);
    }
    canvas_free(&canvas);
    wait_end(&waiting);
    return loop->signal;
}
