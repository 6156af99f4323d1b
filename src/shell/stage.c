#include "candour/shell/stage.h"

#include <stdlib.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/shell/crash.h"
#include "candour/shell/loop.h"
#include "candour/shell/report_wish.h"
#include "candour/shell/signals.h"
#include "candour/term/term.h"
#include "candour/ui/app.h"

static struct app *new_app(struct stage *stage) {
    struct begun *begun = &stage->begun;
    struct pickables reports = report_words(begun->arena);
    struct app_setup setup = {
        .meeting = begun->meeting,
        .session = begun->path,
        .program = "candour " CANDOUR_VERSION,
        .remarks = begun->remarks,
        .notice = begun->notice.length == 0 ? NULL : begun->notice.bytes,
        .draft = begun->draft,
        .review = begun->review,
        .listed = stage->listed,
        .at = stage->at,
        .read_only = begun->read_only,
        .take_up = begun->take_up,
        .guard = stage->guard.words,
        .guard_count = stage->guard.count,
        .rehearsal = stage->speed > 0,
        .room_blank = session_is_blank(stage->keep.session),
        .reports = reports.list,
        .report_count = reports.count,
        .bell = stage->given->has[OPTION_BELL],
        .ascii = stage->given->has[OPTION_ASCII] || term_ascii(),
        .now = clock_now(&stage->clock),
    };
    term_size(&setup.rows, &setup.columns);
    return app_new(&setup);
}

static void tell(void *self, const struct msg *msg, struct effects *effects) {
    app_update(self, msg, effects);
}

static void view(const void *self, struct stamp now, struct canvas *canvas) {
    app_view(self, now, canvas);
}

static instant next_change(const void *self, instant now) {
    return app_next_change(self, now);
}

static const struct loop_face FACE = {.update = tell, .view = view, .next_change = next_change};

/* A rehearsal's clock runs fast, but not while something is typed or asked. */
struct rehearsing {
    struct app *app;
    struct clock *clock;
    int32_t speed;
};

static void rehearse(void *self, const struct msg *msg, struct effects *effects) {
    struct rehearsing *rehearsing = self;
    app_update(rehearsing->app, msg, effects);
    int32_t speed = app_occupied(rehearsing->app) ? 1 : rehearsing->speed;
    if (rehearsing->clock->speed != speed) {
        clock_speed(rehearsing->clock, speed);
    }
}

static void view_rehearsal(const void *self, struct stamp now, struct canvas *canvas) {
    app_view(((const struct rehearsing *)self)->app, now, canvas);
}

static instant next_in_rehearsal(const void *self, instant now) {
    return app_next_change(((const struct rehearsing *)self)->app, now);
}

static const struct loop_face REHEARSAL = {
    .update = rehearse, .view = view_rehearsal, .next_change = next_in_rehearsal};

/* A document that was asked for. */
static bool report(struct loop *loop, const struct effect *effect, struct arena *arena, struct msg *out) {
    const struct stage *stage = loop->context;
    if (effect->type != EFFECT_REPORT) {
        return false;
    }
    if (loop->keep == NULL) {
        *out = (struct msg){.type = MSG_REPORTED, .text = "a rehearsal writes nothing"};
        return true;
    }
    struct report_wish wish = {.words = effect->text,
                               .meeting = stage->begun.meeting,
                               .now = clock_now(&stage->clock),
                               .session = session_path(loop->keep->session),
                               .guard = &stage->guard};
    *out = (struct msg){.type = MSG_REPORTED};
    out->text = report_fulfil(&wish, arena, &out->ok);
    return true;
}

bool stage_take_terminal(const struct given *given, const char **note) {
    const char *no_colour = getenv("NO_COLOR");
    signals_begin();
    crash_begin();
    const char *why = term_open(no_colour == NULL || *no_colour == '\0', note);
    if (why != NULL) {
        say_error("%s", why);
        return false;
    }
    const char *more = NULL;
    if (given->has[OPTION_MOUSE] && !term_mouse(true)) {
        more = "This terminal has no mouse";
    } else if (term_ascii() && !given->has[OPTION_ASCII]) {
        more = "Plain characters: the locale is not UTF-8 (LC_ALL=C.UTF-8 shows all)";
    }
    *note = *note == NULL ? more : *note;
    return true;
}

bool stage_recorded(const struct stage *stage) {
    return keep_made(&stage->keep) && (!stage->begun.review || stage->keep.kept != stage->events);
}

void stage_say(const struct stage *stage, struct buffer *out) {
    const struct keep *keep = &stage->keep;
    const char *path = keep->moved_to.length > 0 ? keep->moved_to.bytes : stage->begun.path;
    enum meeting_status status = stage->begun.meeting->status;
    if (!keep_made(keep)) {
        buffer_text(out, "Nothing was recorded, and no session was kept.\n");
    } else if (!stage_recorded(stage)) {
        buffer_format(out, "Nothing was added to %s\n", path);
    } else {
        buffer_format(out, "Kept in %s\n", path);
        if (status != MEETING_CLOSED && status != MEETING_CONFIRMED) {
            buffer_format(out, "To go on: candour run %s\n", path);
        }
    }
}

int stage_play(struct stage *stage) {
    struct begun *begun = &stage->begun;
    keep_begin(&stage->keep, begun->session, begun->meeting, begun->before, begun->before_length);
    stage->keep.to_order = begun->to_order;
    stage->events = stage->keep.kept;
    begun->session = NULL;
    if (session_is_blank(stage->keep.session)) {
        begun_say(begun, "The second screen was left blank and stays so: b, and b once more, shows it again.");
    }
    crash_session(keep_made(&stage->keep) ? begun->path : NULL);
    struct app *app = new_app(stage);
    struct loop loop = {.face = &FACE, .shown = app, .keep = &stage->keep, .clock = &stage->clock};
    struct rehearsing rehearsing = {.app = app, .clock = &stage->clock, .speed = stage->speed};
    if (stage->speed > 0) {
        loop.face = &REHEARSAL;
        loop.shown = &rehearsing;
        loop.keep = NULL;
    }
    loop.answer = report;
    loop.context = stage;
    loop.ascii = stage->given->has[OPTION_ASCII] || term_ascii();
    int signal = loop_run(&loop, &stage->last);
    app_free(app);
    crash_session(NULL);
    return signal;
}

void stage_end(struct stage *stage) {
    keep_end(&stage->keep);
    begun_free(&stage->begun);
    buffer_free(&stage->last);
}

static void say_where(const struct stage *stage) {
    struct buffer text = {0};
    if (stage->last.length > 0) {
        say_to(stderr, stage->last.bytes, stage->last.length);
    }
    if (stage->speed > 0) {
        rehearse_say(stage->begun.meeting, clock_now(&stage->clock));
        return;
    }
    stage_say(stage, &text);
    say_to(stdout, text.bytes, text.length);
    buffer_free(&text);
}

static enum exit_status run_stage(struct stage *stage) {
    const char *note = NULL;
    if (!stage_take_terminal(stage->given, &note)) {
        return EXIT_SYSTEM;
    }
    begun_say(&stage->begun, note);
    int signal = stage_play(stage);
    term_close();
    say_where(stage);
    return signal == 0 ? EXIT_DONE : (enum exit_status)((int)EXIT_BY_SIGNAL + signal);
}

static enum exit_status with_guard(struct stage *stage) {
    const char *why = guard_list_read(stage->given->value[OPTION_GUARD], stage->begun.arena, &stage->guard);
    if (why != NULL) {
        say_error("%s", why);
        return EXIT_SYSTEM;
    }
    begun_say(&stage->begun, stage->guard.notice);
    return run_stage(stage);
}

/* Reads what the command names. */
static enum exit_status open_file(struct stage *stage, stage_opens *opens, struct arena *arena, bool *declined) {
    struct input *input = arena_alloc(arena, sizeof *input);
    const char *why = input_read(stage->given->operands[0], false, arena, input);
    if (why != NULL) {
        say_error("%s", why);
        return EXIT_SYSTEM;
    }
    if (input->loaded.meeting == NULL) {
        input_say(input);
        say_error("the meeting was not opened; mend the file and %s it again", stage->given->command->word);
        return EXIT_PROBLEMS;
    }
    return opens(stage, input, arena, declined);
}

bool stage_has_terminal(const struct given *given) {
    bool there = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    if (!there) {
        say_error("%s needs a terminal: standard %s is not one", given->command->word,
                  isatty(STDIN_FILENO) ? "output" : "input");
    }
    return there;
}

enum exit_status stage_command(const struct given *given, stage_opens *opens) {
    struct stage stage = {.given = given, .clock = clock_begin()};
    bool declined = false;
    if (!stage_has_terminal(given)) {
        return EXIT_SYSTEM;
    }
    struct arena *arena = arena_new();
    enum exit_status status = open_file(&stage, opens, arena, &declined);
    if (status != EXIT_DONE || declined) {
        arena_free(arena);
        return status;
    }
    status = with_guard(&stage);
    stage_end(&stage);
    return status;
}
