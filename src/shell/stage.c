#include "candour/shell/stage.h"

#include <stdlib.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/shell/crash.h"
#include "candour/shell/lines.h"
#include "candour/shell/loop.h"
#include "candour/shell/report_wish.h"
#include "candour/shell/signals.h"
#include "candour/term/term.h"
#include "candour/ui/app.h"
#include "candour/ui/plain.h"

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
    if (stage->given->has[OPTION_PLAIN]) {
        setup.rows = PLAIN_ROWS;
        setup.columns = PLAIN_COLUMNS;
        setup.bell = false;
        setup.linear = true;
    } else {
        term_size(&setup.rows, &setup.columns);
    }
    return app_new(&setup);
}

/* What is on the loop: the app, on the screens or line by line; of a rehearsal, whose clock runs fast, but not while
 * something is typed or asked. */
struct acting {
    struct app *app;
    struct plain *plain; /* NULL: it is on the screens */
    struct clock *clock;
    int32_t speed; /* 0: it is no rehearsal */
};

static void tell(void *self, const struct msg *msg, struct effects *effects) {
    struct acting *acting = self;
    if (acting->plain != NULL) {
        plain_update(acting->plain, msg, effects);
    } else {
        app_update(acting->app, msg, effects);
    }
    int32_t speed = app_occupied(acting->app) ? 1 : acting->speed;
    if (acting->speed > 0 && acting->clock->speed != speed) {
        clock_speed(acting->clock, speed);
    }
}

static void view(const void *self, struct stamp now, struct canvas *canvas) {
    app_view(((const struct acting *)self)->app, now, canvas);
}

static instant next_change(const void *self, instant now) {
    const struct acting *acting = self;
    return acting->plain != NULL ? plain_next_change(acting->plain, now) : app_next_change(acting->app, now);
}

static const struct loop_face FACE = {.update = tell, .view = view, .next_change = next_change};

static void say(void *self, struct stamp now, struct buffer *out) {
    plain_say(self, now, out);
}

static bool prompt(void *self, struct buffer *out) {
    return plain_prompt(self, out);
}

static const char *refused(void *self) {
    return plain_refused(self);
}

static const struct lines_face LINES = {.say = say, .prompt = prompt, .refused = refused};

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
    struct acting acting = {.app = app, .clock = &stage->clock, .speed = stage->speed};
    struct loop loop = {.face = &FACE, .shown = &acting, .keep = &stage->keep, .clock = &stage->clock};
    if (stage->speed > 0) {
        loop.keep = NULL;
    }
    if (stage->given->has[OPTION_PLAIN]) {
        acting.plain = plain_new(app, stage->lines->typed);
        lines_begin(stage->lines, &LINES, acting.plain, begun->asked);
        loop.end = &stage->lines->end;
    }
    loop.answer = report;
    loop.context = stage;
    loop.ascii = stage->given->has[OPTION_ASCII] || term_ascii();
    int signal = loop_run(&loop, &stage->last);
    if (acting.plain != NULL) {
        lines_pause(stage->lines);
    }
    plain_free(acting.plain);
    app_free(app);
    crash_session(NULL);
    return signal;
}

void stage_end(struct stage *stage) {
    keep_end(&stage->keep);
    begun_free(&stage->begun);
    buffer_free(&stage->last);
}

/* On standard error where standard output takes nothing any more. */
static void say_where(const struct stage *stage) {
    struct buffer text = {0};
    FILE *out = stage->lines->gone ? stderr : stdout;
    if (stage->lines->gone) {
        say_error("cannot write to standard output: no line was taken after that");
    }
    if (stage->last.length > 0) {
        say_to(stderr, stage->last.bytes, stage->last.length);
    }
    if (stage->speed > 0) {
        rehearse_say(stage->begun.meeting, clock_now(&stage->clock), out);
        return;
    }
    stage_say(stage, &text);
    say_to(out, text.bytes, text.length);
    buffer_free(&text);
}

/* Line by line, without the terminal. */
static enum exit_status run_lines(struct stage *stage) {
    signals_begin();
    crash_begin();
    int signal = stage_play(stage);
    say_where(stage);
    if (signal != 0) {
        return (enum exit_status)((int)EXIT_BY_SIGNAL + signal);
    }
    /* a slip of the hand at a terminal is nobody's fault; a script that was not done as it stands is */
    bool undone = stage->lines->refused > 0 && !stage->lines->typed;
    return stage->lines->gone ? EXIT_SYSTEM : undone ? EXIT_PROBLEMS : EXIT_DONE;
}

static enum exit_status run_stage(struct stage *stage) {
    const char *note = NULL;
    if (stage->given->has[OPTION_PLAIN]) {
        return run_lines(stage);
    }
    if (!stage_take_terminal(stage->given, &note)) {
        say_error("or use --plain, which goes line by line on any terminal");
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
    if (!there && !given->has[OPTION_PLAIN]) {
        say_error("%s needs a terminal: standard %s is not one", given->command->word,
                  isatty(STDIN_FILENO) ? "output" : "input");
        say_error("or use --plain, which goes line by line and needs none");
    }
    return there || given->has[OPTION_PLAIN];
}

enum exit_status stage_command(const struct given *given, stage_opens *opens) {
    struct lines lines = {0};
    struct stage stage = {.given = given, .clock = clock_begin(), .lines = &lines};
    bool declined = false;
    if (!stage_has_terminal(given)) {
        return EXIT_SYSTEM;
    }
    if (given->has[OPTION_PLAIN]) {
        lines.typed = isatty(STDIN_FILENO) != 0;
        setvbuf(stdin, NULL, _IONBF, 0); /* what is asked before the meeting takes its own line and no more */
    }
    struct arena *arena = arena_new();
    enum exit_status status = open_file(&stage, opens, arena, &declined);
    if (status != EXIT_DONE || declined) {
        arena_free(arena);
        bool script = given->has[OPTION_PLAIN] && !lines.typed;
        return status == EXIT_DONE && script ? EXIT_PROBLEMS : status;
    }
    status = with_guard(&stage);
    stage_end(&stage);
    lines_end(&lines);
    return status;
}
