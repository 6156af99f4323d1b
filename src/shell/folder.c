#include "candour/shell/folder.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/shell/gather.h"
#include "candour/shell/loop.h"
#include "candour/shell/stage.h"
#include "candour/term/term.h"
#include "candour/ui/folder.h"

/* The list, and what is open from it. */
struct browse {
    const struct given *given;
    struct clock clock;
    struct guard_list guard;
    struct arena *arena; /* of what lasts */
    struct gather *gather;
    struct folder *folder;
    struct loop_feed feed;
    struct sessions_read read; /* handed out last */

    bool opens;         /* the list asked for a session */
    struct buffer path; /* of it */
    struct buffer id;   /* on which it opens; empty: none */
    uint32_t place;

    bool shown; /* a session was left: to be told before anything else */
    bool well;
    struct buffer said;
    struct session_read again;
};

/* --- the list on the loop --- */

static void tell(void *self, const struct msg *msg, struct effects *effects) {
    folder_update(self, msg, effects);
}

static void view(const void *self, struct stamp now, struct canvas *canvas) {
    (void)now;
    folder_view(self, canvas);
}

static instant next_change(const void *self, instant now) {
    return folder_next_change(self, now);
}

static const struct loop_face FACE = {.update = tell, .view = view, .next_change = next_change};

static bool take(void *self, struct msg *out) {
    struct browse *browse = self;
    if (browse->shown) {
        browse->shown = false;
        browse->read = (struct sessions_read){.list = &browse->again, .count = 1};
        *out = (struct msg){.type = MSG_SHOWN, .ok = browse->well, .text = browse->said.bytes, .read = &browse->read};
        return true;
    }
    *out = (struct msg){.type = MSG_READ, .read = &browse->read};
    return gather_take(browse->gather, &browse->read);
}

static const char *const *operands(const struct given *given) {
    return (const char *const *)given->operands;
}

/* False: not a single thread could be started, which is as if memory ran out. */
static bool gather_all(struct browse *browse) {
    browse->gather = gather_begin(operands(browse->given), browse->given->count, clock_now(&browse->clock));
    browse->feed.fd = browse->gather == NULL ? -1 : gather_news(browse->gather);
    return browse->gather != NULL;
}

static void fulfil(struct loop *loop, const struct effect *effect) {
    struct browse *browse = loop->context;
    if (effect->type == EFFECT_READ_ANEW) {
        gather_end(browse->gather);
        loop->quit = !gather_all(browse);
    } else if (effect->type == EFFECT_SHOW) {
        buffer_clear(&browse->path);
        buffer_text(&browse->path, effect->text);
        buffer_clear(&browse->id);
        buffer_text(&browse->id, effect->id == NULL ? "" : effect->id);
        browse->place = effect->place;
        browse->opens = true;
        loop->quit = true;
    }
}

/* --- a session from it --- */

static const char *open_session(struct browse *browse, struct stage *stage, struct arena *arena) {
    struct input *input = arena_alloc(arena, sizeof *input);
    const char *path = arena_text(arena, browse->path.bytes);
    const char *why = input_read(path, false, arena, input);
    if (why != NULL) {
        return why;
    }
    if (input->loaded.meeting == NULL) {
        return arena_format(arena, "%s has problems now: 'candour check' names them", path);
    }
    if (!input->loaded.session) {
        return arena_format(arena, "%s is an agenda now: nothing was said yet", path);
    }
    begin_review(input, &stage->clock, arena, &stage->begun, &why);
    return why;
}

/* What is to be said of it in the list: where it was kept, and what did not work. */
static void say_of(struct browse *browse, const struct stage *stage) {
    if (stage_recorded(stage)) {
        stage_say(stage, &browse->said);
    }
    buffer_add(&browse->said, stage->last.length == 0 ? "" : stage->last.bytes, stage->last.length);
    while (browse->said.length > 0 && browse->said.bytes[browse->said.length - 1] == '\n') {
        browse->said.bytes[--browse->said.length] = '\0';
    }
    for (char *at = browse->said.bytes; (at = strchr(at, '\n')) != NULL;) {
        *at = ' ';
    }
}

/* The number of the signal that ended it, else 0. */
static int show_session(struct browse *browse, struct buffer *last) {
    struct arena *arena = arena_new();
    struct stage stage = {.given = browse->given,
                          .clock = clock_begin(),
                          .guard = browse->guard,
                          .listed = true,
                          .at = browse->id.length == 0 ? NULL : browse->id.bytes};
    const char *why = open_session(browse, &stage, arena);
    int signal = 0;
    buffer_clear(&browse->said);
    buffer_text(&browse->said, why == NULL ? "" : why);
    browse->well = why == NULL;
    if (why == NULL) {
        signal = stage_play(&stage);
        say_of(browse, &stage);
        buffer_add(last, stage.last.length == 0 ? "" : stage.last.bytes, signal == 0 ? 0 : stage.last.length);
        stage_end(&stage); /* and with it ARENA */
    } else {
        arena_free(arena);
    }
    browse->again = (struct session_read){
        .place = browse->place, .precis = gather_again(browse->gather, browse->path.bytes, clock_now(&browse->clock))};
    browse->shown = true;
    return signal;
}

/* --- all --- */

static struct folder *new_folder(struct browse *browse, const char *note) {
    struct folder_setup setup = {
        .name = browse->given->count == 1 ? browse->given->operands[0]
                                          : arena_format(browse->arena, "%zu files and folders", browse->given->count),
        .notice = note != NULL ? note : browse->guard.notice,
        .ascii = browse->given->has[OPTION_ASCII] || term_ascii(),
        .now = clock_now(&browse->clock),
    };
    term_size(&setup.rows, &setup.columns);
    return folder_new(&setup);
}

/* It may be another size since a session was shown. */
static void tell_size(struct browse *browse) {
    struct effects effects;
    struct msg msg = {.type = MSG_RESIZE, .now = clock_now(&browse->clock)};
    term_size(&msg.rows, &msg.columns);
    folder_update(browse->folder, &msg, &effects);
}

static int browse_until_left(struct browse *browse, struct buffer *last) {
    int signal;
    do {
        struct loop loop = {.face = &FACE,
                            .shown = browse->folder,
                            .clock = &browse->clock,
                            .feed = &browse->feed,
                            .fulfil = fulfil,
                            .context = browse};
        loop.ascii = browse->given->has[OPTION_ASCII] || term_ascii();
        browse->opens = false;
        tell_size(browse);
        signal = loop_run(&loop, last);
        if (signal == 0 && browse->opens) {
            signal = show_session(browse, last);
        }
    } while (signal == 0 && browse->opens);
    return signal;
}

static enum exit_status on_terminal(struct browse *browse) {
    const char *note = NULL;
    struct buffer last = {0};
    if (!stage_take_terminal(&note)) {
        return EXIT_SYSTEM;
    }
    browse->folder = new_folder(browse, note);
    int signal = browse_until_left(browse, &last);
    term_close();
    if (last.length > 0) {
        say_to(stderr, last.bytes, last.length);
    }
    buffer_free(&last);
    return signal == 0 ? EXIT_DONE : (enum exit_status)((int)EXIT_BY_SIGNAL + signal);
}

static void browse_end(struct browse *browse) {
    folder_free(browse->folder);
    gather_end(browse->gather);
    buffer_free(&browse->path);
    buffer_free(&browse->id);
    buffer_free(&browse->said);
    arena_free(browse->arena);
}

enum exit_status folder_review(const struct given *given) {
    struct browse browse = {.given = given, .clock = clock_begin()};
    if (!stage_has_terminal(given)) {
        return EXIT_SYSTEM;
    }
    browse.arena = arena_new();
    browse.feed = (struct loop_feed){.fd = -1, .self = &browse, .take = take};
    enum exit_status status = EXIT_SYSTEM;
    const char *why = guard_list_read(given->value[OPTION_GUARD], browse.arena, &browse.guard);
    if (why != NULL) {
        say_error("%s", why);
    } else if (!gather_all(&browse)) {
        say_error("the sessions could not be read: no thread could be started");
    } else {
        status = on_terminal(&browse);
    }
    browse_end(&browse);
    return status;
}
